import { abstractNumber, inList, number } from '../docx/numbering.ts'
import type { CorpusDocument } from './package-docx.ts'
import { faces } from '../docx/style.ts'
import { officeStylesXml } from './styles.ts'
import {
  borders,
  cellMargins,
  field,
  grid,
  margins,
  p,
  ps,
  r,
  references,
  section,
  tbl,
  tc,
  tr,
} from '../docx/wordml.ts'

const head = { b: true } as const
const centred = { jc: 'center' } as const
const right = { jc: 'right' } as const

const goods: readonly [name: string, model: string, unit: string, quantity: string, price: string, amount: string][] = [
  ['不锈钢法兰球阀', 'Q41F-16P DN50', '台', '120', '386.00', '46,320.00'],
  ['不锈钢法兰球阀', 'Q41F-16P DN80', '台', '80', '612.00', '48,960.00'],
  ['气动衬氟蝶阀', 'D671F46-10 DN150', '台', '36', '2,480.00', '89,280.00'],
  ['电磁流量计', 'LDG-100S 4-20mA', '套', '18', '3,950.00', '71,100.00'],
  ['磁翻板液位计', 'UHZ-517C L=1500', '套', '24', '1,280.00', '30,720.00'],
  ['双法兰差压变送器', '3051DP 0.075级', '台', '12', '5,600.00', '67,200.00'],
  ['安装调试及培训', '现场服务 5 人日', '项', '1', '18,000.00', '18,000.00'],
]

const goodsTable = tbl(
  [620, 2050, 2150, 700, 800, 1200, 1500],
  { jc: 'center', tblBorders: grid(), tblLayout: { type: 'fixed' }, tblCellMar: cellMargins(30, 80) },
  [
    tr(
      ['序号', '货物名称', '规格型号', '单位', '数量', '单价（元）', '金额（元）'].map((text) =>
        tc(text, { shd: { val: 'clear', color: 'auto', fill: 'E7E6E6' }, vAlign: 'center' }, centred, head),
      ),
      { tblHeader: true, cantSplit: true },
    ),
    ...goods.map(([name, model, unit, quantity, price, amount], i) =>
      tr([
        tc(String(i + 1), { vAlign: 'center' }, centred),
        tc(name, { vAlign: 'center' }, { jc: 'left' }),
        tc(model, { vAlign: 'center' }, { jc: 'left' }),
        tc(unit, { vAlign: 'center' }, centred),
        tc(quantity, { vAlign: 'center' }, right),
        tc(price, { vAlign: 'center' }, right),
        tc(amount, { vAlign: 'center' }, right),
      ]),
    ),
    tr([tc('合计（含税，税率 13%）', { gridSpan: 5 }, centred, head), tc('371,580.00', { gridSpan: 2 }, right, head)]),
    tr([tc(r('人民币（大写）：', head) + r('叁拾柒万壹仟伍佰捌拾元整'), { gridSpan: 7 }, { jc: 'left' })]),
  ],
)

const articles: readonly [title: string, clauses: readonly string[]][] = [
  [
    '质量标准与技术要求',
    [
      '货物应为全新未使用的合格产品，符合国家标准 GB/T 12237—2021、行业标准及本合同附件《技术规格书》的要求；各项要求不一致的，以要求较高者为准。',
      '乙方应随货提供出厂合格证、材质证明书、压力试验报告及中文使用说明书。缺少任何一项的，甲方有权暂缓验收，由此产生的仓储费用由乙方承担。',
    ],
  ],
  [
    '交货时间、地点与运输',
    [
      '乙方应于本合同生效且收到预付款后三十（30）个日历日内，将全部货物运至江苏省苏州市吴江区甲方指定仓库，运费及装卸前的保险费由乙方承担。',
      '货物毁损、灭失的风险自甲方在送货单上签字盖章之时起转移至甲方。包装物不回收，包装应适合长途汽车运输并具备防潮、防锈、防震措施。',
    ],
  ],
  [
    '验收',
    [
      '甲方应在货物到达后七（7）个工作日内完成数量与外观验收；性能验收在安装调试完毕并连续无故障运行七十二（72）小时后进行，双方代表共同签署验收报告。',
      '甲方逾期未提出书面异议的，视为货物数量与外观符合约定，但不免除乙方对隐蔽瑕疵应承担的责任。',
    ],
  ],
  [
    '价款与支付',
    [
      '合同总价为含税固定价，包括货物价款、包装、运输、保险、安装调试、培训及税费，合同履行期内不因市场价格波动而调整。',
      '付款方式：合同生效后支付总价的 30% 作为预付款；货到验收合格后凭增值税专用发票支付 60%；余款 10% 作为质量保证金，质保期满无质量问题后三十日内无息付清。',
    ],
  ],
  [
    '质量保证',
    [
      '质保期为性能验收合格之日起二十四（24）个月。质保期内因质量问题发生故障的，乙方应在接到通知后四小时内响应，二十四小时内派员到达现场，免费修理或更换。',
    ],
  ],
  [
    '违约责任',
    [
      '乙方逾期交货的，每逾期一日按逾期部分货款的万分之五支付违约金；逾期超过三十日的，甲方有权解除合同并要求乙方返还已付款项、赔偿损失。',
      '甲方逾期付款的，每逾期一日按逾期金额的万分之三支付违约金，但因乙方未按约定开具发票而延期付款的除外。',
    ],
  ],
  [
    '争议解决与其他',
    [
      '因本合同引起的或与本合同有关的任何争议，双方应友好协商解决；协商不成的，提交苏州仲裁委员会按其届时有效的仲裁规则仲裁，仲裁裁决是终局的。',
      '本合同一式肆份，甲乙双方各执贰份，自双方法定代表人或授权代表签字并加盖公章或合同专用章之日起生效。附件是本合同不可分割的组成部分。',
    ],
  ],
]

const party = (title: string, name: string, rows: readonly [string, string][]) =>
  p(r(title, head) + r(name), {}, head) + ps(rows.map(([label, value]) => `${label}：${value}`))

const signer = (side: string, name: string) =>
  p(r(`${side}（盖章）：`, head) + r(name), { spacing: { before: 120, line: 400, lineRule: 'auto' } }) +
  ps(['法定代表人或授权代表（签字）：', '开户银行：', '账    号：', '日    期：        年    月    日'], {
    spacing: { line: 400, lineRule: 'auto' },
  })

/** A sales contract of three pages: data of both sides, goods with a total, numbered articles, signatures side by side. */
export const salesContract: CorpusDocument = {
  title: '工业品买卖合同',
  styles: officeStylesXml(21, [], { spacing: { line: 340, lineRule: 'auto' } }),
  numbering:
    abstractNumber(1, [
      { format: 'chineseCountingThousand', text: '第%1条', suffix: 'space', pPr: { ind: { left: 0, firstLine: 0 } } },
      { format: 'chineseCounting', text: '（%2）', pPr: { ind: { left: 630, hanging: 630 } } },
    ]) + number(1, 1),
  headers: {
    'header-default': p('华东流体控制设备有限公司\t\t合同编号：HD-XS-2026-0318', { pStyle: 'Header', jc: 'left' }),
  },
  footers: {
    'footer-default': p(r('第 ') + field('PAGE', '1') + r(' 页 共 ') + field('NUMPAGES', '3') + r(' 页'), {
      pStyle: 'Footer',
      jc: 'center',
    }),
  },
  body:
    p('工业品买卖合同', { pStyle: 'Title' }) +
    p('合同编号：HD-XS-2026-0318', right) +
    p('签订地点：江苏省苏州市    签订日期：2026 年 3 月 18 日', right) +
    party('甲方（买方）：', '苏州恒润新材料股份有限公司', [
      ['统一社会信用代码', '91320509MA1X7K2P3T'],
      ['住所', '苏州市吴江区汾湖高新区康力大道 888 号'],
      ['联系人及电话', '周敏  0512-16880123'],
    ]) +
    party('乙方（卖方）：', '华东流体控制设备有限公司', [
      ['统一社会信用代码', '91310115MA1K4F8N5Q'],
      ['住所', '上海市浦东新区川沙路 6619 号'],
      ['联系人及电话', '沈国平  021-15550198'],
    ]) +
    p(
      '根据《中华人民共和国民法典》及有关法律法规，甲乙双方在平等自愿、协商一致的基础上，就甲方向乙方购买下列货物事宜订立本合同，以资共同遵守。',
      { ind: { firstLine: 420, firstLineChars: 200 } },
    ) +
    p('一、货物清单', { keepNext: true, spacing: { before: 120, after: 60 } }, head) +
    goodsTable +
    p('注：以上价格含运费、安装调试费及 13% 增值税。', { spacing: { before: 60, after: 120 } }, { sz: 18 }) +
    articles
      .map(
        ([title, clauses]) =>
          p(
            title,
            { keepNext: true, spacing: { before: 120 }, ...inList(1, 0) },
            { ...head, rFonts: faces('Noto Sans SC', 'Arimo') },
          ) + ps(clauses, inList(1, 1)),
      )
      .join('') +
    p('（以下无正文，为签署页）', { ...centred, spacing: { before: 240 } }) +
    tbl(
      [4500, 4500],
      {
        jc: 'center',
        tblBorders: borders({
          top: ['nil'],
          left: ['nil'],
          bottom: ['nil'],
          right: ['nil'],
          insideH: ['nil'],
          insideV: ['nil'],
        }),
        tblLayout: { type: 'fixed' },
      },
      [
        tr([tc(signer('甲方', '苏州恒润新材料股份有限公司')), tc(signer('乙方', '华东流体控制设备有限公司'))], {
          cantSplit: true,
        }),
      ],
    ) +
    p('') +
    section({
      headers: references('header', { default: 'header-default' }),
      footers: references('footer', { default: 'footer-default' }),
      pgMar: margins(1440, 1417),
    }),
}

import { abstractNumber, inList, number } from '../docx/numbering.ts'
import type { CorpusDocument } from './package-docx.ts'
import { officeStylesXml } from './styles.ts'
import { field, margins, p, pageBreak, ps, r, references, section } from '../docx/wordml.ts'

const chapters: readonly [title: string, articles: readonly string[]][] = [
  [
    '总则',
    [
      '为建立长期、稳定、互利的合作关系，甲方作为采购方，乙方作为供应方，经友好协商，就办公与信息化设备的年度框架采购事宜达成本协议。',
      '本协议为框架性协议，约定双方交易的一般条件。具体采购的品种、数量、单价、交货期和交货地点，以甲方在协议有效期内发出并经乙方确认的采购订单为准。',
      '采购订单与本协议约定不一致的，除订单中明确写明“变更本协议第某条”以外，以本协议为准。',
    ],
  ],
  [
    '合作范围与订单',
    [
      '合作范围包括台式计算机、便携式计算机、显示器、打印复印设备、网络交换设备及其配套耗材，详见附件一《品目与协议价格表》。',
      '甲方通过电子邮件或采购系统向乙方发出订单。乙方应在收到订单后一个工作日内书面确认；逾期未回复的，视为接受订单。',
      '协议有效期内甲方预计采购金额为人民币八百万元，该金额仅供乙方备货参考，不构成甲方的最低采购承诺。',
      '乙方应为协议品目保持不少于两周正常用量的安全库存，并于每月五日前向甲方报送库存与在途情况。',
    ],
  ],
  [
    '价格与调整',
    [
      '协议价格为含税到货价，包括货款、包装费、运输费、保险费、卸货费及税费。乙方保证协议价格不高于其同期给予同等规模客户的价格。',
      '任一品目的市场价格较签约时下降超过百分之五的，乙方应主动下调协议价格；上涨超过百分之八的，双方可以协商调整，协商期间乙方仍应按原价供货。',
    ],
  ],
  [
    '交货与验收',
    [
      '除订单另有约定外，乙方应在订单确认后七个工作日内将货物送达甲方指定地点，并负责开箱、安装与通电测试。',
      '甲方在货物送达后五个工作日内验收。验收不合格的，乙方应在三个工作日内更换，由此发生的费用由乙方承担，交货期不予顺延。',
      '交货时乙方应提供送货单一式三份，载明订单编号、品名、型号、序列号与数量。送货单经甲方收货人员签字后作为结算依据。',
    ],
  ],
  [
    '结算与付款',
    [
      '双方按月对账结算。乙方应于每月五日前提交上月对账单，甲方应在五个工作日内核对确认；对账无误后，乙方开具增值税专用发票。',
      '甲方收到合法有效的发票后四十五日内以银行转账方式付款。节假日顺延。甲方有权从应付款中扣除乙方应付的违约金和赔偿金。',
    ],
  ],
  [
    '保密与廉洁',
    [
      '任何一方对在合作中知悉的对方商业秘密负有保密义务，未经对方书面同意不得向第三方披露，法律法规另有规定的除外。保密义务在本协议终止后三年内继续有效。',
      '乙方不得以任何形式向甲方工作人员给付回扣、礼金、有价证券或者其他不正当利益。违反本条的，甲方有权立即解除协议，并要求乙方支付累计订单金额百分之十的违约金。',
    ],
  ],
  [
    '违约与终止',
    [
      '乙方连续两次或者累计三次逾期交货的，甲方有权单方解除本协议，且不承担任何责任。',
      '任何一方严重违反本协议，经对方书面催告后十五日内仍未改正的，守约方有权解除本协议并要求赔偿损失，包括可得利益损失、诉讼费、律师费和差旅费。',
      '协议终止不影响终止前已经确认的订单的履行，也不影响双方结算条款、保密条款与争议解决条款的效力。',
    ],
  ],
  [
    '附则',
    [
      '本协议有效期自二〇二六年一月一日起至二〇二六年十二月三十一日止。期满前三十日任何一方未书面提出异议的，自动延长一年，以延长一次为限。',
      '本协议未尽事宜，由双方另行签订补充协议。补充协议与本协议具有同等法律效力。',
      '本协议一式肆份，双方各执贰份，自双方盖章之日起生效。',
    ],
  ],
]

/** A framework agreement with a cover of its own (first page without running header), chapters and articles numbered in one count. */
export const frameworkAgreement: CorpusDocument = {
  title: '年度框架采购协议',
  styles: officeStylesXml(24, [], { spacing: { line: 360, lineRule: 'auto' } }),
  numbering:
    abstractNumber(1, [
      {
        format: 'chineseCountingThousand',
        text: '第%1章',
        suffix: 'space',
        style: 'Heading1',
        pPr: { ind: { left: 0, firstLine: 0 } },
      },
    ]) +
    abstractNumber(2, [
      {
        format: 'chineseCountingThousand',
        text: '第%1条',
        suffix: 'space',
        pPr: { ind: { left: 0, firstLine: 480 } },
        rPr: { b: true },
      },
    ]) +
    number(1, 1) +
    number(2, 2),
  headers: {
    'header-default': p('年度框架采购协议', { pStyle: 'Header' }),
    'header-first': p('', { pStyle: 'Header', pBdr: '<w:bottom w:val="none" w:sz="0" w:space="0" w:color="auto"/>' }),
  },
  footers: {
    'footer-default': p(r('- ') + field('PAGE', '2') + r(' -'), { pStyle: 'Footer', jc: 'center' }),
    'footer-first': p('', { pStyle: 'Footer' }),
  },
  body:
    p('协议编号：KJ-2026-0007', { jc: 'right', spacing: { before: 0, after: 2400 } }) +
    p('年度框架采购协议', { jc: 'center', spacing: { after: 600 } }, { b: true, sz: 52, szCs: 52 }) +
    p('（办公与信息化设备）', { jc: 'center', spacing: { after: 3000 } }, { sz: 32, szCs: 32 }) +
    ps(
      ['甲方：北辰能源科技集团有限公司', '乙方：联纵数码供应链管理有限公司', '签订日期：二〇二五年十二月二十二日'],
      { ind: { left: 1680 }, spacing: { after: 240 } },
      { sz: 28, szCs: 28 },
    ) +
    p(pageBreak) +
    chapters
      .map(
        ([title, articles]) => p(title, { pStyle: 'Heading1', jc: 'center', ...inList(1) }) + ps(articles, inList(2)),
      )
      .join('') +
    p('（本页以下无正文）', { jc: 'center', spacing: { before: 360 } }) +
    section({
      headers: references('header', { default: 'header-default', first: 'header-first' }),
      footers: references('footer', { default: 'footer-default', first: 'footer-first' }),
      pgMar: margins(1440, 1588),
      titlePg: true,
      docGrid: { type: 'lines', linePitch: 360 },
    }),
}

import type { CorpusDocument } from './package-docx.ts'
import { officeStylesXml } from './styles.ts'
import {
  a4Landscape,
  field,
  grid,
  margins,
  p,
  ps,
  r,
  references,
  section,
  sectionEnd,
  tbl,
  tc,
  tr,
} from '../docx/wordml.ts'

const head = { b: true, sz: 18, szCs: 18 } as const
const small = { sz: 18, szCs: 18 } as const
const indented = { ind: { firstLine: 420, firstLineChars: 200 }, spacing: { line: 360, lineRule: 'auto' } } as const

const prices: readonly (readonly string[])[] = [
  [
    '1',
    '高压柜',
    'KYN28A-12，真空断路器 1250 A',
    '面',
    '14',
    '68,500.00',
    '959,000.00',
    '常熟开关',
    '45',
    '含五防闭锁',
  ],
  [
    '2',
    '干式变压器',
    'SCB14-1600/10，Dyn11，温控风机',
    '台',
    '4',
    '186,000.00',
    '744,000.00',
    '顺特电气',
    '60',
    '能效一级',
  ],
  ['3', '低压柜', 'GCS，进线 3200 A，抽出式', '面', '32', '41,200.00', '1,318,400.00', '自产', '45', '含补偿柜 4 面'],
  ['4', '直流屏', '100 Ah/220 V，微机监控', '套', '2', '58,000.00', '116,000.00', '许继', '30', ''],
  ['5', '综合保护装置', 'PCS-9611，带弧光保护', '台', '14', '9,800.00', '137,200.00', '南瑞继保', '30', '随柜安装'],
  ['6', '母线槽', 'CCX-3200A，IP54，铜导体', '米', '86', '3,650.00', '313,900.00', '江苏华鹏', '40', '含始端箱'],
  ['7', '电力监控系统', '后台主机、通信管理机、软件', '套', '1', '265,000.00', '265,000.00', '自产', '60', '接口开放'],
  [
    '8',
    '安装调试',
    '就位、接线、试验、送电配合',
    '项',
    '1',
    '298,000.00',
    '298,000.00',
    '自有队伍',
    '—',
    '具备承装二级',
  ],
]

const deviations: readonly (readonly string[])[] = [
  ['1', '4.2.1', '断路器额定短路开断电流不低于 31.5 kA', '31.5 kA', '无偏离', ''],
  ['2', '4.2.6', '柜体采用敷铝锌板，厚度不小于 2.0 mm', '2.0 mm 敷铝锌板', '无偏离', ''],
  ['3', '4.3.3', '变压器噪声不大于 55 dB', '实测 51 dB', '正偏离', '见型式试验报告'],
  ['4', '4.5.2', '监控系统支持 Modbus-TCP 与 IEC 61850', '两种规约均支持', '无偏离', ''],
  ['5', '5.1', '质保期二十四个月', '三十六个月', '正偏离', '免费'],
]

const landscapeTable = tbl(
  [600, 1500, 3300, 700, 800, 1400, 1600, 1400, 1100, 1558],
  { jc: 'center', tblBorders: grid(), tblLayout: { type: 'fixed' } },
  [
    tr(
      [
        '序号',
        '设备名称',
        '型号规格及主要参数',
        '单位',
        '数量',
        '单价（元）',
        '合价（元）',
        '制造商',
        '交货期（天）',
        '备注',
      ].map((text) =>
        tc(text, { vAlign: 'center', shd: { val: 'clear', color: 'auto', fill: 'DEEAF6' } }, { jc: 'center' }, head),
      ),
      { tblHeader: true, cantSplit: true, trHeight: { val: 500, hRule: 'atLeast' } },
    ),
    ...prices.map((row) =>
      tr(
        row.map((text, i) =>
          tc(
            text,
            { vAlign: 'center' },
            { jc: [5, 6].includes(i) ? 'right' : [1, 2, 9].includes(i) ? 'left' : 'center' },
            small,
          ),
        ),
        { cantSplit: true, trHeight: { val: 440, hRule: 'atLeast' } },
      ),
    ),
    tr(
      [
        tc('投标总价（小写）', { gridSpan: 6, vAlign: 'center' }, { jc: 'right' }, head),
        tc('4,151,500.00', { gridSpan: 4, vAlign: 'center' }, { jc: 'left' }, head),
      ],
      { trHeight: { val: 480, hRule: 'atLeast' } },
    ),
    tr(
      [
        tc('投标总价（大写）', { gridSpan: 6, vAlign: 'center' }, { jc: 'right' }, head),
        tc('人民币肆佰壹拾伍万壹仟伍佰元整', { gridSpan: 4, vAlign: 'center' }, { jc: 'left' }, head),
      ],
      { trHeight: { val: 480, hRule: 'atLeast' } },
    ),
  ],
)

/** A bid: letter upright, price table landscape, deviation table upright again; each section has its own header and the margins it needs. */
export const bidDocument: CorpusDocument = {
  title: '10 kV 配电工程设备采购投标文件',
  styles: officeStylesXml(),
  headers: {
    'header-letter': p('投标函\t\t项目编号：ZB-2026-PD-012', { pStyle: 'Header', jc: 'left' }),
    'header-price': p('投标分项报价表\t项目编号：ZB-2026-PD-012', {
      pStyle: 'Header',
      jc: 'left',
      tabs: '<w:tab w:val="clear" w:pos="4153"/><w:tab w:val="clear" w:pos="8306"/><w:tab w:val="right" w:pos="13958"/>',
    }),
    'header-deviation': p('技术规格偏离表\t\t项目编号：ZB-2026-PD-012', { pStyle: 'Header', jc: 'left' }),
  },
  footers: {
    'footer-default': p(
      r('投标人：江苏金源电力设备有限公司（盖章）    第 ') +
        field('PAGE', '1') +
        r(' 页，共 ') +
        field('NUMPAGES', '3') +
        r(' 页'),
      { pStyle: 'Footer', jc: 'center' },
    ),
  },
  body:
    p('投  标  函', { pStyle: 'Title' }) +
    p('致：滨海新区城市建设投资有限公司', { spacing: { line: 360, lineRule: 'auto' } }) +
    ps(
      [
        '根据贵方为“滨海科创园 10 kV 配电工程设备采购”项目发出的招标文件（编号 ZB-2026-PD-012），我方已仔细研究全部内容及补充通知，愿以人民币 4,151,500.00 元（大写：肆佰壹拾伍万壹仟伍佰元整）的投标总价，按招标文件的要求供应全部设备并承担相应的质量保证责任。',
        '我方承诺：投标有效期为自开标之日起九十个日历日；在此期限内，本投标函对我方具有约束力，贵方可随时接受。如果我方中标，将在收到中标通知书后二十八日内与贵方签订合同，并按合同总价的百分之十提交履约保证金。',
        '我方已缴纳投标保证金人民币捌万元整。我方理解，贵方不一定接受最低报价的投标，也没有义务对未中标的结果作出解释。',
        '我方声明：所提交的投标文件及有关资料内容完整、真实、准确，与其他投标人不存在控股、管理关系，不存在串通投标、弄虚作假等违法行为，否则愿意承担由此产生的一切法律后果。',
      ],
      indented,
    ) +
    ps(
      [
        '投标人（盖章）：江苏金源电力设备有限公司',
        '法定代表人或其委托代理人（签字）：',
        '地址：江苏省镇江市京口区谷阳路 66 号',
        '日期：2026 年 5 月 12 日',
      ],
      { ind: { left: 3360 }, spacing: { before: 160 } },
    ) +
    sectionEnd({
      headers: references('header', { default: 'header-letter' }),
      footers: references('footer', { default: 'footer-default' }),
      pgMar: margins(1440, 1800),
    }) +
    p('投标分项报价表', { pStyle: 'Heading1', jc: 'center' }) +
    p('单位：人民币元', { jc: 'right' }, small) +
    landscapeTable +
    p(
      '说明：1. 报价为含税到货价，包括设备、备品备件、专用工具、技术资料、运输保险、现场服务及 13% 增值税。2. 数量以合同清单为准，增减部分按所报单价结算。3. 交货期自收到预付款之日起计算。',
      { spacing: { before: 120 }, jc: 'left' },
      small,
    ) +
    sectionEnd({
      headers: references('header', { default: 'header-price' }),
      type: 'nextPage',
      pgSz: a4Landscape,
      pgMar: margins(1440, 1440, 1134),
    }) +
    p('技术规格偏离表', { pStyle: 'Heading1', jc: 'center' }) +
    tbl([700, 1000, 2700, 2000, 1000, 1600], { jc: 'center', tblBorders: grid(), tblLayout: { type: 'fixed' } }, [
      tr(
        ['序号', '条款号', '招标要求', '投标响应', '偏离', '说明'].map((text) =>
          tc(text, { vAlign: 'center' }, { jc: 'center' }, { b: true }),
        ),
      ),
      ...deviations.map((row) =>
        tr(row.map((text, i) => tc(text, { vAlign: 'center' }, { jc: [2, 3, 5].includes(i) ? 'left' : 'center' }))),
      ),
    ]) +
    p(
      '注：投标人未列入本表的条款视为完全响应招标文件的要求。偏离情况分为正偏离、负偏离和无偏离三种，应逐条填写，不得仅写“响应”或者“满足”。负偏离且属于实质性要求的，其投标将被否决。',
      { ...indented, spacing: { before: 200, line: 360, lineRule: 'auto' } },
    ) +
    section({ headers: references('header', { default: 'header-deviation' }), pgMar: margins(1440, 1440) }),
}

import type { CorpusDocument } from './package-docx.ts'
import { faces } from '../docx/style.ts'
import { officeStyles, officeStylesXml, stylesXml } from './styles.ts'
import {
  borders,
  cellMargins,
  element,
  grid,
  margins,
  p,
  properties,
  ps,
  r,
  section,
  tbl,
  tc,
  tr,
} from '../docx/wordml.ts'

const middle = { vAlign: 'center' } as const
const centre = { jc: 'center' } as const
const bold = { b: true } as const
const indented = { ind: { firstLine: 420, firstLineChars: 200 } } as const
const exactly = (val: number) => ({ trHeight: { val, hRule: 'exact' } })
const atLeast = (val: number) => ({ trHeight: { val, hRule: 'atLeast' } })

/** A form whose rows have exact heights, least heights and none, with text at the top, middle and bottom of its cells. */
export const rowHeights: CorpusDocument = {
  title: '供应商准入申请表',
  styles: officeStylesXml(),
  body:
    p('供应商准入申请表', { pStyle: 'Title' }) +
    p('填表日期：      年    月    日　　　　　　　　　　　编号：', { spacing: { after: 80 }, jc: 'left' }) +
    tbl([1500, 3000, 1500, 3070], { jc: 'center', tblBorders: grid(), tblLayout: { type: 'fixed' } }, [
      tr(
        [
          tc('企业名称', middle, centre, bold),
          tc('昆山精锐模具科技有限公司', middle),
          tc('注册资本', middle, centre, bold),
          tc('2,000 万元', middle),
        ],
        exactly(600),
      ),
      tr(
        [
          tc('法定代表人', middle, centre, bold),
          tc('顾伟明', middle),
          tc('成立日期', middle, centre, bold),
          tc('2014 年 6 月 11 日', middle),
        ],
        exactly(600),
      ),
      tr(
        [
          tc('经营范围', middle, centre, bold),
          tc(
            '精密模具、冲压件、注塑件的设计、制造与销售；机械设备租赁；货物及技术的进出口业务（依法须经批准的项目，经相关部门批准后方可开展经营活动）。',
            { gridSpan: 3, ...middle },
          ),
        ],
        atLeast(900),
      ),
      tr([
        tc('主要设备', middle, centre, bold),
        tc(
          ps(
            [
              '慢走丝线切割机 6 台（Sodick AQ537L）',
              '高速加工中心 9 台（MAKINO V33i）',
              '三坐标测量机 2 台（ZEISS CONTURA）',
            ],
            { spacing: { line: 300, lineRule: 'auto' } },
          ),
          { gridSpan: 3 },
        ),
      ]),
      tr(
        [
          tc('质量体系', { vAlign: 'top' }, centre, bold),
          tc('IATF 16949:2016，证书有效期至 2027 年 9 月 30 日', { vAlign: 'bottom' }),
          tc('环境体系', { vAlign: 'top' }, centre, bold),
          tc('ISO 14001:2015', { vAlign: 'bottom' }),
        ],
        atLeast(1000),
      ),
      tr(
        [
          tc('主要客户', middle, centre, bold),
          tc(
            '汽车电子连接器、新能源电池结构件等领域的一级供应商十二家，近三年年均销售额人民币 1.35 亿元，其中出口占百分之二十二。',
            { gridSpan: 3, ...middle },
          ),
        ],
        exactly(420),
      ),
      tr(
        [
          tc('现场评审意见', middle, centre, bold),
          tc(
            p(
              '经评审组于 2026 年 3 月 6 日现场评审，该企业质量管理体系运行有效，设备能力满足要求，综合得分 87 分，建议列为合格供应商，首年按 B 级管理。',
            ) + p('评审组长：　　　　　　　日期：　　　　　　', { jc: 'right', spacing: { before: 400 } }),
            { gridSpan: 3 },
          ),
        ],
        atLeast(2200),
      ),
      tr([tc('审批意见', middle, centre, bold), tc('', { gridSpan: 3 })], exactly(1400)),
    ]) +
    p(
      '填表要求：企业名称应当与营业执照一致；附营业执照、体系证书、近两年审计报告和主要设备清单的复印件，并逐页加盖公章。虚报设备或者业绩的，一经查实，三年内不得再次申请。现场评审由质量部牵头，采购部、技术部各派一人参加，评审结论在五个工作日内通知申请企业。',
      { ...indented, spacing: { before: 160 } },
    ) +
    section({ pgMar: margins(1440, 1400) }),
}

/** Cells whose text runs from top to bottom, or turned, beside ordinary ones. */
export const verticalText: CorpusDocument = {
  title: '员工劳动合同履行情况登记表',
  styles: officeStylesXml(),
  body:
    p('劳动合同履行情况登记表', { pStyle: 'Title' }) +
    tbl([700, 1500, 2400, 700, 1500, 2270], { jc: 'center', tblBorders: grid(), tblLayout: { type: 'fixed' } }, [
      tr(
        [
          tc('基本情况', { vMerge: 'restart', textDirection: 'tbRlV', ...middle }, centre, bold),
          tc('姓名', middle, centre),
          tc('林晓彤', middle),
          tc('岗位', { vMerge: 'restart', textDirection: 'tbRlV', ...middle }, centre, bold),
          tc('部门', middle, centre),
          tc('供应链管理部', middle),
        ],
        atLeast(560),
      ),
      tr(
        [
          tc('', { vMerge: true }),
          tc('出生年月', middle, centre),
          tc('1993 年 8 月', middle),
          tc('', { vMerge: true }),
          tc('职务', middle, centre),
          tc('采购主管', middle),
        ],
        atLeast(560),
      ),
      tr(
        [
          tc('', { vMerge: true }),
          tc('学历', middle, centre),
          tc('本科（物流管理）', middle),
          tc('', { vMerge: true }),
          tc('工作地点', middle, centre),
          tc('苏州、上海', middle),
        ],
        atLeast(560),
      ),
      tr(
        [
          tc('合同期限', { textDirection: 'tbRl', ...middle }, centre, bold),
          tc(
            '自 2024 年 3 月 1 日起至 2027 年 2 月 28 日止，共三年，其中试用期三个月。期满前一个月由人力资源部征询双方续签意愿。',
            { gridSpan: 2, ...middle },
          ),
          tc('变更记录', { textDirection: 'tbRl', ...middle }, centre, bold),
          tc('2025 年 7 月 1 日由采购专员调整为采购主管，月工资由 9,500 元调整为 12,800 元，双方已签订变更协议书。', {
            gridSpan: 2,
            ...middle,
          }),
        ],
        atLeast(1700),
      ),
      tr(
        [
          tc('考核评语', { textDirection: 'btLr', ...middle }, centre, bold),
          tc(
            ps(
              [
                '2024 年度：良好。熟悉业务流程，独立完成包装材料类目的年度招标，节约成本百分之六点五。',
                '2025 年度：优秀。牵头完成供应商分级管理办法的修订，推动对账周期由十二天缩短至五天。',
              ],
              { spacing: { after: 80 } },
            ),
            { gridSpan: 5, ...middle },
          ),
        ],
        atLeast(1900),
      ),
      tr(
        [
          tc('签字确认', { textDirection: 'tbRlV', ...middle }, centre, bold),
          tc('员工：', { gridSpan: 2, vAlign: 'bottom' }),
          tc('用人单位（盖章）：', { gridSpan: 3, vAlign: 'bottom' }),
        ],
        exactly(1500),
      ),
    ]) +
    p(
      '本表由人力资源部保管，随员工档案移交。劳动合同订立、变更、续订、解除或者终止的，应当在十个工作日内登记。员工对登记内容有异议的，可以要求查阅并更正。登记不得涂改；确需更正的，应当在更正处由员工与经办人共同签字，并注明更正日期和原因。',
      { ...indented, spacing: { before: 200, line: 340, lineRule: 'auto' } },
    ) +
    p('依据《中华人民共和国劳动合同法》第五十条，用人单位对已经解除或者终止的劳动合同的文本，至少保存二年备查。', {
      ...indented,
      spacing: { line: 340, lineRule: 'auto' },
    }) +
    section({ pgMar: margins(1440, 1400) }),
}

const condition = (
  type: string,
  parts: { rPr?: Record<string, string | number | boolean>; fill?: string; edges?: string; pPr?: string },
) =>
  `<w:tblStylePr w:type="${type}">${parts.pPr ? `<w:pPr>${parts.pPr}</w:pPr>` : ''}${properties('rPr', parts.rPr ?? {})}<w:tcPr>${parts.edges ? element('tcBorders', parts.edges) : ''}${parts.fill ? `<w:shd w:val="clear" w:color="auto" w:fill="${parts.fill}"/>` : ''}</w:tcPr></w:tblStylePr>`

const theme = `<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Office"><a:themeElements><a:clrScheme name="Office"><a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1><a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1><a:dk2><a:srgbClr val="44546A"/></a:dk2><a:lt2><a:srgbClr val="E7E6E6"/></a:lt2><a:accent1><a:srgbClr val="4472C4"/></a:accent1><a:accent2><a:srgbClr val="ED7D31"/></a:accent2><a:accent3><a:srgbClr val="A5A5A5"/></a:accent3><a:accent4><a:srgbClr val="FFC000"/></a:accent4><a:accent5><a:srgbClr val="5B9BD5"/></a:accent5><a:accent6><a:srgbClr val="70AD47"/></a:accent6><a:hlink><a:srgbClr val="0563C1"/></a:hlink><a:folHlink><a:srgbClr val="954F72"/></a:folHlink></a:clrScheme><a:fontScheme name="Office"><a:majorFont><a:latin typeface="Arimo"/><a:ea typeface=""/><a:cs typeface=""/><a:font script="Hans" typeface="Noto Sans SC"/></a:majorFont><a:minorFont><a:latin typeface="Tinos"/><a:ea typeface=""/><a:cs typeface=""/><a:font script="Hans" typeface="Noto Serif SC"/></a:minorFont></a:fontScheme><a:fmtScheme name="Office"><a:fillStyleLst><a:solidFill><a:schemeClr val="phClr"/></a:solidFill><a:solidFill><a:schemeClr val="phClr"/></a:solidFill><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:fillStyleLst><a:lnStyleLst><a:ln w="6350"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln><a:ln w="6350"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln><a:ln w="6350"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln></a:lnStyleLst><a:effectStyleLst><a:effectStyle><a:effectLst/></a:effectStyle><a:effectStyle><a:effectLst/></a:effectStyle><a:effectStyle><a:effectLst/></a:effectStyle></a:effectStyleLst><a:bgFillStyleLst><a:solidFill><a:schemeClr val="phClr"/></a:solidFill><a:solidFill><a:schemeClr val="phClr"/></a:solidFill><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>`

const regions: readonly (readonly string[])[] = [
  ['华东', '1,286.40', '1,352.75', '1,418.20', '1,507.90', '5,565.25'],
  ['华南', '842.10', '910.35', '887.60', '955.05', '3,595.10'],
  ['华北', '655.80', '640.25', '702.90', '731.45', '2,730.40'],
  ['西南', '310.55', '342.80', '365.15', '402.60', '1,421.10'],
  ['华中', '428.90', '455.10', '470.85', '498.30', '1,853.15'],
]

/** Looks that come from a table style alone (head, total, bands, first column), fonts from the theme; widths left to the program. */
export const tableStyles: CorpusDocument = {
  title: '2025 年度销售情况通报',
  theme,
  settings: '',
  styles: stylesXml(
    {
      rPr: {
        rFonts: {
          asciiTheme: 'minorHAnsi',
          hAnsiTheme: 'minorHAnsi',
          eastAsiaTheme: 'minorEastAsia',
          cstheme: 'minorBidi',
        },
        sz: 21,
        szCs: 22,
      },
    },
    [
      ...officeStyles.filter(({ id }) => !id.startsWith('Heading')),
      {
        id: 'Heading1',
        name: 'heading 1',
        basedOn: 'Normal',
        pPr: { keepNext: true, spacing: { before: 240, after: 120 } },
        rPr: {
          rFonts: {
            asciiTheme: 'majorHAnsi',
            hAnsiTheme: 'majorHAnsi',
            eastAsiaTheme: 'majorEastAsia',
            cstheme: 'majorBidi',
          },
          b: true,
          sz: 26,
          szCs: 26,
        },
      },
      {
        id: 'BandedTable',
        name: 'Grid Table 4 Accent 1',
        type: 'table',
        pPr: { spacing: { before: 20, after: 20 } },
        tblPr: { tblStyleRowBandSize: 1, tblBorders: grid(4, '8EAADB'), tblCellMar: cellMargins(0, 108) },
        conditions:
          condition('firstRow', { rPr: { b: true, color: 'FFFFFF' }, fill: '4472C4', pPr: '<w:jc w:val="center"/>' }) +
          condition('lastRow', { rPr: { b: true }, edges: borders({ top: ['double', 4, '4472C4'] }) }) +
          condition('firstCol', { rPr: { b: true } }) +
          condition('band1Horz', { fill: 'D9E2F3' }),
      },
    ],
  ),
  body:
    p('2025 年度销售情况通报', { pStyle: 'Title' }) +
    p('一、总体情况', { pStyle: 'Heading1' }) +
    p(
      '2025 年公司实现含税销售收入 15,165.00 万元，同比增长 11.6%；新签合同 1,284 份，合同金额 17,902.30 万元；期末在手订单 4,126.80 万元。各区域收入逐季增长，华东区域占总收入的 36.7%，仍为最大市场；西南区域增速最快，全年增长 24.3%。',
      indented,
    ) +
    p('二、分区域收入（万元）', { pStyle: 'Heading1' }) +
    tbl(
      [1500, 1400, 1400, 1400, 1400, 1500],
      {
        tblStyle: 'BandedTable',
        jc: 'center',
        tblLook: { val: '04E0', firstRow: 1, lastRow: 1, firstColumn: 1, lastColumn: 0, noHBand: 0, noVBand: 1 },
      },
      [
        tr(['区域', '一季度', '二季度', '三季度', '四季度', '全年'].map((text) => tc(text))),
        ...regions.map((row) => tr(row.map((text, i) => tc(text, {}, { jc: i === 0 ? 'left' : 'right' })))),
        tr(
          ['合计', '3,523.75', '3,701.25', '3,844.70', '4,095.30', '15,165.00'].map((text, i) =>
            tc(text, {}, { jc: i === 0 ? 'left' : 'right' }),
          ),
        ),
      ],
    ) +
    p('三、回款与应收', { pStyle: 'Heading1' }) +
    p(
      '全年回款 14,208.60 万元，回款率 93.7%。截至 12 月 31 日应收账款余额 2,317.45 万元，其中账龄超过九十天的 186.20 万元，涉及九家客户，已全部发出催款函，三家进入诉讼程序。',
      indented,
    ) +
    tbl(
      [2200, 2200, 2200],
      {
        tblStyle: 'BandedTable',
        tblInd: { w: 420, type: 'dxa' },
        tblLook: { val: '0620', firstRow: 1, lastRow: 0, firstColumn: 0, lastColumn: 0, noHBand: 1, noVBand: 1 },
      },
      [
        tr(['账龄', '金额（万元）', '占比'].map((text) => tc(text))),
        tr([tc('30 天以内'), tc('1,402.10', {}, { jc: 'right' }), tc('60.5%', {}, { jc: 'right' })]),
        tr([tc('31—90 天'), tc('729.15', {}, { jc: 'right' }), tc('31.5%', {}, { jc: 'right' })]),
        tr([tc('90 天以上'), tc('186.20', {}, { jc: 'right' }), tc('8.0%', {}, { jc: 'right' })]),
      ],
    ) +
    p(
      r('下一步，') +
        r('销售管理部', bold) +
        r(
          '应当会同财务部逐户制定清欠方案，明确责任人与完成时间，并于每月十日前通报进展；对逾期客户暂停发货，恢复发货须经分管副总经理批准。',
        ),
      { ...indented, spacing: { before: 160 } },
    ) +
    p(
      '表格样式：网格表 4 - 着色 1',
      { jc: 'right' },
      { rFonts: faces('Noto Sans SC', 'Arimo'), sz: 16, color: '7F7F7F' },
    ) +
    section({ pgMar: margins(1440, 1440) }),
}

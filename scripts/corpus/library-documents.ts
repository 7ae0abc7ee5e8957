import {
  LineRuleType,
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  FootnoteReferenceRun,
  Header,
  HeadingLevel,
  ImageRun,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  ShadingType,
  Tab,
  TabStopType,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
  type IRunOptions,
} from 'docx'
import { unzipSync } from 'fflate'
import { zipFiles } from '../docx/archive.ts'
import { markPng } from './paint.ts'

const font = { ascii: 'Tinos', hAnsi: 'Tinos', eastAsia: 'Noto Serif SC', cs: 'Tinos' }
const bold: IRunOptions = { bold: true }
const text = (content: string, options: IRunOptions = {}) => new TextRun({ text: content, ...options })
const line = (content: string, alignment?: (typeof AlignmentType)[keyof typeof AlignmentType]) =>
  new Paragraph({ children: [text(content)], ...(alignment ? { alignment } : {}) })
const cell = (
  content: string,
  { width, fill, right, ...run }: IRunOptions & { width: number; fill?: string; right?: boolean },
) =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    ...(fill ? { shading: { type: ShadingType.CLEAR, fill, color: 'auto' } } : {}),
    children: [
      new Paragraph({ alignment: right ? AlignmentType.RIGHT : AlignmentType.LEFT, children: [text(content, run)] }),
    ],
  })

const defaults = {
  document: { run: { font, size: 21 }, paragraph: { spacing: { line: 320, lineRule: LineRuleType.AUTO } } },
}

const orderLines: readonly (readonly [name: string, quantity: string, price: string, amount: string])[] = [
  ['A4 复印纸 70 g（5 包/箱）', '120 箱', '118.00', '14,160.00'],
  ['硒鼓 CF226X 原装', '36 支', '865.00', '31,140.00'],
  ['会议椅 网布可升降', '48 把', '329.00', '15,792.00'],
  ['档案盒 牛皮纸 5 cm', '600 个', '6.80', '4,080.00'],
]
const widths = [3900, 1400, 1600, 2100]

const purchaseOrder = new Document({
  title: '采购订单',
  styles: { default: defaults },
  sections: [
    {
      properties: {
        page: { size: { width: 11_906, height: 16_838 }, margin: { top: 1440, bottom: 1440, left: 1450, right: 1450 } },
      },
      headers: {
        default: new Header({
          children: [
            new Paragraph({
              tabStops: [{ type: TabStopType.RIGHT, position: 9000 }],
              children: [
                new ImageRun({ type: 'png', data: Buffer.from(markPng), transformation: { width: 28, height: 28 } }),
                text(' 临海精工机械有限公司'),
                new TextRun({ children: [new Tab(), '采购部'] }),
              ],
            }),
          ],
        }),
      },
      footers: {
        default: new Footer({
          children: [
            new Paragraph({
              alignment: AlignmentType.CENTER,
              children: [
                new TextRun({ children: ['第 ', PageNumber.CURRENT, ' 页 / 共 ', PageNumber.TOTAL_PAGES, ' 页'] }),
              ],
            }),
          ],
        }),
      },
      children: [
        new Paragraph({
          heading: HeadingLevel.TITLE,
          alignment: AlignmentType.CENTER,
          children: [text('采购订单', { size: 40, bold: true, font })],
        }),
        line('订单号：CGD-2026-0619　　订单日期：2026 年 6 月 19 日', AlignmentType.RIGHT),
        new Paragraph({ children: [text('供应商：', bold), text('台州卓越办公用品有限公司（供应商编码 S-0412）')] }),
        new Paragraph({
          spacing: { after: 160 },
          children: [
            text('依据：', bold),
            text(
              '《2026 年度办公用品框架采购协议》（KJ-2026-0011）。本订单未约定的事项，按照框架协议执行；与框架协议不一致且未注明变更的，以框架协议为准。',
            ),
          ],
        }),
        new Table({
          width: { size: 9000, type: WidthType.DXA },
          columnWidths: widths,
          borders: Object.fromEntries(
            ['top', 'bottom', 'left', 'right', 'insideHorizontal', 'insideVertical'].map((side) => [
              side,
              { style: BorderStyle.SINGLE, size: 6, color: '7F7F7F' },
            ]),
          ),
          rows: [
            new TableRow({
              tableHeader: true,
              children: ['品名与规格', '数量', '单价（元）', '金额（元）'].map((title, i) =>
                cell(title, { width: widths[i]!, fill: 'E2EFD9', bold: true }),
              ),
            }),
            ...orderLines.map(
              (row) =>
                new TableRow({
                  cantSplit: true,
                  children: row.map((content, i) => cell(content, { width: widths[i]!, right: i > 0 })),
                }),
            ),
            new TableRow({
              children: [
                new TableCell({
                  columnSpan: 3,
                  children: [
                    new Paragraph({ alignment: AlignmentType.RIGHT, children: [text('合计（含税 13%）', bold)] }),
                  ],
                }),
                cell('65,172.00', { width: widths[3]!, right: true, bold: true }),
              ],
            }),
          ],
        }),
        new Paragraph({
          heading: HeadingLevel.HEADING_2,
          spacing: { before: 240, after: 120 },
          children: [text('交付要求', { bold: true, font, size: 24, color: '1F4E79' })],
        }),
        ...[
          '请于 2026 年 6 月 26 日前送达临海市大洋街道柏叶东路 99 号行政楼一层仓库，送货前一天与仓管员联系。',
          '纸箱外应当注明订单号与品名；硒鼓应当附防伪查询码，非原装产品一律退回。',
          '会议椅由供应商负责安装并清运包装物，安装后逐把检查升降与靠背。',
          '随货提供送货单一式三联与合格证，货到验收合格后开具增值税专用发票。',
        ].map((content) => new Paragraph({ numbering: { reference: 'demands', level: 0 }, children: [text(content)] })),
        new Paragraph({
          spacing: { before: 240 },
          children: [
            text(
              '请在一个工作日内确认本订单。逾期交货的，按照框架协议第十九条承担违约责任：每逾期一日，按逾期部分金额的千分之一支付违约金，累计不超过百分之十；逾期超过十日的，我公司有权取消未交付部分并另行采购，差价由贵公司承担。',
              { highlight: 'yellow' },
            ),
            text('如需变更数量或者交期，须经双方书面确认。'),
          ],
        }),
        new Paragraph({
          spacing: { before: 400 },
          tabStops: [{ type: TabStopType.LEFT, position: 4800 }],
          children: [new TextRun({ children: ['采购员：许嘉怡', new Tab(), '供应商确认（盖章）：'] })],
        }),
      ],
    },
  ],
  numbering: {
    config: [
      {
        reference: 'demands',
        levels: [
          {
            level: 0,
            format: LevelFormat.DECIMAL,
            text: '%1.',
            alignment: AlignmentType.START,
            style: { paragraph: { indent: { left: 420, hanging: 420 } } },
          },
        ],
      },
    ],
  },
})

const minutes = new Document({
  title: '合同评审会议纪要',
  styles: {
    default: defaults,
    paragraphStyles: [
      {
        id: 'Note',
        name: 'Note',
        basedOn: 'Normal',
        run: { italics: true, color: '7F7F7F', size: 18 },
        paragraph: {
          indent: { left: 420 },
          border: { left: { style: BorderStyle.SINGLE, size: 12, color: 'BFBFBF', space: 6 } },
        },
      },
    ],
  },
  footnotes: {
    1: {
      children: [
        new Paragraph({ children: [text(' 参见公司《授权管理规定》附表二，单笔金额以不含税价计算。', { size: 18 })] }),
      ],
    },
  },
  numbering: {
    config: [
      {
        reference: 'agenda',
        levels: [
          {
            level: 0,
            format: LevelFormat.CHINESE_COUNTING,
            text: '%1、',
            alignment: AlignmentType.START,
            style: { paragraph: { indent: { left: 480, hanging: 480 } } },
          },
          {
            level: 1,
            format: LevelFormat.DECIMAL,
            text: '%2）',
            alignment: AlignmentType.START,
            style: { paragraph: { indent: { left: 900, hanging: 420 } } },
          },
        ],
      },
    ],
  },
  sections: [
    {
      properties: {
        page: { size: { width: 11_906, height: 16_838 }, margin: { top: 1300, bottom: 1300, left: 1500, right: 1500 } },
        titlePage: true,
      },
      headers: {
        first: new Header({ children: [new Paragraph({ children: [] })] }),
        default: new Header({
          children: [
            new Paragraph({ alignment: AlignmentType.RIGHT, children: [text('合同评审会议纪要（续）', { size: 18 })] }),
          ],
        }),
      },
      children: [
        new Paragraph({
          alignment: AlignmentType.CENTER,
          spacing: { after: 200 },
          children: [text('合同评审会议纪要', { bold: true, size: 36 })],
        }),
        ...[
          '时间：2026 年 4 月 22 日 14:00—16:20',
          '地点：总部 1203 会议室（同步视频接入嘉兴工厂）',
          '主持：副总经理 韦思远　　记录：高雅',
          '出席：法务部、财务部、技术中心、供应链管理部、嘉兴工厂负责人共十一人',
        ].map((content) => line(content)),
        ...(
          [
            [
              '伺服压力机采购合同（金额 1,186 万元）',
              [
                '供应商拟将质保期由二十四个月改为十八个月，会议不同意，维持原条款，另要求延长关键部件质保至三十六个月。',
                '预付款比例由百分之三十降至百分之二十，余款与发货、终验收挂钩；预付款须以银行保函担保。',
                '违约金上限由合同价的百分之五调整为百分之十，技术指标不达标的分级扣款表作为附件三。',
              ],
            ],
            [
              '厂区物流外包服务合同',
              [
                '同意采用按件计价与最低服务费相结合的方式，最低服务费不超过上年度实际支出的百分之七十。',
                '服务人员工伤责任由服务商承担，服务商应当为其购买雇主责任险，每人每次事故限额不低于八十万元。',
                '增加数据保密条款，仓储系统账号实行一人一号，离岗当日注销。',
              ],
            ],
            [
              '软件订阅续约',
              [
                '同意续约一年，价格上浮不超过百分之三；同时启动替代产品测试，六月底前提交比选报告。',
                '续约合同应当增加数据导出条款，供应商须在终止后三十日内配合导出全部数据，不得收费。',
              ],
            ],
          ] as const
        ).flatMap(([title, points]) => [
          new Paragraph({
            numbering: { reference: 'agenda', level: 0 },
            keepNext: true,
            spacing: { before: 160 },
            children: [text(title, bold)],
          }),
          ...points.map(
            (point) => new Paragraph({ numbering: { reference: 'agenda', level: 1 }, children: [text(point)] }),
          ),
        ]),
        new Paragraph({
          spacing: { before: 240 },
          children: [
            text('审批权限：', bold),
            text('伺服压力机合同超过一千万元'),
            new FootnoteReferenceRun(1),
            text(
              '，由董事会战略委员会审议后签署，法务部于五月十日前完成文本定稿，供应链管理部负责与供应商确认。其余两份合同由总经理授权分管副总经理签署。',
            ),
          ],
        }),
        new Paragraph({
          style: 'Note',
          spacing: { before: 160 },
          children: [
            text(
              '说明：本纪要经与会各方确认，自签发之日起执行；各责任部门应当在每周例会上报告进展，逾期事项列入督办清单，由总经理办公室跟踪直至办结。',
            ),
          ],
        }),
        new Paragraph({ alignment: AlignmentType.RIGHT, spacing: { before: 240 }, children: [text('签发：韦思远')] }),
        new Paragraph({
          alignment: AlignmentType.RIGHT,
          children: [new TextRun({ text: '抄送：总经理、各副总经理，审计部', size: 18, break: 1 })],
        }),
      ],
    },
  ],
})

/** What the library writes, without the time of writing and in our fixed order of the archive. */
async function packed(document: Document): Promise<Uint8Array> {
  const files = unzipSync(new Uint8Array(await Packer.toBuffer(document)))
  const decoder = new TextDecoder()
  const names = Object.keys(files).filter((name) => !name.endsWith('/'))
  const texts = new Map<string, string | Uint8Array>()
  for (const name of ['[Content_Types].xml', ...names.filter((each) => each !== '[Content_Types].xml').toSorted()]) {
    const bytes = files[name]!
    texts.set(
      name,
      /\.(xml|rels)$/.test(name)
        ? decoder.decode(bytes).replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '2026-01-01T00:00:00Z')
        : bytes,
    )
  }
  return zipFiles(texts)
}

export const libraryDocuments: Readonly<Record<string, () => Promise<Uint8Array>>> = {
  'library-purchase-order': () => packed(purchaseOrder),
  'library-minutes': () => packed(minutes),
}

import { ink } from './page.ts'
import { type Border, type Cell, paragraph, type Row, table, type TableFormat } from './wordml.ts'

const outer: Border = { size: 8, color: ink.outline }
const inner: Border = { size: 4, color: ink.inline }
const grid = (widths: readonly number[], vertical = 50): TableFormat => ({
  widths,
  outer,
  inner,
  margins: { vertical, side: 85 },
})

/** 第 n 条 with its title. */
export function article(title: string): string {
  return paragraph(title, { style: 'Heading1' })
}

/** One 款, numbered within its 条. `before` leaves room after a table. */
export function clause(text: string, options: { before?: number; after?: number; keepNext?: boolean } = {}): string {
  return paragraph(text, { style: 'Clause', ...options })
}

/** （n）: one 项. */
export function item(text: string): string {
  return paragraph(text, { style: 'Item' })
}

/** Paragraphs or tables that stand only when the condition holds. The commands have lines of their own and vanish with them. */
export function when(condition: string, ...content: string[]): string {
  return (
    paragraph(`{{IF ${condition}}}`, { style: 'Command' }) +
    content.join('') +
    paragraph('{{END-IF}}', { style: 'Command' })
  )
}

function textCell(style: string, text: string, shade?: string): Cell {
  return { content: paragraph(text, { style }), ...(shade ? { shade } : {}) }
}

/** Number, title, date and place under the heading of a contract without a cover. */
export function particulars(rows: readonly [label: string, value: string][]): string {
  const lines: Row[] = []
  for (let i = 0; i < rows.length; i += 2) {
    lines.push({
      cells: [rows[i], rows[i + 1]].map((entry) => textCell('TableText', entry ? `${entry[0]}：${entry[1]}` : '')),
    })
  }
  return table({ widths: [4972, 4100], margins: { vertical: 20, side: 0 } }, lines) + gap(120)
}

/** An empty line of the given height in twips: two tables must not touch, and Word wants a paragraph between them. */
export function gap(height: number): string {
  return `<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="${height}" w:lineRule="exact"/></w:pPr></w:p>`
}

export interface PartiesOptions {
  /** 买方, 采购方, …; none where both sides have the same part. */
  readonly first?: string
  readonly second?: string
  /** Leave out the bank rows where no money flows. */
  readonly withoutBank?: boolean
}

function named(side: string, role: string | undefined): string {
  return role ? `${side}（${role}）` : side
}

/** 甲方 and 乙方 side by side, all that a lawyer checks of them. */
export function partiesTable({ first, second, withoutBank }: PartiesOptions): string {
  const rows: [label: string, field: (side: string) => string][] = [
    ['名称', (side) => `**{{${side}.名称}}**`],
    ['统一社会信用代码', (side) => `{{${side}.统一社会信用代码}}`],
    ['住所', (side) => `{{${side}.地址}}`],
    ['法定代表人', (side) => `{{${side}.法定代表人}}`],
    ['委托代理人', (side) => `{{${side}.委托代理人}}`],
    ['联系人及电话', (side) => `{{${side}.联系人}}　{{${side}.电话}}`],
    ['电子邮箱', (side) => `{{${side}.邮箱}}`],
  ]
  if (!withoutBank) rows.push(['开户银行', (side) => `{{${side}.开户行}}`], ['银行账号', (side) => `{{${side}.账号}}`])
  const head = ['当事人', named('甲方', first), named('乙方', second)]
  return table(grid([1872, 3600, 3600]), [
    {
      header: true,
      cells: head.map((text) => ({
        content: paragraph(text, { style: 'TableLabel', run: { bold: true } }),
        shade: ink.headGround,
      })),
    },
    ...rows.map(([label, field]): Row => {
      const side = (name: string): Cell => ({ content: paragraph(field(name), { style: 'TableText' }) })
      return {
        cells: [
          { content: paragraph(label, { style: 'TableLabel' }), shade: ink.labelGround },
          side('甲方'),
          side('乙方'),
        ],
      }
    }),
  ])
}

interface Column {
  readonly head: string
  readonly width: number
  readonly field: string
  readonly align: 'left' | 'center' | 'right'
}

/** Rows of a list with its head repeated on every page, between FOR and END-FOR rows that vanish in the filled document. */
function listTable(variable: string, list: string, columns: readonly Column[], feet: readonly Row[]): string {
  const command = (text: string): Row => ({
    cells: [{ content: paragraph(text, { style: 'Command' }), span: columns.length }],
  })
  return table(
    grid(
      columns.map((column) => column.width),
      45,
    ),
    [
      {
        header: true,
        height: 400,
        cells: columns.map(({ head }) => ({ content: paragraph(head, { style: 'LineHead' }), shade: ink.headGround })),
      },
      command(`{{FOR ${variable} IN ${list}}}`),
      {
        height: 380,
        cells: columns.map(({ field, align }) => ({ content: paragraph(field, { style: 'LineText', align }) })),
      },
      command(`{{END-FOR ${variable}}}`),
      ...feet,
    ],
  )
}

function foot(parts: readonly [text: string, span: number, align: 'left' | 'right' | 'center'][], bold = true): Row {
  return {
    height: 400,
    cells: parts.map(([text, span, align]) => ({
      content: paragraph(text, { style: 'LineText', align, run: { bold } }),
      span,
      shade: ink.labelGround,
    })),
  }
}

/**
 * 标的明细: tax-inclusive prices, with the total in figures, its net amount and tax, and the total in capital characters.
 * `quantityHead` and `totalLabel` suit a price list, where quantities are estimates.
 */
export function lineTable(
  options: { quantityHead?: string; amountHead?: string; totalLabel?: string; capitalLabel?: string } = {},
): string {
  const {
    quantityHead = '数量',
    amountHead = '金额（元）',
    totalLabel = '合计（价税合计）',
    capitalLabel = '合计大写',
  } = options
  const columns: Column[] = [
    { head: '序号', width: 580, field: '{{明细.序号}}', align: 'center' },
    { head: '名称', width: 2090, field: '{{明细.名称}}', align: 'left' },
    { head: '规格型号', width: 1790, field: '{{明细.规格型号}}', align: 'left' },
    { head: '单位', width: 620, field: '{{明细.单位}}', align: 'center' },
    { head: quantityHead, width: 820, field: '{{明细.数量 | 数量}}', align: 'right' },
    { head: '含税单价（元）', width: 1180, field: '{{明细.单价 | 单价}}', align: 'right' },
    { head: '税率', width: 660, field: '{{明细.税率 | 百分比}}', align: 'center' },
    { head: amountHead, width: 1332, field: '{{明细.金额 | 金额}}', align: 'right' },
  ]
  return listTable('明细', '合同.明细', columns, [
    foot([
      [totalLabel, 7, 'right'],
      ['{{合同.总金额 | 金额}}', 1, 'right'],
    ]),
    foot(
      [
        ['其中：不含税金额　{{合同.不含税金额 | 金额}} 元', 4, 'left'],
        ['增值税税额　{{合同.税额 | 金额}} 元', 4, 'left'],
      ],
      false,
    ),
    foot([
      [capitalLabel, 2, 'center'],
      ['{{合同.总金额 | 大写}}', 6, 'left'],
    ]),
  ])
}

/** 收付款计划 with its sum. `conditionHead` suits milestones. */
export function planTable(options: { conditionHead?: string; nameHead?: string; dateHead?: string } = {}): string {
  const { conditionHead = '付款条件', nameHead = '款项', dateHead = '付款期限' } = options
  const columns: Column[] = [
    { head: '期次', width: 600, field: '{{期.序号}}', align: 'center' },
    { head: nameHead, width: 1340, field: '{{期.名称}}', align: 'left' },
    { head: conditionHead, width: 3340, field: '{{期.条件}}', align: 'left' },
    { head: '比例', width: 760, field: '{{期.比例 | 百分比}}', align: 'center' },
    { head: '金额（元）', width: 1332, field: '{{期.金额 | 金额}}', align: 'right' },
    { head: dateHead, width: 1700, field: '{{期.日期 | 日期 "yyyy年M月d日"}}', align: 'center' },
  ]
  return listTable('期', '合同.付款计划', columns, [
    foot([
      ['合计', 3, 'center'],
      ['100%', 1, 'center'],
      ['{{合同.总金额 | 金额}}', 1, 'right'],
      ['', 1, 'center'],
    ]),
  ])
}

/** Label and text pairs as a two-column table. */
export function factTable(rows: readonly [label: string, text: string][]): string {
  return table(
    grid([2072, 7000]),
    rows.map(([label, text]) => ({
      cells: [
        { content: paragraph(label, { style: 'TableLabel' }), shade: ink.labelGround },
        { content: paragraph(text, { style: 'TableText' }) },
      ],
    })),
  )
}

/** A blank form: a head and empty rows to fill in by hand or in Word. */
export function blankTable(heads: readonly [text: string, width: number][], emptyRows: number): string {
  return table(
    grid(
      heads.map(([, width]) => width),
      45,
    ),
    [
      { header: true, height: 400, cells: heads.map(([text]) => textCell('LineHead', text, ink.headGround)) },
      ...Array.from({ length: emptyRows }, (): Row => ({
        height: 400,
        cells: heads.map(() => textCell('LineText', '')),
      })),
    ],
  )
}

function signText(content: string): string {
  return paragraph(content, { style: 'SignText' })
}

function anchorLine(command: string, indent: number): string {
  return paragraph(command, { style: 'AnchorLine', indent })
}

type SignatureLine = readonly [content: string, height: number]

function signatureSide(name: string): readonly SignatureLine[] {
  return [
    [signText(`${name}（盖章）：`), 440],
    [signText(`**{{${name}.名称}}**`), 440],
    [anchorLine(`{{SEAL ${name}}}`, 3000), 260],
    [signText('法定代表人或授权代表（签字）：'), 440],
    [anchorLine(`{{SIGN ${name}}}`, 1500), 1000],
    [signText('日期：{{合同.签订日期 | 日期 "yyyy年M月d日"}}'), 440],
  ]
}

/**
 * Both signature blocks side by side, without lines and never parted by a page break. An anchor is the middle of what goes there:
 * the seal over the end of the company's name, the handwriting left of it.
 */
export function signatureBlock(): string {
  const [left, right] = [signatureSide('甲方'), signatureSide('乙方')]
  const rows = left.map(([content, height], index): Row => ({
    height,
    cells: [content, signText(''), right[index]![0]].map((each) => ({ content: each })),
  }))
  return (
    paragraph('（以下无正文，为签署部分）', { style: 'SignText', align: 'center', before: 240, after: 240 }) +
    table({ widths: [4386, 300, 4386], margins: { vertical: 0, side: 40 } }, rows) +
    gap(20)
  )
}

/** The first page of a longer contract. */
export function cover(title: string, sides: readonly [label: string, value: string][]): string {
  const line: Border = { size: 6, color: ink.outline }
  const row = ([label, value]: readonly [string, string]): Row => ({
    height: 760,
    cells: [
      { content: paragraph(label, { style: 'CoverLabel' }), valign: 'bottom' },
      { content: paragraph('：', { style: 'CoverText' }), valign: 'bottom' },
      { content: paragraph(value, { style: 'CoverText' }), valign: 'bottom', bottom: line },
    ],
  })
  return (
    paragraph('合同编号：{{合同.编号}}', { style: 'TableText', align: 'right' }) +
    gap(2900) +
    `<w:p><w:pPr><w:pStyle w:val="Title"/><w:pBdr><w:bottom w:val="single" w:sz="12" w:space="14" w:color="${ink.accent}"/></w:pBdr><w:spacing w:before="0" w:after="280" w:line="900" w:lineRule="exact"/><w:ind w:left="1200" w:right="1200"/></w:pPr>` +
    `<w:r><w:rPr><w:rFonts w:hint="eastAsia"/><w:sz w:val="56"/><w:szCs w:val="56"/></w:rPr><w:t>${title}</w:t></w:r></w:p>` +
    paragraph('{{合同.名称}}', { style: 'Subtitle' }) +
    gap(3500) +
    table({ widths: [2200, 420, 4980], margins: { vertical: 40, side: 40 } }, sides.map(row)) +
    gap(20)
  )
}

/** Title on the first page after a cover. */
export function innerTitle(title: string): string {
  return paragraph(title, { style: 'Title', pageBreakBefore: true })
}

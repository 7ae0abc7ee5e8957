/** What a delivery note says; texts are printed as they are. */
export interface DeliveryNote {
  /** 送货单, or 收货单 for what comes in. */
  title: string
  /** Whose paper it is. */
  company: { name: string; contact: string }
  number: string
  /** `2026年11月24日`. */
  date: string
  /** Above the goods, two in a row; a wide one has the row for itself. */
  facts: { label: string; value: string; wide?: true }[]
  lines: { name: string; specification: string; unit: string; quantity: string; remark: string }[]
  /** In the table's foot. */
  total: { label: string; quantity: string }
  remark: string
  /** Labels of the places to sign. */
  signs: string[]
  hint: string
}

/**
 * Typst source of a delivery note on A4; the note itself comes as `sys.inputs.note`, so that no text is ever read as source.
 * The table's head comes again on every page, and the places to sign are never parted from each other.
 */
export const deliveryNoteSource = `#let note = json(bytes(sys.inputs.note))
#let quiet = rgb("#5a6265")
#let line-colour = rgb("#9aa3a7")
#set page(
  paper: "a4",
  margin: (x: 18mm, top: 18mm, bottom: 20mm),
  footer: context [
    #set text(size: 8pt, fill: quiet)
    #note.number #h(1fr) 第 #counter(page).display() 页，共 #counter(page).final().first() 页
  ],
)
#set text(font: ("Arimo", "Noto Sans SC"), size: 10pt, lang: "zh")
#set par(leading: 0.65em, justify: false)

#align(center)[
  #text(size: 15pt, weight: "bold", note.company.name)
  #if note.company.contact != "" [
    #v(-4pt)
    #text(size: 8.5pt, fill: quiet, note.company.contact)
  ]
  #v(6pt)
  #text(size: 19pt, weight: "bold", tracking: 0.5em, note.title)
]
#v(-8pt)
#grid(columns: (1fr, auto), [发货日期：#note.date], [编号：#note.number])
#v(2pt)
#line(length: 100%, stroke: 0.8pt)
#v(2pt)
#grid(
  columns: (auto, 1fr, auto, 1fr),
  column-gutter: (8pt, 20pt, 8pt),
  row-gutter: 8pt,
  ..note.facts.map(each => (text(fill: quiet, each.label), grid.cell(colspan: if "wide" in each { 3 } else { 1 }, each.value))).flatten()
)
#v(6pt)
#table(
  columns: (38pt, 1.5fr, 1.2fr, 38pt, 66pt, 1fr),
  stroke: 0.5pt + line-colour,
  inset: (x: 6pt, y: 6.5pt),
  align: (x, y) => horizon + if y == 0 { center } else if x == 0 or x == 3 { center } else if x == 4 { right } else { left },
  fill: (_, y) => if y == 0 { rgb("#eef1f3") },
  table.header(..("序号", "名称", "规格型号", "单位", "数量", "备注").map((head) => text(weight: "bold", head))),
  ..note.lines.enumerate().map(((at, each)) => (str(at + 1), each.name, each.specification, each.unit, each.quantity, each.remark)).flatten(),
  table.cell(colspan: 4, align: right + horizon, text(weight: "bold", note.total.label)),
  table.cell(align: right + horizon, text(weight: "bold", note.total.quantity)),
  [],
)
#if note.remark != "" [
  #v(2pt)
  #text(fill: quiet)[备注：]#note.remark
]
#v(10pt)
#block(breakable: false, width: 100%)[
  #text(size: 8.5pt, fill: quiet, note.hint)
  #v(20pt)
  #grid(
    columns: (1fr, 1fr, 1fr),
    column-gutter: 22pt,
    row-gutter: 30pt,
    ..note.signs.map((label) => grid(
      columns: (auto, 1fr),
      column-gutter: 4pt,
      text(label),
      box(width: 100%, height: 0.9em, stroke: (bottom: 0.5pt + line-colour)),
    )),
  )
]
`

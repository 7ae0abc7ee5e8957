interface Level {
  readonly format: string
  readonly text: string
  readonly style?: string
  readonly left: number
  readonly hanging: number
  readonly run: string
}

const heiti =
  '<w:rPr><w:rFonts w:hint="eastAsia" w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="黑体" w:cs="Arial"/><w:b/><w:bCs/></w:rPr>'
const songti =
  '<w:rPr><w:rFonts w:hint="eastAsia" w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="宋体" w:cs="Times New Roman"/><w:b w:val="0"/><w:bCs w:val="0"/></w:rPr>'

// The clause does not repeat its article's number: 十.1 is what programs without 正规形式编号 (isLgl) would make of 10.1.
const contract: readonly Level[] = [
  { format: 'chineseCountingThousand', text: '第%1条', style: 'Heading1', left: 1120, hanging: 1120, run: heiti },
  { format: 'decimal', text: '%2.', style: 'Clause', left: 480, hanging: 480, run: songti },
  { format: 'decimal', text: '（%3）', style: 'Item', left: 1120, hanging: 640, run: songti },
  { format: 'decimalEnclosedCircle', text: '%4', left: 1560, hanging: 440, run: songti },
]

const annex: readonly Level[] = [{ format: 'decimal', text: '%1.', left: 480, hanging: 480, run: songti }]

function levelXml(level: Level, index: number): string {
  const style = level.style ? `<w:pStyle w:val="${level.style}"/>` : ''
  return (
    `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${level.format}"/>${style}<w:suff w:val="tab"/><w:lvlText w:val="${level.text}"/><w:lvlJc w:val="left"/>` +
    `<w:pPr><w:tabs><w:tab w:val="num" w:pos="${level.left}"/></w:tabs><w:ind w:left="${level.left}" w:hanging="${level.hanging}"/></w:pPr>${level.run}</w:lvl>`
  )
}

/** The numbering of annex n (1, 2, …): each annex counts from 1 again. */
export function annexNumbering(annexNo: number): { id: number; level: number } {
  return { id: 1 + annexNo, level: 0 }
}

const annexes = 3

function abstractList(id: number, code: string, levels: readonly Level[]): string {
  return `<w:abstractNum w:abstractNumId="${id}"><w:nsid w:val="${code}"/><w:multiLevelType w:val="multilevel"/><w:tmpl w:val="${code}"/>${levels.map(levelXml).join('')}</w:abstractNum>`
}

/** word/numbering.xml: 第一条 / 1. / （1） / ① in one list bound to the styles, and a plain 1. for annexes. */
export function numberingXml(): string {
  const annexInstances = Array.from({ length: annexes }, (_, index) => {
    const { id } = annexNumbering(index + 1)
    return `<w:num w:numId="${id}"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`
  }).join('')
  return (
    `<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${abstractList(0, '3A5C7E10', contract)}${abstractList(1, '3A5C7E11', annex)}` +
    `<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>${annexInstances}</w:numbering>`
  )
}

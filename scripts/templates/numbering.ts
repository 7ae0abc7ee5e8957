import { abstractNumber, number, type Level } from '../docx/numbering.ts'
import { faces } from '../docx/style.ts'
import type { Properties } from '../docx/wordml.ts'

const heiti: Properties = { rFonts: { hint: 'eastAsia', ...faces('黑体', 'Arial') }, b: true, bCs: true }
const songti: Properties = { rFonts: { hint: 'eastAsia', ...faces('宋体', 'Times New Roman') }, b: false, bCs: false }

const level = (format: string, text: string, left: number, hanging: number, style?: string): Level => ({
  format,
  text,
  suffix: 'tab',
  ...(style === undefined ? {} : { style }),
  pPr: { tabs: `<w:tab w:val="num" w:pos="${left}"/>`, ind: { left, hanging } },
  rPr: style === 'Heading1' ? heiti : songti,
})

// The clause does not repeat its article's number: 十.1 is what programs without 正规形式编号 (isLgl) would make of 10.1.
const contract: readonly Level[] = [
  level('chineseCountingThousand', '第%1条', 1120, 1120, 'Heading1'),
  level('decimal', '%2.', 480, 480, 'Clause'),
  level('decimal', '（%3）', 1120, 640, 'Item'),
  level('decimalEnclosedCircle', '%4', 1560, 440),
]

const annex: readonly Level[] = [level('decimal', '%1.', 480, 480)]

/** The numbering of annex n (1, 2, …): each annex counts from 1 again. */
export function annexNumbering(annexNo: number): { id: number; level: number } {
  return { id: 1 + annexNo, level: 0 }
}

const annexes = 3

/** word/numbering.xml: 第一条 / 1. / （1） / ① in one list bound to the styles, and a plain 1. for annexes. */
export function numberingXml(): string {
  const annexInstances = Array.from({ length: annexes }, (_, index) =>
    number(annexNumbering(index + 1).id, 1, { 0: 1 }),
  )
  return (
    '<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">' +
    `${abstractNumber(0, contract, 'multilevel', '3A5C7E10')}${abstractNumber(1, annex, 'multilevel', '3A5C7E11')}` +
    `${number(1, 0)}${annexInstances.join('')}</w:numbering>`
  )
}

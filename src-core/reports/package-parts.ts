import type { StreamedPart } from './zip-parts.ts'
import { palette } from './sheet-style.ts'

type Streamed = Awaited<ReturnType<StreamedPart['end']>>

const listSheet = 'xl/worksheets/sheet1.xml'

/**
 * The parts of the finished package, in order: the drawn ones, the list's sheet with its rows in place of the drawn one, and what the
 * drawing library cannot say: our quiet table bands, numbers that shrink rather than show ####, quiet chart lines, and the given date (UTC ms)
 * in place of the clock's.
 */
export function finishParts(
  drawn: Readonly<Record<string, Uint8Array>>,
  rows: Streamed,
  { generatedAt, lastRow }: { generatedAt: number; lastRow: number },
): Map<string, Uint8Array | Streamed> {
  const parts = new Map<string, Uint8Array | Streamed>()
  for (const [name, bytes] of Object.entries(drawn)) parts.set(name, finished(name, bytes, generatedAt, lastRow))
  parts.set(listSheet, rows)
  return parts
}

function finished(name: string, bytes: Uint8Array, generatedAt: number, lastRow: number): Uint8Array {
  if (name === 'xl/styles.xml') return edit(bytes, finishStyles)
  if (name === 'docProps/core.xml') return edit(bytes, (xml) => dated(xml, generatedAt))
  if (name.startsWith('xl/tables/')) return edit(bytes, (xml) => finishTable(xml, lastRow))
  if (name.startsWith('xl/charts/')) return edit(bytes, finishChart)
  return bytes
}

/** `<ignoredErrors>` for the list: codes of digits only are meant as text, so no green corners on them. */
export function withoutNumberWarnings(below: string, cells: string): string {
  const warnings = `<ignoredErrors><ignoredError sqref="${cells}" numberStoredAsText="1"/></ignoredErrors>`
  return below.replace(/(?=<drawing |<tableParts |<\/worksheet>)/, warnings)
}

function finishStyles(xml: string): string {
  const dxfs = /<dxfs count="(\d+)"(?:\/>|>(.*?)<\/dxfs>)/s.exec(xml)
  if (dxfs === null) throw new Error('The styles have no place for differences')
  const band = Number(dxfs[1])
  const stripe = `<dxf><fill><patternFill patternType="solid"><fgColor rgb="FF${hex(palette.band)}"/><bgColor rgb="FF${hex(palette.band)}"/></patternFill></fill></dxf>`
  const table = `<tableStyle name="Qidan" pivot="0" count="1"><tableStyleElement type="secondRowStripe" dxfId="${band}"/></tableStyle>`
  const banded = xml.replace(dxfs[0], `<dxfs count="${band + 1}">${dxfs[2] ?? ''}${stripe}</dxfs>`)
  return replaceOnce(banded, '<tableStyles count="0"', '<tableStyles count="1"')
    .replace(/(<tableStyles [^>]*?)\/>/, `$1>${table}</tableStyles>`)
    .replaceAll('<alignment horizontal="right"', '<alignment horizontal="right" shrinkToFit="1"')
}

/** The table was drawn with one row; it ends where the rows end, or with the totals below them. */
function finishTable(xml: string, lastRow: number): string {
  const totals = xml.includes('totalsRowCount="1"') ? 1 : 0
  return replaceOnce(xml, '"TableStyleLight1"', '"Qidan"')
    .replace(/(<table [^>]*ref="[A-Z]+\d+:[A-Z]+)\d+"/, `$1${lastRow + totals}"`)
    .replace(/(<autoFilter ref="[A-Z]+\d+:[A-Z]+)\d+"/, `$1${lastRow}"`)
}

function finishChart(xml: string): string {
  const line = `<c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="${hex(palette.grid)}"/></a:solidFill></a:ln></c:spPr>`
  return largestOnTop(xml)
    .replaceAll('<c:majorGridlines/>', `<c:majorGridlines>${line}</c:majorGridlines>`)
    .replaceAll(/(?=<c:axId val="\d+"\/><c:axId val="\d+"\/><\/c:barChart>)/g, '<c:gapWidth val="60"/>')
}

/** Bars grow upwards from the first; turned round, they stand in the order of their table, the values still along the bottom. */
function largestOnTop(xml: string): string {
  if (!xml.includes('<c:barDir val="bar"/>')) return xml
  const turned = xml.replace(/(<c:catAx>.*?<c:orientation val=)"minMax"/s, (_, before: string) => `${before}"maxMin"`)
  return turned.replace(/(<c:valAx>.*?<c:crosses val=)"autoZero"/s, (_, before: string) => `${before}"max"`)
}

function dated(xml: string, generatedAt: number): string {
  const date = new Date(generatedAt).toISOString().replace(/\.\d+Z$/, 'Z')
  return xml.replaceAll(/(<dcterms:(?:created|modified) [^>]*>)[^<]*/g, `$1${date}`)
}

/** What the library no longer writes must not go unnoticed. */
function replaceOnce(xml: string, what: string, by: string): string {
  if (!xml.includes(what)) throw new Error(`${what} is not in the part`)
  return xml.replace(what, by)
}

function edit(bytes: Uint8Array, change: (xml: string) => string): Uint8Array {
  return new TextEncoder().encode(change(new TextDecoder().decode(bytes)))
}

const hex = (rgb: number): string => rgb.toString(16).toUpperCase().padStart(6, '0')

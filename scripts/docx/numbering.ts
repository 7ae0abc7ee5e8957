import { element, properties, type Properties } from './wordml.ts'

export interface Level {
  readonly format: string
  /** `%1` is the number of the first level. */
  readonly text: string
  readonly start?: number
  readonly suffix?: 'tab' | 'space' | 'nothing'
  readonly align?: 'left' | 'center' | 'right'
  readonly pPr?: Properties
  readonly rPr?: Properties
  /** Paragraph style tied to the level. */
  readonly style?: string
}

/** A list of up to nine levels; by its code Word knows it again when texts are pasted between documents. */
export function abstractNumber(id: number, levels: readonly Level[], kind = 'multilevel', code?: string): string {
  const written = levels.map(
    (level, i) =>
      `<w:lvl w:ilvl="${i}">${element('start', level.start ?? 1)}${element('numFmt', level.format)}${level.style ? element('pStyle', level.style) : ''}` +
      `${level.suffix ? element('suff', level.suffix) : ''}${element('lvlText', level.text)}${element('lvlJc', level.align ?? 'left')}` +
      `${properties('pPr', level.pPr ?? {})}${properties('rPr', level.rPr ?? {})}</w:lvl>`,
  )
  const [before, after] = code === undefined ? ['', ''] : [element('nsid', code), element('tmpl', code)]
  return `<w:abstractNum w:abstractNumId="${id}">${before}${element('multiLevelType', kind)}${after}${written.join('')}</w:abstractNum>`
}

/** An instance of a list; `restart` gives levels another first number. */
export function number(id: number, abstractId: number, restart: Readonly<Record<number, number>> = {}): string {
  const overrides = Object.entries(restart)
    .map(([level, start]) => `<w:lvlOverride w:ilvl="${level}">${element('startOverride', start)}</w:lvlOverride>`)
    .join('')
  return `<w:num w:numId="${id}">${element('abstractNumId', abstractId)}${overrides}</w:num>`
}

/** Property that puts a paragraph into a list. */
export const inList = (id: number, level = 0): Properties => ({
  numPr: `<w:ilvl w:val="${level}"/><w:numId w:val="${id}"/>`,
})

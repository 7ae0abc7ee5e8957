import { describe, expect, it } from 'vitest'
import {
  markdownReport,
  terminalTable,
  totalLines,
  totals,
  worstFirst,
  type DocumentResult,
} from './fidelity-report.ts'

const good = {
  missing: '',
  extra: '',
  pages: 2,
  referencePages: 2,
  words: 100,
  samePage: 1,
  median: 1,
  percentile95: 4,
  lineBreaks: 0.9,
}
const shapes = { rules: 0, referenceRules: 0, rulesAgreeing: 1, areas: 0, referenceAreas: 0, areasAgreeing: 1 }
const result = (file: string, text: Partial<typeof good> = {}): DocumentResult => ({
  file,
  text: { ...good, ...text },
  shapes,
  notCarried: [],
  milliseconds: 10,
})
const longer = (file: string) => result(file, { pages: 3 })
const many = (count: number) => Array.from({ length: count }, (_, i) => result(`d${i}`))

describe('the totals of a corpus', () => {
  it('pass when nothing is missing and the pages are the same', () => {
    expect(totals(many(10)).passed).toBe(true)
  })

  it('fail for one character that is missing or twice in one document', () => {
    expect(totals([...many(30), result('x', { missing: '元' })]).passed).toBe(false)
    expect(totals([...many(30), result('x', { extra: '元' })]).passed).toBe(false)
  })

  it('fail for a document that did not convert', () => {
    expect(totals([...many(30), { file: 'x', failed: 'no' }])).toMatchObject({ passed: false, failed: 1 })
  })

  it('forgive another number of pages in one document of ten, not in two', () => {
    expect(totals([...many(9), longer('x')]).passed).toBe(true)
    expect(totals([...many(8), longer('x'), longer('y')]).passed).toBe(false)
  })

  it('weigh documents by their words', () => {
    expect(totals([result('small', { words: 10, samePage: 0 }), result('large', { words: 990 })]).samePage).toBeCloseTo(
      0.99,
    )
    expect(totals([result('small', { words: 10 }), result('large', { words: 990, samePage: 0.96 })]).passed).toBe(false)
  })
})

describe('the table', () => {
  const results = [
    result('fine'),
    result('lost', { missing: '甲方' }),
    { file: 'broken', failed: 'bad' } as DocumentResult,
    result('moved', { samePage: 0.9 }),
  ]

  it('begins with the worst', () => {
    expect(worstFirst(results).map(({ file }) => file)).toEqual(['broken', 'lost', 'moved', 'fine'])
    expect(
      terminalTable(results)
        .split('\n')
        .slice(1)
        .map((line) => line.split(' ')[0]),
    ).toEqual(['broken', 'lost', 'moved', 'fine'])
  })

  it('says of each bar whether it is reached', () => {
    expect(totalLines(results)[1]).toBe('text missing or twice: in 1 (bar 0) NOT REACHED')
    expect(totalLines(many(3)).filter((line) => line.includes('NOT'))).toEqual([])
  })

  it('is the same in docs/, with nothing in it that Markdown would take for a sign', () => {
    const report = markdownReport([result('x', { missing: 'a|b*' })], 'LibreOffice 7.4')
    expect(report).toContain('| x | 2 | a\\|b\\* |  | 100.0 % |')
    expect(report).toContain('LibreOffice 7.4')
  })
})

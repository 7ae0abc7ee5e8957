import { describe, expect, it } from 'vitest'
import { compareText } from './compare-text.ts'
import { parseBoundingBoxes, type Page } from './page-text.ts'

/** Pages of lines, 20 points apart from the top, each character 10 points wide; a line that begins with a number of points stands there. */
function pages(...texts: string[][]): Page[] {
  return texts.map((lines) => ({
    width: 600,
    height: 800,
    lines: lines.map((text, i) => {
      const box = { left: 50, top: 60 + i * 20, right: 50 + [...text].length * 10, bottom: 72 + i * 20 }
      return { ...box, words: [{ ...box, text }] }
    }),
  }))
}

const first = ['甲方应当在七个工作日内付款', '乙方负责运输并承担运费']
const second = ['本合同一式两份', '双方各执一份']

describe('text of two PDFs', () => {
  it('that are alike differs in nothing', () => {
    const { missing, extra, samePage, median, percentile95, lineBreaks } = compareText(
      pages(first, second),
      pages(first, second),
    )
    expect({ missing, extra, samePage, median, percentile95, lineBreaks }).toEqual({
      missing: '',
      extra: '',
      samePage: 1,
      median: 0,
      percentile95: 0,
      lineBreaks: 1,
    })
  })

  it('tells a line that is missing', () => {
    const { missing, extra, samePage } = compareText(pages([first[0]!], second), pages(first, second))
    expect(missing).toBe('乙方负责运输并承担运费')
    expect(extra).toBe('')
    expect(samePage).toBeCloseTo(1 - 11 / 37)
  })

  it('tells a line that is there twice', () => {
    const { missing, extra } = compareText(pages(first, [...second, second[1]!]), pages(first, second))
    expect([missing, extra]).toEqual(['', '双方各执一份'])
  })

  it('tells one wrong character among many alike', () => {
    const { missing, extra } = compareText(pages(['第七条']), pages(['第五条']))
    expect([missing, extra]).toEqual(['五', '七'])
  })

  it('finds a line that moved to another page, without calling it missing', () => {
    const { missing, extra, samePage } = compareText(pages([first[0]!], [first[1]!, ...second]), pages(first, second))
    expect([missing, extra]).toEqual(['', ''])
    expect(samePage).toBeCloseTo(1 - 11 / 37)
  })

  it('measures how far words stand from where they should', () => {
    const lower = pages(first, second).map((page) => ({
      ...page,
      lines: page.lines.map((line) => ({
        ...line,
        words: line.words.map((word) => ({ ...word, top: word.top + 6, bottom: word.bottom + 6 })),
      })),
    }))
    const { median, percentile95, samePage } = compareText(lower, pages(first, second))
    expect([median, percentile95, samePage]).toEqual([6, 6, 1])
  })

  it('pairs columns that are read in another order', () => {
    const { samePage, missing } = compareText(pages([...second, ...first]), pages([...first, ...second]))
    expect([samePage, missing]).toEqual([1, ''])
  })

  it('counts heads and feet once when the pages are not as many', () => {
    const head = '采购合同第1页'
    const ours = pages([head, ...first], ['采购合同第2页', ...second], ['采购合同第3页'])
    const {
      missing,
      extra,
      pages: count,
      referencePages,
    } = compareText(ours, pages([head, ...first], ['采购合同第2页', ...second]))
    expect([missing, extra, count, referencePages]).toEqual(['', '', 3, 2])
  })

  it('lets a head tell another number of pages when the pages are not as many', () => {
    const ours = pages(['第1页共3页', '甲方'], ['第2页共3页', '乙方'], ['第3页共3页', '丙方'])
    const reference = pages(['第1页共2页', '甲方'], ['第2页共2页', '乙方', '丙方'])
    expect(compareText(ours, reference)).toMatchObject({ missing: '', extra: '' })
  })

  it('takes what stands at the same height of two pages by chance for no head', () => {
    const ours = pages(['采购合同', '甲方付款', '急用'], ['采购合同', '乙方发货', '急用', '甲方验收'], ['附件'])
    const reference = pages(['采购合同', '甲方付款', '急用'], ['采购合同', '乙方发货', '甲方验收', '附件'])
    expect(compareText(ours, reference)).toMatchObject({ missing: '', extra: '急用' })
  })

  it('misses a head on one of as many pages', () => {
    expect(
      compareText(pages(['采购合同', ...first], second), pages(['采购合同', ...first], ['采购合同', ...second]))
        .missing,
    ).toBe('采购合同')
  })

  it('reports other breaks of lines without finding fault', () => {
    const { lineBreaks, missing, samePage } = compareText(
      pages(['甲方应当在', '七个工作日内付款']),
      pages(['甲方应当在七个', '工作日内付款']),
    )
    expect(lineBreaks).toBe(0.5)
    expect([missing, samePage]).toEqual(['', 1])
  })

  it('takes a hyphen that only a break put there for none', () => {
    expect(compareText(pages(['inter-', 'national']), pages(['inter', 'national'])).extra).toBe('')
    expect(compareText(pages(['a-b', 'c']), pages(['ab', 'c'])).extra).toBe('-')
  })

  it('takes alike what programs write differently', () => {
    expect(compareText(pages(['“甲方”　１２３％·…']), pages(['"甲方"123%·...']))).toMatchObject({
      missing: '',
      extra: '',
    })
    expect(compareText(pages(['第一章 ......... 5']), pages(['第一章 . . . . . . . . . . . . . 5']))).toMatchObject({
      missing: '',
      extra: '',
    })
    expect(compareText(pages(['①']), pages(['1']))).toMatchObject({ missing: '1', extra: '①' })
  })
})

describe('the layout that pdftotext prints', () => {
  it('is read with its entities and places', () => {
    const xhtml = `<doc>
  <page width="595.3" height="841.9">
    <flow><block xMin="1"><line xMin="10" yMin="20" xMax="60" yMax="32">
      <word xMin="10" yMin="20" xMax="40" yMax="32">A&amp;B&lt;</word><word xMin="45" yMin="20" xMax="60" yMax="32">合同</word>
    </line></block></flow></page><page width="1" height="2"></page></doc>`
    expect(parseBoundingBoxes(xhtml)).toEqual([
      {
        width: 595.3,
        height: 841.9,
        lines: [
          {
            left: 10,
            top: 20,
            right: 60,
            bottom: 32,
            words: [
              { left: 10, top: 20, right: 40, bottom: 32, text: 'A&B<' },
              { left: 45, top: 20, right: 60, bottom: 32, text: '合同' },
            ],
          },
        ],
      },
      { width: 1, height: 2, lines: [] },
    ])
  })
})

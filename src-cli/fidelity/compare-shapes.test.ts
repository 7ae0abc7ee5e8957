import { describe, expect, it } from 'vitest'
import { compareShapes } from './compare-shapes.ts'
import { findAreas, findRules, parseGreyMaps, type GreyPage } from './page-shapes.ts'

type Rectangle = readonly [left: number, top: number, right: number, bottom: number, grey?: number | undefined]

/** A white page of 200 by 200 points with filled rectangles, in points. */
function page(...rectangles: Rectangle[]): GreyPage {
  const grey = new Uint8Array(400 * 400).fill(255)
  for (const [left, top, right, bottom, value = 0] of rectangles) {
    for (let y = Math.round(top * 2); y < Math.round(bottom * 2); y++)
      grey.fill(value, y * 400 + Math.round(left * 2), y * 400 + Math.round(right * 2))
  }
  return { width: 400, height: 400, grey }
}

const table: Rectangle[] = [
  [20, 20, 180, 21],
  [20, 60, 180, 61],
  [20, 20, 21, 61],
  [179, 20, 180, 61],
]
const picture: Rectangle = [60, 100, 120, 150, 120]

describe('lines and filled places of a page', () => {
  it('are found where they are', () => {
    expect(findRules(page(...table), 3).filter((rule) => rule.across)).toEqual([
      { page: 3, across: true, left: 20, right: 180, top: 20, bottom: 21 },
      { page: 3, across: true, left: 20, right: 180, top: 60, bottom: 61 },
    ])
    expect(findRules(page(...table), 0).filter((rule) => !rule.across)).toHaveLength(2)
    expect(findAreas(page(picture), 1)).toEqual([{ page: 1, left: 60, right: 120, top: 100, bottom: 150 }])
  })

  it('are not strokes of characters nor lines', () => {
    expect(findRules(page([20, 20, 32, 21]), 0)).toEqual([])
    expect(findAreas(page(...table), 0)).toEqual([])
    expect(findRules(page(picture), 0)).toEqual([])
  })

  it('agree with themselves, a little lower too', () => {
    const lower = [...table, picture].map(([l, t, r, b, grey]): Rectangle => [l, t + 8, r, b + 8, grey])
    expect(compareShapes([page(...lower)], [page(...table, picture)])).toMatchObject({
      rulesAgreeing: 1,
      areasAgreeing: 1,
      rules: 4,
      areas: 1,
    })
  })

  it('tell a line that is missing, a picture of another size, and a page that is not there', () => {
    expect(compareShapes([page(...table.slice(1))], [page(...table)]).rulesAgreeing).toBeCloseTo(6 / 7)
    expect(compareShapes([page([60, 100, 80, 120, 120])], [page(picture)]).areasAgreeing).toBe(0)
    expect(compareShapes([page(...table)], [page(...table), page(picture)])).toMatchObject({
      rulesAgreeing: 1,
      areasAgreeing: 0,
    })
  })
})

describe('the grey maps of pdftoppm', () => {
  it('are read page by page', () => {
    const bytes = Buffer.concat([
      Buffer.from('P5\n2 1\n255\n'),
      Buffer.from([1, 2]),
      Buffer.from('P5\n1 1\n255\n'),
      Buffer.from([10]),
    ])
    expect(parseGreyMaps(bytes).map(({ width, height, grey }) => [width, height, ...grey])).toEqual([
      [2, 1, 1, 2],
      [1, 1, 10],
    ])
    expect(() => parseGreyMaps(Buffer.from('P6\n'))).toThrow('grey map')
  })
})

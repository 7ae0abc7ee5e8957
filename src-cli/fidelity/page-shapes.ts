import { runProgram } from './external-programs.ts'
import type { Box } from './page-text.ts'

/** A page as rows of grey bytes; 0 is black. */
export interface GreyPage {
  width: number
  height: number
  grey: Uint8Array
}

/** Dots an inch of the pages that shapes are read from. */
const resolution = 144
const points = (pixels: number) => (pixels * 72) / resolution

/** A straight line that stands alone: of a table, under text, around a box. */
export interface Rule extends Box {
  page: number
  across: boolean
}

/** A filled place: a picture, a ground. */
export interface Area extends Box {
  page: number
}

const dark = 190
const filled = 252
/** Shorter strokes belong to characters. */
const shortestRule = 40
const thickestRule = 10
/** Half the side of the smallest filled square; no character at usual sizes has such a place. */
const reach = 10

/** The pages of `pdftoppm -gray`: portable grey maps one behind the other. */
export function parseGreyMaps(bytes: Buffer): GreyPage[] {
  const pages: GreyPage[] = []
  for (let at = 0; at < bytes.length;) {
    const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.toString('latin1', at, at + 64))
    if (head === null) throw new Error('pdftoppm wrote no grey map')
    const [width, height] = [Number(head[1]), Number(head[2])]
    const begin = at + head[0].length
    pages.push({ width, height, grey: bytes.subarray(begin, begin + width * height) })
    at = begin + width * height
  }
  return pages
}

/** Pixels of all pages of a PDF. */
export async function readGreyPages(pdf: string, pdftoppm: string): Promise<GreyPage[]> {
  const { stdout } = await runProgram(pdftoppm, ['-gray', '-r', String(resolution), pdf], {
    encoding: 'buffer',
    maxBuffer: 1 << 30,
  })
  return parseGreyMaps(stdout)
}

/** Lines across (or, of a page turned over its diagonal, down). */
function rulesAcross({ width, height, grey }: GreyPage): { from: number; to: number; first: number; last: number }[] {
  const open: { from: number; to: number; first: number; last: number }[] = []
  const done: typeof open = []
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width;) {
      if (grey[y * width + x]! >= dark) {
        x += 1
        continue
      }
      let end = x
      while (end < width && grey[y * width + end]! < dark) end += 1
      if (end - x >= shortestRule) {
        const above = open.find((rule) => rule.last === y - 1 && rule.from < end + 3 && rule.to > x - 3)
        if (above === undefined) open.push({ from: x, to: end, first: y, last: y })
        else Object.assign(above, { from: Math.min(above.from, x), to: Math.max(above.to, end), last: y })
      }
      x = end
    }
    for (let i = open.length - 1; i >= 0; i--) if (open[i]!.last < y) done.push(...open.splice(i, 1))
  }
  return [...done, ...open].filter((rule) => rule.last - rule.first < thickestRule)
}

function turned({ width, height, grey }: GreyPage): GreyPage {
  const other = new Uint8Array(width * height)
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) other[x * height + y] = grey[y * width + x]!
  return { width: height, height: width, grey: other }
}

/** The straight lines of a page, longest first within their direction; points. */
export function findRules(page: GreyPage, number: number): Rule[] {
  const across = rulesAcross(page).map((rule): Rule => ({
    page: number,
    across: true,
    left: points(rule.from),
    right: points(rule.to),
    top: points(rule.first),
    bottom: points(rule.last + 1),
  }))
  const down = rulesAcross(turned(page)).map((rule): Rule => ({
    page: number,
    across: false,
    top: points(rule.from),
    bottom: points(rule.to),
    left: points(rule.first),
    right: points(rule.last + 1),
  }))
  return [...across, ...down]
}

/** Places that are filled for a square of some 10 points or more: connected ones with the box around them. */
export function findAreas({ width, height, grey }: GreyPage, number: number): Area[] {
  // Whether a whole square around a pixel is filled, by sums over the rectangle to the top left.
  const sums = new Uint32Array((width + 1) * (height + 1))
  for (let y = 0; y < height; y++) {
    let row = 0
    for (let x = 0; x < width; x++) {
      row += grey[y * width + x]! < filled ? 1 : 0
      sums[(y + 1) * (width + 1) + x + 1] = sums[y * (width + 1) + x + 1]! + row
    }
  }
  const side = 2 * reach + 1
  const core = new Uint8Array(width * height)
  for (let y = reach; y < height - reach; y++) {
    for (let x = reach; x < width - reach; x++) {
      const [l, t, r, b] = [x - reach, y - reach, x + reach + 1, y + reach + 1]
      const count =
        sums[b * (width + 1) + r]! -
        sums[t * (width + 1) + r]! -
        sums[b * (width + 1) + l]! +
        sums[t * (width + 1) + l]!
      if (count === side * side) core[y * width + x] = 1
    }
  }
  const areas: Area[] = []
  const queue: number[] = []
  for (let seed = 0; seed < core.length; seed++) {
    if (core[seed] !== 1) continue
    let [left, right, top, bottom] = [width, 0, height, 0]
    queue.push(seed)
    core[seed] = 2
    while (queue.length > 0) {
      const at = queue.pop()!
      const [x, y] = [at % width, Math.floor(at / width)]
      ;[left, right, top, bottom] = [Math.min(left, x), Math.max(right, x), Math.min(top, y), Math.max(bottom, y)]
      for (const next of [at - 1, at + 1, at - width, at + width]) {
        if (core[next] !== 1) continue
        core[next] = 2
        queue.push(next)
      }
    }
    areas.push({
      page: number,
      left: points(left - reach),
      right: points(right + reach + 1),
      top: points(top - reach),
      bottom: points(bottom + reach + 1),
    })
  }
  return areas
}

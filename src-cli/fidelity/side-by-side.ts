import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PNG } from 'pngjs'
import type { GreyPage } from './page-shapes.ts'

const gap = 12

/**
 * One picture a page: ours on the left, the reference on the right, and between them both over each other, what only we have in red,
 * what only the reference has in blue. Written as `NAME-1.png` and so on.
 */
export function writeSideBySide(
  name: string,
  folder: string,
  ours: readonly GreyPage[],
  reference: readonly GreyPage[],
): void {
  mkdirSync(folder, { recursive: true })
  for (let i = 0; i < Math.max(ours.length, reference.length); i++) {
    const [a, b] = [halved(ours[i]), halved(reference[i])]
    const [width, height] = [Math.max(a.width, b.width), Math.max(a.height, b.height)]
    const png = new PNG({ width: 3 * width + 2 * gap, height })
    png.data.fill(128)
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        const [left, right] = [at(a, x, y), at(b, x, y)]
        put(png, x, y, left, left, left)
        put(
          png,
          x + width + gap,
          y,
          right,
          Math.max(left, right) === 255 ? Math.min(left, right) : Math.max(left, right),
          left,
        )
        put(png, x + 2 * (width + gap), y, right, right, right)
      }
    }
    writeFileSync(join(folder, `${name}-${i + 1}.png`), PNG.sync.write(png))
  }
}

const at = (page: GreyPage, x: number, y: number) =>
  x < page.width && y < page.height ? page.grey[y * page.width + x]! : 255

function put(png: PNG, x: number, y: number, red: number, green: number, blue: number): void {
  png.data.set([red, green, blue, 255], (y * png.width + x) * 4)
}

/** Half the size each way; a page that is not there is a white one. */
function halved(page: GreyPage | undefined): GreyPage {
  if (page === undefined) return { width: 1, height: 1, grey: Uint8Array.of(255) }
  const [width, height] = [page.width >> 1, page.height >> 1]
  const grey = new Uint8Array(width * height)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = 2 * y * page.width + 2 * x
      grey[y * width + x] =
        (page.grey[i]! + page.grey[i + 1]! + page.grey[i + page.width]! + page.grey[i + page.width + 1]!) >> 2
    }
  }
  return { width, height, grey }
}

import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { decodePicture, type Picture } from '../../src-core/documents/seal/png.ts'

/** Writes files to a folder that vanishes afterwards, for programs that read from disk. */
export function withFiles<T>(
  files: Record<string, Uint8Array | string>,
  use: (path: (name: string) => string) => T,
): T {
  const folder = mkdtempSync(join(tmpdir(), 'qidan-'))
  try {
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
    return use((name) => join(folder, name))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Every page as pixels, drawn by poppler's pdftoppm as a reader sees it (crop box, rotation). */
export function renderPages(pdftoppm: string, pdf: Uint8Array, dpi: number): Picture[] {
  return withFiles({ 'in.pdf': pdf }, (path) => {
    execFileSync(pdftoppm, ['-png', '-cropbox', '-r', String(dpi), path('in.pdf'), path('page')])
    const folder = path('')
    return readdirSync(folder)
      .filter((name) => name.endsWith('.png'))
      .toSorted()
      .map((name) => decodePicture(readFileSync(join(folder, name))))
  })
}

/** The box around all clearly red pixels, in pixels; undefined when there are none. */
export function redBox({
  width,
  height,
  rgba,
}: Picture): { left: number; top: number; right: number; bottom: number } | undefined {
  let [left, top, right, bottom] = [width, height, -1, -1]
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = (y * width + x) * 4
      if (rgba[i]! - Math.max(rgba[i + 1]!, rgba[i + 2]!) < 60) continue
      left = Math.min(left, x)
      right = Math.max(right, x)
      top = Math.min(top, y)
      bottom = Math.max(bottom, y)
    }
  }
  return right < 0 ? undefined : { left, top, right, bottom }
}

import { glyphOf } from '../../src-core/documents/seal/glyphs.ts'
import { type Outline, transformOutline } from '../../src-core/documents/seal/outline.ts'
import type { Picture } from '../../src-core/documents/seal/png.ts'
import { paintLayers } from './layered-picture.ts'
import { ink } from './page.ts'

/** Mark and word of the sample company: a hill over two waves, for 岑 and 澜. */
export function drawLogo(): Picture {
  return paintLayers(
    [
      { color: ink.accent, outlines: [roundedSquare(4, 4, 192, 46)] },
      { color: 'FFFFFF', outlines: [hill, wave(128), wave(156)] },
      { color: '7FC4BD', outlines: [farHill] },
      { color: ink.accent, outlines: word('澜岑机电', 232, 108, 108, 4) },
      { color: ink.quiet, outlines: word('LANCEN', 236, 182, 45, 50) },
    ],
    720,
    200,
    500,
  )
}

function roundedSquare(x: number, y: number, size: number, r: number): Outline {
  const k = r * 0.45
  const [right, bottom] = [x + size, y + size]
  return [
    ['M', x + r, y],
    ['L', right - r, y],
    ['C', right - k, y, right, y + k, right, y + r],
    ['L', right, bottom - r],
    ['C', right, bottom - k, right - k, bottom, right - r, bottom],
    ['L', x + r, bottom],
    ['C', x + k, bottom, x, bottom - k, x, bottom - r],
    ['L', x, y + r],
    ['C', x, y + k, x + k, y, x + r, y],
    ['Z'],
  ]
}

const hill: Outline = [['M', 34, 112], ['L', 84, 36], ['L', 134, 112], ['Z']]
const farHill: Outline = [['M', 116, 70], ['L', 132, 48], ['L', 172, 112], ['L', 145, 112], ['Z']]

/** A swinging band 14 high over the mark's width. */
function wave(y: number): Outline {
  const [a, b, c, thick] = [32, 100, 168, 14]
  return [
    ['M', a, y],
    ['C', a + 24, y - 14, b - 24, y - 14, b, y],
    ['C', b + 24, y + 14, c - 24, y + 14, c, y],
    ['L', c, y + thick],
    ['C', c - 24, y + thick + 14, b + 24, y + thick + 14, b, y + thick],
    ['C', b - 24, y + thick - 14, a + 24, y + thick - 14, a, y + thick],
    ['Z'],
  ]
}

function word(text: string, x: number, baseline: number, size: number, gap: number): Outline[] {
  let at = x
  return Array.from(text, (character) => {
    const glyph = glyphOf('sans', character)
    const placed = transformOutline(glyph.outline, [size, 0, 0, size, at, baseline])
    at += glyph.advance * size + gap
    return placed
  })
}

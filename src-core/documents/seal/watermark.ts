import type { PDFDocument, PDFRef } from 'pdf-lib'
import { refuse } from '../../../src-shared/kernel/refusal.ts'
import { glyphOf } from './glyphs.ts'
import { type Outline, transformOutline } from './outline.ts'

/** A word across every page, such as 草稿 or 作废. */
export interface Watermark {
  readonly text: string
  /** 0..1, by default 0.14. */
  readonly opacity?: number
  /** 0..1 each; by default grey, for 作废 red. */
  readonly colour?: { readonly r: number; readonly g: number; readonly b: number }
}

/** The word as a form in the PDF; its text is 1 unit high, `width` units wide and centred on the origin. */
export interface PlacedWatermark {
  readonly ref: PDFRef
  readonly width: number
}

/**
 * Draws the word as outlines, not as text: no font to embed (about 1 kB a character), and searching or copying the contract does not meet it.
 * Refuses `watermark.length` outside 1-30 characters and `seal.characterMissing`.
 */
export function placeWatermark(pdf: PDFDocument, watermark: Watermark): PlacedWatermark {
  const characters = Array.from(watermark.text.trim())
  if (characters.length < 1 || characters.length > 30)
    throw refuse('watermark.length', { length: characters.length, least: 1, most: 30 })
  const glyphs = characters.map((character) =>
    character === ' ' ? { outline: [] as Outline, advance: 0.35 } : glyphOf('sans', character),
  )
  const gap = 0.12
  const width = glyphs.reduce((sum, glyph) => sum + glyph.advance + gap, -gap)
  const paths: string[] = []
  let x = -width / 2
  for (const glyph of glyphs) {
    // PDF's y grows upwards; the middle of an ideograph lies 0.38 em over the baseline.
    paths.push(pathOperators(transformOutline(glyph.outline, [1, 0, 0, -1, x, -0.38])))
    x += glyph.advance + gap
  }
  const { r, g, b } =
    watermark.colour ??
    (watermark.text.includes('作废') ? { r: 0.84, g: 0.15, b: 0.12 } : { r: 0.35, g: 0.38, b: 0.42 })
  const form = pdf.context.flateStream(`${r} ${g} ${b} rg\n${paths.join('\n')}\nf`, {
    Type: 'XObject',
    Subtype: 'Form',
    BBox: [-width / 2 - 0.2, -0.8, width / 2 + 0.2, 0.8],
    Resources: {},
  })
  return { ref: pdf.context.register(form), width }
}

/** PDF path operators; quadratic curves become the cubic ones PDF knows. */
function pathOperators(outline: Outline): string {
  let [x, y] = [0, 0]
  return outline
    .map((step) => {
      switch (step[0]) {
        case 'M':
        case 'L':
          ;[x, y] = [step[1], step[2]]
          return `${n(x)} ${n(y)} ${step[0] === 'M' ? 'm' : 'l'}`
        case 'Q': {
          const [, cx, cy, ex, ey] = step
          const line = [
            x + (2 / 3) * (cx - x),
            y + (2 / 3) * (cy - y),
            ex + (2 / 3) * (cx - ex),
            ey + (2 / 3) * (cy - ey),
            ex,
            ey,
          ]
          ;[x, y] = [ex, ey]
          return `${line.map(n).join(' ')} c`
        }
        case 'C':
          ;[x, y] = [step[5], step[6]]
          return `${step
            .slice(1)
            .map((value) => n(value as number))
            .join(' ')} c`
        case 'Z':
          return 'h'
      }
    })
    .join('\n')
}

function n(value: number): string {
  return String(Math.round(value * 10_000) / 10_000)
}

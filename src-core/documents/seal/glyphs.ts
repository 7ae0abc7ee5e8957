import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { create } from '@cantoo/fontkit'
import { refuse } from '../../../src-shared/kernel/refusal.ts'
import { type Outline, type OutlineStep, transformOutline } from './outline.ts'

/** A character's outline with the em square as unit: baseline at y = 0, y downwards; `advance` and `box` in ems. */
export interface Glyph {
  readonly outline: Outline
  readonly advance: number
  readonly box: { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number }
}

/** A face that our own drawings use; its files are part of the product, so a drawing never depends on the computer's fonts. */
export type Face = 'song-heavy' | 'song' | 'sans'

const files: Record<Face, string> = {
  'song-heavy': '@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf',
  song: '@expo-google-fonts/noto-serif-sc/600SemiBold/NotoSerifSC_600SemiBold.ttf',
  sans: '@expo-google-fonts/noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf',
}

const opened = new Map<Face, { font: ReturnType<typeof openFont>; glyphs: Map<number, Glyph> }>()

function openFont(face: Face) {
  const font = create(readFileSync(createRequire(import.meta.url).resolve(files[face])))
  if (!('glyphForCodePoint' in font)) throw new Error(`${files[face]} is a collection, one face was expected`)
  return font
}

/**
 * The outline of one character in a bundled face.
 * Refuses `seal.characterMissing` with the character when the face has none: an empty box on a seal would go unnoticed.
 */
export function glyphOf(face: Face, character: string): Glyph {
  let entry = opened.get(face)
  if (!entry) opened.set(face, (entry = { font: openFont(face), glyphs: new Map() }))
  const codePoint = character.codePointAt(0) ?? 0
  const known = entry.glyphs.get(codePoint)
  if (known) return known
  const { font } = entry
  const source = font.hasGlyphForCodePoint(codePoint) ? font.glyphForCodePoint(codePoint) : null
  if (!source) throw refuse('seal.characterMissing', { character })
  const steps: OutlineStep[] = source.path.commands.map((command): OutlineStep => {
    const a = command.args as number[]
    switch (command.command) {
      case 'moveTo':
        return ['M', a[0]!, a[1]!]
      case 'lineTo':
        return ['L', a[0]!, a[1]!]
      case 'quadraticCurveTo':
        return ['Q', a[0]!, a[1]!, a[2]!, a[3]!]
      case 'bezierCurveTo':
        return ['C', a[0]!, a[1]!, a[2]!, a[3]!, a[4]!, a[5]!]
      default:
        return ['Z']
    }
  })
  const em = 1 / font.unitsPerEm
  const { minX, minY, maxX, maxY } = source.path.bbox
  const glyph: Glyph = {
    outline: transformOutline(steps, [em, 0, 0, -em, 0, 0]),
    advance: source.advanceWidth * em,
    box: { left: minX * em, top: -maxY * em, right: maxX * em, bottom: -minY * em },
  }
  entry.glyphs.set(codePoint, glyph)
  return glyph
}

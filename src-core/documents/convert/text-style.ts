import { quoted } from '../typst/compile.ts'
import { bundledDraws, draws, symbolFamily } from '../typst/bundled-fonts.ts'
import {
  bundled,
  familyFor,
  filesOf,
  fontNamed,
  hasBold,
  isAvailable,
  type NamedFont,
} from '../typst/font-catalogue.ts'
import { report, styleNamed, type Conversion } from './conversion.ts'
import { pt } from './measure-units.ts'
import type { ParagraphProperties, RunProperties } from './properties.ts'

/** Height of a line above and below its baseline, points. */
export interface LineEdges {
  above: number
  below: number
}

/** How text of one script looks in a run of a paragraph: its line, and the names of its styles, among Western text and among Chinese. */
export interface Face {
  edges: LineEdges
  western?: string
  chinese?: string
}

const other = /[^\s\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f]/
const chinese = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f\u{20000}-\u{3ffff}]/u

/** The fonts of a run: for Chinese, and for Latin letters and digits. A Latin face named for Chinese leaves it to 宋体, as Word does. */
export function runFonts(run: RunProperties): { eastAsia: NamedFont; ascii: NamedFont } {
  const eastAsia = fontNamed(run.fontEastAsia ?? '宋体')
  return {
    eastAsia: eastAsia.chinese ? eastAsia : fontNamed('宋体'),
    ascii: fontNamed(run.fontAscii ?? 'Times New Roman', 'latin'),
  }
}

/** Size a run is really set in: raised and lowered text is smaller. */
const drawnSize = (run: RunProperties): number => (run.size ?? 10.5) * (run.vertical === undefined ? 1 : 0.65)

/**
 * What a run contributes to the height of its line, as Word has it: the named fonts' own height, times or at least or exactly the
 * paragraph's line spacing, on the document grid where there is one.
 */
export const lineEdges = (
  conversion: Conversion,
  run: RunProperties,
  paragraph: ParagraphProperties,
  text: string,
): LineEdges => faceOf(conversion, run, paragraph, text).edges

/** Worked out once for each run, paragraph, script and grid: a document has few of them, and asks for each piece of its text. */
function faceOf(conversion: Conversion, run: RunProperties, paragraph: ParagraphProperties, text: string): Face {
  let ofRun = conversion.faces.get(run)
  if (ofRun === undefined) conversion.faces.set(run, (ofRun = new WeakMap()))
  let ofParagraph = ofRun.get(paragraph)
  if (ofParagraph === undefined) ofRun.set(paragraph, (ofParagraph = new Map()))
  const script = text === '' ? 'none' : `${chinese.test(text) ? 'chinese' : ''}${other.test(text) ? 'western' : ''}`
  const key = `${script} ${conversion.page.gridPitch}`
  let face = ofParagraph.get(key)
  if (face === undefined) ofParagraph.set(key, (face = { edges: measuredEdges(conversion, run, paragraph, text) }))
  return face
}

function measuredEdges(
  conversion: Conversion,
  run: RunProperties,
  paragraph: ParagraphProperties,
  text: string,
): LineEdges {
  const size = run.size ?? 10.5
  const { eastAsia, ascii } = runFonts(run)
  const fonts = []
  if (chinese.test(text) || (text === '' && run.hint === 'eastAsia')) fonts.push(eastAsia)
  if (other.test(text)) fonts.push(ascii)
  if (fonts.length === 0) fonts.push(ascii)
  const above = Math.max(...fonts.map((font) => font.ascent)) * size
  const below = Math.max(...fonts.map((font) => font.descent)) * size
  const natural = above + below
  const line = paragraph.line ?? 1
  switch (paragraph.lineRule) {
    case 'exact':
      return { above: line * 0.8, below: line * 0.2 }
    case 'atLeast':
      return { above: above + Math.max(0, line - natural), below }
    default: {
      const pitch = paragraph.snapToGrid === false ? 0 : conversion.page.gridPitch
      if (pitch === 0)
        // What more than one line asks for stands below it; less than one is taken from above.
        return line >= 1
          ? { above, below: below + natural * (line - 1) }
          : { above: above + natural * (line - 1), below }
      // On the grid a line takes whole pitches, its text in the middle of them.
      const height = pitch * Math.ceil(natural / pitch - 0.01) * line
      const extra = (height - natural) / 2
      return { above: above + extra, below: below + extra }
    }
  }
}

/** The Typst name of the text style for a run; defined once for all runs that look alike. */
export function textStyle(
  conversion: Conversion,
  run: RunProperties,
  paragraph: ParagraphProperties,
  text: string,
  amongChinese = true,
): string {
  const face = faceOf(conversion, run, paragraph, text)
  const among = amongChinese ? 'chinese' : 'western'
  return (face[among] ??= newTextStyle(conversion, run, paragraph, text, amongChinese, face.edges))
}

function newTextStyle(
  conversion: Conversion,
  run: RunProperties,
  paragraph: ParagraphProperties,
  text: string,
  amongChinese: boolean,
  edges: LineEdges,
): string {
  const { eastAsia, ascii } = runFonts(run)
  for (const font of [eastAsia, ascii]) conversion.fonts.set(font.family, font)
  const families = [
    ascii.family === eastAsia.family
      ? undefined
      : `(name: ${quoted(familyFor(ascii))}, covers: ${amongChinese || run.hint === 'eastAsia' ? 'latin' : 'western'})`,
    quoted(familyFor(eastAsia)),
    // A face for what the named one lacks: serif after serif, sans after sans.
    ...[
      bundled[eastAsia.class].family,
      eastAsia.class === 'hei' ? bundled.hei.family : bundled.song.family,
      bundled.kai.family,
      symbolFamily,
      bundled.hei.family,
    ]
      .filter((family, i, all) => family !== familyFor(eastAsia) && all.indexOf(family) === i)
      .map(quoted),
  ].filter((each) => each !== undefined)
  const size = drawnSize(run)
  const shift =
    run.vertical === 'superscript'
      ? -(run.size ?? 10.5) * 0.33
      : run.vertical === 'subscript'
        ? (run.size ?? 10.5) * 0.14
        : -(run.position ?? 0)
  const args = [
    `font: (${families.join(', ')},)`,
    `size: ${pt(size)}`,
    `weight: ${run.bold ? 700 : 400}`,
    // Word thickens a face that has no bold of its own.
    ...(run.bold && chinese.test(text) && !hasBold(eastAsia)
      ? [`stroke: ${pt(size * 0.025)} + rgb(${quoted(run.color ?? '#000000')})`]
      : []),
    ...(run.italic ? ['style: "italic"'] : []),
    `fill: rgb(${quoted(run.color ?? '#000000')})`,
    ...(run.spacing ? [`tracking: ${pt(run.spacing)}`] : []),
    `top-edge: ${pt(edges.above)}`,
    `bottom-edge: ${pt(-edges.below)}`,
    ...(shift === 0 ? [] : [`baseline: ${pt(shift)}`]),
    ...(paragraph.widowControl === false ? ['costs: (widow: 0%, orphan: 0%)'] : []),
  ].join(', ')
  return styleNamed(conversion.textStyles, 't', args)
}

/** Files of the named fonts that the computer has. */
export const systemFontFiles = (conversion: Conversion): string[] => [...conversion.fonts.values()].flatMap(filesOf)

/** Families the file names that are not on this computer, each with its substitute. */
export function substitutedFonts(conversion: Conversion): { named: string; used: string }[] {
  return [...conversion.fonts]
    .filter(([, font]) => !isAvailable(font))
    .map(([named, font]) => ({ named, used: familyFor(font) }))
}

// Seen by no reader and drawn by no font: joiners, marks of direction, variation selectors, byte order marks, private controls.
const invisible = /(?!\u00ad)\p{Cf}|\p{Variation_Selector}|[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/gu
// Most text has none of this and is passed on as it is.
const unusual = /[^\u0020-\u007e\u3001-\u3029\u4e00-\u9fa5\uff01-\uff5e]/u

/**
 * Text as the fonts can print it. A character that no font has becomes 〓, the printer's mark for a missing type, and is remembered by
 * name; what is invisible by nature goes.
 */
export function printable(conversion: Conversion, given: string, run: RunProperties): string {
  if (!unusual.test(given)) return given
  let text = ''
  for (const character of given.replaceAll(invisible, '')) {
    const codePoint = character.codePointAt(0)!
    const own = () => [runFonts(run).eastAsia, runFonts(run).ascii].flatMap(filesOf)
    const blank = codePoint <= 0x20 || codePoint === 0xa0 || codePoint === 0xad
    if (blank || bundledDraws(codePoint) || own().some((file) => draws(file, codePoint))) text += character
    else {
      const name = `${character} U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`
      conversion.missingGlyphs.set(name, (conversion.missingGlyphs.get(name) ?? 0) + 1)
      report(conversion, 'character', name)
      text += '〓'
    }
  }
  return text
}

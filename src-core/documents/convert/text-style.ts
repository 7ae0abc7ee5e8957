import { quoted } from '../typst/compile.ts'
import { bundled, familyFor, fontNamed, isAvailable, symbolFamily } from '../typst/font-catalogue.ts'
import type { Conversion } from './conversion.ts'
import { pt } from './measure-units.ts'
import type { ParagraphProperties, RunProperties } from './properties.ts'

/** Height of a line above and below its baseline, points. */
interface LineEdges {
  above: number
  below: number
}

const chinese = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f\u{20000}-\u{3ffff}]/u

/** Size a run is really set in: raised and lowered text is smaller. */
const drawnSize = (run: RunProperties): number => (run.size ?? 10.5) * (run.vertical === undefined ? 1 : 0.65)

/**
 * What a run contributes to the height of its line, as Word has it: the named fonts' own height, times or at least or exactly the
 * paragraph's line spacing, on the document grid where there is one.
 */
export function lineEdges(
  conversion: Conversion,
  run: RunProperties,
  paragraph: ParagraphProperties,
  text: string,
): LineEdges {
  const size = run.size ?? 10.5
  const fonts = []
  if (text === '' || chinese.test(text)) fonts.push(fontNamed(run.fontEastAsia ?? '宋体'))
  if (text === '' ? fonts.length === 0 : /[^\s\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f]/.test(text))
    fonts.push(fontNamed(run.fontAscii ?? 'Times New Roman'))
  if (fonts.length === 0) fonts.push(fontNamed(run.fontAscii ?? 'Times New Roman'))
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
): string {
  const edges = lineEdges(conversion, run, paragraph, text)
  const eastAsia = fontNamed(run.fontEastAsia ?? '宋体')
  const ascii = fontNamed(run.fontAscii ?? 'Times New Roman')
  for (const font of [eastAsia, ascii]) conversion.fonts.set(font.family, familyFor(font))
  const families = [
    ascii.family === eastAsia.family ? undefined : `(name: ${quoted(familyFor(ascii))}, covers: "latin-in-cjk")`,
    quoted(familyFor(eastAsia)),
    // A face for what the named one lacks: serif after serif, sans after sans.
    ...[
      bundled[eastAsia.class].family,
      eastAsia.class === 'hei' ? bundled.hei.family : bundled.song.family,
      bundled.hei.family,
      bundled.serif.family,
      symbolFamily,
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
    ...(run.italic ? ['style: "italic"'] : []),
    `fill: rgb(${quoted(run.color ?? '#000000')})`,
    ...(run.spacing ? [`tracking: ${pt(run.spacing)}`] : []),
    `top-edge: ${pt(edges.above)}`,
    `bottom-edge: ${pt(-edges.below)}`,
    ...(shift === 0 ? [] : [`baseline: ${pt(shift)}`]),
    ...(paragraph.widowControl === false ? ['costs: (widow: 0%, orphan: 0%)'] : []),
  ].join(', ')
  let name = conversion.textStyles.get(args)
  if (name === undefined) conversion.textStyles.set(args, (name = `t${conversion.textStyles.size}`))
  return name
}

/** Families the file names that are not on this computer, each with its substitute. */
export function substitutedFonts(conversion: Conversion): { named: string; used: string }[] {
  return [...conversion.fonts]
    .filter(([named]) => !isAvailable(fontNamed(named)))
    .map(([named, used]) => ({ named, used }))
}

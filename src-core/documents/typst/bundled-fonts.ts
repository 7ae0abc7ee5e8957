import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, sep } from 'node:path'
import { assetsFolder } from '../../app-files.ts'
import { glyphCoverage } from './font-file.ts'

// The typesetter reads files itself and cannot look into the packed app; fonts lie unpacked beside it.
const unpacked = (path: string) => path.replace(`app.asar${sep}`, `app.asar.unpacked${sep}`)

/** Our own folder of fonts, where the typesetter can read it. */
export const fontsFolder = (): string => unpacked(join(assetsFolder, 'fonts'))

/** Family of the face for signs that text faces lack, such as ballot boxes. */
export const symbolFamily = 'Noto Sans Symbols 2'

let files: Record<'song' | 'hei' | 'kai' | 'symbols', string> & { all: string[] }

/** Files of the faces that ship with the app. */
export function bundledFonts(): typeof files {
  if (files !== undefined) return files
  const require = createRequire(import.meta.url)
  const google = (family: string) => unpacked(dirname(require.resolve(`@expo-google-fonts/${family}/package.json`)))
  const latin = (family: string, file: string) => {
    const root = google(family)
    return ['400Regular', '700Bold', '400Regular_Italic', '700Bold_Italic'].map((face) =>
      join(root, face, `${file}_${face}.ttf`),
    )
  }
  const [serif, sans] = [google('noto-serif-sc'), google('noto-sans-sc')]
  const song = join(serif, '400Regular', 'NotoSerifSC_400Regular.ttf')
  const hei = join(sans, '400Regular', 'NotoSansSC_400Regular.ttf')
  const kai = join(fontsFolder(), 'LXGWWenKai-Regular.ttf')
  const symbols = join(fontsFolder(), 'NotoSansSymbols2-Regular.ttf')
  const all = [
    song,
    join(serif, '700Bold', 'NotoSerifSC_700Bold.ttf'),
    hei,
    join(sans, '700Bold', 'NotoSansSC_700Bold.ttf'),
    ...latin('tinos', 'Tinos'),
    ...latin('arimo', 'Arimo'),
    ...latin('cousine', 'Cousine'),
    kai,
    symbols,
  ]
  const missing = all.find((file) => !existsSync(file))
  if (missing !== undefined) throw new Error(`font file missing: ${missing}`)
  files = { song, hei, kai, symbols, all }
  return files
}

const coverages = new Map<string, (codePoint: number) => boolean>()

/** Whether a font file draws a character; files are read once. */
export function draws(file: string, codePoint: number): boolean {
  let coverage = coverages.get(file)
  if (coverage === undefined) coverages.set(file, (coverage = glyphCoverage(file)))
  return coverage(codePoint)
}

const known = new Map<number, boolean>()

/** Whether one of the faces that back up every text style draws the character. */
export function bundledDraws(codePoint: number): boolean {
  let answer = known.get(codePoint)
  if (answer === undefined) {
    const { song, hei, kai, symbols } = bundledFonts()
    answer = [song, kai, symbols, hei].some((file) => draws(file, codePoint))
    known.set(codePoint, answer)
  }
  return answer
}

import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { assetsFolder } from '../../app-files.ts'

/** What a face looks like: decides its substitute, and that a serif never turns into a sans. */
export type FontClass = 'song' | 'hei' | 'kai' | 'serif' | 'sans' | 'mono'

export interface NamedFont {
  /** Family as the font file names it; what Typst is asked for. */
  family: string
  class: FontClass
  /** Has Chinese characters. */
  chinese: boolean
  /** Line height as Word takes it, in em: above and below the baseline. */
  ascent: number
  descent: number
  /** Files that hold the real font where the system has it. */
  files: string[]
}

// A Chinese face of exactly one em is set by Word on 1.3 em, the extra spread around it.
const oneEm = { ascent: 1.009, descent: 0.291 }

const windows = (...names: string[]) =>
  names.map((name) => join(process.env.SystemRoot ?? 'C:\\Windows', 'Fonts', name))
const mac = (...names: string[]) =>
  names.flatMap((name) => [
    `/System/Library/Fonts/${name}`,
    `/System/Library/Fonts/Supplemental/${name}`,
    `/Library/Fonts/${name}`,
  ])
const microsoftOffice = (...names: string[]) =>
  names.map((name) => `/Applications/Microsoft Word.app/Contents/Resources/DFonts/${name}`)

const song = (family: string, files: string[]): NamedFont => ({ family, class: 'song', chinese: true, ...oneEm, files })
const hei = (family: string, files: string[]): NamedFont => ({ family, class: 'hei', chinese: true, ...oneEm, files })
const kai = (family: string, files: string[]): NamedFont => ({ family, class: 'kai', chinese: true, ...oneEm, files })
const latin = (
  family: string,
  kind: 'serif' | 'sans' | 'mono',
  ascent: number,
  descent: number,
  files: string[] = [],
): NamedFont => ({
  family,
  class: kind,
  chinese: false,
  ascent,
  descent,
  files,
})

const simsun = song('SimSun', [...windows('simsun.ttc'), ...microsoftOffice('SimSun.ttc')])
const simhei = hei('SimHei', [...windows('simhei.ttf'), ...microsoftOffice('SimHei.ttf')])
const kaiti = kai('KaiTi', [...windows('simkai.ttf'), ...microsoftOffice('Kaiti.ttf')])
const fangsong = kai('FangSong', [...windows('simfang.ttf'), ...microsoftOffice('Fangsong.ttf')])
const yahei: NamedFont = {
  family: 'Microsoft YaHei',
  class: 'hei',
  chinese: true,
  ascent: 1.058,
  descent: 0.262,
  files: [...windows('msyh.ttc', 'msyhbd.ttc'), ...microsoftOffice('msyh.ttf', 'msyhbd.ttf')],
}
const dengxian: NamedFont = {
  family: 'DengXian',
  class: 'hei',
  chinese: true,
  ascent: 0.983,
  descent: 0.317,
  files: [...windows('Deng.ttf', 'Dengb.ttf'), ...microsoftOffice('Deng.ttf', 'Dengb.ttf')],
}

/** The open faces that ship with the app, by class; Noto's line height is its own. */
export const bundled = {
  song: { family: 'Noto Serif SC', class: 'song', chinese: true, ascent: 1.151, descent: 0.286, files: [] },
  hei: { family: 'Noto Sans SC', class: 'hei', chinese: true, ascent: 1.16, descent: 0.288, files: [] },
  kai: { family: 'LXGW WenKai', class: 'kai', chinese: true, ascent: 0.928, descent: 0.241, files: [] },
  serif: latin('Tinos', 'serif', 0.891, 0.216 + 0.042),
  sans: latin('Arimo', 'sans', 0.905, 0.212 + 0.033),
  mono: latin('Cousine', 'mono', 0.833, 0.3),
} satisfies Record<FontClass, NamedFont>

const named: Record<string, NamedFont> = {}
function name(font: NamedFont, ...aliases: string[]): void {
  for (const alias of [font.family, ...aliases]) named[alias.toLowerCase()] = font
}
name(simsun, '宋体', 'NSimSun', '新宋体', 'SimSun-ExtB')
name(song('STSong', mac('Songti.ttc')), '华文宋体', 'Songti SC', '宋体-简')
name(
  song('STZhongsong', [...windows('STZHONGS.TTF'), ...microsoftOffice('STZHONGS.TTF')]),
  '华文中宋',
  '方正小标宋简体',
  'FZXiaoBiaoSong-B05S',
  '方正小标宋_GBK',
  '小标宋',
)
name(simhei, '黑体')
name(
  hei('STHeiti', mac('STHeiti Light.ttc', 'STHeiti Medium.ttc')),
  '华文黑体',
  'STXihei',
  '华文细黑',
  'Heiti SC',
  '黑体-简',
)
name({ ...hei('PingFang SC', []), ascent: 1.06, descent: 0.34 }, '苹方', '苹方-简')
name(kaiti, '楷体', 'KaiTi_GB2312', '楷体_GB2312')
name(kai('STKaiti', [...mac('Kaiti.ttc'), ...windows('STKAITI.TTF')]), '华文楷体', 'Kaiti SC', '楷体-简')
name(fangsong, '仿宋', 'FangSong_GB2312', '仿宋_GB2312')
name(kai('STFangsong', [...mac('STFangsong.ttf'), ...windows('STFANGSO.TTF')]), '华文仿宋')
name(yahei, '微软雅黑', 'Microsoft YaHei UI', '微软雅黑 Light')
name(dengxian, '等线', '等线 Light', 'DengXian Light')
for (const font of Object.values(bundled)) name(font)
name(bundled.song, '思源宋体', 'Noto Serif CJK SC', 'Source Han Serif SC', 'Source Han Serif CN', '思源宋体 CN')
name(bundled.hei, '思源黑体', 'Noto Sans CJK SC', 'Source Han Sans SC', 'Source Han Sans CN', '思源黑体 CN')
name(bundled.kai, '霞鹜文楷')
name(
  latin('Times New Roman', 'serif', 0.891, 0.258, [
    ...windows('times.ttf', 'timesbd.ttf', 'timesi.ttf', 'timesbi.ttf'),
    ...mac(
      'Times New Roman.ttf',
      'Times New Roman Bold.ttf',
      'Times New Roman Italic.ttf',
      'Times New Roman Bold Italic.ttf',
    ),
  ]),
  'Times',
  'Liberation Serif',
)
name(
  latin('Arial', 'sans', 0.905, 0.245, [
    ...windows('arial.ttf', 'arialbd.ttf', 'ariali.ttf', 'arialbi.ttf'),
    ...mac('Arial.ttf', 'Arial Bold.ttf', 'Arial Italic.ttf', 'Arial Bold Italic.ttf'),
  ]),
  'Helvetica',
  'Liberation Sans',
)
name(
  latin('Courier New', 'mono', 0.833, 0.3, [
    ...windows('cour.ttf', 'courbd.ttf', 'couri.ttf', 'courbi.ttf'),
    ...mac('Courier New.ttf', 'Courier New Bold.ttf'),
  ]),
  'Courier',
  'Liberation Mono',
)
name(
  latin('Calibri', 'sans', 0.952, 0.269, [
    ...windows('calibri.ttf', 'calibrib.ttf', 'calibrii.ttf', 'calibriz.ttf'),
    ...microsoftOffice('Calibri.ttf', 'Calibrib.ttf', 'Calibrii.ttf', 'Calibriz.ttf'),
  ]),
  'Calibri Light',
  'Carlito',
)
name(
  latin('Cambria', 'serif', 0.95, 0.222, [...windows('cambria.ttc', 'cambriab.ttf', 'cambriai.ttf', 'cambriaz.ttf')]),
  'Caladea',
)
name(latin('Verdana', 'sans', 1.005, 0.21, windows('verdana.ttf', 'verdanab.ttf')))
name(latin('Tahoma', 'sans', 1.0, 0.207, windows('tahoma.ttf', 'tahomabd.ttf')))
name(latin('Georgia', 'serif', 0.917, 0.219, windows('georgia.ttf', 'georgiab.ttf')))

const hints: [RegExp, FontClass][] = [
  [/黑|雅|圆|hei|gothic|sans|yahei|arial|helvetica/i, 'hei'],
  [/楷|仿|行|隶|kai|fang/i, 'kai'],
  [/mono|consol|courier|code/i, 'mono'],
]

/** The font a document names; one that is not in the table is taken by what its name says, a serif when it says nothing. */
export function fontNamed(family: string): NamedFont {
  const known = named[family.trim().toLowerCase()]
  if (known !== undefined) return known
  const kind = hints.find(([pattern]) => pattern.test(family))?.[1] ?? 'song'
  return { ...bundled[kind], family, files: [] }
}

/** Whether the real font is on this computer (or is one of ours). */
export function isAvailable(font: NamedFont): boolean {
  let known = available.get(font.family)
  if (known === undefined) {
    known =
      Object.values(bundled).some((each) => each.family === font.family) || font.files.some((file) => existsSync(file))
    available.set(font.family, known)
  }
  return known
}
const available = new Map<string, boolean>()

/** Boxes, ticks and arrows that text faces lack. */
export const symbolFamily = 'Noto Sans Symbols 2'

/** Family to typeset with: the named one where it is there, else the open face of its class. */
export const familyFor = (font: NamedFont): string => (isAvailable(font) ? font.family : bundled[font.class].family)

/** All font files to give to the typesetter: ours, and the named ones that the computer has. */
export function fontFiles(): string[] {
  const require = createRequire(import.meta.url)
  const google = (family: string, ...faces: string[]) => {
    const root = dirname(require.resolve(`@expo-google-fonts/${family}/package.json`))
    return faces.map((face) => join(root, face))
  }
  const latinFaces = (family: string, file: string) =>
    google(
      family,
      ...['400Regular', '700Bold', '400Regular_Italic', '700Bold_Italic'].map((face) => `${face}/${file}_${face}.ttf`),
    )
  const ours = [
    ...google('noto-serif-sc', '400Regular/NotoSerifSC_400Regular.ttf', '700Bold/NotoSerifSC_700Bold.ttf'),
    ...google('noto-sans-sc', '400Regular/NotoSansSC_400Regular.ttf', '700Bold/NotoSansSC_700Bold.ttf'),
    ...latinFaces('tinos', 'Tinos'),
    ...latinFaces('arimo', 'Arimo'),
    ...latinFaces('cousine', 'Cousine'),
    join(assetsFolder, 'fonts', 'LXGWWenKai-Regular.ttf'),
    join(assetsFolder, 'fonts', 'NotoSansSymbols2-Regular.ttf'),
  ]
  const system = [...new Set(Object.values(named).flatMap((font) => font.files))]
  return [...ours, ...system].filter((file) => existsSync(file))
}

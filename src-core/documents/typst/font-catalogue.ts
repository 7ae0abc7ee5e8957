import { systemFamily, systemFontFiles } from './system-fonts.ts'

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
  /** Has a bold face of its own; otherwise Word thickens it, and so do we. */
  bold: boolean
  /** File names, or paths, that hold the real font where the computer has it. */
  files: string[]
}

// A Chinese face of exactly one em is set by Word on 1.3 em, the extra spread around it.
const oneEm = { ascent: 1.009, descent: 0.291 }

const song = (family: string, files: string[]): NamedFont => ({
  family,
  class: 'song',
  chinese: true,
  bold: false,
  ...oneEm,
  files,
})
const hei = (family: string, files: string[]): NamedFont => ({
  family,
  class: 'hei',
  chinese: true,
  bold: false,
  ...oneEm,
  files,
})
const kai = (family: string, files: string[]): NamedFont => ({
  family,
  class: 'kai',
  chinese: true,
  bold: false,
  ...oneEm,
  files,
})
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
  bold: true,
  ascent,
  descent,
  files,
})

const simsun = song('SimSun', ['simsun.ttc', 'SimSun.ttc'])
const simhei = hei('SimHei', ['simhei.ttf', 'SimHei.ttf'])
const kaiti = kai('KaiTi', ['simkai.ttf', 'Kaiti.ttf'])
const fangsong = kai('FangSong', ['simfang.ttf', 'Fangsong.ttf'])
const yahei: NamedFont = {
  family: 'Microsoft YaHei',
  class: 'hei',
  chinese: true,
  bold: true,
  ascent: 1.058,
  descent: 0.262,
  files: ['msyh.ttc', 'msyhbd.ttc', 'msyh.ttf', 'msyhbd.ttf'],
}
const dengxian: NamedFont = {
  family: 'DengXian',
  class: 'hei',
  chinese: true,
  bold: true,
  ascent: 0.983,
  descent: 0.317,
  files: ['Deng.ttf', 'Dengb.ttf', 'Deng.ttf', 'Dengb.ttf'],
}

const open = (family: string, kind: FontClass, ascent: number, descent: number, bold = true): NamedFont => ({
  family,
  class: kind,
  chinese: true,
  bold,
  ascent,
  descent,
  files: [],
})

/** The open faces that ship with the app, by class; Noto's line height is its own. */
export const bundled: Record<FontClass, NamedFont> = {
  song: open('Noto Serif SC', 'song', 1.151, 0.286),
  hei: open('Noto Sans SC', 'hei', 1.16, 0.288),
  kai: open('LXGW WenKai', 'kai', 0.928, 0.241, false),
  serif: latin('Tinos', 'serif', 0.891, 0.216 + 0.042),
  sans: latin('Arimo', 'sans', 0.905, 0.212 + 0.033),
  mono: latin('Cousine', 'mono', 0.833, 0.3),
}

const named: Record<string, NamedFont> = {}
function name(font: NamedFont, ...aliases: string[]): void {
  for (const alias of [font.family, ...aliases]) named[alias.toLowerCase()] = font
}
name(simsun, '宋体', 'NSimSun', '新宋体', 'SimSun-ExtB')
name(song('STSong', ['Songti.ttc']), '华文宋体', 'Songti SC', '宋体-简')
name(
  song('STZhongsong', ['STZHONGS.TTF', 'STZHONGS.TTF']),
  '华文中宋',
  '方正小标宋简体',
  'FZXiaoBiaoSong-B05S',
  '方正小标宋_GBK',
  '小标宋',
)
name(simhei, '黑体')
name(
  hei('STHeiti', ['STHeiti Light.ttc', 'STHeiti Medium.ttc']),
  '华文黑体',
  'STXihei',
  '华文细黑',
  'Heiti SC',
  '黑体-简',
)
name({ ...hei('PingFang SC', []), ascent: 1.06, descent: 0.34 }, '苹方', '苹方-简')
name(kaiti, '楷体', 'KaiTi_GB2312', '楷体_GB2312')
name(kai('STKaiti', ['Kaiti.ttc', 'STKAITI.TTF']), '华文楷体', 'Kaiti SC', '楷体-简')
name(fangsong, '仿宋', 'FangSong_GB2312', '仿宋_GB2312')
name(kai('STFangsong', ['STFangsong.ttf', 'STFANGSO.TTF']), '华文仿宋')
name(yahei, '微软雅黑', 'Microsoft YaHei UI', '微软雅黑 Light')
name(dengxian, '等线', '等线 Light', 'DengXian Light')
for (const font of Object.values(bundled)) name(font)
name(bundled.song, '思源宋体', 'Noto Serif CJK SC', 'Source Han Serif SC', 'Source Han Serif CN', '思源宋体 CN')
name(bundled.hei, '思源黑体', 'Noto Sans CJK SC', 'Source Han Sans SC', 'Source Han Sans CN', '思源黑体 CN')
name(bundled.kai, '霞鹜文楷')
name(
  latin('Times New Roman', 'serif', 0.891, 0.258, [
    'times.ttf',
    'timesbd.ttf',
    'timesi.ttf',
    'timesbi.ttf',
    'Times New Roman.ttf',
    'Times New Roman Bold.ttf',
    'Times New Roman Italic.ttf',
    'Times New Roman Bold Italic.ttf',
  ]),
  'Times',
  'Liberation Serif',
)
name(
  latin('Arial', 'sans', 0.905, 0.245, [
    'arial.ttf',
    'arialbd.ttf',
    'ariali.ttf',
    'arialbi.ttf',
    'Arial.ttf',
    'Arial Bold.ttf',
    'Arial Italic.ttf',
    'Arial Bold Italic.ttf',
  ]),
  'Helvetica',
  'Liberation Sans',
)
name(
  latin('Courier New', 'mono', 0.833, 0.3, [
    'cour.ttf',
    'courbd.ttf',
    'couri.ttf',
    'courbi.ttf',
    'Courier New.ttf',
    'Courier New Bold.ttf',
  ]),
  'Courier',
  'Liberation Mono',
)
name(
  latin('Calibri', 'sans', 0.952, 0.269, [
    'calibri.ttf',
    'calibrib.ttf',
    'calibrii.ttf',
    'calibriz.ttf',
    'Calibri.ttf',
    'Calibrib.ttf',
    'Calibrii.ttf',
    'Calibriz.ttf',
  ]),
  'Calibri Light',
  'Carlito',
)
name(latin('Cambria', 'serif', 0.95, 0.222, ['cambria.ttc', 'cambriab.ttf', 'cambriai.ttf', 'cambriaz.ttf']), 'Caladea')
name(latin('Verdana', 'sans', 1.005, 0.21, ['verdana.ttf', 'verdanab.ttf']))
name(latin('Tahoma', 'sans', 1.0, 0.207, ['tahoma.ttf', 'tahomabd.ttf']))
name(latin('Georgia', 'serif', 0.917, 0.219, ['georgia.ttf', 'georgiab.ttf']))

const chineseHints: [RegExp, FontClass][] = [
  [/黑|雅|圆|等线|hei|gothic|sans|yahei|arial|helvetica/i, 'hei'],
  [/楷|仿|行|隶|kai|fang/i, 'kai'],
]
const latinHints: [RegExp, FontClass][] = [
  [/mono|consol|courier|code|typewriter/i, 'mono'],
  [/serif|roman|times|garamond|book|century|georgia|palatino|song|ming|宋|明/i, 'serif'],
  [/sans|arial|helvetica|gothic|segoe|tahoma|trebuchet|franklin|futura|lato|roboto|inter|黑|hei/i, 'sans'],
]

const answers = new Map<string, NamedFont>()

/**
 * The font a document names for Chinese or for Latin text: one of the table, else one of this computer, else taken by what its name
 * says, a serif when it says nothing.
 */
export function fontNamed(family: string, script: 'chinese' | 'latin' = 'chinese'): NamedFont {
  const name = family.trim().toLowerCase()
  const known = named[name]
  if (known !== undefined) return known
  const key = `${script} ${name}`
  let answer = answers.get(key)
  if (answer === undefined) {
    const latinName = script === 'latin' && !/[\u2e80-\u9fff]/.test(family)
    const kind =
      (latinName ? latinHints : chineseHints).find(([pattern]) => pattern.test(family))?.[1] ??
      (latinName ? 'serif' : 'song')
    const system = systemFamily(name)
    answer = { ...bundled[kind], family, files: [], ...system, ...(system ? {} : { bold: bundled[kind].bold }) }
    answers.set(key, answer)
  }
  return answer
}

const paths = new Map<NamedFont, string[]>()

/** Paths of the files of the real font, where this computer has it. */
export function filesOf(font: NamedFont): string[] {
  let found = paths.get(font)
  if (found === undefined) {
    found = [...font.files.filter((file) => /[\\/]/.test(file)), ...systemFontFiles(font.files)]
    paths.set(font, found)
  }
  return found
}

const isBundled = (font: NamedFont) => font === bundled[font.class]

/** Whether the real font is on this computer (or is one of ours). */
export const isAvailable = (font: NamedFont): boolean => isBundled(font) || filesOf(font).length > 0

/** Family to typeset with: the named one where it is there, else the open face of its class. */
export const familyFor = (font: NamedFont): string => (isAvailable(font) ? font.family : bundled[font.class].family)

/** Whether the face that is used for the font can be set in bold without thickening it. */
export const hasBold = (font: NamedFont): boolean => (isAvailable(font) ? font.bold : bundled[font.class].bold)

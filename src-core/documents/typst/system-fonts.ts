import { existsSync, readdirSync } from 'node:fs'
import { homedir, platform } from 'node:os'
import { join } from 'node:path'
import { fontFaces, type FontFace } from './font-file.ts'

function folders(): string[] {
  switch (platform()) {
    case 'win32':
      return [
        join(process.env.SystemRoot ?? 'C:\\Windows', 'Fonts'),
        join(process.env.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'), 'Microsoft', 'Windows', 'Fonts'),
      ]
    case 'darwin':
      return [
        '/System/Library/Fonts',
        '/System/Library/Fonts/Supplemental',
        '/Library/Fonts',
        join(homedir(), 'Library', 'Fonts'),
        '/Applications/Microsoft Word.app/Contents/Resources/DFonts',
      ]
    default:
      return [
        '/usr/share/fonts',
        '/usr/local/share/fonts',
        join(homedir(), '.local/share/fonts'),
        join(homedir(), '.fonts'),
      ]
  }
}

let files: Map<string, string> | undefined

/** Font files of this computer by their lower-case file name. Looked for once. */
function systemFiles(): Map<string, string> {
  if (files !== undefined) return files
  files = new Map()
  for (const folder of folders()) {
    if (!existsSync(folder)) continue
    for (const entry of readdirSync(folder, { withFileTypes: true, recursive: platform() === 'linux' }))
      if (/\.(ttf|ttc|otf|otc)$/i.test(entry.name))
        files.set(entry.name.toLowerCase(), join(entry.parentPath, entry.name))
  }
  return files
}

/** Paths of those of the named files that the computer has. */
export const systemFontFiles = (names: readonly string[]): string[] =>
  names.flatMap((name) => systemFiles().get(name.toLowerCase()) ?? [])

export interface SystemFamily {
  family: string
  ascent: number
  descent: number
  bold: boolean
  files: string[]
}

let families: Map<string, SystemFamily> | undefined

/**
 * A family of this computer by any of its names, also the Chinese one. Reads the names of all font files the first time, some tenths of
 * a second on a computer with many: ask only for families that have no other answer.
 */
export function systemFamily(name: string): SystemFamily | undefined {
  if (families === undefined) {
    families = new Map()
    for (const file of systemFiles().values()) for (const face of fontFaces(file)) register(families, face, file)
  }
  return families.get(name.toLowerCase())
}

function register(known: Map<string, SystemFamily>, face: FontFace, file: string): void {
  const same = known.get(face.family.toLowerCase())
  const family = same ?? { family: face.family, ascent: face.ascent, descent: face.descent, bold: false, files: [] }
  if (!family.files.includes(file)) family.files.push(file)
  if (face.bold) family.bold = true
  for (const name of face.families) if (!known.has(name)) known.set(name, family)
}

import { createHash } from 'node:crypto'
import {
  closeSync,
  copyFileSync,
  existsSync,
  fstatSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { bundledFonts } from '../../src-core/documents/typst/bundled-fonts.ts'
import { familyFor, filesOf, fontNamed } from '../../src-core/documents/typst/font-catalogue.ts'
import { runProgram } from './external-programs.ts'

/** Names that documents give; LibreOffice is told the face that our typesetter takes for each. */
const namedFaces = [
  '宋体',
  'SimSun',
  '黑体',
  'SimHei',
  '楷体',
  'KaiTi',
  '仿宋',
  'FangSong',
  'Microsoft YaHei',
  '微软雅黑',
  'Times New Roman',
  'Arial',
  'Courier New',
  'Liberation Serif',
  'Liberation Sans',
  'Liberation Mono',
  'Calibri',
  'Cambria',
]

/** What a font file is known by: name, size and its beginning, which holds the checksums of its tables. */
function fontMark(file: string): string {
  const handle = openSync(file, 'r')
  try {
    const start = Buffer.alloc(2048)
    readSync(handle, start, 0, start.length, 0)
    return createHash('sha256')
      .update(`${basename(file)}:${fstatSync(handle).size}`)
      .update(start)
      .digest('hex')
  } finally {
    closeSync(handle)
  }
}

const escapeXml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** A fontconfig file that knows our typesetter's font files and no others. */
function writeFontConfig(folder: string): { file: string; mark: string } {
  const fonts = join(folder, 'fonts')
  rmSync(fonts, { recursive: true, force: true })
  mkdirSync(fonts, { recursive: true })
  const files = [...new Set([...bundledFonts().all, ...namedFaces.flatMap((name) => filesOf(fontNamed(name)))])]
  for (const [i, file] of files.entries()) symlinkSync(file, join(fonts, `${i}-${basename(file)}`))
  const aliases = namedFaces
    .map((name) => [name, familyFor(fontNamed(name))] as const)
    .filter(([name, family]) => name !== family)
    .map(
      ([name, family]) =>
        `<match target="pattern"><test name="family" qual="any"><string>${escapeXml(name)}</string></test><edit name="family" mode="assign" binding="same"><string>${escapeXml(family)}</string></edit></match>`,
    )
  const config = `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${escapeXml(fonts)}</dir><cachedir>${escapeXml(join(folder, 'font-cache'))}</cachedir>${aliases.join('')}</fontconfig>`
  const file = join(folder, 'fonts.conf')
  writeFileSync(file, config)
  return {
    file,
    mark: createHash('sha256')
      .update([...files.map(fontMark), ...aliases].join('\n'))
      .digest('hex'),
  }
}

/**
 * The PDF that LibreOffice makes of each .docx, with the very font files our typesetter has. Kept by hash of document, fonts and
 * program, so that only what changed is made anew, all in one call.
 */
export async function referencePdfs(
  documents: readonly string[],
  soffice: string,
  cache: string,
): Promise<Map<string, Uint8Array>> {
  mkdirSync(cache, { recursive: true })
  const { file: fontConfig, mark } = writeFontConfig(cache)
  const { stdout: version } = await runProgram(soffice, ['--version'])
  const kept = new Map(
    documents.map((document) => {
      const hash = createHash('sha256').update(readFileSync(document)).update(mark).update(version.trim()).digest('hex')
      return [document, join(cache, `${hash.slice(0, 32)}.pdf`)]
    }),
  )
  const wanted = [...kept].filter(([, pdf]) => !existsSync(pdf))
  if (wanted.length > 0) {
    const work = mkdtempSync(join(tmpdir(), 'qidan-fidelity-'))
    try {
      const copies = wanted.map(([document], i) => {
        const copy = join(work, `${i}.docx`)
        copyFileSync(document, copy)
        return copy
      })
      await runProgram(
        soffice,
        [
          `-env:UserInstallation=${pathToFileURL(join(work, 'profile')).href}`,
          '--headless',
          '--convert-to',
          'pdf',
          '--outdir',
          work,
          ...copies,
        ],
        {
          env: { ...process.env, FONTCONFIG_FILE: fontConfig, SAL_USE_VCLPLUGIN: 'svp' },
          maxBuffer: 1 << 24,
        },
      )
      for (const [i, [document, pdf]] of wanted.entries()) {
        const made = join(work, `${i}.pdf`)
        if (!existsSync(made)) throw new Error(`LibreOffice made no PDF of ${document}`)
        copyFileSync(made, pdf)
      }
    } finally {
      rmSync(work, { recursive: true, force: true })
    }
  }
  return new Map([...kept].map(([document, pdf]) => [document, new Uint8Array(readFileSync(pdf))]))
}

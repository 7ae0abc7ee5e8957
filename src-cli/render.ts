import { readdirSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import type { TemplateData } from '../src-shared/contracts/template-data.ts'
import { refuse } from '../src-shared/kernel/refusal.ts'
import { describeNotCarried, describeRefusal } from '../src-shared/messages/describe-refusal.ts'
import type { Language } from '../src-shared/messages/message.ts'
import { limitedWork, limitsOf } from './limited-work.ts'
import { keepApart, readInput, readJsonFile } from './read-input.ts'
import type { renderDocument } from './render-document.ts'
import { writeWhole } from './write-whole.ts'

interface RenderFlags {
  data: string
  out: string
  docx?: string
  images?: string
  seconds?: string
}

/** `qidan render`: a template filled with data, as PDF and if wanted as .docx; both are written or neither. */
export async function render(template: string, flags: RenderFlags, language: Language): Promise<void> {
  const limits = limitsOf(flags)
  keepApart([template, flags.data], [flags.out, flags.docx])
  const data = readJsonFile(flags.data)
  if (typeof data !== 'object' || data === null || Array.isArray(data))
    throw refuse('data.notObject', { path: flags.data })
  const made = await limitedWork<typeof renderDocument>(
    './render-document.ts',
    'renderDocument',
    [
      readInput(template, 64),
      data as TemplateData,
      picturesIn(flags.images ?? dirname(flags.data)),
      { title: basename(flags.out, extname(flags.out)), time: Date.now() },
    ],
    limits,
  )
  if (flags.docx !== undefined) writeWhole(flags.docx, made.docx)
  writeWhole(flags.out, made.pdf)
  const lines = [
    `${flags.out}  ${made.pages} ${language === 'zh' ? '页' : 'pages'}`,
    ...(flags.docx === undefined ? [] : [flags.docx]),
    ...made.warnings.map((each) => `  ${describeRefusal(each, language)}`),
    ...made.notCarried.map((each) => `  ${describeNotCarried(each, language)}`),
    ...made.substitutedFonts.map(({ named, used }) => `  ${named} → ${used}`),
  ]
  process.stdout.write(`${lines.join('\n')}\n`)
}

/** PNG and JPEG files of the folder by name; only what a template could ask for is read. */
function picturesIn(folder: string): Map<string, Uint8Array> {
  const names = readdirSync(folder).filter((name) => /\.(png|jpe?g)$/i.test(name))
  return new Map(names.slice(0, 200).map((name) => [name, readInput(join(folder, name), 20)]))
}

import { basename, extname } from 'node:path'
import type { convertDocx } from '../src-core/documents/convert/convert-docx.ts'
import type { Language } from '../src-shared/messages/message.ts'
import { limitedWork, limitsOf } from './limited-work.ts'
import { keepApart, readInput } from './read-input.ts'
import { UsageError } from './usage-error.ts'
import { writeWhole } from './write-whole.ts'

interface ConvertFlags {
  out: string
  marks: string
  seconds?: string
  json?: boolean
}

/** `qidan convert`: a Word file as it is, as PDF; says what the PDF does not show as Word would. */
export async function convert(
  file: string,
  { out, marks, json, ...flags }: ConvertFlags,
  language: Language,
): Promise<void> {
  if (marks !== 'accepted' && marks !== 'marked') throw new UsageError('--marks takes accepted or marked')
  const limits = limitsOf(flags)
  keepApart([file], [out])
  const work = limitedWork<typeof convertDocx>(
    '../src-core/documents/convert/convert-docx.ts',
    'convertDocx',
    [readInput(file, 64), { marks, title: basename(file, extname(file)), time: Date.now() }],
    limits,
  )
  // The words are read while the other thread works.
  const [{ pdf, pages, notCarried, substitutedFonts }, { describeNotCarried }] = await Promise.all([
    work,
    import('../src-shared/messages/describe-refusal.ts'),
  ])
  writeWhole(out, pdf)
  if (json) {
    const lost = notCarried.map((each) => ({
      ...each,
      message: describeNotCarried({ ...each, where: '', count: 1 }, language),
    }))
    process.stdout.write(`${JSON.stringify({ out, pages, notCarried: lost, substitutedFonts }, null, 2)}\n`)
    return
  }
  const words =
    language === 'zh'
      ? { pages: `${pages} 页`, lost: '与 Word 显示不同之处：', fonts: '本机没有的字体，已用相近的代替：' }
      : {
          pages: `${pages} pages`,
          lost: 'Not shown as in Word:',
          fonts: 'Fonts that this computer lacks, with what stands in:',
        }
  const lines = [
    `${out}  ${words.pages}`,
    ...(notCarried.length === 0
      ? []
      : [words.lost, ...notCarried.map((each) => `  ${describeNotCarried(each, language)}`)]),
    ...(substitutedFonts.length === 0
      ? []
      : [words.fonts, ...substitutedFonts.map(({ named, used }) => `  ${named} → ${used}`)]),
  ]
  process.stdout.write(`${lines.join('\n')}\n`)
}

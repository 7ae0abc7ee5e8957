import type { Language } from '../src-shared/messages/message.ts'
import { limitedWork, limitsOf, stampingLimits } from './limited-work.ts'
import { keepApart, readInput } from './read-input.ts'
import { UsageError } from './usage-error.ts'
import type { sealDocument, SealRequest } from './seal-document.ts'
import { writeWhole } from './write-whole.ts'

interface SealOptions {
  out: string
  image?: string
  company?: string
  label: string
  serial?: string
  diameter: string
  at: string
  crossPage?: boolean
  watermark?: string
  seconds?: string
}

/** `qidan seal`: a seal given as an image or drawn from the company's name, put on a PDF. */
export async function seal(file: string, options: SealOptions, language: Language): Promise<void> {
  const widthMm = Number(options.diameter)
  if (!(widthMm >= 10 && widthMm <= 100)) throw new UsageError('--diameter takes millimetres from 10 to 100')
  if (options.image === undefined && options.company === undefined && options.watermark === undefined)
    throw new UsageError('give --image, --company or --watermark')
  keepApart([file], [options.out])
  const request: SealRequest = {
    ...sealOf(options, widthMm),
    widthMm,
    at: options.at,
    crossPage: options.crossPage ?? false,
    ...(options.watermark === undefined ? {} : { watermark: options.watermark }),
  }
  const { pdf, pages } = await limitedWork<typeof sealDocument>(
    './seal-document.ts',
    'sealDocument',
    [readInput(file, 300), request],
    limitsOf(options, stampingLimits),
  )
  writeWhole(options.out, pdf)
  process.stdout.write(`${options.out}  ${pages} ${language === 'zh' ? '页' : 'pages'}\n`)
}

function sealOf({ image, company, label, serial }: SealOptions, diameterMm: number): Pick<SealRequest, 'seal'> {
  if (image !== undefined) return { seal: { image: readInput(image, 20) } }
  if (company === undefined) return {}
  const drawing = { kind: 'contract', company, label, diameterMm, ink: 0.4 } as const
  return { seal: { drawing: serial === undefined ? drawing : { ...drawing, serial } } }
}

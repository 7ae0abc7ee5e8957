import { readFileSync } from 'node:fs'
import { drawSeal } from '../src-core/documents/seal/draw-seal.ts'
import { stampPdf } from '../src-core/documents/seal/stamp-pdf.ts'
import { UsageError } from './report.ts'
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
}

/** `qidan seal`: a seal given as an image or drawn from the company's name, put on a PDF. */
export async function seal(file: string, options: SealOptions): Promise<void> {
  const widthMm = Number(options.diameter)
  if (!(widthMm >= 10 && widthMm <= 100)) throw new UsageError('--diameter takes millimetres from 10 to 100')
  if (options.image === undefined && options.company === undefined && options.watermark === undefined)
    throw new UsageError('give --image, --company or --watermark')
  const image =
    options.image !== undefined
      ? readFileSync(options.image)
      : options.company !== undefined
        ? drawSeal({
            kind: 'contract',
            company: options.company,
            label: options.label,
            diameterMm: widthMm,
            ink: 0.4,
            ...(options.serial === undefined ? {} : { serial: options.serial }),
          })
        : undefined
  const { pdf, pages } = await stampPdf(readFileSync(file), {
    ...(image === undefined ? {} : { seals: [{ image, widthMm, at: { text: options.at, occurrence: 'last' } }] }),
    ...(image !== undefined && options.crossPage ? { crossPage: { image, widthMm } } : {}),
    ...(options.watermark === undefined ? {} : { watermark: { text: options.watermark } }),
  })
  writeWhole(options.out, pdf)
  process.stdout.write(`${options.out}  ${pages} 页\n`)
}

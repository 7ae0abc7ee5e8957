import { PDFDocument as AppendingPdf } from '@cantoo/pdf-lib'
import { verifyPdf } from '../../src-core/documents/verify/verify-pdf.ts'
import { Refusal } from '../../src-shared/kernel/refusal.ts'

/** The verdict, or the code of the refusal. */
export function outcome(file: Uint8Array | string): string {
  try {
    return verifyPdf(typeof file === 'string' ? Buffer.from(file, 'latin1') : file).verdict
  } catch (error) {
    if (error instanceof Refusal) return error.code
    throw error
  }
}

/** The file with one more revision, made by a program that appends. */
export async function appended(pdf: Uint8Array, change: (document: AppendingPdf) => void): Promise<Uint8Array> {
  const document = await AppendingPdf.load(pdf, { forIncrementalUpdate: true })
  change(document)
  const bytes = await document.save()
  if (Buffer.compare(bytes.subarray(0, pdf.length), pdf) !== 0) throw new Error('The file was not appended to')
  return bytes
}

/** The file with one more revision written by hand: objects by number, and the old trailer's entries. */
export function appendedByHand(pdf: Buffer, objects: Record<number, string>): Buffer {
  const previous = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(pdf.toString('latin1'))![1])
  const root = /\/Root (\d+ 0 R)/.exec(pdf.toString('latin1', pdf.lastIndexOf('/Root')))![1]
  let body = '\n'
  const table: string[] = []
  for (const [number, text] of Object.entries(objects)) {
    table.push(`${number} 1\n${String(pdf.length + body.length).padStart(10, '0')} 00000 n \n`)
    body += `${number} 0 obj\n${text}\nendobj\n`
  }
  const size = 1000
  return Buffer.concat([
    pdf,
    Buffer.from(
      `${body}xref\n${table.join('')}trailer\n<< /Size ${size} /Root ${root} /Prev ${previous} >>\nstartxref\n${pdf.length + body.length}\n%%EOF\n`,
      'latin1',
    ),
  ])
}

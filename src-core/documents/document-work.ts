import { convertDocx } from './convert/convert-docx.ts'
import { cleanSealImage } from './seal/clean-image.ts'
import { drawSeal } from './seal/draw-seal.ts'
import { stampPdf } from './seal/stamp-pdf.ts'
import { readFirstSheet } from './sheet/read-first-sheet.ts'
import { signPdf } from './sign/sign-pdf.ts'
import { checkTemplate } from './template/check-template.ts'
import { fillTemplate } from './template/fill-template.ts'
import { typeset } from './typst/compile.ts'
import { verifyPdf } from './verify/verify-pdf.ts'

/** The document work that can be sent to a worker, by name: plain data in, plain data out. */
export const documentWork = {
  checkTemplate,
  fillTemplate,
  convertDocx,
  stampPdf,
  signPdf,
  verifyPdf,
  drawSeal,
  cleanSealImage,
  typeset,
  readFirstSheet,
}

export type DocumentWork = typeof documentWork

import type { ConvertOptions, ConvertedDocument } from '../documents/convert/convert-docx.ts'
import type { CleanedImage } from '../documents/seal/clean-image.ts'
import type { SealDrawing } from '../documents/seal/draw-seal.ts'
import type { StampedPdf, StampPlan } from '../documents/seal/stamp-plan.ts'
import type { SignedPdf, SignRequest } from '../documents/sign/sign-pdf.ts'
import type { TemplateCheck } from '../documents/template/check-template.ts'
import type { FilledTemplate, FillOptions } from '../documents/template/fill-template.ts'
import type { Typeset, TypesetOptions } from '../documents/typst/compile.ts'
import type { PdfVerification, VerifyOptions } from '../documents/verify/verify-pdf.ts'
import type { SheetRow } from '../../src-shared/imports/sheet-table.ts'
import type { TemplateData } from '../../src-shared/contracts/template-data.ts'

/** Document work, wherever it runs: in this process, or in workers that can be stopped and are limited in time and memory. */
export interface DocumentEngine {
  checkTemplate(docx: Uint8Array, signal?: AbortSignal): Promise<TemplateCheck>
  fillTemplate(
    docx: Uint8Array,
    data: TemplateData,
    options: FillOptions,
    signal?: AbortSignal,
  ): Promise<FilledTemplate>
  convert(docx: Uint8Array, options: ConvertOptions, signal?: AbortSignal): Promise<ConvertedDocument>
  stamp(pdf: Uint8Array, plan: StampPlan, signal?: AbortSignal): Promise<StampedPdf>
  sign(pdf: Uint8Array, request: SignRequest, signal?: AbortSignal): Promise<SignedPdf>
  verify(pdf: Uint8Array, options: VerifyOptions, signal?: AbortSignal): Promise<PdfVerification>
  drawSeal(drawing: SealDrawing, signal?: AbortSignal): Promise<Uint8Array>
  /** A photographed or scanned seal as its red alone. */
  cleanSeal(picture: Uint8Array, signal?: AbortSignal): Promise<CleanedImage>
  /** Our own prints: delivery note, statement, approval record. */
  typeset(source: string, options: TypesetOptions, signal?: AbortSignal): Promise<Typeset>
  /** The first sheet of an .xlsx as texts. */
  readSheet(xlsx: Uint8Array, signal?: AbortSignal): Promise<SheetRow[]>
  close(): Promise<void>
}

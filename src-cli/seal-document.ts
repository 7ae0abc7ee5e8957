import { drawSeal, type SealDrawing } from '../src-core/documents/seal/draw-seal.ts'
import { stampPdf } from '../src-core/documents/seal/stamp-pdf.ts'
import type { StampedPdf } from '../src-core/documents/seal/stamp-plan.ts'

export interface SealRequest {
  /** A picture of the seal, or what to draw; nothing where only a watermark is wanted. */
  seal?: { image: Uint8Array } | { drawing: SealDrawing }
  widthMm: number
  at: string
  crossPage: boolean
  watermark?: string
}

/** Seals a PDF, drawing the seal first where there is no picture of it. */
export function sealDocument(pdf: Uint8Array, request: SealRequest): Promise<StampedPdf> {
  const { seal, widthMm, at, crossPage, watermark } = request
  const image = seal === undefined ? undefined : 'image' in seal ? seal.image : drawSeal(seal.drawing)
  return stampPdf(pdf, {
    ...(image === undefined ? {} : { seals: [{ image, widthMm, at: { text: at, occurrence: 'last' } }] }),
    ...(image !== undefined && crossPage ? { crossPage: { image, widthMm } } : {}),
    ...(watermark === undefined ? {} : { watermark: { text: watermark } }),
  })
}

import { getDocument, GlobalWorkerOptions, PDFWorker, type PDFDocumentLoadingTask } from 'pdfjs-dist'
// oxlint-disable-next-line import/default -- Vite gives the address of the file that it puts beside the bundle
import workerAddress from 'pdfjs-dist/build/pdf.worker.min.mjs?url'

/** A stored file's address, or the bytes of one that is not stored. */
export type PdfSource = string | Uint8Array

GlobalWorkerOptions.workerSrc = workerAddress
let worker: PDFWorker | undefined

/** Opens a PDF by the one worker of this window; character maps and fonts come with the app. `destroy()` it after use. */
export function openPdf(source: PdfSource): PDFDocumentLoadingTask {
  if (worker === undefined || worker.destroyed) worker = new PDFWorker()
  return getDocument({
    // The worker takes the bytes over, and whoever gave them may need them again.
    ...(typeof source === 'string' ? { url: source } : { data: source.slice() }),
    worker,
    cMapUrl: '/pdfjs/cmaps/',
    cMapPacked: true,
    standardFontDataUrl: '/pdfjs/standard_fonts/',
    wasmUrl: '/pdfjs/wasm/',
    iccUrl: '/pdfjs/iccs/',
    enableXfa: false,
  })
}

import { documentWork } from '../../src-core/documents/document-work.ts'
import type { DocumentEngine } from '../../src-core/ports/document-engine.ts'

/** The real document work, done in the test's own process: no worker to start, and a failure shows its place. */
export function documentsHere(): DocumentEngine {
  const {
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
  } = documentWork
  return {
    checkTemplate: async (docx) => checkTemplate(docx),
    fillTemplate: async (docx, data, options) => fillTemplate(docx, data, options),
    convert: async (docx, options) => convertDocx(docx, options),
    stamp: async (pdf, plan) => stampPdf(pdf, plan),
    sign: async (pdf, request) => signPdf(pdf, request),
    verify: async (pdf, options) => verifyPdf(pdf, options),
    cleanSeal: async (picture) => cleanSealImage(picture),
    drawSeal: async (drawing) => drawSeal(drawing),
    typeset: async (source, options) => typeset(source, options),
    readSheet: async (xlsx) => readFirstSheet(xlsx),
    close: async () => {},
  }
}

import { decodePDFRawStream, type PDFDocument, PDFName, PDFRawStream, PDFRef } from 'pdf-lib'

/**
 * What the XMP metadata claim of PDF/A ('2b', '3a' …), or 'none'.
 * A claim of PDF/A-1 is taken out: that part forbids the transparency a seal needs, and a file must not promise what it no longer holds.
 * Parts 2 and 3 allow it, and stamping keeps what they ask for (embedded fonts, output intent, metadata, file identifier).
 */
export function settlePdfaClaim(pdf: PDFDocument): string {
  const reference = pdf.catalog.get(PDFName.of('Metadata'))
  const metadata = pdf.context.lookup(reference)
  if (!(metadata instanceof PDFRawStream) || !(reference instanceof PDFRef)) return 'none'
  const xmp = Buffer.from(decodePDFRawStream(metadata).decode()).toString('utf8')
  const part = /pdfaid:part(?:>|=["'])\s*(\d)/.exec(xmp)?.[1]
  const conformance = /pdfaid:conformance(?:>|=["'])\s*([A-Za-z])/.exec(xmp)?.[1]?.toLowerCase() ?? ''
  if (part === undefined) return 'none'
  if (part !== '1') return `${part}${conformance}`
  const without = xmp.replaceAll(
    /<pdfaid:(part|conformance)>[^<]*<\/pdfaid:\1>|pdfaid:(?:part|conformance)=(?:"[^"]*"|'[^']*')/g,
    '',
  )
  const stream = pdf.context.stream(Buffer.from(without, 'utf8'), { Type: 'Metadata', Subtype: 'XML' })
  pdf.context.assign(reference, stream)
  return 'none'
}

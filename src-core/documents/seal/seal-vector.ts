import { PDFDocument } from 'pdf-lib'
import { sealRed } from './draw-seal.ts'
import { type Outline, transformOutline } from './outline.ts'
import { type SealDesign, layOutSeal } from './seal-layout.ts'
import { pathOperators } from './watermark.ts'

/** A seal as SVG in its true size, for showing it while it is designed. Refusals are those of `layOutSeal`. */
export function sealSvg(design: SealDesign): string {
  const { widthMm, heightMm, shapes } = layOutSeal(design)
  const { r, g, b } = sealRed
  const box = `${-widthMm / 2} ${-heightMm / 2} ${widthMm} ${heightMm}`
  const paths = shapes.map((shape) => `<path d="${svgPath(shape)}"/>`).join('')
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${widthMm}mm" height="${heightMm}mm" viewBox="${box}"><g fill="rgb(${r},${g},${b})">${paths}</g></svg>`
}

function svgPath(outline: Outline): string {
  return outline
    .map(([letter, ...numbers]) => letter + numbers.map((n) => Math.round(n * 1000) / 1000).join(' '))
    .join('')
}

/** A seal as a PDF of one page in its true size, sharp at any enlargement: for the engraver. Refusals are those of `layOutSeal`. */
export async function sealPdf(design: SealDesign): Promise<Uint8Array> {
  const { widthMm, heightMm, shapes } = layOutSeal(design)
  const points = 72 / 25.4
  const pdf = await PDFDocument.create({ updateMetadata: false })
  const page = pdf.addPage([widthMm * points, heightMm * points])
  const placed = shapes.map((shape) =>
    transformOutline(shape, [points, 0, 0, -points, (widthMm / 2) * points, (heightMm / 2) * points]),
  )
  const { r, g, b } = sealRed
  const colour = [r, g, b].map((part) => Math.round((part / 255) * 1000) / 1000).join(' ')
  const content = pdf.context.flateStream(
    `${colour} rg\n${placed.map((shape) => `${pathOperators(shape)}\nf`).join('\n')}`,
  )
  page.node.addContentStream(pdf.context.register(content))
  return pdf.save()
}

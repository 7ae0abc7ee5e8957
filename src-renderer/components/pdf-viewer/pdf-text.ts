import { openPdf, type PdfSource } from './open-pdf.ts'

/** All text of a PDF in reading order, a line break after each line, pages one after the other. */
export async function textOfPdf(source: PdfSource): Promise<string> {
  const task = openPdf(source)
  try {
    const document = await task.promise
    const pages: string[] = []
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number)
      const { items } = await page.getTextContent()
      pages.push(items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''))
      page.cleanup()
    }
    return pages.join('\n')
  } finally {
    await task.destroy()
  }
}

/** How many pages a PDF has; throws what pdf.js throws for what is no PDF. */
export async function pagesOfPdf(source: PdfSource): Promise<number> {
  const task = openPdf(source)
  try {
    return (await task.promise).numPages
  } finally {
    await task.destroy()
  }
}

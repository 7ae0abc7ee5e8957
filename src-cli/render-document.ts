import type { TemplateData } from '../src-shared/contracts/template-data.ts'
import { convertDocx, type ConvertedDocument } from '../src-core/documents/convert/convert-docx.ts'
import type { TemplateProblem } from '../src-core/documents/template/check-template.ts'
import { fillTemplate, type TemplateImage } from '../src-core/documents/template/fill-template.ts'

export interface RenderedDocument extends ConvertedDocument {
  docx: Uint8Array
  /** Fields that came out empty. */
  warnings: TemplateProblem[]
}

/**
 * Template and data → filled .docx and its PDF, in one go. `pictures` are files by name; IMAGE takes the one that the data name, or
 * `logo.png` for `IMAGE logo` when the data have no logo.
 */
export async function renderDocument(
  template: Uint8Array,
  data: TemplateData,
  pictures: ReadonlyMap<string, Uint8Array>,
  { title, time }: { title: string; time: number },
): Promise<RenderedDocument> {
  const images: Record<string, TemplateImage> = {}
  for (const [name, bytes] of pictures) {
    images[name] = { bytes }
    const stem = name.replace(/\.[^.]*$/, '')
    if (!Object.hasOwn(data, stem)) images[stem] = { bytes }
  }
  const { docx, warnings } = await fillTemplate(template, data, { images })
  return { docx, warnings, ...(await convertDocx(docx, { title, time })) }
}

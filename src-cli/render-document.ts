import type { TemplateData } from '../src-shared/contracts/template-data.ts'
import type { Json } from '../src-shared/kernel/json.ts'
import { refuse } from '../src-shared/kernel/refusal.ts'
import { convertDocx, type ConvertedDocument } from '../src-core/documents/convert/convert-docx.ts'
import { decodePicture } from '../src-core/documents/seal/png.ts'
import { checkTemplate } from '../src-core/documents/template/check-template.ts'
import { fillTemplate, type TemplateImage } from '../src-core/documents/template/fill-template.ts'

export interface RenderedDocument extends ConvertedDocument {
  docx: Uint8Array
}

/** Pictures wider than this are made as wide as this: the text of an A4 page with usual margins. */
const widestMm = 160

/**
 * Template and data → filled .docx and its PDF, in one thread. `images` are the picture files at hand by file name; IMAGE takes the one that the
 * data name at its path. Refuses `template.notUsable` with the problems, `template.fillFailed`, `data.noImage`, and what converting refuses.
 */
export async function renderDocument(
  template: Uint8Array,
  data: TemplateData,
  images: ReadonlyMap<string, Uint8Array>,
  { title, time }: { title: string; time: number },
): Promise<RenderedDocument> {
  const check = await checkTemplate(template)
  if (!check.usable) {
    const problems = check.problems
      .filter(({ severity }) => severity === 'error')
      .map(({ code, params, page }) => ({ code, params, page }))
    throw refuse('template.notUsable', { problems })
  }
  const pictures = Object.fromEntries(check.images.map((path) => [path, pictureFor(path, data, images)]))
  const { docx } = await fillTemplate(template, data, { images: pictures })
  return { docx, ...(await convertDocx(docx, { title, time })) }
}

function pictureFor(path: string, data: TemplateData, images: ReadonlyMap<string, Uint8Array>): TemplateImage {
  const named = valueAt(path, data)
  const candidates = typeof named === 'string' ? [named] : [`${path}.png`, `${path}.jpg`, `${path}.jpeg`]
  const file = candidates.find((name) => images.has(name))
  if (file === undefined) throw refuse('data.noImage', { path, wanted: candidates })
  const bytes = images.get(file)!
  const { width, height, dpi = 150 } = decodePicture(bytes)
  const widthMm = Math.min(widestMm, (width / dpi) * 25.4)
  return { bytes, widthMm, heightMm: (widthMm * height) / width }
}

function valueAt(path: string, data: TemplateData): Json | undefined {
  let at: Json | undefined = data
  for (const name of path.split('.')) {
    if (typeof at !== 'object' || at === null || Array.isArray(at) || !Object.hasOwn(at, name)) return undefined
    at = (at as TemplateData)[name]
  }
  return at
}

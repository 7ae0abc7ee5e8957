import type { Json } from '../../../src-shared/kernel/json.ts'
import { Refusal } from '../../../src-shared/kernel/refusal.ts'
import type { TemplateField } from '../../../src-shared/templates/template.ts'
import type { Docx } from '../docx/open-docx.ts'
import { imageFormat } from './image-bytes.ts'
import { prepareTemplate } from './prepare-template.ts'
import type { PartProblem } from './read-part.ts'

export interface TemplateProblem {
  /** An error makes the template unusable; a warning wants a look. */
  severity: 'error' | 'warning'
  code: string
  params: Record<string, Json>
  part: string
  /** From 1, as Word stored it; else counted by the page breaks that the author set. */
  page: number
  /** The sentence around it. */
  sentence: string
}

export interface TemplateCheck {
  /** By their paths from the data's root: columns of a list below the list's own path. */
  fields: TemplateField[]
  loops: { variable: string; path: string }[]
  conditions: string[]
  images: string[]
  /** Places for seals and handwriting, such as `qidan_seal_甲方`. */
  anchors: string[]
  /** In reading order of their parts, body first. */
  problems: TemplateProblem[]
  usable: boolean
}

/**
 * Reads a template: its fields with their types, its loops, conditions, pictures and places for seals, and every problem with page and
 * sentence. Nothing in it is run. Refuses only what is no .docx at all (see openDocx).
 */
export async function checkTemplate(bytes: Uint8Array): Promise<TemplateCheck> {
  const { docx, parts, uses } = await prepareTemplate(bytes)
  const { fields, loops, conditions, images, anchors } = uses
  const problems = [...uses.problems.map(asProblem), ...parts.flatMap(({ name }) => pictureProblems(docx, name))]
  if (fields.length === 0 && problems.length === 0) {
    problems.push({
      severity: 'warning',
      code: 'template.noFields',
      params: {},
      part: docx.mainPart,
      page: 1,
      sentence: '',
    })
  }
  return {
    fields,
    loops,
    conditions,
    images,
    anchors,
    problems,
    usable: problems.every(({ severity }) => severity !== 'error'),
  }
}

function asProblem({ severity, code, params, place: { part, page, sentence } }: PartProblem): TemplateProblem {
  return { severity, code, params, part, page, sentence }
}

/** Pictures that a reader will not see: their file is lacking, lies outside, or is no picture. */
function pictureProblems(docx: Docx, part: string): TemplateProblem[] {
  const problems: TemplateProblem[] = []
  const problem = (code: string, params: Record<string, Json>) =>
    problems.push({ severity: 'warning', code, params, part, page: 1, sentence: '' })
  for (const { type, target, external } of docx.relationships(part).values()) {
    if (!type.endsWith('/image')) continue
    const bytes = docx.part(target)
    if (external) problem('template.linkedImage', { image: target })
    else if (bytes === undefined) problem('template.brokenImage', { image: target })
    else if (/\.(png|jpe?g)$/i.test(target) && !isPicture(bytes, target))
      problem('template.brokenImage', { image: target })
  }
  return problems
}

function isPicture(bytes: Uint8Array, name: string): boolean {
  try {
    return imageFormat(bytes, name).width > 0
  } catch (error) {
    if (error instanceof Refusal) return error.code !== 'image.unknownFormat'
    throw error
  }
}

import type { TemplateData } from '../../../src-shared/contracts/template-data.ts'
import type { Json } from '../../../src-shared/kernel/json.ts'
import { refuse } from '../../../src-shared/kernel/refusal.ts'
import { joinZip, packFile, type PackedFile } from '../docx/write-zip.ts'
import { AddedPictures, type TemplateImage } from './added-pictures.ts'
import type { TemplateProblem } from './check-template.ts'
import { readData } from './fill-data.ts'
import { packedFile, prepareTemplate, type PreparedTemplate } from './prepare-template.ts'
import { writePart, type FillFault, type FillState } from './write-part.ts'

export type { TemplateImage } from './added-pictures.ts'

export interface FillOptions {
  /** Pictures by the path that IMAGE names, or by what stands there in the data. */
  images?: Record<string, TemplateImage>
  /** What to do where the data lack a field: refuse (the default), or print its name in 〔〕, for drafts. */
  missing?: 'refuse' | 'mark'
}

export interface FilledTemplate {
  docx: Uint8Array
  /** Fields that came out empty (template.emptyField) or are lacking (template.missingField), with their places. */
  warnings: TemplateProblem[]
}

/** Faults told of one filling; what lies beyond is counted. */
const maximumTold = 50

/**
 * Fills a template with data. Nothing of the template or the data is ever run, values come out as text whatever they hold, and the same template and
 * data give the same bytes. Refuses `template.notUsable` with the errors of checkTemplate, and `template.fillFailed` with every
 * place at once where the data lack a field or hold one of the wrong kind; `template.tooManyItems` and `template.tooLarge` bound the work.
 */
export async function fillTemplate(
  template: Uint8Array,
  data: TemplateData,
  options: FillOptions = {},
): Promise<FilledTemplate> {
  const prepared = await prepareTemplate(template)
  refuseUnusable(prepared)
  const read = readData(data)
  const faults = new Told()
  const warnings = new Told()
  for (const { code, params } of read.faults)
    faults.add({ code, params, place: { part: '', page: 1, sentence: '', command: '', shadow: false } })

  const pictures = new AddedPictures(prepared.docx, options.images ?? {}, prepared.highestPicture)
  const state: FillState = {
    data: read.data,
    missing: options.missing ?? 'refuse',
    fault: (fault) => faults.add(fault),
    warning: (warning) => warnings.add(warning),
    rounds: 0,
    size: 0,
    nextBookmark: prepared.highestBookmark + 1,
    image: (part, node, value) => pictures.markup(part, node, value),
  }
  const written = new Map<string, Uint8Array>()
  for (const { name, program, changes } of prepared.parts) {
    if (!changes) continue
    written.set(name, Buffer.from(utf8Declared(writePart(name, program, state)), 'utf8'))
  }
  if (faults.count > 0)
    throw refuse('template.fillFailed', { count: faults.count, problems: faults.list.map(asParams) })
  for (const [name, bytes] of pictures.files()) written.set(name, bytes)
  return { docx: pack(prepared, written), warnings: warnings.list.map((warning) => asProblem(warning, 'warning')) }
}

function refuseUnusable(template: PreparedTemplate): void {
  const problems = template.uses.problems.filter(({ severity }) => severity === 'error')
  if (problems.length > 0) {
    throw refuse('template.notUsable', {
      problems: problems.slice(0, maximumTold).map(({ code, params, place }) => asParams({ code, params, place })),
    })
  }
}

/** Each fault once for its place, however many rounds of a loop meet it; the first fifty are kept. */
class Told {
  readonly list: FillFault[] = []
  readonly #seen = new Set<string>()

  get count(): number {
    return this.#seen.size
  }

  add(fault: FillFault): void {
    const { code, params, place } = fault
    const key = JSON.stringify([code, params, place.part, place.page, place.sentence, place.command])
    if (this.#seen.has(key) || this.#seen.size >= 10_000) return
    this.#seen.add(key)
    if (this.list.length < maximumTold) this.list.push(fault)
  }
}

function asParams({ code, params, place }: FillFault): Json {
  const { part, page, sentence, command } = place
  return command === '' && part === '' ? { code, params } : { code, params, command, part, page, sentence }
}

function asProblem({ code, params, place }: FillFault, severity: 'error' | 'warning'): TemplateProblem {
  return { severity, code, params, part: place.part, page: place.page, sentence: place.sentence }
}

/** Parts are written in UTF-8; a declaration of another encoding would make them unreadable. */
function utf8Declared(xml: string): string {
  return xml.replace(/^<\?xml[^>]*\?>/, '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>')
}

/** The template's files in their order, changed ones in place, new ones at the end. */
function pack(template: PreparedTemplate, written: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const names = template.docx.names()
  const files: PackedFile[] = names.map((name) => {
    const bytes = written.get(name)
    return bytes === undefined ? packedFile(template, name) : packFile(name, bytes)
  })
  const known = new Set(names)
  for (const [name, bytes] of written) if (!known.has(name)) files.push(packFile(name, bytes))
  return joinZip(files)
}

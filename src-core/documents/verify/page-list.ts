import type { PdfRevision } from './pdf-revision.ts'
import { unreadable } from './pdf-reader.ts'
import { PdfDictionary, PdfReference, type PdfValue } from './pdf-values.ts'

/** A page with what it inherits filled in. */
export interface Page {
  readonly number: number | undefined
  readonly entries: ReadonlyMap<string, PdfValue>
}

const inheritable = ['Resources', 'MediaBox', 'CropBox', 'Rotate']

/** The pages of a revision in order. */
export function pagesOf(revision: PdfRevision): Page[] {
  const out: Page[] = []
  const seen = new Set<PdfDictionary>()
  const walk = (value: PdfValue, inherited: ReadonlyMap<string, PdfValue>): void => {
    const node = revision.resolve(value)
    if (!(node instanceof PdfDictionary)) throw unreadable('page tree')
    if (seen.has(node)) throw unreadable('page tree in a circle')
    seen.add(node)
    if (seen.size > 100_000) throw unreadable('too many pages')
    const passed = new Map(inherited)
    for (const key of inheritable) if (node.entries.has(key)) passed.set(key, node.entries.get(key)!)
    if (Array.isArray(revision.get(node, 'Kids'))) {
      for (const kid of revision.array(node, 'Kids')) walk(kid, passed)
    } else {
      out.push({
        number: value instanceof PdfReference ? value.number : undefined,
        entries: new Map([...passed, ...node.entries]),
      })
    }
  }
  walk(revision.catalog.entries.get('Pages') ?? null, new Map())
  return out
}

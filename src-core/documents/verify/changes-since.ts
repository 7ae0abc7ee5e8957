import { ValueComparison } from './compare-values.ts'
import { type FormField, formFields } from './form-fields.ts'
import { type Page, pagesOf } from './page-list.ts'
import type { PdfRevision } from './pdf-revision.ts'
import { PdfDictionary, PdfReference, PdfStream, type PdfValue } from './pdf-values.ts'

/** One thing that differs between the signed state and the file as it is. Pages count from 1. */
export interface DocumentChange {
  readonly kind:
    | 'signatureAdded'
    | 'timestampAdded'
    | 'validationDataAdded'
    | 'pageAdded'
    | 'pageRemoved'
    | 'pagesReordered'
    | 'contentChanged'
    | 'pageChanged'
    | 'annotationAdded'
    | 'annotationChanged'
    | 'annotationRemoved'
    | 'fieldAdded'
    | 'fieldChanged'
    | 'fieldRemoved'
    | 'signatureChanged'
    | 'signatureRemoved'
    | 'metadataChanged'
    | 'documentChanged'
    | 'unknownDataAdded'
  readonly page?: number
  /** A field's name, or the entry of the file that differs. */
  readonly detail?: string
  /** A further signature that draws something on the page. */
  readonly visible?: boolean
}

const harmless = new Set<DocumentChange['kind']>(['signatureAdded', 'timestampAdded', 'validationDataAdded'])

/** Whether a change is one of those that may follow a signature: further signatures, time stamps and validation data. */
export function isAllowedAfterSigning(change: DocumentChange): boolean {
  return harmless.has(change.kind)
}

/**
 * What was changed between a signed revision and a later one, found by comparing what both show: pages, annotations, form, catalog and properties.
 * Replacing an object that was there before, in whatever way, shows up as the change of whatever uses it.
 */
export function changesSince(before: PdfRevision, after: PdfRevision): DocumentChange[] {
  const pagesBefore = pagesOf(before)
  const pagesAfter = pagesOf(after)
  const numbers = new Set(
    [...pagesBefore, ...pagesAfter].flatMap(({ number }) => (number === undefined ? [] : [number])),
  )
  const comparison = new ValueComparison(before, after, numbers)
  const form = compareForms(before, after, comparison)
  return [
    ...form.changes,
    ...comparePages(pagesBefore, pagesAfter, before, after, comparison, form.widgets),
    ...compareCatalogs(before, after, comparison),
    ...compareProperties(before, after, comparison),
  ]
}

/** Keys of a signature field that signing itself sets. */
const setBySigning = ['V', 'AP', 'M', 'F', 'Lock', 'Type', 'Subtype', 'Rect', 'P', 'Parent', 'MK', 'DA']

function compareForms(
  before: PdfRevision,
  after: PdfRevision,
  comparison: ValueComparison,
): { changes: DocumentChange[]; widgets: Set<number> } {
  const changes: DocumentChange[] = []
  const widgets = new Set<number>()
  const old = new Map(formFields(before).map((field) => [field.name, field]))
  const now = formFields(after)
  const names = new Set<string>()
  for (const field of now) {
    const previous = names.has(field.name) ? undefined : old.get(field.name)
    names.add(field.name)
    const newlySigned = field.signature !== undefined && !previous?.signature
    if (
      newlySigned &&
      (!previous || comparison.entriesEqual(previous.dictionary.entries, field.dictionary.entries, setBySigning))
    ) {
      for (const number of field.numbers) widgets.add(number)
      const timestamp = after.name(field.signature.dictionary, 'SubFilter') === 'ETSI.RFC3161'
      changes.push({
        kind: timestamp ? 'timestampAdded' : 'signatureAdded',
        detail: field.name,
        ...(drawsSomething(field, after) ? { visible: true } : {}),
      })
    } else if (!previous) changes.push({ kind: 'fieldAdded', detail: field.name })
    else if (
      previous.signature &&
      field.signature &&
      !comparison.equal(previous.signature.dictionary, field.signature.dictionary)
    )
      changes.push({ kind: 'signatureChanged', detail: field.name })
    else if (!comparison.entriesEqual(previous.dictionary.entries, field.dictionary.entries, ['Parent', 'P']))
      changes.push({
        kind: previous.signature && !field.signature ? 'signatureRemoved' : 'fieldChanged',
        detail: field.name,
      })
  }
  for (const [name, field] of old)
    if (!names.has(name)) changes.push({ kind: field.signature ? 'signatureRemoved' : 'fieldRemoved', detail: name })

  const formBefore = before.dictionary(before.catalog, 'AcroForm')
  const formAfter = after.dictionary(after.catalog, 'AcroForm')
  // Default fonts and appearance matter only to fields a person fills in.
  const leaveOut = [
    'Fields',
    'SigFlags',
    ...([...old.values()].every(({ type }) => type === 'Sig') ? ['DR', 'DA'] : []),
  ]
  if (formAfter) {
    for (const key of comparison.differingKeys(
      formBefore?.entries ?? new Map<string, PdfValue>(),
      formAfter.entries,
      leaveOut,
    )) {
      // Readers may not recompute appearances: false says only that.
      if (key === 'NeedAppearances' && after.get(formAfter, key) === false) continue
      changes.push({ kind: 'documentChanged', detail: `AcroForm/${key}` })
    }
  }
  return { changes, widgets }
}

function drawsSomething(field: FormField, revision: PdfRevision): boolean {
  return field.widgets.some((widget) => {
    const rect = revision.array(widget, 'Rect').map((value) => Number(revision.resolve(value)))
    const appearance = revision.dictionary(widget, 'AP')
    const normal = appearance ? revision.get(appearance, 'N') : null
    const empty = rect.length !== 4 || rect[0] === rect[2] || rect[1] === rect[3]
    return (
      !empty && normal !== null && !(normal instanceof PdfStream && revision.get(normal.dictionary, 'Length') === 0)
    )
  })
}

function comparePages(
  pagesBefore: readonly Page[],
  pagesAfter: readonly Page[],
  before: PdfRevision,
  after: PdfRevision,
  comparison: ValueComparison,
  allowedWidgets: ReadonlySet<number>,
): DocumentChange[] {
  const changes: DocumentChange[] = []
  const wasThere = new Set(pagesBefore.map(({ number }) => number))
  const isThere = new Set(pagesAfter.map(({ number }) => number))
  pagesAfter.forEach(({ number }, i) => {
    if (!wasThere.has(number)) changes.push({ kind: 'pageAdded', page: i + 1 })
  })
  pagesBefore.forEach(({ number }, i) => {
    if (!isThere.has(number)) changes.push({ kind: 'pageRemoved', page: i + 1 })
  })
  const keptBefore = pagesBefore.filter(({ number }) => isThere.has(number))
  const keptAfter = pagesAfter.filter(({ number }) => wasThere.has(number))
  if (keptBefore.length !== keptAfter.length || keptBefore.some(({ number }, i) => number !== keptAfter[i]!.number))
    changes.push({ kind: 'pagesReordered' })
  pagesAfter.forEach((page, i) => {
    const previous = pagesBefore.find(({ number }) => number === page.number)
    if (!previous) return
    for (const key of comparison.differingKeys(previous.entries, page.entries, ['Parent', 'Annots', 'LastModified'])) {
      changes.push({
        kind: key === 'Contents' || key === 'Resources' ? 'contentChanged' : 'pageChanged',
        page: i + 1,
        detail: key,
      })
    }
    changes.push(
      ...compareAnnotations(previous, page, before, after, comparison, allowedWidgets).map((change) => ({
        ...change,
        page: i + 1,
      })),
    )
  })
  return changes
}

function list(value: PdfValue): readonly PdfValue[] {
  return Array.isArray(value) ? (value as readonly PdfValue[]) : []
}

function compareAnnotations(
  previous: Page,
  page: Page,
  before: PdfRevision,
  after: PdfRevision,
  comparison: ValueComparison,
  allowedWidgets: ReadonlySet<number>,
): DocumentChange[] {
  const old = list(before.resolve(previous.entries.get('Annots')))
  const now = list(after.resolve(page.entries.get('Annots')))
  const changes: DocumentChange[] = []
  const left = [...old]
  for (const annotation of now) {
    const number = annotation instanceof PdfReference ? annotation.number : undefined
    const at = left.findIndex((other) =>
      number === undefined
        ? comparison.equal(other, annotation)
        : other instanceof PdfReference && other.number === number,
    )
    if (number !== undefined && allowedWidgets.has(number)) {
      if (at >= 0) left.splice(at, 1)
      continue
    }
    if (at < 0) {
      changes.push({ kind: 'annotationAdded' })
      continue
    }
    if (!sameAnnotation(before.resolve(left[at]), after.resolve(annotation), comparison))
      changes.push({ kind: 'annotationChanged' })
    left.splice(at, 1)
  }
  for (let i = 0; i < left.length; i++) changes.push({ kind: 'annotationRemoved' })
  return changes
}

/** A widget's parent is a form field and is compared with the form; a further signature may have joined it there. */
function sameAnnotation(a: PdfValue, b: PdfValue, comparison: ValueComparison): boolean {
  return a instanceof PdfDictionary && b instanceof PdfDictionary
    ? comparison.entriesEqual(a.entries, b.entries, ['Parent'])
    : comparison.equal(a, b)
}

function compareCatalogs(before: PdfRevision, after: PdfRevision, comparison: ValueComparison): DocumentChange[] {
  const changes: DocumentChange[] = []
  for (const key of comparison.differingKeys(before.catalog.entries, after.catalog.entries, ['Pages', 'AcroForm'])) {
    if (key === 'DSS') changes.push({ kind: 'validationDataAdded' })
    else if (key === 'Metadata') {
      if (withoutDates(before) !== withoutDates(after)) changes.push({ kind: 'metadataChanged', detail: key })
    }
    // Signing software notes here which extensions it used; neither shows anything.
    else if (key !== 'Extensions' && key !== 'Version') changes.push({ kind: 'documentChanged', detail: key })
  }
  return changes
}

/** The XMP metadata without what saving always touches. */
function withoutDates(revision: PdfRevision): string {
  const stream = revision.get(revision.catalog, 'Metadata')
  if (!(stream instanceof PdfStream)) return ''
  return Buffer.from(revision.decoded(stream))
    .toString('utf8')
    .replaceAll(/<(xmp:ModifyDate|xmp:MetadataDate|xmpMM:InstanceID|pdf:Producer)>[^<]*<\/\1>/g, '')
    .replaceAll(/(xmp:ModifyDate|xmp:MetadataDate|xmpMM:InstanceID|pdf:Producer)="[^"]*"/g, '')
    .replaceAll(/\s+/g, ' ')
}

function properties(revision: PdfRevision): ReadonlyMap<string, PdfValue> {
  const info = revision.get(revision.trailer, 'Info')
  return info instanceof PdfDictionary ? info.entries : new Map<string, PdfValue>()
}

function compareProperties(before: PdfRevision, after: PdfRevision, comparison: ValueComparison): DocumentChange[] {
  const keys = comparison.differingKeys(properties(before), properties(after), ['ModDate', 'Producer'])
  return keys.map((key) => ({ kind: 'metadataChanged', detail: `Info/${key}` }))
}

import type { PdfRevision } from './pdf-revision.ts'
import { unreadable } from './pdf-reader.ts'
import { PdfDictionary, PdfReference, type PdfValue } from './pdf-values.ts'

/** A terminal form field of one revision with its full name and its widgets. */
export interface FormField {
  readonly name: string
  readonly type: string
  readonly dictionary: PdfDictionary
  /** Object numbers of the field and its widgets, as they stand in a page's list of annotations. */
  readonly numbers: readonly number[]
  readonly widgets: readonly PdfDictionary[]
  /** The signature dictionary of a signed field and the reference to it. */
  readonly signature?: { readonly dictionary: PdfDictionary; readonly reference: PdfReference | undefined }
}

/** All terminal fields of the form, in document order. */
export function formFields(revision: PdfRevision): FormField[] {
  const form = revision.dictionary(revision.catalog, 'AcroForm')
  const out: FormField[] = []
  const seen = new Set<PdfDictionary>()
  const walk = (value: PdfValue, prefix: string, inheritedType: string, inheritedValue: PdfValue | undefined): void => {
    const dictionary = revision.resolve(value)
    if (!(dictionary instanceof PdfDictionary) || seen.has(dictionary)) return
    seen.add(dictionary)
    if (seen.size > 100_000) throw unreadable('too many form fields')
    const own = revision.text(dictionary, 'T')
    const name = own === undefined ? prefix : prefix === '' ? own : `${prefix}.${own}`
    const type = revision.name(dictionary, 'FT') ?? inheritedType
    const fieldValue = dictionary.entries.get('V') ?? inheritedValue
    const kids = revision.array(dictionary, 'Kids')
    const kidFields = kids.filter((kid) => {
      const kidDictionary = revision.resolve(kid)
      return kidDictionary instanceof PdfDictionary && kidDictionary.entries.has('T')
    })
    if (kidFields.length > 0) {
      for (const kid of kidFields) walk(kid, name, type, fieldValue)
      return
    }
    const widgets = kids.map((kid) => revision.resolve(kid)).filter((kid) => kid instanceof PdfDictionary)
    const numbers = [value, ...kids].flatMap((item) => (item instanceof PdfReference ? [item.number] : []))
    const signature = type === 'Sig' ? revision.resolve(fieldValue) : undefined
    out.push({
      name,
      type,
      dictionary,
      numbers,
      widgets: widgets.length > 0 ? widgets : [dictionary],
      ...(signature instanceof PdfDictionary
        ? {
            signature: {
              dictionary: signature,
              reference: fieldValue instanceof PdfReference ? fieldValue : undefined,
            },
          }
        : {}),
    })
  }
  if (form) for (const field of revision.array(form, 'Fields')) walk(field, '', '', undefined)
  return out
}

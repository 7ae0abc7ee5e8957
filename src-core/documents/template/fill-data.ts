import type { Json } from '../../../src-shared/kernel/json.ts'
import { refuse, type Refusal } from '../../../src-shared/kernel/refusal.ts'

const maximumDepth = 20
const maximumValues = 500_000

/** What no XML text may hold: control characters but tab and line ends, halves of surrogate pairs, U+FFFE and U+FFFF. */
const unprintable =
  // oxlint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/

/**
 * A frozen copy of the data, own plain values only, objects without prototype: nothing in it can run or be changed while it is read. Every fault is told
 * at once: template.controlCharacter with path, place and character, template.dataTooDeep, template.notData (functions, dates, NaN).
 * Throws the refusal template.tooManyItems past 500,000 values.
 */
export function readData(data: unknown): { data: Json; faults: Refusal[] } {
  const faults: Refusal[] = []
  let count = 0
  const visit = (value: unknown, path: string, depth: number): Json => {
    count++
    if (count > maximumValues) throw refuse('template.tooManyItems', { count, maximum: maximumValues })
    if (value === null || value === undefined || typeof value === 'boolean') return value ?? null
    if (typeof value === 'string') {
      const found = unprintable.exec(value)
      if (found === null) return value.replaceAll(/\r\n?/g, '\n')
      faults.push(refuse('template.controlCharacter', { path, at: found.index, character: codePoint(found[0]) }))
      return ''
    }
    if (typeof value === 'number' && Number.isFinite(value)) return value
    if (typeof value !== 'object') {
      faults.push(refuse('template.notData', { path, kind: typeof value }))
      return null
    }
    if (depth > maximumDepth) {
      faults.push(refuse('template.dataTooDeep', { path, maximum: maximumDepth }))
      return null
    }
    if (Array.isArray(value))
      return Object.freeze(value.map((item, i) => visit(item, `${path}[${i}]`, depth + 1))) as Json
    const prototype: unknown = Object.getPrototypeOf(value)
    if (prototype !== Object.prototype && prototype !== null) {
      faults.push(refuse('template.notData', { path, kind: (value as object).constructor?.name ?? 'object' }))
      return null
    }
    const copy = Object.create(null) as Record<string, Json>
    for (const name of Object.keys(value)) {
      const property = Object.getOwnPropertyDescriptor(value, name)!
      const inside = path === '' ? name : `${path}.${name}`
      if (!('value' in property)) faults.push(refuse('template.notData', { path: inside, kind: 'getter' }))
      else if (property.value !== undefined) copy[name] = visit(property.value, inside, depth + 1)
    }
    return Object.freeze(copy)
  }
  return { data: visit(data, '', 0), faults }
}

const codePoint = (character: string) => `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`

import { SaxesParser } from 'saxes'
import { refuse } from '../../../src-shared/kernel/refusal.ts'
import { DOCX_LIMITS, type DocxLimits } from './limits.ts'
import { canonicalPrefix } from './namespaces.ts'

/** One element. Names carry our canonical prefix (`w:p`), `{uri}local` when the namespace is unknown. */
export interface XmlElement {
  name: string
  /** Canonical names; namespace declarations are left out. */
  attributes: Record<string, string>
  /** In document order; texts are never empty, CDATA is text, comments and processing instructions are left out. */
  children: (XmlElement | string)[]
}

/** A budget of nodes shared by all the parts of one file. */
export interface NodeBudget {
  left: number
}

export interface XmlOptions extends Partial<Pick<DocxLimits, 'maxXmlBytes' | 'maxDepth' | 'maxNodes'>> {
  /** What a refusal calls this text: the name of the part. */
  part?: string
  budget?: NodeBudget
}

/** Attributes whose value is a list of namespace prefixes. */
const PREFIX_LISTS = new Set(['mc:Ignorable', 'mc:MustUnderstand', 'mc:ProcessContent', 'Requires'])

type Scope = Map<string, string>

/**
 * XML bytes (UTF-8, or UTF-16 by its byte order mark) → tree. Refuses document.entity (a DTD: entities can read files and
 * explode), document.badXml {part, line, column}, document.badEncoding, document.tooDeep, document.tooLarge. Iterative, so that nesting cannot
 * overflow the stack; attributes and text keep every blank.
 */
export function parseXml(bytes: Uint8Array, options: XmlOptions = {}): XmlElement {
  const part = options.part ?? ''
  const maxBytes = options.maxXmlBytes ?? DOCX_LIMITS.maxXmlBytes
  const maxDepth = options.maxDepth ?? DOCX_LIMITS.maxDepth
  const budget = options.budget ?? { left: options.maxNodes ?? DOCX_LIMITS.maxNodes }
  if (bytes.length > maxBytes)
    throw refuse('document.tooLarge', { part, what: 'xml', bytes: bytes.length, limit: maxBytes })

  const parser = new SaxesParser({ xmlns: false, position: true })
  const at = () => ({ part, line: parser.line, column: parser.column })
  const top: XmlElement = { name: '', attributes: {}, children: [] }
  const open: XmlElement[] = [top]
  const scopes: Scope[] = [new Map([['xml', 'http://www.w3.org/XML/1998/namespace']])]
  const nameCaches: Map<string, string>[] = [new Map()]

  const spend = (nodes: number) => {
    budget.left -= nodes
    if (budget.left < 0)
      throw refuse('document.tooLarge', { ...at(), what: 'nodes', limit: options.maxNodes ?? DOCX_LIMITS.maxNodes })
  }
  parser.on('doctype', () => {
    throw refuse('document.entity', at())
  })
  parser.on('error', (error) => {
    throw refuse('document.badXml', { ...at(), message: error.message.replace(/^\d+:\d+: /, '') })
  })
  const addText = (text: string) => {
    if (text === '') return
    const siblings = open[open.length - 1]!.children
    const last = siblings.length - 1
    const before = siblings[last]
    if (typeof before === 'string') {
      siblings[last] = before + text
    } else {
      spend(1)
      siblings.push(text)
    }
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.on('opentag', (tag) => {
    if (open.length > maxDepth) throw refuse('document.tooDeep', { ...at(), limit: maxDepth })
    const raw = tag.attributes as Record<string, string>
    const keys = Object.keys(raw)
    spend(1 + keys.length)

    let scope = scopes[scopes.length - 1]!
    let names = nameCaches[nameCaches.length - 1]!
    let declares = false
    for (const key of keys) {
      if (!key.startsWith('xmlns') || (key.length > 5 && key[5] !== ':')) continue
      if (!declares) {
        declares = true
        scope = new Map(scope)
        names = new Map()
      }
      scope.set(key.length === 5 ? '' : key.slice(6), raw[key]!)
    }
    scopes.push(scope)
    nameCaches.push(names)

    const attributes: Record<string, string> = {}
    for (const key of keys) {
      if (declares && key.startsWith('xmlns') && (key.length === 5 || key[5] === ':')) continue
      const name = key.includes(':') ? canonicalName(key, scope, names, at) : key
      if (name === '__proto__') continue
      attributes[name] = PREFIX_LISTS.has(name) ? canonicalPrefixes(raw[key]!, scope) : raw[key]!
    }
    const element: XmlElement = { name: canonicalName(tag.name, scope, names, at), attributes, children: [] }
    open[open.length - 1]!.children.push(element)
    open.push(element)
  })
  parser.on('closetag', () => {
    open.pop()
    scopes.pop()
    nameCaches.pop()
  })
  parser.write(decode(bytes, part)).close()
  return top.children.find((c) => typeof c !== 'string')!
}

function decode(bytes: Uint8Array, part: string): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8'
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    throw refuse('document.badEncoding', { part, encoding })
  }
}

function canonicalName(
  raw: string,
  scope: Scope,
  cache: Map<string, string>,
  at: () => { part: string; line: number; column: number },
): string {
  const known = cache.get(raw)
  if (known !== undefined) return known
  const colon = raw.indexOf(':')
  const prefix = colon < 0 ? '' : raw.slice(0, colon)
  const local = raw.slice(colon + 1)
  const uri = scope.get(prefix)
  // No default namespace: a plain name. An undeclared prefix is not namespace-well-formed, and Word refuses it, too.
  if (uri === undefined && prefix !== '') {
    throw refuse('document.badXml', { ...at(), message: `undeclared prefix ${prefix}` })
  }
  const canonical = uri ? canonicalPrefix(uri) : ''
  const name = canonical === undefined ? `{${uri}}${local}` : canonical === '' ? local : `${canonical}:${local}`
  cache.set(raw, name)
  return name
}

function canonicalPrefixes(list: string, scope: Scope): string {
  return list
    .split(/\s+/)
    .filter(Boolean)
    .map((prefix) => canonicalPrefix(scope.get(prefix) ?? '') ?? prefix)
    .join(' ')
}

/** First child element of that name. */
export function child(element: XmlElement | undefined, name: string): XmlElement | undefined {
  if (element === undefined) return undefined
  for (const c of element.children) if (typeof c !== 'string' && c.name === name) return c
  return undefined
}

/** Child elements in order; only those of that name when given. */
export function children(element: XmlElement | undefined, name?: string): XmlElement[] {
  if (element === undefined) return []
  return element.children.filter(
    (c): c is XmlElement => typeof c !== 'string' && (name === undefined || c.name === name),
  )
}

/** Attribute of an element; of the child `of` when given, as in `attr(pPr, 'w:val', 'w:jc')`. */
export function attr(element: XmlElement | undefined, name: string, of?: string): string | undefined {
  const owner = of === undefined ? element : child(element, of)
  return owner === undefined || !Object.hasOwn(owner.attributes, name) ? undefined : owner.attributes[name]
}

/** All text inside, in document order. */
export function textOf(element: XmlElement): string {
  let text = ''
  for (const e of walk(element)) if (typeof e === 'string') text += e
  return text
}

/** The element itself and everything inside, in document order, without recursion. */
export function* walk(element: XmlElement): Generator<XmlElement | string> {
  const stack: (XmlElement | string)[] = [element]
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    yield node
    if (typeof node === 'string') continue
    for (let i = node.children.length - 1; i >= 0; i--) stack.push(node.children[i]!)
  }
}

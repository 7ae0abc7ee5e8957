import { isUtf8 } from 'node:buffer'
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

/** What the trees of one file may still cost: shared by all its parts. */
export interface XmlBudget {
  nodes: number
  bytes: number
}

export interface XmlOptions extends Partial<Pick<DocxLimits, 'maxXmlBytes' | 'maxDepth' | 'maxNodes'>> {
  /** What a refusal calls this text: the name of the part. */
  part?: string
  budget?: XmlBudget
}

/** Attributes whose value is a list of namespace prefixes. */
const PREFIX_LISTS = new Set(['mc:Ignorable', 'mc:MustUnderstand', 'mc:ProcessContent', 'Requires'])

/** Far above what OOXML knows: some 60 attributes on one element, 2,000 names in all. */
const MAX_ATTRIBUTES = 1000
const MAX_NAMES = 20_000

type Place = { part: string; line: number; column: number }

/** The namespaces in force, with the names already made canonical under them. */
interface Scope {
  uris: Map<string, string>
  elements: Map<string, string>
  attributes: Map<string, string>
}

/**
 * XML bytes (UTF-8, or UTF-16 by its byte order mark) → tree. Refuses document.entity (a DTD: entities can read files and
 * explode), document.badXml {part, line, column}, document.badEncoding, document.tooDeep, document.tooLarge. Iterative, so that nesting cannot
 * overflow the stack; attributes and text keep every blank.
 */
export function parseXml(bytes: Uint8Array, options: XmlOptions = {}): XmlElement {
  const part = options.part ?? ''
  const limits = { ...DOCX_LIMITS, ...options }
  const budget = options.budget ?? { nodes: limits.maxNodes, bytes: limits.maxXmlBytes }
  if (bytes.length > budget.bytes) {
    throw refuse('document.tooLarge', { part, what: 'xml', bytes: bytes.length, limit: limits.maxXmlBytes })
  }
  budget.bytes -= bytes.length

  const parser = new SaxesParser({ xmlns: false, position: true })
  const at = (): Place => ({ part, line: parser.line, column: parser.column })
  const top: XmlElement = { name: '', attributes: {}, children: [] }
  const open: XmlElement[] = [top]
  const xmlUri = 'http://www.w3.org/XML/1998/namespace'
  const scopes: Scope[] = [{ uris: new Map([['xml', xmlUri]]), elements: new Map(), attributes: new Map() }]

  const tooLarge = (what: string, limit: number) => refuse('document.tooLarge', { ...at(), what, limit })
  const spend = (nodes: number) => {
    budget.nodes -= nodes
    if (budget.nodes < 0) throw tooLarge('nodes', limits.maxNodes)
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
    const before = last < 0 ? undefined : siblings[last]
    if (typeof before === 'string') {
      siblings[last] = before + text
    } else {
      spend(1)
      siblings.push(text)
    }
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
  let attributesOfTag = 0
  parser.on('attribute', () => {
    spend(1)
    attributesOfTag++
    if (attributesOfTag > MAX_ATTRIBUTES) throw tooLarge('attributes', MAX_ATTRIBUTES)
  })
  const distinctNames = new Set<string>()
  const noteName = (raw: string) => {
    distinctNames.add(raw)
    if (distinctNames.size > MAX_NAMES) throw tooLarge('names', MAX_NAMES)
  }
  parser.on('opentag', (tag) => {
    if (open.length > limits.maxDepth) throw refuse('document.tooDeep', { ...at(), limit: limits.maxDepth })
    const raw = tag.attributes as Record<string, string>
    const keys = Object.keys(raw)
    spend(1)
    attributesOfTag = 0

    let scope = scopes[scopes.length - 1]!
    const declared = keys.length === 0 ? keys : keys.filter(isDeclaration)
    if (declared.length > 0) {
      spend(scope.uris.size)
      scope = { uris: new Map(scope.uris), elements: new Map(), attributes: new Map() }
      for (const key of declared) scope.uris.set(key.slice(6), raw[key]!)
    }
    scopes.push(scope)

    const attributes: Record<string, string> = {}
    for (const key of keys) {
      const name = scope.attributes.get(key) ?? attributeName(key, scope, at, noteName)
      if (name === '') continue
      attributes[name] = PREFIX_LISTS.has(name) ? canonicalPrefixes(raw[key]!, scope) : raw[key]!
    }
    const element: XmlElement = {
      name: scope.elements.get(tag.name) ?? elementName(tag.name, scope, at, noteName),
      attributes,
      children: [],
    }
    open[open.length - 1]!.children.push(element)
    open.push(element)
  })
  parser.on('closetag', () => {
    open.pop()
    scopes.pop()
  })
  parser.write(decodeXml(bytes, part)).close()
  return top.children.find((c) => typeof c !== 'string')!
}

/** The text of an XML part as parseXml reads it: without byte order mark, lines ended by LF. Refuses document.badEncoding. */
export function decodeXml(bytes: Uint8Array, part: string): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const bom =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : ''
  if (bom === '') {
    // Three times as fast as a fatal TextDecoder.
    if (!isUtf8(buffer)) throw refuse('document.badEncoding', { part, encoding: 'utf-8' })
    return withoutCarriageReturns(buffer).toString(
      'utf8',
      bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0,
    )
  }
  try {
    return new TextDecoder(bom, { fatal: true }).decode(bytes)
  } catch {
    throw refuse('document.badEncoding', { part, encoding: bom })
  }
}

/** CR LF → LF (XML 1.0, 2.11). saxes would join a piece of text at every one of them, at 32 bytes of memory each. */
function withoutCarriageReturns(buffer: Buffer): Buffer {
  if (!buffer.includes(0x0d)) return buffer
  const out = Buffer.allocUnsafe(buffer.length)
  let length = 0
  for (let i = 0; i < buffer.length; i++) {
    const byte = buffer[i]!
    if (byte !== 0x0d) out[length++] = byte
    else if (buffer[i + 1] !== 0x0a) out[length++] = 0x0a
  }
  return out.subarray(0, length)
}

const isDeclaration = (key: string) => key === 'xmlns' || key.startsWith('xmlns:')

function elementName(raw: string, scope: Scope, at: () => Place, note: (raw: string) => void): string {
  note(raw)
  const name = canonicalName(raw, scope, at)
  scope.elements.set(raw, name)
  return name
}

/** '' for what is no attribute of the tree: a namespace declaration, or a name that would set a prototype. */
function attributeName(raw: string, scope: Scope, at: () => Place, note: (raw: string) => void): string {
  note(raw)
  // An attribute without prefix is in no namespace, whatever the default one is.
  const plain = !raw.includes(':')
  const name = isDeclaration(raw) || raw === '__proto__' ? '' : plain ? raw : canonicalName(raw, scope, at)
  scope.attributes.set(raw, name)
  return name
}

function canonicalName(raw: string, scope: Scope, at: () => Place): string {
  const colon = raw.indexOf(':')
  const prefix = colon < 0 ? '' : raw.slice(0, colon)
  const local = raw.slice(colon + 1)
  const uri = scope.uris.get(prefix)
  // An undeclared prefix is not well-formed, and Word refuses it, too.
  if (uri === undefined && prefix !== '') {
    throw refuse('document.badXml', { ...at(), message: `undeclared prefix ${prefix}` })
  }
  if (!uri) return local
  const canonical = canonicalPrefix(uri)
  return canonical === undefined ? `{${uri}}${local}` : `${canonical}:${local}`
}

function canonicalPrefixes(list: string, scope: Scope): string {
  return list
    .split(/\s+/)
    .filter(Boolean)
    .map((prefix) => canonicalPrefix(scope.uris.get(prefix) ?? '') ?? prefix)
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

/** Children with their attributes and all inside as one string: alike exactly when they are. XML has no U+0000 to mistake for what parts them. */
export function contentKey(element: XmlElement): string {
  let key = ''
  for (const node of element.children) {
    if (typeof node === 'string') {
      key += `\0"${node}`
      continue
    }
    key += `\0<${node.name}`
    for (const name in node.attributes) key += `\0 ${name}\0=${node.attributes[name]}`
    key += `${contentKey(node)}\0>`
  }
  return key
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

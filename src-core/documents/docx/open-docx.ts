import { refuse } from '../../../src-shared/kernel/refusal.ts'
import { DOCX_LIMITS, type DocxLimits } from './limits.ts'
import { unzip } from './unzip.ts'
import { attr, children, parseXml, type XmlBudget, type XmlElement } from './xml.ts'

export interface Relationship {
  /** Full relationship type; end with `/image`, `/header`, … in both flavours of OOXML. */
  type: string
  /** Name of a part of this file, or a URL when external. */
  target: string
  external: boolean
}

/** An opened .docx: its parts are all unpacked and checked, XML is parsed when first asked for. */
export interface Docx {
  /** Names of all parts, in the archive's order, without a leading slash. */
  names(): string[]
  /** Bytes of a part; names compare without regard to case, as OPC has it. Do not write into them. */
  part(name: string): Uint8Array | undefined
  /** The part's root element, parsed once. Refuses document.badXml and others of parseXml. */
  xml(name: string): XmlElement | undefined
  /** By relationship id; empty for a part without relationships. */
  relationships(part: string): Map<string, Relationship>
  /** Content type by [Content_Types].xml, lower case. */
  contentType(name: string): string | undefined
  /** Usually word/document.xml. */
  mainPart: string
}

const CONTENT_TYPES = '[Content_Types].xml'

/**
 * Opens a .docx (also .dotx and .docm, macros are never run). Any file, however hostile, is answered in bounded time and memory: with a
 * Docx, or with a Refusal document.{notZip, truncated, damaged, oldWordFormat, encrypted, tooLarge, badPath, noMainPart, badXml,
 * badEncoding, entity, tooDeep} that says what and where. The content types and the main part are parsed here; other XML parts when asked for.
 */
export async function openDocx(bytes: Uint8Array, limits: Partial<DocxLimits> = {}): Promise<Docx> {
  const all: DocxLimits = { ...DOCX_LIMITS, ...limits }
  const files = await unzip(bytes, all)
  const names = new Map([...files.keys()].map((name) => [name.toLowerCase(), name]))
  const trees = new Map<string, XmlElement>()
  const links = new Map<string, Map<string, Relationship>>()
  const budget: XmlBudget = { nodes: all.maxNodes, bytes: all.maxXmlBytes }

  const actual = (name: string) => names.get(name.toLowerCase())
  const part = (name: string) => {
    const found = actual(name)
    return found === undefined ? undefined : files.get(found)
  }
  const xml = (name: string): XmlElement | undefined => {
    const found = actual(name)
    if (found === undefined) return undefined
    const known = trees.get(found)
    if (known) return known
    const tree = parseXml(files.get(found)!, { ...all, part: found, budget })
    trees.set(found, tree)
    return tree
  }
  const relationships = (name: string): Map<string, Relationship> => {
    const known = links.get(name)
    if (known) return known
    const found = readRelationships(name, xml(relationshipsName(name)), (target) => actual(target) ?? target)
    links.set(name, found)
    return found
  }

  const types = xml(CONTENT_TYPES)
  if (types === undefined) throw refuse('document.noMainPart', { found: 'no content types' })
  const contentType = contentTypeReader(types)
  const mainPart = findMainPart(relationships(''), contentType, (name) => part(name) !== undefined)
  const root = xml(mainPart)
  if (root?.name !== 'w:document') throw refuse('document.noMainPart', { found: root?.name ?? mainPart })
  return { names: () => [...files.keys()], part, xml, relationships, contentType, mainPart }
}

/** `word/document.xml` → `word/_rels/document.xml.rels`; '' is the package itself. */
function relationshipsName(part: string): string {
  const slash = part.lastIndexOf('/') + 1
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`
}

function readRelationships(source: string, root: XmlElement | undefined, actual: (target: string) => string) {
  const found = new Map<string, Relationship>()
  for (const item of children(root, 'rel:Relationship')) {
    const id = attr(item, 'Id')
    const target = attr(item, 'Target')
    if (id === undefined || target === undefined) continue
    if (found.has(id))
      throw refuse('document.badXml', { part: relationshipsName(source), message: `relationship ${id} twice` })
    const external = attr(item, 'TargetMode') === 'External'
    found.set(id, {
      type: attr(item, 'Type') ?? '',
      target: external ? target : actual(resolveTarget(source, target)),
      external,
    })
  }
  return found
}

/** A relationship target relative to its source part; `..` cannot climb out of the package. */
function resolveTarget(source: string, target: string): string {
  const path = target.startsWith('/') ? [] : source.split('/').slice(0, -1)
  for (const segment of decodeTarget(target).split('/')) {
    if (segment === '' || segment === '.') continue
    if (segment === '..') path.pop()
    else path.push(segment)
  }
  return path.join('/')
}

function decodeTarget(target: string): string {
  const plain = target.split('#')[0]!
  try {
    return decodeURIComponent(plain)
  } catch {
    return plain
  }
}

function contentTypeReader(types: XmlElement): (name: string) => string | undefined {
  const overrides = new Map<string, string>()
  const defaults = new Map<string, string>()
  for (const e of children(types)) {
    const type = attr(e, 'ContentType')?.toLowerCase()
    if (type === undefined) continue
    if (e.name === 'ct:Override') overrides.set((attr(e, 'PartName') ?? '').replace(/^\//, '').toLowerCase(), type)
    if (e.name === 'ct:Default') defaults.set((attr(e, 'Extension') ?? '').toLowerCase(), type)
  }
  return (name) =>
    overrides.get(name.toLowerCase()) ?? defaults.get(name.slice(name.lastIndexOf('.') + 1).toLowerCase())
}

function findMainPart(
  package_: Map<string, Relationship>,
  contentType: (name: string) => string | undefined,
  exists: (name: string) => boolean,
): string {
  const main = [...package_.values()].find((r) => !r.external && r.type.endsWith('/officeDocument'))
  if (main === undefined) throw refuse('document.noMainPart', { found: 'no document' })
  const type = contentType(main.target) ?? ''
  const kind = /spreadsheet/.test(type) ? 'spreadsheet' : /presentation/.test(type) ? 'presentation' : undefined
  if (kind) throw refuse('document.noMainPart', { found: kind })
  if (!exists(main.target)) throw refuse('document.noMainPart', { found: 'missing', name: main.target })
  return main.target
}

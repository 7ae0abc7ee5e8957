import { createHash } from 'node:crypto'
import { refuse } from '../../../src-shared/kernel/refusal.ts'
import { text, type Value } from '../../../src-shared/templates/values.ts'
import type { Docx } from '../docx/open-docx.ts'
import { decodeXml } from '../docx/xml.ts'
import { imageFormat, type ImageFormat } from './image-bytes.ts'
import { pictureXml } from './picture-xml.ts'
import type { Node } from './program.ts'
import { escapeXml, rawName } from './source-tree.ts'

export interface TemplateImage {
  /** PNG or JPEG. */
  bytes: Uint8Array
  /** Size in print unless the template gives one; with one of both the other follows, with none the picture's pixels at 96 dpi. */
  widthMm?: number
  heightMm?: number
}

type ImageNode = Extract<Node, { kind: 'image' }>

/** Widest picture without a size of its own: the text width of an A4 page. */
const widestMm = 160

/** Collects the pictures that filling puts into a document: their files, relationships and content types. */
export class AddedPictures {
  readonly #docx: Docx
  readonly #images: Readonly<Record<string, TemplateImage>>
  readonly #media = new Map<string, { name: string; bytes: Uint8Array; format: ImageFormat }>()
  /** Relationship id by part and medium. */
  readonly #links = new Map<string, Map<string, string>>()
  #nextId: number

  constructor(docx: Docx, images: Readonly<Record<string, TemplateImage>>, highestId: number) {
    this.#docx = docx
    this.#images = images
    this.#nextId = highestId + 1
  }

  /**
   * Markup of a picture in a part. It is found by the path the template writes, or by what stands there in the data; nothing there leaves the place
   * empty. Refuses template.imageMissing and what imageFormat refuses.
   */
  markup(part: string, node: ImageNode, value: () => Value): string {
    const named = Object.hasOwn(this.#images, node.source) ? node.source : undefined
    const found = named === undefined ? value() : named
    if (found === null || found === '') return ''
    const name = text(found)
    if (!Object.hasOwn(this.#images, name)) throw refuse('template.imageMissing', { image: name })
    const image = this.#images[name]!
    const medium = this.#medium(image.bytes, name)
    const id = this.#nextId++
    const strict = [...this.#docx.relationships('').values()].some(({ type }) =>
      type.startsWith('http://purl.oclc.org/'),
    )
    return pictureXml(
      { id, name: `Picture ${id}`, ...size(node, image, medium.format), relationship: this.#link(part, medium.name) },
      node.w,
      strict,
    )
  }

  /** Files to put into the document, new and changed, by name. */
  files(): Map<string, Uint8Array> {
    const files = new Map<string, Uint8Array>()
    if (this.#media.size === 0) return files
    for (const { name, bytes } of this.#media.values()) files.set(name, bytes)
    for (const [part, links] of this.#links) files.set(relationshipsName(part), this.#relationships(part, links))
    files.set('[Content_Types].xml', this.#contentTypes())
    return files
  }

  #medium(bytes: Uint8Array, name: string) {
    const hash = createHash('sha256').update(bytes).digest('hex')
    let medium = this.#media.get(hash)
    if (medium === undefined) {
      const format = imageFormat(bytes, name)
      let no = this.#media.size + 1
      while (this.#docx.part(`word/media/filled${no}.${format.extension}`) !== undefined) no++
      medium = { name: `word/media/filled${no}.${format.extension}`, bytes, format }
      this.#media.set(hash, medium)
    }
    return medium
  }

  #link(part: string, medium: string): string {
    const links = this.#links.get(part) ?? new Map<string, string>()
    this.#links.set(part, links)
    let id = links.get(medium)
    if (id === undefined) {
      let no = links.size + 1
      while (this.#docx.relationships(part).has(`filled${no}`)) no++
      id = `filled${no}`
      links.set(medium, id)
    }
    return id
  }

  #relationships(part: string, links: Map<string, string>): Uint8Array {
    const name = relationshipsName(part)
    const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/image'
    const items = [...links].map(([medium, id]) => ({ Id: id, Type: type, Target: `/${medium}` }))
    const source = this.#docx.part(name)
    return appended(
      source === undefined
        ? '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
        : decodeXml(source, name),
      'Relationship',
      items,
    )
  }

  #contentTypes(): Uint8Array {
    const name = '[Content_Types].xml'
    const media = [...this.#media.values()].filter((medium) => this.#docx.contentType(medium.name) === undefined)
    const types = new Map(media.map(({ format }) => [format.extension, format.contentType]))
    return appended(
      decodeXml(this.#docx.part(name)!, name),
      'Default',
      Array.from(types, ([Extension, ContentType]) => ({ Extension, ContentType })),
    )
  }
}

function size(
  node: ImageNode,
  image: TemplateImage,
  { width, height }: ImageFormat,
): { widthMm: number; heightMm: number } {
  const given =
    node.width !== undefined || node.height !== undefined ? node : { width: image.widthMm, height: image.heightMm }
  const ratio = height / width
  if (given.width !== undefined) return { widthMm: given.width, heightMm: given.height ?? given.width * ratio }
  if (given.height !== undefined) return { widthMm: given.height / ratio, heightMm: given.height }
  const widthMm = Math.min((width * 25.4) / 96, widestMm)
  return { widthMm, heightMm: widthMm * ratio }
}

/** `word/document.xml` → `word/_rels/document.xml.rels`. */
function relationshipsName(part: string): string {
  const slash = part.lastIndexOf('/') + 1
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`
}

/** The XML with elements added at the end of its root, in the prefix the root has. */
function appended(source: string, element: string, items: readonly Record<string, string>[]): Uint8Array {
  const start = /<(?![?!])[^>]*>/.exec(source)!
  const prefix = /^[^:]*:/.exec(rawName(start[0]))?.[0] ?? ''
  const added = items
    .map((attributes) => {
      const list = Object.entries(attributes).map(
        ([name, value]) => ` ${name}="${escapeXml(value).replaceAll('"', '&quot;')}"`,
      )
      return `<${prefix}${element}${list.join('')}/>`
    })
    .join('')
  const empty = start[0].endsWith('/>')
  const end = source.lastIndexOf('</')
  const whole = empty
    ? `${source.slice(0, start.index)}${start[0].slice(0, -2)}>${added}</${rawName(start[0].slice(0, -2).concat('>'))}>${source.slice(start.index + start[0].length)}`
    : `${source.slice(0, end)}${added}${source.slice(end)}`
  return Buffer.from(whole, 'utf8')
}

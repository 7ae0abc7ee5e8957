import { zipSync } from 'fflate'
import { escapeXml } from './wordml.ts'

export const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/** Namespace of the relationships of office documents; their types begin with it. */
export const officeRelationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** Files of an archive → .docx bytes, the same on every machine and run: fixed order and date, a compressor in plain JavaScript (zlib's output differs between builds). */
export function zipFiles(files: ReadonlyMap<string, string | Uint8Array>): Uint8Array {
  const encoder = new TextEncoder()
  const entries = [...files].map(
    ([name, data]) => [name, typeof data === 'string' ? encoder.encode(data) : data] as const,
  )
  // A local date, because the zip format stores local time.
  return zipSync(Object.fromEntries(entries), { level: 9, mtime: new Date(2026, 0, 1, 0, 0, 0) })
}

export type Relation = readonly [id: string, type: string, target: string, external?: boolean]

/** A `.rels` part. */
export function relationships(entries: readonly Relation[]): string {
  const list = entries
    .map(
      ([id, type, target, external]) =>
        `<Relationship Id="${escapeXml(id)}" Type="${type}" Target="${escapeXml(target)}"${external ? ' TargetMode="External"' : ''}/>`,
    )
    .join('')
  return `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list}</Relationships>`
}

/** Relationships of the package itself: the document, its title, and what else there is. */
export const packageRelationships = (...more: Relation[]): string =>
  relationships([
    ['rId1', `${officeRelationships}/officeDocument`, 'word/document.xml'],
    [
      'rId2',
      'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties',
      'docProps/core.xml',
    ],
    ...more,
  ])

const wordContent = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
export const mainContent = `${wordContent}.document.main+xml`
export const coreContent = 'application/vnd.openxmlformats-package.core-properties+xml'
/** Content type of a part of a Word document by its kind: styles, header, footnotes … */
export const contentOf = (kind: string): string => `${wordContent}.${kind}+xml`

const pictureTypes: Record<string, string> = { png: 'image/png', jpg: 'image/jpeg', gif: 'image/gif' }

/** `[Content_Types].xml` for parts by name, and pictures by the ends of their names. */
export function contentTypes(pictures: readonly string[], parts: readonly (readonly [string, string])[]): string {
  return (
    `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>` +
    `${pictures.map((each) => `<Default Extension="${each}" ContentType="${pictureTypes[each]}"/>`).join('')}${parts.map(([name, type]) => `<Override PartName="${name}" ContentType="${type}"/>`).join('')}</Types>`
  )
}

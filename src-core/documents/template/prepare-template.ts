import { createHash } from 'node:crypto'
import { openDocx, type Docx } from '../docx/open-docx.ts'
import { packFile, type PackedFile } from '../docx/write-zip.ts'
import { decodeXml } from '../docx/xml.ts'
import { compilePart, type CompiledPart } from './compile-part.ts'
import { readUses, type TemplateUses } from './read-uses.ts'

/** A template read once, to be checked and filled any number of times. */
export interface PreparedTemplate {
  docx: Docx
  /** Body first, then headers, footers and notes, as the body names them. */
  parts: CompiledPart[]
  uses: TemplateUses
  /** Highest numbers of pictures and bookmarks; new ones go beyond. */
  highestPicture: number
  highestBookmark: number
  /** Files that filling does not change, packed when first needed. */
  packed: Map<string, PackedFile>
}

const kept = new Map<string, PreparedTemplate>()
const maximumKept = 8
/** Larger templates are read anew each time rather than held in memory. */
const maximumKeptBytes = 4 * 2 ** 20

/** Opens and compiles a template; the last few are kept by their content. Refuses what openDocx refuses, and template.tooManyCommands. */
export async function prepareTemplate(bytes: Uint8Array): Promise<PreparedTemplate> {
  const key = createHash('sha256').update(bytes).digest('hex')
  const known = kept.get(key)
  if (known !== undefined) {
    kept.delete(key)
    kept.set(key, known)
    return known
  }
  // A copy: the caller's bytes may change under what is kept.
  const prepared = await prepare(bytes.slice())
  if (bytes.length <= maximumKeptBytes) kept.set(key, prepared)
  if (kept.size > maximumKept) kept.delete(kept.keys().next().value!)
  return prepared
}

async function prepare(bytes: Uint8Array): Promise<PreparedTemplate> {
  const docx = await openDocx(bytes)
  let highestPicture = 0
  let highestBookmark = 0
  const parts = templateParts(docx).map((name): CompiledPart => {
    const source = decodeXml(docx.part(name)!, name)
    highestPicture = highest(source, /docPr\b[^<>]*?\sid="(\d+)"/g, highestPicture)
    highestBookmark = highest(source, /bookmarkStart\b[^<>]*?\bid="(\d+)"/g, highestBookmark)
    return compilePart(name, source, docx.xml(name)!)
  })
  return { docx, parts, uses: readUses(parts), highestPicture, highestBookmark, packed: new Map() }
}

/** Parts that may hold commands. */
function templateParts(docx: Docx): string[] {
  const related = [...docx.relationships(docx.mainPart).values()]
    .filter(({ type, external }) => !external && /\/(header|footer|footnotes|endnotes)$/.test(type))
    .map(({ target }) => target)
    .filter((name) => docx.part(name) !== undefined)
  return [...new Set([docx.mainPart, ...related])]
}

function highest(source: string, pattern: RegExp, least: number): number {
  let found = least
  for (const [, digits] of source.matchAll(pattern)) {
    const n = Number(digits)
    if (Number.isSafeInteger(n) && n > found && n < 2 ** 31 - 100_000) found = n
  }
  return found
}

/** A file of the template that stays as it is, packed once. */
export function packedFile(template: PreparedTemplate, name: string): PackedFile {
  let file = template.packed.get(name)
  if (file === undefined) {
    file = packFile(name, template.docx.part(name)!)
    template.packed.set(name, file)
  }
  return file
}

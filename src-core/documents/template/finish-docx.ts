import { unzipSync, zipSync, type Zippable } from 'fflate'

/** A fixed date for every entry, so that the same document is the same bytes. */
const entryDate = new Date('2020-01-01T00:00:00')

/** Turns anchor texts into bookmarks without extent and writes the archive anew, the same for the same content. */
export async function finishDocx(docx: Uint8Array, secret: string): Promise<Uint8Array> {
  const files = unzipSync(docx)
  const out: Zippable = {}
  let id = 90_000
  for (const name of Object.keys(files).sort()) {
    let bytes = files[name]!
    if (/^word\/[^/]+\.xml$/.test(name)) {
      const xml = Buffer.from(bytes).toString('utf8')
      if (xml.includes(secret)) bytes = Buffer.from(withBookmarks(xml, secret, () => (id += 1)))
    }
    // Pictures are compressed already.
    out[name] = [bytes, { level: /\.(png|jpe?g|gif)$/i.test(name) ? 0 : 6, mtime: entryDate }]
  }
  return zipSync(out)
}

function withBookmarks(xml: string, secret: string, nextId: () => number): string {
  const anchor = new RegExp(`${secret}:([^:<]*):${secret}`)
  return xml.replaceAll(
    /<w:r(?: [^>]*)?>\s*((?:<w:rPr>(?:(?!<\/w:rPr>).)*<\/w:rPr>)?)\s*<w:t(?: [^>]*)?>([^<]*)<\/w:t>\s*<\/w:r>/gs,
    (run, properties: string, text: string) => {
      if (!text.includes(secret)) return run
      const write = (part: string): string =>
        part === '' ? '' : `<w:r>${properties}<w:t xml:space="preserve">${part}</w:t></w:r>`
      let rest = text
      let code = ''
      for (let match = anchor.exec(rest); match !== null; match = anchor.exec(rest)) {
        const mark = nextId()
        code += `${write(rest.slice(0, match.index))}<w:bookmarkStart w:id="${mark}" w:name="${match[1]}"/><w:bookmarkEnd w:id="${mark}"/>`
        rest = rest.slice(match.index + match[0].length)
      }
      return code + write(rest)
    },
  )
}

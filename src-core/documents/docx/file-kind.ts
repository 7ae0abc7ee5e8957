import { refuse, type Refusal } from '../../../src-shared/kernel/refusal.ts'

const startsWith = (bytes: Uint8Array, signature: number[]) => signature.every((b, i) => bytes[i] === b)
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]

/**
 * Why these bytes are no .docx, judged by how they begin; undefined when they begin like a zip. People rename files, so what the
 * file really is helps them more than "not a zip".
 */
export function notDocx(bytes: Uint8Array): Refusal | undefined {
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return undefined
  // An empty zip begins with its end record; spanned archives with 50 4b 07 08.
  if (startsWith(bytes, [0x50, 0x4b, 0x05, 0x06])) return refuse('document.noMainPart', { found: 'empty' })
  if (startsWith(bytes, OLE)) return oleKind(bytes)
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 512)).trimStart().toLowerCase()
  const kind = head.startsWith('{\\rtf')
    ? 'rtf'
    : head.startsWith('%pdf-')
      ? 'pdf'
      : /^(ï»¿)?\s*<(!doctype html|html)/.test(head)
        ? 'html'
        : /^(ï»¿)?\s*<\?xml/.test(head)
          ? 'xml'
          : bytes.length === 0
            ? 'empty'
            : 'unknown'
  return refuse('document.notZip', { kind, bytes: bytes.length })
}

/**
 * The old binary formats and a password-protected .docx share the OLE container; the streams named in its directory tell them
 * apart ([MS-CFB] 2.6: entries of 128 bytes, aligned, that begin with a UTF-16LE name).
 */
function oleKind(bytes: Uint8Array): Refusal {
  const names = ['EncryptedPackage', 'WordDocument', 'Workbook', 'PowerPoint Document'] as const
  const patterns = names.map((name) => [...`${name}\0`].flatMap((c) => [c.charCodeAt(0), 0]))
  let kind = 'other'
  for (let at = 512; at + 128 <= bytes.length; at += 128) {
    const i = patterns.findIndex((pattern) => pattern.every((b, k) => bytes[at + k] === b))
    if (i === 0) return refuse('document.encrypted', { kind: 'password' })
    if (i > 0) kind = ['', 'doc', 'xls', 'ppt'][i]!
  }
  return refuse('document.oldWordFormat', { kind })
}

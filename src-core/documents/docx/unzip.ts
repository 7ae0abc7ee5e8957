import { crc32, inflateRawSync } from 'node:zlib'
import { fromBufferPromise, getFileNameLowLevel, type Entry, type ZipFile } from 'yauzl'
import { Refusal, refuse } from '../../../src-shared/kernel/refusal.ts'
import { notDocx } from './file-kind.ts'
import type { DocxLimits } from './limits.ts'

interface Span {
  name: string
  start: number
  end: number
}

/**
 * Every file of a zip, by name, in the archive's order. Nothing is trusted: sizes are checked before and after unpacking, entries may
 * not share bytes (that is how the strongest bombs are built), names must be plain relative paths, given once. Refuses
 * document.notZip, document.truncated, document.damaged, document.encrypted, document.badPath, document.tooLarge.
 */
export async function unzip(bytes: Uint8Array, limits: DocxLimits): Promise<Map<string, Uint8Array>> {
  if (bytes.length > limits.maxFileBytes) {
    throw refuse('document.tooLarge', { what: 'file', bytes: bytes.length, limit: limits.maxFileBytes })
  }
  const other = notDocx(bytes)
  if (other) throw other
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    // Raw names: yauzl would repair backslashes silently, we want to refuse them.
    const zip = await fromBufferPromise(buffer, { decodeStrings: false })
    const entries = await directory(zip, limits)
    return await unpack(zip, buffer, entries, limits)
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw zipFault(error)
  }
}

/** yauzl and zlib report by message only. */
function zipFault(error: unknown): Refusal {
  const message = error instanceof Error ? error.message : String(error)
  const truncated = /truncated|unexpected end|overflows file bounds|end of file|EOF|out of bounds|range/i.test(message)
  if (/strong encryption/.test(message)) return refuse('document.encrypted', { kind: 'zip' })
  return refuse(truncated ? 'document.truncated' : 'document.damaged', { message })
}

async function directory(zip: ZipFile, limits: DocxLimits): Promise<Map<string, Entry>> {
  const found = new Map<string, Entry>()
  const seen = new Map<string, string>()
  let count = 0
  let declared = 0
  for await (const entry of zip.eachEntry()) {
    count++
    if (count > limits.maxEntries) throw refuse('document.tooLarge', { what: 'entries', limit: limits.maxEntries })
    const name = getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, true)
    checkName(name)
    // OPC part names are equal without regard to case, and so are files on Windows and macOS.
    const key = name.toLowerCase()
    const twin = seen.get(key)
    if (twin !== undefined) throw refuse('document.badPath', { name, reason: 'duplicate', other: twin })
    seen.set(key, name)
    if (entry.isEncrypted()) throw refuse('document.encrypted', { kind: 'zip', name })
    if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8) {
      throw refuse('document.damaged', { name, message: `compression method ${entry.compressionMethod}` })
    }
    declared += entry.uncompressedSize
    checkSize(name, entry.uncompressedSize, entry.compressedSize, declared, limits)
    if (!name.endsWith('/')) found.set(name, entry)
  }
  return found
}

function checkName(name: string): void {
  const bad = (reason: string) => refuse('document.badPath', { name: name.slice(0, 200), reason })
  if (name === '' || name.length > 500) throw bad('length')
  // oxlint-disable-next-line no-control-regex
  if (/[\u0000-\u001f\u007f]/.test(name)) throw bad('control')
  if (name.includes('\\')) throw bad('backslash')
  if (name.startsWith('/') || /^[A-Za-z]:/.test(name)) throw bad('absolute')
  if (name.split('/').some((segment) => segment === '..' || segment === '.')) throw bad('parent')
}

function checkSize(name: string, bytes: number, packed: number, total: number, limits: DocxLimits): void {
  if (bytes > limits.maxPartBytes)
    throw refuse('document.tooLarge', { what: 'part', name, bytes, limit: limits.maxPartBytes })
  if (total > limits.maxTotalBytes) {
    throw refuse('document.tooLarge', { what: 'total', name, bytes: total, limit: limits.maxTotalBytes })
  }
  if (bytes > 8 * 2 ** 20 && bytes > packed * limits.maxRatio) {
    throw refuse('document.tooLarge', { what: 'ratio', name, bytes, packed, limit: limits.maxRatio })
  }
}

async function unpack(zip: ZipFile, buffer: Buffer, entries: Map<string, Entry>, limits: DocxLimits) {
  const spans: Span[] = []
  for (const [name, entry] of entries) {
    const header = await zip.readLocalFileHeaderPromise(entry, { minimal: false })
    // The two headers must agree, or another reader would see another file.
    if (!Buffer.from(header.fileName).equals(Buffer.from(entry.fileNameRaw))) {
      throw refuse('document.badPath', {
        name,
        reason: 'mismatch',
        other: Buffer.from(header.fileName).toString('utf8').slice(0, 200),
      })
    }
    spans.push({
      name,
      start: entry.relativeOffsetOfLocalHeader,
      end: header.fileDataStart + entry.compressedSize,
    })
  }
  const sorted = spans.toSorted((a, b) => a.start - b.start)
  sorted.forEach((span, i) => {
    const next = sorted[i + 1]
    if (next && next.start < span.end) {
      throw refuse('document.tooLarge', { what: 'overlap', name: next.name, other: span.name })
    }
  })
  const files = new Map<string, Uint8Array>()
  let total = 0
  for (const span of spans) {
    const entry = entries.get(span.name)!
    const data = inflate(span.name, buffer.subarray(span.end - entry.compressedSize, span.end), entry)
    total += data.length
    checkSize(span.name, data.length, entry.compressedSize, total, limits)
    files.set(span.name, data)
  }
  return files
}

function inflate(name: string, packed: Buffer, entry: Entry): Uint8Array {
  const declared = entry.uncompressedSize
  let data: Uint8Array = packed
  if (entry.compressionMethod === 8) {
    try {
      // Never unpack more than was declared: a forged size stops right there.
      data = inflateRawSync(packed, { maxOutputLength: Math.max(declared, 1) })
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code
      if (code === 'ERR_BUFFER_TOO_LARGE') throw refuse('document.tooLarge', { what: 'forged', name, declared })
      if (code === 'Z_BUF_ERROR') throw refuse('document.truncated', { name })
      throw refuse('document.damaged', { name, message: error instanceof Error ? error.message : String(error) })
    }
  }
  if (data.length !== declared) throw refuse('document.damaged', { name, declared, bytes: data.length })
  if (crc32(data) !== entry.crc32) throw refuse('document.damaged', { name, message: 'crc' })
  return data
}

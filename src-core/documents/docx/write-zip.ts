import { crc32, deflateRawSync } from 'node:zlib'

/** 1980-01-01 00:00, the first moment a zip can name: the same files give the same bytes at any time and in any zone. */
const FIXED_DATE = 0x0021
const ALREADY_PACKED = /\.(png|jpe?g|gif|zip|docx|xlsx)$/i

/** A file ready to be put into a zip, any number of times. */
export interface PackedFile {
  name: Buffer
  method: number
  crc: number
  packed: Uint8Array
  size: number
}

interface Entry extends PackedFile {
  offset: number
}

/** Packs a file by zlib's deflate, level 1 by default: a contract's XML packs to a tenth in a millisecond. Pictures are stored. */
export function packFile(name: string, bytes: Uint8Array, level = 1): PackedFile {
  const deflated = ALREADY_PACKED.test(name) ? undefined : deflateRawSync(bytes, { level })
  const smaller = deflated !== undefined && deflated.length < bytes.length
  return {
    name: Buffer.from(name, 'utf8'),
    method: smaller ? 8 : 0,
    crc: crc32(bytes),
    packed: smaller ? deflated : bytes,
    size: bytes.length,
  }
}

/** A zip of these files in the given order, byte for byte the same for the same files; see joinZip. */
export function writeZip(files: Iterable<readonly [name: string, bytes: Uint8Array]>, level = 1): Uint8Array {
  return joinZip(Array.from(files, ([name, bytes]) => packFile(name, bytes, level)))
}

/** A zip of packed files in the given order. Throws RangeError past 4 GB or 65,535 entries (no zip64 here). */
export function joinZip(files: Iterable<PackedFile>): Uint8Array {
  const chunks: Uint8Array[] = []
  const entries: Entry[] = []
  let offset = 0
  const push = (chunk: Uint8Array) => {
    chunks.push(chunk)
    offset += chunk.length
  }
  for (const file of files) {
    const entry: Entry = { ...file, offset }
    entries.push(entry)
    push(localHeader(entry))
    push(entry.packed)
  }
  const directory = offset
  for (const entry of entries) push(centralHeader(entry))
  const size = offset - directory
  if (offset > 0xffff_ffff || entries.length > 0xffff) throw new RangeError('too large for a plain zip')
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(directory, 16)
  push(end)
  return new Uint8Array(Buffer.concat(chunks))
}

/** The fields both headers share, from "version needed" to the length of the name. */
function writeCommon(header: Buffer, at: number, entry: Entry): void {
  header.writeUInt16LE(20, at)
  header.writeUInt16LE(0x0800, at + 2) // names are UTF-8
  header.writeUInt16LE(entry.method, at + 4)
  header.writeUInt16LE(0, at + 6)
  header.writeUInt16LE(FIXED_DATE, at + 8)
  header.writeUInt32LE(entry.crc, at + 10)
  header.writeUInt32LE(entry.packed.length, at + 14)
  header.writeUInt32LE(entry.size, at + 18)
  header.writeUInt16LE(entry.name.length, at + 22)
}

function localHeader(entry: Entry): Buffer {
  const header = Buffer.alloc(30)
  header.writeUInt32LE(0x04034b50, 0)
  writeCommon(header, 4, entry)
  return Buffer.concat([header, entry.name])
}

function centralHeader(entry: Entry): Buffer {
  const header = Buffer.alloc(46)
  header.writeUInt32LE(0x02014b50, 0)
  header.writeUInt16LE(20, 4)
  writeCommon(header, 6, entry)
  header.writeUInt32LE(entry.offset, 42)
  return Buffer.concat([header, entry.name])
}

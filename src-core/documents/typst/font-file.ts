import { closeSync, openSync, readSync } from 'node:fs'

/** What a font file tells about one of its faces. */
export interface FontFace {
  /** Family names in all languages of the file, lower case. */
  families: string[]
  /** The family's English name, as Typst knows it. */
  family: string
  /** Line height in em, by the metrics that Word takes. */
  ascent: number
  descent: number
  bold: boolean
}

interface Sfnt {
  read(at: number, length: number): Buffer
  table(tag: string): { at: number; length: number } | undefined
}

/** Runs `use` with the faces of a TrueType or OpenType file or collection; undefined when it is none. Reads only the parts asked for. */
function withFaces<T>(path: string, use: (faces: Sfnt[]) => T): T | undefined {
  let file: number
  try {
    file = openSync(path, 'r')
  } catch {
    return undefined
  }
  try {
    const read = (at: number, length: number) => {
      const buffer = Buffer.alloc(length)
      const got = readSync(file, buffer, 0, length, at)
      if (got < length) throw new RangeError('font file ends early')
      return buffer
    }
    const start = read(0, 16)
    const tag = start.toString('latin1', 0, 4)
    const count = tag === 'ttcf' ? start.readUInt32BE(8) : 1
    if (count > 64 || (tag !== 'ttcf' && tag !== 'OTTO' && tag !== 'true' && start.readUInt32BE(0) !== 0x00010000))
      return undefined
    const offsets = tag === 'ttcf' ? read(12, 4 * count) : Buffer.alloc(4)
    return use(
      Array.from({ length: count }, (_, i) => {
        const base = offsets.readUInt32BE(4 * i)
        const tables = read(base, 12).readUInt16BE(4)
        const directory = read(base + 12, 16 * tables)
        return {
          read,
          table(wanted) {
            for (let at = 0; at < directory.length; at += 16)
              if (directory.toString('latin1', at, at + 4) === wanted)
                return { at: directory.readUInt32BE(at + 8), length: directory.readUInt32BE(at + 12) }
            return undefined
          },
        }
      }),
    )
  } catch (error) {
    // A broken font on the computer is none of the document's business.
    if (error instanceof RangeError) return undefined
    throw error
  } finally {
    closeSync(file)
  }
}

/** Names and line heights of the faces in a font file; none when it cannot be read as one. */
export function fontFaces(path: string): FontFace[] {
  return withFaces(path, (faces) => faces.flatMap((face) => describe(face) ?? [])) ?? []
}

function describe({ read, table }: Sfnt): FontFace | undefined {
  const [name, head, hhea, os2] = [table('name'), table('head'), table('hhea'), table('OS/2')]
  if (name === undefined || head === undefined || hhea === undefined) return undefined
  const unitsPerEm = read(head.at + 18, 2).readUInt16BE(0)
  const [up, down, gap] = [4, 6, 8].map((o) => read(hhea.at + o, 2).readInt16BE(0)) as [number, number, number]
  const [ascent, descent] =
    os2 !== undefined && os2.length >= 78
      ? [read(os2.at + 74, 2).readUInt16BE(0), read(os2.at + 76, 2).readUInt16BE(0)]
      : [up, -down]
  // Windows adds of the font's line gap only what its clipping heights do not hold already.
  const leading = Math.max(0, gap - (ascent + descent - (up - down)))
  const weight = os2 === undefined ? 400 : read(os2.at + 4, 2).readUInt16BE(0)
  const strings = names(read(name.at, name.length))
  if (strings.length === 0) return undefined
  return {
    families: [...new Set(strings.map(({ text }) => text.toLowerCase()))],
    family: (
      strings.find((each) => each.id === 16 && each.english) ??
      strings.find((each) => each.english) ??
      strings[0]!
    ).text,
    ascent: (ascent + leading / 2) / unitsPerEm,
    descent: (descent + leading / 2) / unitsPerEm,
    bold: weight >= 600,
  }
}

/** Family names (ids 1 and 16) of a name table, Unicode ones. */
function names(table: Buffer): { id: number; text: string; english: boolean }[] {
  const found: { id: number; text: string; english: boolean }[] = []
  const strings = table.readUInt16BE(4)
  for (let i = 0; i < table.readUInt16BE(2); i += 1) {
    const at = 6 + 12 * i
    const [platform, , language, id, length, offset] = [0, 2, 4, 6, 8, 10].map((o) => table.readUInt16BE(at + o)) as [
      number,
      number,
      number,
      number,
      number,
      number,
    ]
    if ((id !== 1 && id !== 16) || (platform !== 3 && platform !== 0)) continue
    const text = Buffer.from(table.subarray(strings + offset, strings + offset + (length & ~1)))
      .swap16()
      .toString('utf16le')
    if (text !== '') found.push({ id, text, english: platform === 0 || language === 0x0409 })
  }
  return found
}

/** Which characters the first face of a font file draws; nothing when the file cannot be read. */
export function glyphCoverage(path: string): (codePoint: number) => boolean {
  const ranges = withFaces(path, ([face]) => {
    const cmap = face?.table('cmap')
    return cmap === undefined ? [] : characterRanges(face!.read(cmap.at, cmap.length))
  })
  if (ranges === undefined || ranges.length === 0) return () => false
  ranges.sort((a, b) => a[0] - b[0])
  return (codePoint) => {
    let low = 0
    let high = ranges.length - 1
    while (low <= high) {
      const middle = (low + high) >> 1
      const [from, to] = ranges[middle]!
      if (codePoint < from) high = middle - 1
      else if (codePoint > to) low = middle + 1
      else return true
    }
    return false
  }
}

function characterRanges(cmap: Buffer): [number, number][] {
  const maps = Array.from({ length: cmap.readUInt16BE(2) }, (_, i) => cmap.readUInt32BE(8 + 8 * i))
  const full = maps.find((at) => cmap.readUInt16BE(at) === 12)
  if (full !== undefined)
    return Array.from({ length: cmap.readUInt32BE(full + 12) }, (_, i) => [
      cmap.readUInt32BE(full + 16 + 12 * i),
      cmap.readUInt32BE(full + 20 + 12 * i),
    ])
  const at = maps.find((each) => cmap.readUInt16BE(each) === 4)
  if (at === undefined) return []
  const segments = cmap.readUInt16BE(at + 6) / 2
  const ranges: [number, number][] = []
  for (let i = 0; i < segments; i += 1) {
    const to = cmap.readUInt16BE(at + 14 + 2 * i)
    const from = cmap.readUInt16BE(at + 16 + 2 * segments + 2 * i)
    const rangeAt = at + 16 + 6 * segments + 2 * i
    const range = cmap.readUInt16BE(rangeAt)
    if (range === 0) ranges.push([from, Math.min(to, 0xfffe)])
    else
      for (let c = from; c <= to && c < 0xffff; c += 1)
        if (cmap.readUInt16BE(rangeAt + range + 2 * (c - from)) !== 0) ranges.push([c, c])
  }
  return ranges
}

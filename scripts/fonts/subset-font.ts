/** A TrueType file cut down to some of its characters. Layout tables go: our text needs neither ligatures nor kerning of them. */
export function subsetFont(font: Uint8Array, keep: (codePoint: number) => boolean): Uint8Array {
  const source = new TrueType(font)
  const characters = [...source.characters()].filter(([codePoint]) => keep(codePoint)).toSorted((a, b) => a[0] - b[0])
  const glyphs = [0]
  const place = new Map([[0, 0]])
  const take = (glyph: number) => {
    if (place.has(glyph)) return
    place.set(glyph, glyphs.length)
    glyphs.push(glyph)
    for (const part of source.partsOf(glyph)) take(part.glyph)
  }
  for (const [, glyph] of characters) take(glyph)

  const outlines = glyphs.map((glyph) => {
    const outline = Buffer.from(source.outline(glyph))
    for (const { at, glyph: part } of source.partsOf(glyph)) outline.writeUInt16BE(place.get(part)!, at)
    return outline
  })
  const tables = new Map<string, Buffer>()
  for (const tag of ['OS/2', 'name', 'gasp', 'cvt ', 'fpgm', 'prep']) {
    const table = source.table(tag)
    if (table !== undefined) tables.set(tag, table)
  }
  tables.set(
    'glyf',
    Buffer.concat(outlines.map((outline) => Buffer.concat([outline, Buffer.alloc(-outline.length & 3)]))),
  )
  tables.set('loca', locations(outlines))
  tables.set('hmtx', Buffer.concat(glyphs.map((glyph) => source.metrics(glyph))))
  tables.set('cmap', characterMap(characters.map(([codePoint, glyph]) => [codePoint, place.get(glyph)!])))
  const head = Buffer.from(source.table('head')!)
  head.writeUInt32BE(0, 8)
  head.writeInt16BE(1, 50)
  tables.set('head', head)
  const hhea = Buffer.from(source.table('hhea')!)
  hhea.writeUInt16BE(glyphs.length, 34)
  tables.set('hhea', hhea)
  const maxp = Buffer.from(source.table('maxp')!)
  maxp.writeUInt16BE(glyphs.length, 4)
  tables.set('maxp', maxp)
  // Glyph names are of no use to print; version 3 has none.
  const post = Buffer.from(source.table('post')!.subarray(0, 32))
  post.writeUInt32BE(0x00030000, 0)
  tables.set('post', post)
  return assemble(tables)
}

class TrueType {
  readonly #tables = new Map<string, Buffer>()
  readonly #longLocations: boolean
  readonly #wideMetrics: number

  constructor(font: Uint8Array) {
    const bytes = Buffer.from(font.buffer, font.byteOffset, font.byteLength)
    for (let i = 0; i < bytes.readUInt16BE(4); i += 1) {
      const at = 12 + 16 * i
      const start = bytes.readUInt32BE(at + 8)
      this.#tables.set(bytes.toString('latin1', at, at + 4), bytes.subarray(start, start + bytes.readUInt32BE(at + 12)))
    }
    this.#longLocations = this.table('head')!.readInt16BE(50) === 1
    this.#wideMetrics = this.table('hhea')!.readUInt16BE(34)
  }

  table(tag: string): Buffer | undefined {
    return this.#tables.get(tag)
  }

  /** Code points with their glyphs, of the first full Unicode map. */
  characters(): Map<number, number> {
    const cmap = this.table('cmap')!
    const maps = Array.from({ length: cmap.readUInt16BE(2) }, (_, i) => cmap.readUInt32BE(8 + 8 * i))
    const full = maps.find((at) => cmap.readUInt16BE(at) === 12)
    const found = new Map<number, number>()
    if (full !== undefined) {
      for (let i = 0; i < cmap.readUInt32BE(full + 12); i += 1) {
        const [start, end, glyph] = [0, 4, 8].map((o) => cmap.readUInt32BE(full + 16 + 12 * i + o)) as [
          number,
          number,
          number,
        ]
        for (let c = start; c <= end; c += 1) found.set(c, glyph + c - start)
      }
      return found
    }
    const at = maps.find((each) => cmap.readUInt16BE(each) === 4)!
    const segments = cmap.readUInt16BE(at + 6) / 2
    for (let i = 0; i < segments; i += 1) {
      const end = cmap.readUInt16BE(at + 14 + 2 * i)
      const start = cmap.readUInt16BE(at + 16 + 2 * segments + 2 * i)
      const delta = cmap.readUInt16BE(at + 16 + 4 * segments + 2 * i)
      const rangeAt = at + 16 + 6 * segments + 2 * i
      const range = cmap.readUInt16BE(rangeAt)
      for (let c = start; c <= end && c < 0xffff; c += 1) {
        const listed = range === 0 ? c : cmap.readUInt16BE(rangeAt + range + 2 * (c - start))
        if (range === 0 || listed !== 0) found.set(c, (listed + delta) & 0xffff)
      }
    }
    return found
  }

  outline(glyph: number): Buffer {
    const loca = this.table('loca')!
    const at = (i: number) => (this.#longLocations ? loca.readUInt32BE(4 * i) : 2 * loca.readUInt16BE(2 * i))
    return this.table('glyf')!.subarray(at(glyph), at(glyph + 1))
  }

  /** Glyphs a compound glyph is put together from, with the place of each reference in its outline. */
  partsOf(glyph: number): { at: number; glyph: number }[] {
    const outline = this.outline(glyph)
    if (outline.length === 0 || outline.readInt16BE(0) >= 0) return []
    const parts: { at: number; glyph: number }[] = []
    for (let at = 10, flags = 0x20; (flags & 0x20) !== 0;) {
      flags = outline.readUInt16BE(at)
      parts.push({ at: at + 2, glyph: outline.readUInt16BE(at + 2) })
      at +=
        4 +
        ((flags & 1) !== 0 ? 4 : 2) +
        ((flags & 8) !== 0 ? 2 : (flags & 0x40) !== 0 ? 4 : (flags & 0x80) !== 0 ? 8 : 0)
    }
    return parts
  }

  /** Advance and left bearing; glyphs past the last wide one share its advance. */
  metrics(glyph: number): Buffer {
    const hmtx = this.table('hmtx')!
    if (glyph < this.#wideMetrics) return hmtx.subarray(4 * glyph, 4 * glyph + 4)
    const bearing = 4 * this.#wideMetrics + 2 * (glyph - this.#wideMetrics)
    return Buffer.concat([
      hmtx.subarray(4 * this.#wideMetrics - 4, 4 * this.#wideMetrics - 2),
      hmtx.subarray(bearing, bearing + 2),
    ])
  }
}

function locations(outlines: Buffer[]): Buffer {
  const loca = Buffer.alloc(4 * (outlines.length + 1))
  let at = 0
  outlines.forEach((outline, i) => {
    at += (outline.length + 3) & ~3
    loca.writeUInt32BE(at, 4 * (i + 1))
  })
  return loca
}

function characterMap(characters: [codePoint: number, glyph: number][]): Buffer {
  const groups: { start: number; end: number; glyph: number }[] = []
  for (const [codePoint, glyph] of characters) {
    const last = groups.at(-1)
    if (last !== undefined && codePoint === last.end + 1 && glyph === last.glyph + codePoint - last.start)
      last.end = codePoint
    else groups.push({ start: codePoint, end: codePoint, glyph })
  }
  const cmap = Buffer.alloc(12 + 16 + 12 * groups.length)
  cmap.writeUInt16BE(1, 2)
  cmap.writeUInt16BE(3, 4)
  cmap.writeUInt16BE(10, 6)
  cmap.writeUInt32BE(12, 8)
  cmap.writeUInt16BE(12, 12)
  cmap.writeUInt32BE(16 + 12 * groups.length, 16)
  cmap.writeUInt32BE(groups.length, 24)
  groups.forEach(({ start, end, glyph }, i) => {
    cmap.writeUInt32BE(start, 28 + 12 * i)
    cmap.writeUInt32BE(end, 32 + 12 * i)
    cmap.writeUInt32BE(glyph, 36 + 12 * i)
  })
  return cmap
}

function assemble(tables: Map<string, Buffer>): Uint8Array {
  const tags = [...tables.keys()].toSorted()
  const power = Math.floor(Math.log2(tags.length))
  const directory = Buffer.alloc(12 + 16 * tags.length)
  directory.writeUInt32BE(0x00010000, 0)
  directory.writeUInt16BE(tags.length, 4)
  directory.writeUInt16BE(16 << power, 6)
  directory.writeUInt16BE(power, 8)
  directory.writeUInt16BE(16 * tags.length - (16 << power), 10)
  const parts = [directory]
  let at = directory.length
  tags.forEach((tag, i) => {
    const table = tables.get(tag)!
    const padded = Buffer.concat([table, Buffer.alloc(-table.length & 3)])
    directory.write(tag, 12 + 16 * i, 'latin1')
    directory.writeUInt32BE(sum(padded), 16 + 16 * i)
    directory.writeUInt32BE(at, 20 + 16 * i)
    directory.writeUInt32BE(table.length, 24 + 16 * i)
    parts.push(padded)
    at += padded.length
  })
  const file = Buffer.concat(parts)
  const head = file.readUInt32BE(20 + 16 * tags.indexOf('head'))
  file.writeUInt32BE((0xb1b0afba - sum(file)) >>> 0, head + 8)
  return file
}

function sum(bytes: Buffer): number {
  let total = 0
  for (let i = 0; i < bytes.length; i += 4) total = (total + bytes.readUInt32BE(i)) >>> 0
  return total
}

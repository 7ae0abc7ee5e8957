import { once } from 'node:events'
import { constants, crc32, createDeflateRaw } from 'node:zlib'
import { Zip, ZipDeflate } from 'fflate'
import { refuse } from '../../src-shared/kernel/refusal.ts'

/** A part of a package that is compressed while it is written, so that its text never stands in memory as a whole. */
export class StreamedPart {
  readonly #deflate = createDeflateRaw({ level: constants.Z_DEFAULT_COMPRESSION })
  readonly #pieces: Uint8Array<ArrayBuffer>[] = []
  #crc = 0
  #size = 0
  #broken: Error | undefined

  constructor() {
    this.#deflate.on('data', (piece: Buffer<ArrayBuffer>) => this.#pieces.push(piece))
    this.#deflate.on('error', (error) => (this.#broken = error))
  }

  /** Returns when there is room for more. Refuses `report.tooLarge` past 4 GB, where a package of this form ends. */
  async write(text: string): Promise<void> {
    const bytes = Buffer.from(text, 'utf8')
    this.#size += bytes.length
    if (this.#size > 0xffff_ffff) throw refuse('report.tooLarge', { bytes: this.#size })
    this.#crc = crc32(bytes, this.#crc)
    if (!this.#deflate.write(bytes)) await once(this.#deflate, 'drain')
  }

  async end(): Promise<{ pieces: Uint8Array<ArrayBuffer>[]; crc: number; size: number }> {
    const ended = once(this.#deflate, 'end')
    this.#deflate.end()
    await ended
    if (this.#broken !== undefined) throw this.#broken
    return { pieces: this.#pieces, crc: this.#crc, size: this.#size }
  }

  /** Gives the compressor's memory back without a result. */
  abandon(): void {
    this.#deflate.destroy()
  }
}

type Part = Uint8Array | Awaited<ReturnType<StreamedPart['end']>>

/** A zip of the parts in their order, each dated with the instant (UTC ms): the same parts give the same bytes. */
export function zipParts(parts: ReadonlyMap<string, Part>, instant: number): Uint8Array {
  const pieces: Uint8Array[] = []
  let failed: Error | null = null
  const zip = new Zip((error, piece) => {
    failed ??= error
    if (error === null) pieces.push(piece)
  })
  const mtime = zipDate(instant)
  for (const [filename, part] of parts) {
    if (part instanceof Uint8Array) {
      const file = Object.assign(new ZipDeflate(filename, { level: 6 }), { mtime })
      zip.add(file)
      file.push(new Uint8Array(part), true)
    } else {
      const file: Parameters<Zip['add']>[0] = { filename, size: part.size, crc: part.crc, compression: 8, mtime }
      zip.add(file)
      for (const piece of part.pieces) file.ondata!(null, piece, false)
      file.ondata!(null, new Uint8Array(0), true)
    }
  }
  zip.end()
  if (failed !== null) throw failed
  return Buffer.concat(pieces)
}

/** Zip knows only local times, from 1980 on: the UTC ones are put in their place, so that no machine's time zone shows. */
function zipDate(instant: number): Date {
  const utc = new Date(Math.max(instant, Date.UTC(1980, 0, 1)))
  return new Date(
    utc.getUTCFullYear(),
    utc.getUTCMonth(),
    utc.getUTCDate(),
    utc.getUTCHours(),
    utc.getUTCMinutes(),
    utc.getUTCSeconds(),
  )
}

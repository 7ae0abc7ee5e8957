import { createHash } from 'node:crypto'
import { refuse } from '../../src-shared/kernel/refusal.ts'
import { explainDatabaseError, openDatabase, type DatabaseOptions, type Sqlite } from './open-database.ts'

/**
 * The files of a workspace by the SHA-256 of their bytes, in an encrypted database of their own.
 * A file is put before the command that names it commits; one that no record names is harmless.
 */
export class FileStore {
  readonly #sqlite: Sqlite

  constructor(options: DatabaseOptions) {
    this.#sqlite = openDatabase(options)
    if (!options.readonly)
      this.#sqlite.exec(
        'create table if not exists blobs (hash text primary key, size integer not null, bytes blob not null) strict',
      )
  }

  /** Keeps the bytes and returns their SHA-256 (hex). Refuses `workspace.diskFull` and other faults of the disk. */
  put(bytes: Uint8Array): string {
    const hash = sha256(bytes)
    try {
      this.#sqlite
        .prepare('insert into blobs (hash, size, bytes) values (?, ?, ?) on conflict do nothing')
        .run(hash, bytes.length, bytes)
    } catch (error) {
      throw explainDatabaseError(error, this.#sqlite.name)
    }
    return hash
  }

  has(hash: string): boolean {
    return this.#sqlite.prepare('select 1 from blobs where hash = ?').get(hash) !== undefined
  }

  /** The bytes; refuses `file.missing` and, when they no longer match their hash, `file.damaged`. */
  get(hash: string): Uint8Array {
    const row = this.#read(hash)
    if (row === undefined) throw refuse('file.missing', { hash })
    if (sha256(row.bytes) !== hash) throw refuse('file.damaged', { hash })
    return row.bytes
  }

  #read(hash: string): { bytes: Buffer } | undefined {
    try {
      return this.#sqlite.prepare('select bytes from blobs where hash = ?').get(hash) as { bytes: Buffer } | undefined
    } catch (error) {
      throw explainDatabaseError(error, this.#sqlite.name)
    }
  }

  *hashes(): Iterable<string> {
    for (const row of this.#sqlite.prepare('select hash from blobs order by hash').iterate())
      yield (row as { hash: string }).hash
  }

  get sqlite(): Sqlite {
    return this.#sqlite
  }

  close(): void {
    this.#sqlite.close()
  }
}

/** SHA-256 of bytes, lower-case hex. */
export function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex')
}

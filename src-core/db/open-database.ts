import Database from 'better-sqlite3'
import { refuse } from '../../src-shared/kernel/refusal.ts'

export type Sqlite = Database.Database

export interface DatabaseOptions {
  file: string
  /** 32 bytes; the file is encrypted with ChaCha20-Poly1305, so a flipped bit is noticed when its page is read. */
  key: Uint8Array
  readonly?: boolean
}

/**
 * Opens an encrypted SQLite file with WAL and FULL sync: what is committed survives a power cut.
 * Refuses `workspace.damaged` when the key does not fit or the file is not a database.
 */
export function openDatabase({ file, key, readonly = false }: DatabaseOptions): Sqlite {
  const sqlite = new Database(file, { readonly, timeout: 5000 })
  try {
    sqlite.pragma("cipher = 'chacha20'")
    sqlite.pragma(`key = 'raw:${Buffer.from(key).toString('hex')}'`)
    // Sorting must not leave plain text in temporary files.
    sqlite.pragma('temp_store = MEMORY')
    if (!readonly) {
      const mode = sqlite.pragma('journal_mode = WAL', { simple: true })
      sqlite.pragma('synchronous = FULL')
      if (mode !== 'wal' || sqlite.pragma('synchronous', { simple: true }) !== 2)
        throw refuse('workspace.notDurable', { file, mode: String(mode) })
    }
    sqlite.pragma('foreign_keys = ON')
    sqlite.pragma('cache_size = -65536')
    sqlite.prepare('select count(*) from sqlite_master').get()
    return sqlite
  } catch (error) {
    sqlite.close()
    throw explainDatabaseError(error, file)
  }
}

/** SQLite's faults that a user can do something about, as refusals; anything else as it came. */
export function explainDatabaseError(error: unknown, file: string): unknown {
  if (!(error instanceof Database.SqliteError)) return error
  if (error.code.startsWith('SQLITE_FULL')) return refuse('workspace.diskFull', { file })
  if (error.code.startsWith('SQLITE_NOTADB') || error.code.startsWith('SQLITE_CORRUPT'))
    return refuse('workspace.damaged', { file, detail: error.message })
  // A quota that is used up, a file as large as it may be, a failing disk: SQLite does not tell which.
  if (error.code === 'SQLITE_IOERR_WRITE' || error.code === 'SQLITE_IOERR_FSYNC')
    return refuse('workspace.writeFailed', { file, detail: error.code })
  // An authenticated page that does not verify is reported as an I/O error of the codec.
  if (error.code.startsWith('SQLITE_IOERR')) return refuse('workspace.readFailed', { file, detail: error.code })
  if (error.code.startsWith('SQLITE_READONLY')) return refuse('workspace.readOnly', { file })
  if (error.code.startsWith('SQLITE_BUSY')) return refuse('workspace.busy', { file })
  return error
}

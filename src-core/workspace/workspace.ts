import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { refuse } from '../../src-shared/kernel/refusal.ts'
import { FileStore } from '../db/file-store.ts'
import { openWorkspaceDatabase, type WorkspaceDatabase } from '../db/workspace-database.ts'
import { lockWorkspace } from '../db/workspace-lock.ts'
import { migrationsFolder } from '../app-files.ts'
import { makeRecoveryKey, normalizeRecoveryKey, unwrapKey, WrappedKey, wrapKey } from './key-wrapping.ts'

const Manifest = z.object({
  format: z.literal(1),
  timeZone: z.string(),
  keys: z.object({ passphrase: WrappedKey, recovery: WrappedKey }),
})
type Manifest = z.infer<typeof Manifest>

/** An open workspace: one folder with the records, the files and the wrapped keys, held by this process alone. */
export interface Workspace {
  dir: string
  timeZone: string
  database: WorkspaceDatabase
  files: FileStore
  close(): void
}

/** How a workspace is opened: by its passphrase, its recovery key, or the data key a keychain held. */
export type WorkspaceSecret = { passphrase: string } | { recoveryKey: string } | { dataKey: Uint8Array }

const manifestFile = (dir: string) => join(dir, 'workspace.json')

/** Shortest passphrase taken. */
const minimumPassphrase = 8

/**
 * Makes a workspace in an empty or new folder and opens it.
 * Refuses `workspace.exists`, `workspace.folderNotEmpty` and `workspace.passphraseTooShort`.
 */
export function createWorkspace(
  dir: string,
  {
    passphrase,
    timeZone = 'Asia/Shanghai',
    secretIsPublic = false,
  }: {
    passphrase: string
    timeZone?: string
    /** The passphrase stands in the program: making it costly to guess only makes everyone wait. */
    secretIsPublic?: boolean
  },
): { workspace: Workspace; recoveryKey: string } {
  if (existsSync(manifestFile(dir))) throw refuse('workspace.exists', { dir })
  if (existsSync(dir) && readdirSync(dir).length > 0) throw refuse('workspace.folderNotEmpty', { dir })
  if ([...passphrase].length < minimumPassphrase)
    throw refuse('workspace.passphraseTooShort', { minimum: minimumPassphrase })
  mkdirSync(dir, { recursive: true, mode: 0o700 })
  const dataKey = randomBytes(32)
  const recoveryKey = makeRecoveryKey()
  writeManifest(dir, {
    format: 1,
    timeZone,
    keys: {
      passphrase: wrapKey(dataKey, passphrase, { secretIsPublic }),
      recovery: wrapKey(dataKey, recoveryKey, { secretIsPublic }),
    },
  })
  return { workspace: openWorkspace(dir, { dataKey }), recoveryKey }
}

/** Opens a workspace; refuses `workspace.missing`, `workspace.wrongPassphrase`, `workspace.inUse`, `workspace.damaged`, `workspace.newer`. */
export function openWorkspace(dir: string, secret: WorkspaceSecret): Workspace {
  const manifest = readManifest(dir)
  const key = unlock(manifest, secret)
  const lock = lockWorkspace(dir)
  const opened: { close(): void }[] = []
  try {
    const database = openWorkspaceDatabase({ file: join(dir, 'qidan.db'), key }, migrationsFolder)
    opened.push(database.sqlite)
    const files = new FileStore({ file: join(dir, 'files.db'), key })
    opened.push(files)
    return {
      dir,
      timeZone: manifest.timeZone,
      database,
      files,
      close() {
        files.close()
        database.sqlite.close()
        lock.release()
      },
    }
  } catch (error) {
    for (const each of opened) each.close()
    lock.release()
    throw error
  }
}

/** The data key, for a keychain to hold. */
export function unlockDataKey(dir: string, secret: WorkspaceSecret): Uint8Array {
  return unlock(readManifest(dir), secret)
}

/** Sets a new passphrase; the data key and the data stay as they are. */
export function changePassphrase(dir: string, secret: WorkspaceSecret, passphrase: string): void {
  if ([...passphrase].length < minimumPassphrase)
    throw refuse('workspace.passphraseTooShort', { minimum: minimumPassphrase })
  const manifest = readManifest(dir)
  const key = unlock(manifest, secret)
  writeManifest(dir, { ...manifest, keys: { ...manifest.keys, passphrase: wrapKey(key, passphrase) } })
}

function unlock(manifest: Manifest, secret: WorkspaceSecret): Uint8Array {
  if ('dataKey' in secret) return secret.dataKey
  if ('recoveryKey' in secret) return unwrapKey(manifest.keys.recovery, normalizeRecoveryKey(secret.recoveryKey))
  return unwrapKey(manifest.keys.passphrase, secret.passphrase)
}

function readManifest(dir: string): Manifest {
  const file = manifestFile(dir)
  if (!existsSync(file)) throw refuse('workspace.missing', { dir })
  let parsed: unknown
  try {
    parsed = JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    throw refuse('workspace.damaged', { file, detail: 'not JSON' })
  }
  const manifest = Manifest.safeParse(parsed)
  if (!manifest.success) throw refuse('workspace.damaged', { file, detail: z.prettifyError(manifest.error) })
  return manifest.data
}

// Written beside and renamed, so that a crash leaves the old keys or the new ones, never half a file.
function writeManifest(dir: string, manifest: Manifest): void {
  const file = manifestFile(dir)
  const beside = `${file}.new`
  rmSync(beside, { force: true })
  writeFileSync(beside, `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600, flush: true })
  renameSync(beside, file)
}

import Database from 'better-sqlite3'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { refuse } from '../../src-shared/kernel/refusal.ts'

/**
 * Holds the workspace for this process until released. The lock is an exclusive SQLite transaction: the operating system
 * drops it when the process ends in any way, so no stale lock can stay behind.
 * Refuses `workspace.inUse` with the process that holds it.
 */
export function lockWorkspace(dir: string): { release(): void } {
  const owner = join(dir, 'workspace.lock.json')
  const lock = new Database(join(dir, 'workspace.lock'), { timeout: 0 })
  try {
    lock.pragma('journal_mode = DELETE')
    lock.exec('begin exclusive')
  } catch {
    lock.close()
    throw refuse('workspace.inUse', { dir, process: readOwner(owner) })
  }
  writeFileSync(owner, JSON.stringify({ pid: process.pid }))
  return {
    release() {
      lock.exec('rollback')
      lock.close()
    },
  }
}

function readOwner(file: string): number | null {
  try {
    return (JSON.parse(readFileSync(file, 'utf8')) as { pid: number }).pid
  } catch {
    return null
  }
}

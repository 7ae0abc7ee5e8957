import { existsSync, readFileSync } from 'node:fs'
import type { Id } from '../src-shared/kernel/ids.ts'
import { refuse } from '../src-shared/kernel/refusal.ts'
import { findUser } from '../src-shared/people/people-operations.ts'
import { Core } from '../src-core/core.ts'
import { documentPool } from '../src-core/documents/document-pool.ts'
import { systemUserId } from '../src-core/execution/read-actor.ts'
import { openWorkspace } from '../src-core/workspace/workspace.ts'
import { UsageError } from './usage-error.ts'
import { readPassphrase } from './secrets.ts'

/** Opens the workspace for this process; document work runs in workers. */
export async function openDesk(dir: string): Promise<Core> {
  if (!existsSync(dir)) throw refuse('workspace.missing', { dir })
  return new Core(openWorkspace(dir, { passphrase: await readPassphrase() }), { documents: documentPool() })
}

/** The user with this account; `system` is the desk itself. */
export function userId(core: Core, account: string): Id<'User'> {
  if (account === 'system') return systemUserId
  return core.query(findUser, { account }, systemUserId).id
}

/** Input given as JSON on the command line, or on standard input for `-`. */
export function readJson(text: string): unknown {
  const source = text === '-' ? readFileSync(0, 'utf8') : text
  try {
    return JSON.parse(source)
  } catch (error) {
    throw new UsageError(`--json is not JSON: ${(error as Error).message}`)
  }
}

import { existsSync, readFileSync } from 'node:fs'
import { isCancel, password } from '@clack/prompts'
import type { Id } from '../src-shared/kernel/ids.ts'
import { refuse } from '../src-shared/kernel/refusal.ts'
import { findUser } from '../src-shared/people/people-operations.ts'
import { Core } from '../src-core/core.ts'
import { documentPool } from '../src-core/documents/document-pool.ts'
import { systemUserId } from '../src-core/execution/read-actor.ts'
import { openWorkspace } from '../src-core/workspace/workspace.ts'
import { UsageError } from './report.ts'

/** The workspace's passphrase: from QIDAN_PASSPHRASE, or asked for at a terminal. */
export async function readPassphrase(message = '工作区口令 Passphrase'): Promise<string> {
  return readSecret('QIDAN_PASSPHRASE', message)
}

/** A secret from the environment or from a prompt; usage error where there is neither. */
export async function readSecret(variable: string, message: string): Promise<string> {
  const given = process.env[variable]
  if (given !== undefined) return given
  if (!process.stdin.isTTY) throw new UsageError(`set ${variable}, or run at a terminal to be asked`)
  const typed = await password({ message })
  if (isCancel(typed)) throw new UsageError('cancelled')
  return typed
}

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

import { isCancel, password } from '@clack/prompts'
import { UsageError } from './usage-error.ts'

/** The workspace's passphrase: from QIDAN_PASSPHRASE, or asked for at a terminal. */
export async function readPassphrase(message = '工作区口令 Passphrase'): Promise<string> {
  return readSecret('QIDAN_PASSPHRASE', message)
}

/** The passphrase of a workspace to be made: at a terminal it is asked for twice, since a slip would lock its owner out. */
export async function readNewPassphrase(): Promise<string> {
  const first = await readPassphrase('新工作区的口令 Passphrase of the new workspace')
  if (process.env.QIDAN_PASSPHRASE !== undefined) return first
  const second = await readPassphrase('再输入一次 Once more')
  if (first !== second) throw new UsageError('the two passphrases differ; nothing was made')
  return first
}

/** A secret from the environment or from a prompt; usage error where there is neither. */
export async function readSecret(variable: string, message: string): Promise<string> {
  const given = process.env[variable]
  if (given !== undefined) return given
  if (!process.stdin.isTTY) throw new UsageError(`set ${variable}, or run at a terminal to be asked`)
  // The prompt goes to standard error, so that standard output holds the result alone.
  const typed = await password({ message, output: process.stderr })
  if (isCancel(typed)) throw new UsageError('cancelled')
  return typed
}

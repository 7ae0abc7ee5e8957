import { spawn } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export const passphrase = 'correct horse battery'

const repository = join(import.meta.dirname, '..', '..')
export const program = join(repository, 'src-cli', 'qidan.mjs')

export interface CliRun {
  code: number | null
  stdout: string
  stderr: string
}

interface RunOptions {
  /** Added to the environment; undefined takes a variable out. */
  env?: Record<string, string | undefined>
  input?: string
  /** Kilobytes that a written file may have: a disk that fills up. */
  fileLimit?: number
}

/** Runs the real command in a process of its own, without a terminal. */
export function qidan(args: readonly string[], { env = {}, input, fileLimit }: RunOptions = {}): Promise<CliRun> {
  const command = [process.execPath, program, ...args]
  const limited = ['bash', '-c', `ulimit -f ${fileLimit}; exec "$@"`, 'bash', ...command]
  const [file = '', ...rest] = fileLimit === undefined ? command : limited
  const child = spawn(file, rest, {
    env: { ...process.env, QIDAN_PASSPHRASE: passphrase, QIDAN_LANG: 'zh', NODE_OPTIONS: '', ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  child.stdin.end(input ?? '')
  const text = { stdout: '', stderr: '' }
  for (const name of ['stdout', 'stderr'] as const)
    child[name].setEncoding('utf8').on('data', (chunk: string) => {
      text[name] += chunk
    })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, ...text }))
  })
}

/** A folder of this test file, gone when its process ends. */
export function scratch(): string {
  if (root === undefined) {
    const made = mkdtempSync(join(tmpdir(), 'qidan-cli-'))
    process.once('exit', () => rmSync(made, { recursive: true, force: true }))
    root = made
  }
  return mkdtempSync(join(root, 'folder-'))
}
let root: string | undefined

let prepared: string | undefined
let copies = 0

/** A copy of a workspace that `qidan init` made: each test may do with it what it likes. */
export async function newWorkspace(): Promise<string> {
  if (prepared === undefined) {
    prepared = join(scratch(), 'made')
    const { code, stderr } = await qidan(['init', '--dir', prepared])
    if (code !== 0) throw new Error(stderr)
  }
  copies += 1
  const copy = join(prepared, '..', `copy-${copies}`)
  cpSync(prepared, copy, { recursive: true })
  return copy
}

/** A product that no other has. */
export const product = (code: string): string =>
  JSON.stringify({ code, name: `产品 ${code}`, unit: '台', unitPrice: 1_000_000, taxRate: 130_000 })

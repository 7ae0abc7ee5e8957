import { appendFileSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'

export interface LogFile {
  folder: string
  /** One line: what happened, by a fixed word and plain figures. Nothing that a person typed. */
  note(event: string, facts?: Record<string, string | number | boolean | undefined>): void
  /** A fault: its kind and where in the code, without its message, which may quote what was typed. */
  fault(event: string, error: unknown): void
}

/** Size at which a file is put aside, bytes, and how many are kept in all. */
const limits = { size: 1024 * 1024, files: 5 }

/** A log in a folder of its own that never grows beyond five megabytes: `qidan.log`, before it `qidan.1.log` and so on. */
export function openLog(folder: string, { size, files } = limits): LogFile {
  mkdirSync(folder, { recursive: true })
  const nameOf = (age: number) => join(folder, age === 0 ? 'qidan.log' : `qidan.${age}.log`)
  const rotate = () => {
    rmSync(nameOf(files - 1), { force: true })
    for (let age = files - 2; age >= 0; age -= 1) if (existsSync(nameOf(age))) renameSync(nameOf(age), nameOf(age + 1))
  }
  const write = (entry: Record<string, unknown>) => {
    try {
      if (existsSync(nameOf(0)) && statSync(nameOf(0)).size >= size) rotate()
      appendFileSync(nameOf(0), `${JSON.stringify({ at: new Date().toISOString(), ...entry })}\n`)
    } catch {
      // A full disk must not stop the work that is being logged.
    }
  }
  return {
    folder,
    note: (event, facts = {}) => write({ event, ...facts }),
    fault: (event, error) => write({ event, ...traceOf(error) }),
  }
}

/** Kind, code and places of an error. Its message is left out: SQL, file names and refusals quote business data. */
function traceOf(error: unknown): { kind: string; code?: string; places: string[] } {
  if (!(error instanceof Error)) return { kind: typeof error, places: [] }
  const { code } = error as { code?: unknown }
  const places = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .map((line) => line.trim().replaceAll(/(?:file:\/\/|node:)?[^\s()]*[\\/](?=[^\\/\s()]+$|[^\\/\s()]+\)$)/g, ''))
  return { kind: error.name, ...(typeof code === 'string' ? { code } : {}), places }
}

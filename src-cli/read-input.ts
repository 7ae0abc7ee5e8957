import { readFileSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { refuse } from '../src-shared/kernel/refusal.ts'
import type { Json } from '../src-shared/kernel/json.ts'
import { UsageError } from './usage-error.ts'

const megabyte = 2 ** 20

/** Bytes of a file from outside; refuses `document.tooLarge` before reading what could not be handled anyway. */
export function readInput(file: string, megabytes: number): Uint8Array {
  const { size } = statSync(file)
  if (size > megabytes * megabyte)
    throw refuse('document.tooLarge', { what: 'file', bytes: size, limit: megabytes * megabyte })
  return readFileSync(file)
}

/** A JSON file; refuses `data.notJson` with line and column. */
export function readJsonFile(file: string): Json {
  const text = Buffer.from(readInput(file, 64))
    .toString('utf8')
    .replace(/^\uFEFF/, '')
  try {
    return JSON.parse(text) as Json
  } catch (error) {
    throw refuse('data.notJson', { path: file, ...placeOf((error as Error).message, text) })
  }
}

/** V8 names the place as `position 12`, or not at all when the text just ends. */
function placeOf(message: string, text: string): { line: number; column: number } {
  const found = /position (\d+)/.exec(message)?.[1]
  const before = text.slice(0, found === undefined ? text.length : Number(found)).split('\n')
  return { line: before.length, column: before.at(-1)!.length + 1 }
}

/** Refuses to write over what is read: a converted file must never replace its source. */
export function keepApart(inputs: readonly string[], outputs: readonly (string | undefined)[]): void {
  const read = new Set(inputs.map((file) => resolve(file)))
  const written = outputs.filter((file) => file !== undefined).map((file) => resolve(file))
  for (const [i, file] of written.entries()) {
    if (read.has(file)) throw new UsageError(`${file} is read and would be written over; choose another name`)
    if (written.indexOf(file) !== i) throw new UsageError(`${file} is named for two outputs; choose another name`)
  }
}

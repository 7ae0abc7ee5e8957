import { randomBytes } from 'node:crypto'
import { renameSync, rmSync, writeFileSync } from 'node:fs'

/** Writes a file completely or not at all: beside its place first, then renamed, so that a full disk or Ctrl-C leaves no half. */
export function writeWhole(file: string, bytes: Uint8Array | string): void {
  const beside = `${file}.${randomBytes(4).toString('hex')}.part`
  try {
    writeFileSync(beside, bytes, { flush: true })
    renameSync(beside, file)
  } catch (error) {
    rmSync(beside, { force: true })
    // Names the file that was asked for, not the one beside it.
    throw Object.assign(error as NodeJS.ErrnoException, { path: file })
  }
}

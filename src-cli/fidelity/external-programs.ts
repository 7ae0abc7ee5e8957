import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'
import { UsageError } from '../usage-error.ts'

export const runProgram = promisify(execFile)

const programs = {
  soffice: {
    folders: [
      '/Applications/LibreOffice.app/Contents/MacOS',
      'C:\\Program Files\\LibreOffice\\program',
      '/opt/libreoffice/program',
    ],
    install:
      'LibreOffice Writer: apt install libreoffice-writer, brew install --cask libreoffice, or from libreoffice.org',
  },
  pdftotext: {
    folders: ['/opt/homebrew/bin', '/usr/local/bin'],
    install: 'poppler: apt install poppler-utils, brew install poppler',
  },
  pdftoppm: {
    folders: ['/opt/homebrew/bin', '/usr/local/bin'],
    install: 'poppler: apt install poppler-utils, brew install poppler',
  },
}

export type ProgramName = keyof typeof programs

function find(name: ProgramName): string | undefined {
  const file = process.platform === 'win32' ? `${name}.exe` : name
  return [...(process.env.PATH ?? '').split(delimiter), ...programs[name].folders]
    .filter((folder) => folder !== '')
    .map((folder) => join(folder, file))
    .find((path) => existsSync(path))
}

/** Paths of the programs the comparison needs; a missing one is named with the way to install it. */
export function externalPrograms(): Record<ProgramName, string> {
  const found = Object.entries(programs).map(
    ([name, { install }]) => [name, find(name as ProgramName), install] as const,
  )
  const missing = found.filter(([, path]) => path === undefined)
  if (missing.length > 0) {
    throw new UsageError(
      `qidan fidelity compares with LibreOffice and needs ${missing.map(([name, , install]) => `${name} (${install})`).join('; ')}`,
    )
  }
  return Object.fromEntries(found.map(([name, path]) => [name, path!])) as Record<ProgramName, string>
}

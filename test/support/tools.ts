import { execFileSync } from 'node:child_process'

/**
 * Path of a program that checks our documents from outside (poppler, LibreOffice, openssl), or undefined when this machine lacks it.
 * Under CI a missing program is an error, so that a check never vanishes unnoticed.
 */
export function tool(name: string): string | undefined {
  try {
    return execFileSync(process.platform === 'win32' ? 'where' : 'which', [name], { encoding: 'utf8' })
      .split('\n')[0]!
      .trim()
  } catch {
    if (process.env.CI) throw new Error(`CI needs the program ${name}; .ci/run installs it`)
    return undefined
  }
}

import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..', '..')

/** Builds the renderer into out/renderer when it is not there or older than its sources. */
export function buildRenderer(): void {
  buildWhenOld('renderer/index.html', ['src-renderer', 'src-shared'])
}

/** Runs `vite build` with these options when a source file is newer than what it makes under out/. */
export function buildWhenOld(made: string, sources: readonly string[], ...options: string[]): void {
  const file = join(root, 'out', made)
  if (existsSync(file) && sources.every((folder) => newest(join(root, folder)) <= statSync(file).mtimeMs)) return
  execFileSync(
    process.execPath,
    [join(root, 'node_modules', 'vite', 'bin', 'vite.js'), 'build', '--logLevel', 'warn', ...options],
    {
      cwd: root,
      stdio: 'inherit',
      // That of a test runner would make a development build.
      env: { ...process.env, NODE_ENV: 'production' },
    },
  )
}

function newest(folder: string): number {
  return Math.max(
    0,
    ...readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs),
  )
}

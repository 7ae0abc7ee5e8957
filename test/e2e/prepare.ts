import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { chromiumLaunch } from '../support/chromium.ts'

const root = join(import.meta.dirname, '..', '..')
export const sampleHome = join(root, 'out', 'e2e', 'sample-home')

// Playwright asks for a default export.
/** Before the first spec: what is older than its sources is built, the browser unpacked, and one home with sample data made for all to copy. */
// oxlint-disable-next-line import/no-default-export
export default async function prepare(): Promise<void> {
  const node = ['--config', 'vite.node.config.ts', '--mode']
  if (isOld('renderer/index.html', ['src-renderer', 'src-shared'])) build()
  if (isOld('main/index.js', ['src-main', 'src-core', 'src-server', 'src-shared'])) build(...node, 'main')
  if (isOld('preload/preload.cjs', ['src-main', 'src-shared'])) build(...node, 'preload')
  await chromiumLaunch()
  execFileSync(process.execPath, [join(root, 'test', 'support', 'prepare-sample.ts'), sampleHome], { stdio: 'inherit' })
}

function isOld(made: string, sources: readonly string[]): boolean {
  const file = join(root, 'out', made)
  return !existsSync(file) || sources.some((folder) => newest(join(root, folder)) > statSync(file).mtimeMs)
}

function build(...options: string[]): void {
  execFileSync(
    process.execPath,
    [join(root, 'node_modules', 'vite', 'bin', 'vite.js'), 'build', '--logLevel', 'warn', ...options],
    {
      cwd: root,
      stdio: 'inherit',
      // Playwright's own would make a development build.
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

import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { chromiumLaunch } from '../../src-cli/browser/chromium.ts'
import { buildRenderer, buildWhenOld } from '../../src-cli/browser/renderer-build.ts'

const root = join(import.meta.dirname, '..', '..')
export const sampleHome = join(root, 'out', 'e2e', 'sample-home')

// Playwright asks for a default export.
/** Before the first spec: what is older than its sources is built, the browser unpacked, and one home with sample data made for all to copy. */
// oxlint-disable-next-line import/no-default-export
export default async function prepare(): Promise<void> {
  buildRenderer()
  const node = ['--config', 'vite.node.config.ts', '--mode']
  buildWhenOld('main/index.js', ['src-main', 'src-core', 'src-server', 'src-shared'], ...node, 'main')
  buildWhenOld('preload/preload.cjs', ['src-main', 'src-shared'], ...node, 'preload')
  await chromiumLaunch()
  execFileSync(process.execPath, [join(root, 'test', 'support', 'prepare-sample.ts'), sampleHome], { stdio: 'inherit' })
}

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { appRoot } from '../../../src-core/app-files.ts'

/** Watches what a page loads; the call tells the bytes of its scripts and style sheets so far, each compressed by itself. */
export function firstScreenFiles(page: Page): () => { js: number; css: number } {
  const paths = new Set<string>()
  page.on('request', (request) => {
    const { pathname } = new URL(request.url())
    if (pathname.startsWith('/assets/')) paths.add(pathname)
  })
  return () => {
    const size = (extension: string) =>
      [...paths]
        .filter((path) => path.endsWith(extension))
        .reduce((sum, path) => sum + gzipSync(readFileSync(join(appRoot, 'out', 'renderer', path))).length, 0)
    return { js: size('js'), css: size('.css') }
  }
}

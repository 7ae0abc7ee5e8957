// Plain JavaScript for the same reason as qidan.mjs.
import { enableCompileCache } from 'node:module'
import { join } from 'node:path'

enableCompileCache(join(import.meta.dirname, '..', 'node_modules', '.cache', 'qidan'))

await import('./document-thread.ts')

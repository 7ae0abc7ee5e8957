#!/usr/bin/env node
import { enableCompileCache } from 'node:module'
import { join } from 'node:path'
import '../src-core/db/quick-imports.ts'

// Compiled code is kept between runs: without it a third of a short command's time is spent reading the program.
enableCompileCache(join(import.meta.dirname, '..', 'node_modules', '.cache', 'qidan'))

await import('./program.ts')

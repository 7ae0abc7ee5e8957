import { mkdirSync, rmSync } from 'node:fs'
import { documentPool } from '../../src-core/documents/document-pool.ts'
import { DeskHost } from '../../src-core/host/desk-host.ts'

/** `node test/support/prepare-sample.ts FOLDER`: a home folder with the sample company in it, to be copied by the tests. */
const [home] = process.argv.slice(2)
if (home === undefined) throw new Error('which folder?')
rmSync(home, { recursive: true, force: true })
mkdirSync(home, { recursive: true })
const pool = documentPool()
const host = new DeskHost({ home, kind: 'web', version: 'test', documents: () => pool })
await host.openSample({ userId: null }, { reset: true })
await host.close()
await pool.close()

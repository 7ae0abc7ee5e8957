import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { appRoot } from '../app-files.ts'
import type { DocumentEngine } from '../ports/document-engine.ts'
import { documentPool } from './document-pool.ts'

const docx = () => readFileSync(join(appRoot, 'test', 'golden', 'filled-contract.docx'))
let engine: DocumentEngine
afterEach(() => engine.close())

describe('document work in workers', () => {
  it('gives what it gives in this process', async () => {
    engine = documentPool({ workers: 1 })
    expect((await engine.convert(docx(), {})).pages).toBe(4)
  })

  it('refuses with code and figures, as in this process', async () => {
    engine = documentPool({ workers: 1 })
    await expect(engine.convert(Buffer.from('no zip'), {})).rejects.toMatchObject({ code: 'document.notZip' })
  })

  it('stops what takes too long, and goes on with the next', async () => {
    engine = documentPool({ workers: 1, timeLimit: 1 })
    await expect(engine.convert(docx(), {})).rejects.toMatchObject({ code: 'document.tookTooLong' })
  })

  it('stops at once when it is cancelled', async () => {
    engine = documentPool({ workers: 1 })
    const controller = new AbortController()
    const work = engine.convert(docx(), {}, controller.signal)
    controller.abort(new Error('cancelled'))
    await expect(work).rejects.toThrow('cancelled')
  })

  it('fails its work, not the app, when a worker cannot load', async () => {
    engine = documentPool({ workers: 1, worker: join(appRoot, 'no-such-worker.ts') })
    await expect(engine.convert(docx(), {})).rejects.toThrow()
  })
})

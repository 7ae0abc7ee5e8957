import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openLog } from './log-file.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'qidan-log-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('the log', () => {
  it('tells kind and place of a fault and nothing that was typed', () => {
    openLog(folder).fault('uncaught', new TypeError('华东重工 ¥1,234,567 is not a function'))
    const text = readFileSync(join(folder, 'qidan.log'), 'utf8')
    expect(text).not.toContain('华东重工')
    expect(JSON.parse(text)).toMatchObject({ event: 'uncaught', kind: 'TypeError' })
    expect(text).toContain('log-file.test.ts')
  })

  it('keeps a fixed number of files of a fixed size', () => {
    const log = openLog(folder, { size: 500, files: 3 })
    for (let n = 0; n < 60; n += 1) log.note('start', { n })
    expect(readdirSync(folder).toSorted()).toEqual(['qidan.1.log', 'qidan.2.log', 'qidan.log'])
    for (const file of readdirSync(folder)) expect(statSync(join(folder, file)).size).toBeLessThan(700)
  })
})

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { updateParty, listParties } from '../../src-shared/parties/parties-operations.ts'
import { getCompany } from '../../src-shared/settings/settings-operations.ts'
import { findRecords } from '../../src-shared/search/search-operations.ts'
import { verifyAudit } from '../audit/verify-audit.ts'
import { Core } from '../core.ts'
import { documentPool } from '../documents/document-pool.ts'
import { systemUserId } from '../execution/read-actor.ts'
import { checkWorkspace } from '../workspace/check/check-workspace.ts'
import { createWorkspace } from '../workspace/workspace.ts'
import { localDate } from '../../src-shared/kernel/local-date.ts'
import { seedWorkspace } from './seed-workspace.ts'

const size = {
  contracts: 60,
  orders: 60,
  parties: 20,
  products: 15,
  users: 12,
  from: localDate('2025-11-24'),
  to: localDate('2026-11-24'),
}

describe('a workspace filled with generated records', () => {
  const dir = mkdtempSync(join(tmpdir(), 'qidan-seed-'))
  let core: Core
  let records = 0

  beforeAll(async () => {
    const { workspace } = createWorkspace(join(dir, 'workspace'), { passphrase: 'correct horse battery' })
    core = new Core(workspace, { documents: documentPool() })
    ;({ records } = await seedWorkspace(core, { seed: 7, size }))
  })
  afterAll(async () => {
    await core.close()
    rmSync(dir, { recursive: true, force: true })
  })

  const verify = () => verifyAudit(core.workspace.database)
  const sqlite = () => core.workspace.database.sqlite
  const anyParty = () => core.query(listParties, {}, systemUserId).rows[0]!

  it('holds what was asked for, and every part of it checks', () => {
    expect(records).toBeGreaterThan(1000)
    expect(sqlite().prepare('select count(*) from contracts').pluck().get()).toBe(60)
    const { sound, parts } = checkWorkspace(core.workspace)
    expect(parts.flatMap(({ faults }) => faults)).toEqual([])
    expect(sound).toBe(true)
    expect(verify().records).toBeGreaterThanOrEqual(records)
  })

  it('knows its own company and finds its records', () => {
    const { company } = core.query(getCompany, {}, systemUserId)
    expect(company?.name).toMatch(/公司$/)
    const name = sqlite().prepare('select name from parties limit 1 offset 5').pluck().get() as string
    expect(core.query(findRecords, { text: name }, systemUserId).map(({ title }) => title)).toContain(name)
  })

  it('gives the same rows for the same seed', async () => {
    const other = createWorkspace(join(dir, 'again'), { passphrase: 'correct horse battery' })
    const again = new Core(other.workspace, { documents: documentPool() })
    await seedWorkspace(again, { seed: 7, size })
    const digests = (of: Core) =>
      of.workspace.database.sqlite
        .prepare(`select result from audit_entries where name = 'seed' order by seq`)
        .pluck()
        .all()
    expect(digests(again)).toEqual(digests(core))
    await again.close()
  })

  it('is filled once only', async () => {
    await expect(seedWorkspace(core, { seed: 8, size })).rejects.toMatchObject({ code: 'seed.notEmpty' })
  })

  it('stays sound when its records are changed by commands', () => {
    const { id, version } = anyParty()
    const result = core.execute(updateParty, { id, version, changes: { notes: '改过一次' } }, systemUserId)
    expect(result.ok).toBe(true)
    expect(verify()).toMatchObject({ sound: true, firstFault: null, recordFaultCount: 0 })
  })

  it('tells when a loaded row is edited, removed or added past the program', () => {
    const tampered = [
      `update contracts set amount = amount + 1 where id = (select id from contracts limit 1)`,
      `delete from settlements where id = (select id from settlements limit 1)`,
      `insert into departments select '00000000000000000000000001', version, created_at, created_by, updated_at, updated_by, '影子部门', null, null, 0 from departments limit 1`,
    ]
    for (const statement of tampered) {
      sqlite().exec('savepoint tampering')
      sqlite().exec(statement)
      expect(verify()).toMatchObject({ sound: false, firstFault: { seq: 1, fault: 'bulk' } })
      sqlite().exec('rollback to tampering')
    }
    expect(verify().sound).toBe(true)
  })
})

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listFlows } from '../../src-shared/approvals/approvals-operations.ts'
import { listClauses } from '../../src-shared/clauses/clauses-operations.ts'
import { listParties } from '../../src-shared/parties/parties-operations.ts'
import { listDepartments, listUsers } from '../../src-shared/people/people-operations.ts'
import { listProducts } from '../../src-shared/products/products-operations.ts'
import { getCompany, listCertificates, listSeals } from '../../src-shared/settings/settings-operations.ts'
import { getTemplateVersion, listTemplates } from '../../src-shared/templates/templates-operations.ts'
import { documentsHere } from '../../test/support/documents-here.ts'
import { verifyAudit } from '../audit/verify-audit.ts'
import { Core } from '../core.ts'
import { systemUserId } from '../execution/read-actor.ts'
import { createWorkspace } from '../workspace/workspace.ts'
import { fillSample, type SampleWorkspace } from './sample-workspace.ts'

describe('the sample workspace', () => {
  let dir: string
  let core: Core
  let sample: SampleWorkspace

  beforeAll(async () => {
    dir = mkdtempSync(join(tmpdir(), 'qidan-sample-'))
    const { workspace } = createWorkspace(join(dir, 'workspace'), { passphrase: 'sample-passphrase' })
    core = new Core(workspace, { documents: documentsHere() })
    sample = await fillSample(core)
  }, 120_000)

  afterAll(async () => {
    await core.close()
    rmSync(dir, { recursive: true, force: true })
  })

  const ask: Core['query'] = (definition, input) =>
    definition.output.parse(core.query(definition, input, systemUserId)) as never

  it('has our company with its people, every department with a head who is here', () => {
    const { company } = ask(getCompany, {}, systemUserId)
    expect(company).toMatchObject({ partyId: sample.companyId, name: '杭州澜岑机电设备有限公司' })
    expect(ask(listUsers, {}, systemUserId).total).toBe(sample.users.size)
    const { rows } = ask(listDepartments, {}, systemUserId)
    expect(rows.filter(({ headId }) => headId === null)).toEqual([])
    expect(rows.filter(({ depth }) => depth === 0).map(({ name }) => name)).toEqual(['总经办'])
  })

  it('has parties with one primary contact each and an owner, and none that looks like another', () => {
    const { rows } = ask(listParties, { kind: ['customer', 'supplier'], limit: 200 }, systemUserId)
    expect(rows.map(({ id }) => id).toSorted()).toEqual([...sample.parties.values()].toSorted())
    expect(rows.filter(({ contact, owner }) => contact === '' || owner === '')).toEqual([])
  })

  it('has products, clauses, a flow, seals and a certificate', () => {
    expect(ask(listProducts, {}, systemUserId).total).toBe(sample.products.size)
    expect(ask(listClauses, {}, systemUserId).total).toBeGreaterThan(0)
    expect(ask(listFlows, {}, systemUserId)).toMatchObject([{ name: '合同审批', active: true }])
    const seals = ask(listSeals, {}, systemUserId).rows.map(({ id }) => id)
    expect(seals.toSorted()).toEqual(Object.values(sample.seals).toSorted())
    expect(ask(listCertificates, {}, systemUserId).rows.map(({ id }) => id)).toEqual([sample.certificateId])
  })

  it('has templates whose files are in the store', () => {
    expect(ask(listTemplates, {}, systemUserId).total).toBe(sample.templateVersions.size)
    const missing = [...sample.templateVersions.values()]
      .map((id) => ask(getTemplateVersion, { id }, systemUserId))
      .filter(({ fileHash }) => !core.workspace.files.has(fileHash))
    expect(missing).toEqual([])
  })

  it('was made by commands alone: its audit is sound', () => {
    expect(verifyAudit(core.workspace.database)).toMatchObject({ sound: true, recordFaultCount: 0 })
  })
})

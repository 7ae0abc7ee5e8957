import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { listApprovals } from '../../src-shared/approvals/approvals-operations.ts'
import { ContractStage } from '../../src-shared/contracts/contract-stage.ts'
import { getContract, listContracts } from '../../src-shared/contracts/contracts-operations.ts'
import { verifyPdfTask } from '../../src-shared/files/files-operations.ts'
import { readHome } from '../../src-shared/home/home-operations.ts'
import { sumCents } from '../../src-shared/kernel/cents.ts'
import { localDate } from '../../src-shared/kernel/local-date.ts'
import { listOrders } from '../../src-shared/orders/orders-operations.ts'
import { listContractSettlements, listPayments } from '../../src-shared/payments/payments-operations.ts'
import { listUsers } from '../../src-shared/people/people-operations.ts'
import { documentsHere } from '../../test/support/documents-here.ts'
import { Core } from '../core.ts'
import { systemUserId } from '../execution/read-actor.ts'
import { checkWorkspace } from '../workspace/check/check-workspace.ts'
import { createWorkspace } from '../workspace/workspace.ts'
import { samplePerson } from './sample-workspace.ts'
import { fillSampleYear } from './sample-year.ts'

const noon = Date.UTC(2026, 10, 24, 4)

describe('the sample year', () => {
  let dir: string
  let core: Core
  /** Before anything was sealed. */
  let asMade: ReturnType<typeof contracts>
  const made = async (name: string, now: number) => {
    const { workspace } = createWorkspace(join(dir, name), { passphrase: 'sample-passphrase' })
    const made = new Core(workspace, { documents: documentsHere(), clock: () => now })
    await fillSampleYear(made, now)
    return made
  }
  const ask: Core['query'] = (definition, input, user = systemUserId) => core.query(definition, input, user)
  const contracts = () => ask(listContracts, { limit: 200 }, systemUserId).rows

  beforeAll(async () => {
    dir = mkdtempSync(join(tmpdir(), 'qidan-sample-year-'))
    core = await made('year', noon)
    asMade = contracts()
  }, 120_000)

  afterAll(async () => {
    await core.close()
    rmSync(dir, { recursive: true, force: true })
  })

  it('leaves nothing on the desk of the first person empty', () => {
    const me = ask(listUsers, {}, systemUserId).rows.find(({ account }) => account === samplePerson)!.id
    const home = ask(readHome, { scope: 'all' }, me)
    for (const part of [home.drafts, home.due, home.deliveries, home.expiring])
      expect(part.rows.length).toBeGreaterThan(0)
    expect([home.due.incoming, home.due.outgoing].every((amount) => amount > 0)).toBe(true)
    expect(home.months).toHaveLength(12)
    expect(home.months.filter((month) => month.signed === 0 || month.received === 0 || month.paid === 0)).toEqual([])
    for (const box of ['inbox', 'sent', 'done'] as const)
      expect(ask(listApprovals, { box }, me).total, box).toBeGreaterThan(0)
  })

  it('has contracts in every stage and orders that are late, on their way and done', () => {
    const rows = contracts()
    expect(rows.length).toBeGreaterThanOrEqual(60)
    expect(new Set(rows.map(({ stage }) => stage))).toEqual(new Set(ContractStage.options))
    const orders = ask(listOrders, { limit: 200 }, systemUserId).rows
    expect(orders.map(({ status }) => status)).toEqual(
      expect.arrayContaining(['confirmed', 'partReceived', 'completed']),
    )
    expect(ask(listOrders, { late: true }, systemUserId).total).toBeGreaterThan(0)
    expect(ask(listPayments, { open: true }, systemUserId).rows).not.toEqual([])
  })

  it('agrees with itself: what contracts say is settled and shipped is what payments and orders say', () => {
    const orders = ask(listOrders, { limit: 200 }, systemUserId).rows
    for (const row of contracts()) {
      const settled = ask(listContractSettlements, { contractId: row.id }, systemUserId)
      expect(sumCents(settled.map(({ amount }) => amount)), row.title).toBe(row.settledAmount)
      const own = orders.filter(({ contractId }) => contractId === row.id)
      expect(sumCents(own.map(({ shippedAmount }) => shippedAmount)), row.title).toBe(row.shippedAmount)
    }
  })

  it('dates everything before today, within the year, and gives each submitted contract a document', () => {
    for (const { id, signedOn, stage } of contracts()) {
      const { documents, ...contract } = ask(getContract, { id }, systemUserId)
      expect(contract.updatedAt).toBeLessThan(noon)
      if (signedOn !== null)
        expect(signedOn >= localDate('2025-11-01') && signedOn < localDate('2026-11-24')).toBe(true)
      if (stage !== 'draft') expect(documents.every(({ pdfHash }) => core.workspace.files.has(pdfHash))).toBe(true)
      if (stage !== 'draft') expect(documents.length).toBeGreaterThan(0)
    }
  })

  it('has supplements to contracts, paid as a whole, and orders that were cancelled with their reason', () => {
    const supplements = ask(listContracts, { type: ['supplementary'] }, systemUserId).rows
    expect(supplements.length).toBeGreaterThanOrEqual(2)
    for (const { id, settledAmount, amount } of supplements) {
      const { parentId, paymentPlan } = ask(getContract, { id }, systemUserId)
      expect([parentId === null, paymentPlan, settledAmount]).toEqual([false, [], amount])
    }
    expect(ask(listOrders, { status: ['cancelled'] }, systemUserId).total).toBeGreaterThanOrEqual(2)
  })

  it('was made by commands alone: its audit is sound and the whole workspace passes its check', () => {
    const { sound, parts } = checkWorkspace(core.workspace)
    expect(parts.flatMap(({ faults }) => faults)).toEqual([])
    expect(sound).toBe(true)
  })

  it('seals and signs some contracts once it is open, and says so in their documents', async () => {
    const done = await core.runDueJobs()
    expect(done.failed).toBe(0)
    const signed = contracts()
      .map(({ id }) => ask(getContract, { id }, systemUserId))
      .filter(({ documents }) => documents.some(({ kind }) => kind === 'signed'))
    expect(signed.length).toBeGreaterThanOrEqual(4)
    for (const { documents, documentId } of signed) {
      expect(documents.map(({ kind }) => kind)).toEqual(['draft', 'final', 'sealed', 'signed'])
      expect(documents.at(-1)!.id).toBe(documentId)
    }
    const { verdict, signatures } = (await core.runTask(
      verifyPdfTask.name,
      { fileHash: signed[0]!.documents.at(-1)!.pdfHash },
      systemUserId,
    )) as z.output<typeof verifyPdfTask.output>
    expect([verdict, signatures.length]).toEqual(['intact', 1])
  }, 120_000)

  it('has business in this month on its first day, too', async () => {
    const first = Date.UTC(2027, 1, 1, 1)
    const early = await made('first', first)
    const me = early.query(listUsers, {}, systemUserId).rows.find(({ account }) => account === samplePerson)!.id
    const { months } = early.query(readHome, { scope: 'all' }, me)
    const { sound } = checkWorkspace(early.workspace)
    await early.close()
    const { month, signed, received, paid } = months.at(-1)!
    expect([month, signed > 0, received > 0, paid > 0]).toEqual(['2027-02', true, true, true])
    expect(sound).toBe(true)
  }, 120_000)

  it('is the same again on the same day, whatever the hour', async () => {
    const again = await made('again', noon + 3_600_000)
    const rows = again.query(listContracts, { limit: 200 }, systemUserId).rows
    await again.close()
    expect(rows).toEqual(asMade)
  }, 120_000)
})

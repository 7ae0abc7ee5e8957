import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Core } from '../../src-core/core.ts'
import { rewriteRows } from '../../src-core/db/rewrite-rows.ts'
import { documentPool } from '../../src-core/documents/document-pool.ts'
import { fillSample, type SampleWorkspace } from '../../src-core/seed/sample-workspace.ts'
import { createWorkspace } from '../../src-core/workspace/workspace.ts'
import { decideApproval, listApprovals } from '../../src-shared/approvals/approvals-operations.ts'
import {
  addDocument,
  createDraft,
  getContract,
  listContracts,
  submitContract,
} from '../../src-shared/contracts/contracts-operations.ts'
import { cents } from '../../src-shared/kernel/cents.ts'
import { parseQuantity, parseUnitPrice, rate } from '../../src-shared/kernel/decimal.ts'
import type { Id } from '../../src-shared/kernel/ids.ts'
import { middle, type Figure } from './measure.ts'

/** Commands on the encrypted file with FULL sync, against the same rows written by bare prepared statements on the same file. */
export async function commandsBench({ quick }: { quick: boolean }): Promise<Figure[]> {
  const dir = mkdtempSync(join(tmpdir(), 'qidan-bench-'))
  const { workspace } = createWorkspace(join(dir, 'workspace'), { passphrase: 'bench-passphrase' })
  const core = new Core(workspace, { documents: documentPool() })
  try {
    const sample = await fillSample(core)
    const count = quick ? 30 : 150
    const pending = Array.from({ length: count }, (_, i) => submitted(core, sample, i))
    const finance = sample.users.get('fuminglan')!
    // A contract without our template is read by legal as well; finance decides last.
    for (const account of ['shenyanqiu', 'cenzhiyuan']) {
      const user = sample.users.get(account)!
      for (const row of openTasks(core, user)) decide(core, user, row)
    }
    const approvals: number[] = []
    const bare: number[] = []
    for (const row of openTasks(core, finance).slice(0, pending.length)) {
      approvals.push(timed(() => decide(core, finance, row)))
      bare.push(rewriteRows(workspace.database.sqlite))
    }
    const reads = Array.from({ length: 200 }, (_, i) =>
      timed(() => core.query(getContract, { id: pending[i % count]! }, finance)),
    )
    const lists = Array.from({ length: 200 }, () => timed(() => core.query(listContracts, { limit: 100 }, finance)))
    const approve = middle(approvals)
    const baseline = middle(bare)
    return [
      {
        name: 'approve a contract with 50 lines',
        value: approve,
        unit: 'ms',
        baseline: { name: 'same rows, bare statements', value: baseline },
        bar: '≤ 3 times',
        holds: approve / baseline <= 3,
      },
      { name: 'read a contract with 50 lines', value: middle(reads), unit: 'ms' },
      { name: 'list of 100 contracts', value: middle(lists), unit: 'ms' },
    ]
  } finally {
    await core.close()
    rmSync(dir, { recursive: true, force: true })
  }
}

function timed(work: () => unknown): number {
  const began = performance.now()
  work()
  return performance.now() - began
}

const openTasks = (core: Core, user: Id<'User'>) => core.query(listApprovals, { box: 'inbox', limit: 200 }, user).rows

function decide(core: Core, user: Id<'User'>, row: { taskId: Id<'ApprovalTask'> | null; contentHash: string }): void {
  const result = core.execute(
    decideApproval,
    { taskId: row.taskId!, decision: 'agree', opinion: '同意', contentHash: row.contentHash },
    user,
  )
  if (!result.ok) throw new Error(`${result.code} ${JSON.stringify(result.params)}`)
}

/** A contract with 50 lines, in approval; its document stands for one, since no document work is measured here. */
function submitted(core: Core, sample: SampleWorkspace, i: number): Id<'Contract'> {
  const clerk = sample.users.get('linbotao')!
  const [customer] = sample.parties.values()
  const must = <T>(result: { ok: true; value: T } | { ok: false; code: string }): T => {
    if (!result.ok) throw new Error(result.code)
    return result.value
  }
  const { id, version, amount } = must(
    core.execute(
      createDraft,
      {
        title: `设备采购合同 ${i}`,
        type: 'sales',
        direction: 'in',
        parties: [
          { role: '甲方', partyId: customer! },
          { role: '乙方', partyId: sample.companyId },
        ],
        lines: Array.from({ length: 50 }, (_, n) => ({
          name: `标的 ${n + 1}`,
          unit: '件',
          quantity: parseQuantity('2'),
          unitPrice: parseUnitPrice('12.5'),
          taxRate: rate(130_000),
        })),
      },
      clerk,
    ),
  )
  if (amount !== cents(50 * 2500)) throw new Error(`amount ${amount}`)
  const { contentHash } = core.query(getContract, { id }, clerk)
  const pdfHash = core.workspace.files.put(Buffer.from(`%PDF-1.7 ${i}`))
  const document = must(
    core.execute(
      addDocument,
      { id, version, kind: 'draft', contentHash, docxHash: null, pdfHash, pages: 1, anchors: [] },
      clerk,
    ),
  )
  must(core.execute(submitContract, { id, version: document.version, documentId: document.documentId }, clerk))
  return id
}

import { and, asc, count, eq, gt, gte, isNotNull, lte } from 'drizzle-orm'
import { cents, subtractCents } from '../../src-shared/kernel/cents.ts'
import { rateOf } from '../../src-shared/kernel/decimal.ts'
import type { Id } from '../../src-shared/kernel/ids.ts'
import type { LocalDate } from '../../src-shared/kernel/local-date.ts'
import type { MoneyDirection } from '../../src-shared/contracts/contract.ts'
import type { ContractStage } from '../../src-shared/contracts/contract-stage.ts'
import { exportLedger } from '../../src-shared/contracts/contracts-operations.ts'
import { contractParties, contracts } from '../db/schema/contracts.ts'
import { parties } from '../db/schema/parties.ts'
import { departments, users } from '../db/schema/people.ts'
import { handleTask } from '../execution/handlers.ts'
import type { TaskContext } from '../execution/task-context.ts'
import { writeContractLedger } from '../reports/contract-ledger.ts'
import type { LedgerRow } from '../reports/ledger-row.ts'
import { readCompanyName } from '../settings/company-record.ts'

/** Contracts read at once; between two batches the desk answers others. */
const batchSize = 500

interface Period {
  signedFrom: LocalDate | null
  signedTo: LocalDate | null
}

/** 合同台账 of the contracts that have a formal number, those signed in a period when one is given. */
export const handleExportLedger = handleTask(exportLedger, async (context, { language, ...period }) => {
  const { read, files, actor, now, signal, progress } = context
  const { total } = read.select({ total: count() }).from(contracts).where(inPeriod(period)).get()!
  let rows = 0
  const bytes = await writeContractLedger(ledgerRows(context, period), {
    title: language === 'zh' ? '合同台账' : 'Contract ledger',
    company: readCompanyName(read),
    period: periodWords(period, language),
    generatedAt: now,
    timeZone: context.timeZone,
    author: actor.name,
    language,
    signal,
    onProgress(done) {
      rows = done
      progress({ done, total, step: 'ledger' })
    },
  })
  return { fileHash: files.put(bytes), rows }
})

function inPeriod({ signedFrom, signedTo }: Period, after?: Id<'Contract'>) {
  return and(
    isNotNull(contracts.number),
    signedFrom === null ? undefined : gte(contracts.signedOn, signedFrom),
    signedTo === null ? undefined : lte(contracts.signedOn, signedTo),
    after === undefined ? undefined : gt(contracts.id, after),
  )
}

async function* ledgerRows({ read, signal }: TaskContext, period: Period): AsyncGenerator<LedgerRow> {
  let after: Id<'Contract'> | undefined
  do {
    signal.throwIfAborted()
    const batch = read
      .select({
        contract: contracts,
        ourRole: contractParties.role,
        counterparty: parties.name,
        creditCode: parties.creditCode,
        department: departments.name,
        owner: users.name,
      })
      .from(contracts)
      .innerJoin(parties, eq(parties.id, contracts.counterpartyId))
      .innerJoin(users, eq(users.id, contracts.ownerId))
      .innerJoin(
        contractParties,
        and(eq(contractParties.contractId, contracts.id), eq(contractParties.partyId, contracts.ourPartyId)),
      )
      .leftJoin(departments, eq(departments.id, contracts.departmentId))
      .where(inPeriod(period, after))
      .orderBy(asc(contracts.id))
      .limit(batchSize)
      .all()
    for (const { contract, department, ...row } of batch)
      yield {
        ...row,
        ...contract,
        number: contract.number ?? contract.draftNumber,
        department: department ?? '',
        openAmount: nothingOpen(contract) ? cents(0) : subtractCents(contract.amount, contract.settledAmount),
        settledRate: rateOf(contract.settledAmount, contract.amount) ?? null,
      }
    after = batch.length === batchSize ? batch.at(-1)!.contract.id : undefined
    await new Promise((resolve) => setImmediate(resolve))
  } while (after !== undefined)
}

/** No money flows, or none is owed any more. */
const nothingOpen = ({ direction, stage }: { direction: MoneyDirection; stage: ContractStage }): boolean =>
  direction === 'none' || stage === 'void' || stage === 'terminated'

function periodWords({ signedFrom, signedTo }: Period, language: 'zh' | 'en'): string {
  if (signedFrom === null && signedTo === null) return language === 'zh' ? '全部合同' : 'All contracts'
  return `${signedFrom ?? '…'} ${language === 'zh' ? '至' : 'to'} ${signedTo ?? '…'}`
}

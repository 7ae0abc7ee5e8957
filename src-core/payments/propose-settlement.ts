import { and, asc, eq, gt, inArray, lt, ne, notExists, sql } from 'drizzle-orm'
import { subtractCents, ZERO_CENTS, type Cents } from '../../src-shared/kernel/cents.ts'
import { proposeSettlement } from '../../src-shared/payments/payments-operations.ts'
import { openOfContract, settleableStages, settledAs } from '../../src-shared/payments/settlement.ts'
import { contracts, paymentPlanItems } from '../db/schema/contracts.ts'
import type { ReadDatabase } from '../db/workspace-database.ts'
import { handleQuery } from '../execution/handlers.ts'

/** More than anyone looks through to settle one payment. */
const most = 200

const contractColumns = {
  contractId: contracts.id,
  contractStage: contracts.stage,
  contractNumber: contracts.number,
  contractTitle: contracts.title,
}

export const handleProposeSettlement = handleQuery(proposeSettlement, ({ read }, input) => {
  let left: Cents = input.amount
  return [...instalments(read, input), ...wholeContracts(read, input)]
    .map((target) => ({ ...target, rank: rankOf(target, input.contractId) }))
    .toSorted((a, b) => a.rank - b.rank)
    .slice(0, most)
    .map(({ rank, ...target }) => {
      // Nobody pays the rest of a terminated contract unless it was agreed so.
      const share = rank === rankOfEnded ? ZERO_CENTS : left < target.openAmount ? left : target.openAmount
      left = subtractCents(left, share)
      return { ...target, proposed: share }
    })
})

interface Wanted {
  partyId: string
  direction: 'in' | 'out'
  contractId?: string | undefined
}

const rankOfEnded = 4

/** Lower comes first; within a rank the order of reading stays. */
function rankOf(
  { contractId, contractStage, settledAs: as }: { contractId: string; contractStage: string; settledAs: string },
  wanted: string | undefined,
): number {
  if (contractId === wanted) return 0
  if (as === 'refund') return 3
  if (contractStage === 'terminated') return rankOfEnded
  return as === 'instalment' ? 1 : 2
}

/** What is open of the party's instalments; what has no date yet comes after what has one. */
function instalments(read: ReadDatabase, { partyId, direction, contractId }: Wanted) {
  return read
    .select({
      ...contractColumns,
      planItemId: paymentPlanItems.id,
      item: paymentPlanItems.name,
      dueOn: paymentPlanItems.dueOn,
      planned: paymentPlanItems.amount,
      settled: paymentPlanItems.settledAmount,
    })
    .from(contracts)
    .innerJoin(paymentPlanItems, eq(paymentPlanItems.contractId, contracts.id))
    .where(
      and(
        eq(contracts.counterpartyId, partyId as never),
        eq(contracts.direction, direction),
        inArray(contracts.stage, [...settleableStages]),
        lt(paymentPlanItems.settledAmount, paymentPlanItems.amount),
      ),
    )
    .orderBy(
      ...(contractId === undefined ? [] : [sql`${contracts.id} <> ${contractId}`]),
      sql`${contracts.stage} = 'terminated'`,
      sql`${paymentPlanItems.dueOn} is null`,
      asc(paymentPlanItems.dueOn),
      asc(contracts.id),
      asc(paymentPlanItems.itemNo),
    )
    .limit(most)
    .all()
    .map(({ settled, ...item }) => ({
      settledAs: 'instalment' as const,
      ...item,
      openAmount: subtractCents(item.planned, settled),
    }))
}

/** Contracts without instalments that money is open of, and those whose money may go back: terminated ones, and the one asked for. */
function wholeContracts(read: ReadDatabase, { partyId, direction, contractId }: Wanted) {
  const columns = {
    ...contractColumns,
    direction: contracts.direction,
    amount: contracts.amount,
    orderedAmount: contracts.orderedAmount,
    settledAmount: contracts.settledAmount,
  }
  const ofParty = and(
    eq(contracts.counterpartyId, partyId as never),
    ne(contracts.direction, 'none'),
    inArray(contracts.stage, [...settleableStages]),
  )
  const itsPlan = read
    .select({ id: paymentPlanItems.id })
    .from(paymentPlanItems)
    .where(eq(paymentPlanItems.contractId, contracts.id))
  const paid = read
    .select(columns)
    .from(contracts)
    .where(
      and(
        ofParty,
        eq(contracts.direction, direction),
        lt(
          contracts.settledAmount,
          sql`case when ${contracts.amount} > 0 then ${contracts.amount} else ${contracts.orderedAmount} end`,
        ),
        notExists(itsPlan),
      ),
    )
    .orderBy(asc(contracts.signedOn), asc(contracts.id))
    .limit(most)
    .all()
  const back = read
    .select(columns)
    .from(contracts)
    .where(
      and(
        ofParty,
        ne(contracts.direction, direction),
        gt(contracts.settledAmount, ZERO_CENTS),
        sql`(${contracts.stage} = 'terminated' or ${contracts.id} = ${contractId ?? ''})`,
      ),
    )
    .orderBy(asc(contracts.signedOn), asc(contracts.id))
    .limit(most)
    .all()
  return [...paid, ...back].map(({ amount, orderedAmount, settledAmount, direction: way, ...contract }) => {
    const money = { direction: way, amount, orderedAmount, settledAmount }
    const as = settledAs(money, direction) ?? 'contract'
    return {
      ...contract,
      settledAs: as,
      planItemId: null,
      item: '',
      dueOn: null,
      planned: as === 'refund' ? settledAmount : amount > 0 ? amount : orderedAmount,
      openAmount: as === 'refund' ? settledAmount : openOfContract(money),
    }
  })
}

import { ZERO_CENTS } from '../../src-shared/kernel/cents.ts'
import { quantity } from '../../src-shared/kernel/decimal.ts'
import type { Id } from '../../src-shared/kernel/ids.ts'
import { dateOfDay, type Day } from './calendar.ts'
import { snapshotOf } from './companies.ts'
import type { Subject } from './contract-subject.ts'
import type { InstalmentTerms, LineTerms } from './contract-terms.ts'
import type { Market } from './market.ts'
import type { Random } from './random.ts'
import { stamp, type WorldIds, type WorldRows } from './world-rows.ts'

export interface Making {
  ids: WorldIds
  id: Id<'Contract'>
  /** UTC ms. */
  at: number
}

export function makeLines(
  terms: readonly LineTerms[],
  { ids, id, at, by, random, signed }: Making & { by: Id<'User'>; random: Random; signed: Day | undefined },
): WorldRows['contractLines'][] {
  const deliverBy = signed === undefined ? null : dateOfDay(signed + random.int(15, 90))
  return terms.map(({ product, ...line }, i) => ({
    id: ids.next<'ContractLine'>(at),
    ...stamp(at, by),
    contractId: id,
    lineNo: i + 1,
    productId: product.row.id,
    name: product.row.name,
    specification: product.row.specification,
    unit: product.row.unit,
    ...line,
    deliverBy,
    remark: '',
    orderedQuantity: quantity(0),
  }))
}

export function makePlan(
  terms: readonly InstalmentTerms[],
  { ids, id, at, by, signed }: Making & { by: Id<'User'>; signed: Day | undefined },
): WorldRows['paymentPlanItems'][] {
  return terms.map(({ name, condition, share, amount, event, days }, i) => ({
    id: ids.next<'PaymentPlanItem'>(at),
    ...stamp(at, by),
    contractId: id,
    itemNo: i + 1,
    name,
    condition,
    dueOn: event === null && signed !== undefined ? dateOfDay(signed + days) : null,
    dueEvent: event ?? (signed === undefined ? 'signed' : null),
    dueDays: event === null && signed !== undefined ? null : days,
    rate: share,
    amount,
    settledAmount: ZERO_CENTS,
  }))
}

/** The buyer is 甲方, the seller 乙方. */
export function makeParties(
  market: Market,
  { direction, company, owner }: Subject,
  { ids, id, at, random }: Making & { random: Random },
): WorldRows['contractParties'][] {
  const ours = { company: market.own, agent: owner.name }
  const theirs = { company, agent: random.pick(company.contacts).name }
  const [first, second] = direction === 'out' ? [ours, theirs] : [theirs, ours]
  return (
    [
      ['甲方', first],
      ['乙方', second],
    ] as const
  ).map(([role, party]) => ({
    id: ids.next<'ContractParty'>(at),
    ...stamp(at, owner.id),
    contractId: id,
    role,
    partyId: party.company.row.id,
    snapshot: snapshotOf(party.company, party.agent),
  }))
}

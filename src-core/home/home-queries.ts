import { and, asc, count, desc, eq, gte, inArray, lt, lte, or, sql } from 'drizzle-orm'
import { holdsPermission } from '../../src-shared/access/roles.ts'
import { homeDueDays, homeExpiryDays, readHome, type HomeMonth } from '../../src-shared/home/home-operations.ts'
import { ZERO_CENTS, type Cents } from '../../src-shared/kernel/cents.ts'
import { addDays, addMonths, monthStart, type LocalDate } from '../../src-shared/kernel/local-date.ts'
import { contracts, paymentPlanItems } from '../db/schema/contracts.ts'
import { orders } from '../db/schema/orders.ts'
import { parties } from '../db/schema/parties.ts'
import { payments } from '../db/schema/payments.ts'
import type { QueryContext } from '../execution/command-context.ts'
import { handleQuery } from '../execution/handlers.ts'

/** Rows of each part of the desk; the rest is behind a link. */
const shown = 6

type Scope = 'mine' | 'all'
type Reader = Pick<QueryContext, 'read' | 'actor' | 'today'>

/**
 * 已签署 and 履行中: what is performed now. The plus keeps SQLite from beginning with all contracts of these stages, where few of them are due or
 * expire soon: the day finds those by its own index.
 */
const performed = inArray(sql`+${contracts.stage}`, ['signed', 'active'])

const contractLink = {
  id: contracts.id,
  number: sql<string>`coalesce(${contracts.number}, ${contracts.draftNumber})`,
  title: contracts.title,
  counterparty: parties.name,
  amount: contracts.amount,
}

export const handleReadHome = handleQuery(readHome, (context, { scope }) => {
  const may = (permission: string) => holdsPermission(context.actor.roles, permission)
  const contractsToo = may('contracts.read')
  return {
    today: context.today,
    drafts: contractsToo ? drafts(context) : { rows: [], total: 0 },
    due: contractsToo ? due(context, scope) : { rows: [], total: 0, incoming: ZERO_CENTS, outgoing: ZERO_CENTS },
    deliveries: may('orders.read') ? deliveries(context, scope) : { rows: [], total: 0 },
    expiring: contractsToo ? expiring(context, scope) : { rows: [], total: 0 },
    months: months(context, scope, { contracts: contractsToo, payments: may('payments.read') }),
  }
})

const ownContracts = ({ actor }: Reader, scope: Scope) =>
  scope === 'mine' ? eq(contracts.ownerId, actor.id) : undefined

/** Always one's own: nobody else finishes them. */
function drafts({ read, actor }: Reader) {
  const wanted = and(eq(contracts.ownerId, actor.id), inArray(contracts.stage, ['draft', 'refused']))
  const rows = read
    .select({ ...contractLink, stage: contracts.stage, updatedAt: contracts.updatedAt })
    .from(contracts)
    .innerJoin(parties, eq(parties.id, contracts.counterpartyId))
    .where(wanted)
    .orderBy(desc(contracts.updatedAt), desc(contracts.id))
    .limit(shown)
    .all()
  const { total } = read.select({ total: count() }).from(contracts).where(wanted).get()!
  return { rows, total }
}

function due(reader: Reader, scope: Scope) {
  const { read, today } = reader
  const wanted = and(
    lte(paymentPlanItems.dueOn, addDays(today, homeDueDays)),
    lt(paymentPlanItems.settledAmount, paymentPlanItems.amount),
    performed,
    ownContracts(reader, scope),
  )
  const open = sql<Cents>`${paymentPlanItems.amount} - ${paymentPlanItems.settledAmount}`
  const rows = read
    .select({
      id: paymentPlanItems.id,
      contractId: contracts.id,
      number: contractLink.number,
      counterparty: parties.name,
      direction: contracts.direction,
      item: paymentPlanItems.name,
      dueOn: sql<LocalDate>`${paymentPlanItems.dueOn}`,
      openAmount: open,
    })
    .from(paymentPlanItems)
    .innerJoin(contracts, eq(contracts.id, paymentPlanItems.contractId))
    .innerJoin(parties, eq(parties.id, contracts.counterpartyId))
    .where(wanted)
    .orderBy(asc(paymentPlanItems.dueOn), asc(paymentPlanItems.id))
    .limit(shown)
    .all()
  const sums = read
    .select({
      total: count(),
      incoming: sql<Cents>`coalesce(sum(case when ${contracts.direction} = 'in' then ${open} end), 0)`,
      outgoing: sql<Cents>`coalesce(sum(case when ${contracts.direction} = 'out' then ${open} end), 0)`,
    })
    .from(paymentPlanItems)
    .innerJoin(contracts, eq(contracts.id, paymentPlanItems.contractId))
    .where(wanted)
    .get()!
  return { rows, ...sums }
}

function deliveries({ read, actor, today }: Reader, scope: Scope) {
  const wanted = and(
    // A partly received order may have goods that never left, or all of them on the way.
    or(
      inArray(orders.status, ['confirmed', 'partShipped']),
      and(eq(orders.status, 'partReceived'), lt(orders.shippedAmount, orders.amount)),
    ),
    lte(orders.deliverBy, addDays(today, homeDueDays)),
    scope === 'mine' ? eq(orders.ownerId, actor.id) : undefined,
  )
  const rows = read
    .select({
      id: orders.id,
      number: orders.number,
      kind: orders.kind,
      party: parties.name,
      deliverBy: sql<LocalDate>`${orders.deliverBy}`,
      openAmount: sql<Cents>`${orders.amount} - ${orders.shippedAmount}`,
    })
    .from(orders)
    .innerJoin(parties, eq(parties.id, orders.partyId))
    .where(wanted)
    .orderBy(asc(orders.deliverBy), asc(orders.id))
    .limit(shown)
    .all()
  const { total } = read.select({ total: count() }).from(orders).where(wanted).get()!
  return { rows, total }
}

function expiring(reader: Reader, scope: Scope) {
  const { read, today } = reader
  const wanted = and(
    performed,
    gte(contracts.expiresOn, today),
    lte(contracts.expiresOn, addDays(today, homeExpiryDays)),
    ownContracts(reader, scope),
  )
  const rows = read
    .select({ ...contractLink, expiresOn: sql<LocalDate>`${contracts.expiresOn}` })
    .from(contracts)
    .innerJoin(parties, eq(parties.id, contracts.counterpartyId))
    .where(wanted)
    .orderBy(asc(contracts.expiresOn), asc(contracts.id))
    .limit(shown)
    .all()
  const { total } = read.select({ total: count() }).from(contracts).where(wanted).get()!
  return { rows, total }
}

/** Twelve months up to the present one, empty ones too. Payments have no owner: they count in either scope. */
function months(reader: Reader, scope: Scope, may: { contracts: boolean; payments: boolean }): HomeMonth[] {
  const { read, today } = reader
  const first = addMonths(monthStart(today), -11)
  const monthOf = (column: typeof contracts.signedOn | typeof payments.paidOn) => sql<string>`substr(${column}, 1, 7)`
  const signed = !may.contracts
    ? []
    : read
        .select({ month: monthOf(contracts.signedOn), signed: count(), amount: sql<Cents>`sum(${contracts.amount})` })
        .from(contracts)
        .where(
          and(
            gte(contracts.signedOn, first),
            lte(contracts.signedOn, today),
            inArray(contracts.stage, ['signed', 'active', 'completed']),
            eq(contracts.direction, 'in'),
            ownContracts(reader, scope),
          ),
        )
        .groupBy(monthOf(contracts.signedOn))
        .all()
  const paid = !may.payments
    ? []
    : read
        .select({
          month: monthOf(payments.paidOn),
          direction: payments.direction,
          amount: sql<Cents>`sum(${payments.amount})`,
        })
        .from(payments)
        .where(and(gte(payments.paidOn, first), lte(payments.paidOn, today), eq(payments.status, 'recorded')))
        .groupBy(monthOf(payments.paidOn), payments.direction)
        .all()
  return Array.from({ length: 12 }, (_, i) => {
    const month = addMonths(first, i).slice(0, 7)
    const contract = signed.find((row) => row.month === month)
    const money = (direction: 'in' | 'out') =>
      paid.find((row) => row.month === month && row.direction === direction)?.amount ?? ZERO_CENTS
    return {
      month,
      signed: contract?.signed ?? 0,
      signedAmount: contract?.amount ?? ZERO_CENTS,
      received: money('in'),
      paid: money('out'),
    }
  })
}

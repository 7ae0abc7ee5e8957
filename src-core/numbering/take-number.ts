import { eq, sql } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import type { Id } from '../../src-shared/kernel/ids.ts'
import type { LocalDate } from '../../src-shared/kernel/local-date.ts'
import { formatNumber, serialScope } from '../../src-shared/numbering/format-number.ts'
import { ruleFor, type NumberedKind, type NumberingRule } from '../../src-shared/numbering/numbering.ts'
import { preparedOnce } from '../db/prepared-query.ts'
import { findRecord } from '../db/record-by-id.ts'
import { contracts } from '../db/schema/contracts.ts'
import { orders, shipments } from '../db/schema/orders.ts'
import { payments } from '../db/schema/payments.ts'
import { numberingCounters, numberingRules } from '../db/schema/settings.ts'
import type { ReadDatabase } from '../db/workspace-database.ts'
import type { CommandContext } from '../execution/command-context.ts'

const standing = (column: SQLiteColumn) => (read: ReadDatabase) =>
  read
    .select({ number: column })
    .from(column.table)
    .where(eq(column, sql.placeholder('number')))
    .prepare()

/** How a number is looked for where it must not come twice. Drafts are told apart by their ids, their numbers only help people. */
const standingNumbers: Partial<Record<NumberedKind, ReturnType<typeof standing>>> = {
  contract: standing(contracts.number),
  order: standing(orders.number),
  shipment: standing(shipments.number),
  payment: standing(payments.number),
}

const rulesOfKind = (read: ReadDatabase) =>
  read
    .select()
    .from(numberingRules)
    .where(eq(numberingRules.kind, sql.placeholder('kind')))
    .prepare()

/**
 * The next number for a record of the kind, taken for good when the command commits and free again when it does not: numbers have
 * no gaps. A number that stands already (entered or imported by hand) is passed over.
 */
export function takeNumber(
  context: Pick<CommandContext, 'read' | 'write'>,
  kind: NumberedKind,
  type: string,
  date: LocalDate,
): string {
  const { read, write } = context
  const rule = ruleInForce(read, kind, type)
  const scope = serialScope(rule, { type, date }) as Id<'NumberingCounter'>
  const counter = readCounter(read, scope)
  const { number, serial } = nextFree(read, rule, { type, date, after: counter?.lastSerial ?? 0 })
  if (counter === undefined) write.insert(numberingCounters, { id: scope, lastSerial: serial })
  else write.update(numberingCounters, scope, { lastSerial: serial })
  return number
}

/** What `takeNumber` would give under the rule, without taking it. */
export function peekNumber(read: ReadDatabase, rule: NumberingRule, type: string, date: LocalDate): string {
  const counter = readCounter(read, serialScope(rule, { type, date }) as Id<'NumberingCounter'>)
  return nextFree(read, rule, { type, date, after: counter?.lastSerial ?? 0 }).number
}

function ruleInForce(read: ReadDatabase, kind: NumberedKind, type: string): NumberingRule {
  return ruleFor(preparedOnce(read, rulesOfKind).all({ kind }), kind, type)
}

function readCounter(read: ReadDatabase, scope: Id<'NumberingCounter'>) {
  return findRecord(read, numberingCounters, scope)
}

function nextFree(
  read: ReadDatabase,
  rule: NumberingRule,
  { type, date, after }: { type: string; date: LocalDate; after: number },
): { number: string; serial: number } {
  const build = standingNumbers[rule.kind]
  const stands = build === undefined ? undefined : preparedOnce(read, build)
  for (let serial = after + 1; ; serial += 1) {
    const number = formatNumber(rule, { type, date, serial })
    if (stands?.get({ number }) === undefined) return { number, serial }
  }
}

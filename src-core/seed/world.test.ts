import { createHash } from 'node:crypto'
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkPaymentPlan } from '../../src-shared/contracts/payment-plan.ts'
import { lineAmounts, totalAmounts } from '../../src-shared/contracts/contract-amounts.ts'
import { ContractStage } from '../../src-shared/contracts/contract-stage.ts'
import { lineAmount, sumCents } from '../../src-shared/kernel/cents.ts'
import { isCreditCode } from '../../src-shared/kernel/credit-code.ts'
import { addQuantity, type Quantity } from '../../src-shared/kernel/decimal.ts'
import { localDate } from '../../src-shared/kernel/local-date.ts'
import { idSchema } from '../../src-shared/kernel/schemas.ts'
import { remainingQuantity } from '../../src-shared/orders/remaining-quantity.ts'
import { makeWorkspace, type TestDesk } from '../../test/support/make-workspace.ts'
import { recordTables } from '../db/tables.ts'
import { checkWorkspace } from '../workspace/check/check-workspace.ts'
import { dayOf, isWorkingDay } from './calendar.ts'
import type { WorldSize } from './market.ts'
import { generateWorld } from './world.ts'
import type { ContractBundle, OrderBundle, WorldRecord } from './world-rows.ts'

fc.configureGlobal({ seed: 20_261_124 })

const sumOf = (quantities: readonly Quantity[]) => quantities.reduce(addQuantity, 0 as Quantity)

const size: WorldSize = {
  contracts: 600,
  orders: 900,
  parties: 120,
  products: 80,
  users: 20,
  from: localDate('2024-01-01'),
  to: localDate('2026-11-24'),
}
const smallWorld = fc.record({
  seed: fc.integer(),
  contracts: fc.integer({ min: 0, max: 40 }),
  orders: fc.integer({ min: 0, max: 60 }),
  parties: fc.integer({ min: 2, max: 30 }),
  products: fc.integer({ min: 1, max: 30 }),
  users: fc.integer({ min: 1, max: 15 }),
})

const period = { from: size.from, to: size.to }

function digest(records: Iterable<WorldRecord>): string {
  const hash = createHash('sha256')
  for (const record of records) hash.update(JSON.stringify(record))
  return hash.digest('hex')
}

function dealsOf(seed: number, of: WorldSize): { contracts: ContractBundle[]; entered: OrderBundle[] } {
  const contracts: ContractBundle[] = []
  const entered: OrderBundle[] = []
  for (const deal of generateWorld(seed, of).deals()) {
    if ('contract' in deal) contracts.push(deal.contract)
    else if ('order' in deal) entered.push(deal.order)
  }
  return { contracts, entered }
}

describe('a world from a seed', () => {
  it('is the same for the same seed, also when it is read twice, and another for another', () => {
    const world = generateWorld(7, size)
    const first = digest(world.records())
    expect(digest(world.records())).toBe(first)
    expect(digest(generateWorld(7, size).records())).toBe(first)
    expect(digest(generateWorld(8, size).records())).not.toBe(first)
  })

  it('has as many of everything as asked for, whatever is asked for', () => {
    fc.assert(
      fc.property(smallWorld, ({ seed, ...counts }) => {
        const found = new Map<string, number>()
        for (const { table } of generateWorld(seed, { ...counts, ...period }).records())
          found.set(table, (found.get(table) ?? 0) + 1)
        expect(found.get('contracts') ?? 0).toBe(counts.contracts)
        expect(found.get('orders') ?? 0).toBe(counts.orders)
        expect(found.get('products')).toBe(counts.products)
        expect(found.get('users')).toBe(counts.users)
        expect(found.get('parties')).toBe(counts.parties + 1)
      }),
      { numRuns: 40 },
    )
  })

  it('refuses to be without people, products or parties, or to end before it begins', () => {
    for (const wrong of [{ users: 0 }, { products: 0 }, { parties: 1 }, { to: localDate('2023-12-31') }])
      expect(() => generateWorld(1, { ...size, ...wrong })).toThrow(RangeError)
  })
})

describe('its companies and people', () => {
  it('have valid credit codes, telephone numbers of nobody, and names and codes of their own', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const companies = [...generateWorld(seed, { ...size, contracts: 0, orders: 0, parties: 300 }).companies()]
        for (const { row, contacts } of companies) {
          expect(isCreditCode(row.creditCode!)).toBe(true)
          expect(row.phone).toMatch(/^0\d{2,3}-1\d{7}$/)
          for (const { mobile } of contacts) expect(mobile).toMatch(/^164\d{8}$/)
          expect(contacts.filter(({ isPrimary }) => isPrimary)).toHaveLength(1)
        }
        expect(new Set(companies.map(({ row }) => row.creditCode)).size).toBe(companies.length)
        expect(new Set(companies.map(({ row }) => row.name)).size).toBe(companies.length)
        expect(companies.filter(({ row }) => row.kind === 'own')).toHaveLength(1)
      }),
      { numRuns: 10 },
    )
  })

  it('gives every department a head that works there, and every person an account of their own', () => {
    const { departments, users } = generateWorld(3, { ...size, users: 200 }).people
    expect(new Set(users.map(({ account }) => account)).size).toBe(200)
    for (const department of departments)
      expect(users.find(({ id }) => id === department.headId)?.departmentId).toBe(department.id)
  })
})

describe('its contracts', () => {
  const { contracts } = dealsOf(11, { ...size, contracts: 1500, orders: 2200 })

  it('have plans and lines that add up to the contract, whatever the seed', () => {
    fc.assert(
      fc.property(smallWorld, ({ seed, ...counts }) => {
        for (const { contract, lines, plan } of dealsOf(seed, { ...counts, ...period }).contracts) {
          checkPaymentPlan(contract.amount, plan)
          for (const line of lines) expect(line).toMatchObject(lineAmounts(line))
          if (lines.length > 0) expect(contract).toMatchObject(totalAmounts(lines))
          expect(contract.netAmount + contract.taxAmount).toBe(contract.amount)
        }
      }),
      { numRuns: 40 },
    )
  })

  it('are in every stage, most of them done', () => {
    const stages = contracts.map(({ contract }) => contract.stage)
    expect(new Set(stages)).toEqual(new Set(ContractStage.options))
    expect(stages.filter((stage) => stage === 'completed').length).toBeGreaterThan(contracts.length / 2)
  })

  it('are numbered once approved, each number once, and signed on working days of the period', () => {
    const approved = contracts.filter(({ contract }) => contract.number !== null)
    expect(new Set(approved.map(({ contract }) => contract.number)).size).toBe(approved.length)
    for (const { contract } of contracts) {
      expect(contract.number === null).toBe(['draft', 'pending', 'refused'].includes(contract.stage))
      if (contract.signedOn === null) continue
      expect(isWorkingDay(dayOf(contract.signedOn))).toBe(true)
      expect(contract.signedOn >= size.from && contract.signedOn <= size.to).toBe(true)
    }
  })

  it('come to most of the money with few of the customers', () => {
    const byCustomer = new Map<string, number>()
    for (const { contract } of contracts)
      if (contract.direction === 'in')
        byCustomer.set(contract.counterpartyId, (byCustomer.get(contract.counterpartyId) ?? 0) + contract.amount)
    const ranked = [...byCustomer.values()].toSorted((a, b) => b - a)
    const all = ranked.reduce((sum, amount) => sum + amount, 0)
    const fifth = ranked.slice(0, Math.ceil(ranked.length / 5)).reduce((sum, amount) => sum + amount, 0)
    expect(fifth / all).toBeGreaterThan(0.6)
  })

  it('are settled by payments to the 分, no instalment beyond its amount, some overdue', () => {
    let overdue = 0
    for (const { contract, plan, payments, settlements } of contracts) {
      expect(sumCents(settlements.map(({ amount }) => amount))).toBe(contract.settledAmount)
      for (const item of plan) {
        const settled = sumCents(settlements.filter(({ planItemId }) => planItemId === item.id).map((s) => s.amount))
        expect(settled).toBe(item.settledAmount)
        expect(item.settledAmount).toBeLessThanOrEqual(item.amount)
        if (contract.stage === 'active' && item.dueOn !== null && item.dueOn < size.to && settled < item.amount)
          overdue++
      }
      for (const payment of payments) {
        expect(payment.settledAmount).toBeLessThanOrEqual(payment.amount)
        expect(payment.paidOn <= size.to).toBe(true)
        expect(payment.partyId).toBe(contract.counterpartyId)
      }
      if (['draft', 'pending', 'refused', 'approved', 'void'].includes(contract.stage)) expect(payments).toEqual([])
      if (contract.stage === 'completed' && contract.amount > 0) expect(contract.settledAmount).toBe(contract.amount)
    }
    expect(overdue).toBeGreaterThan(0)
  })

  it('are ordered within their quantities, their counters agreeing with the orders', () => {
    for (const { contract, lines, orders } of contracts) {
      for (const line of lines) {
        const ordered = orders.flatMap(({ order, lines: positions }) =>
          positions
            .filter(({ contractLineId }) => contractLineId === line.id)
            .map((position) => (order.status === 'cancelled' ? position.shippedQuantity : position.quantity)),
        )
        expect(sumOf(ordered)).toBe(line.orderedQuantity)
        expect(remainingQuantity(line, contract.orderAllowance)).toBeGreaterThanOrEqual(0)
      }
      expect(sumCents(orders.map(({ order }) => order.shippedAmount))).toBe(contract.shippedAmount)
      expect(
        sumCents(orders.map(({ order }) => (order.status === 'cancelled' ? order.shippedAmount : order.amount))),
      ).toBe(contract.orderedAmount)
      if (contract.stage === 'terminated')
        for (const { order } of orders) expect(['completed', 'cancelled', 'received']).toContain(order.status)
    }
  })
})

describe('its orders', () => {
  const { contracts, entered } = dealsOf(5, { ...size, orders: 1500 })
  const orders = [...contracts.flatMap((contract) => contract.orders), ...entered]

  it('ship and receive what their shipments carry, and stand where that puts them', () => {
    for (const { order, lines, shipmentLines } of orders) {
      for (const line of lines) {
        const carried = shipmentLines.filter(({ orderLineId }) => orderLineId === line.id)
        expect(sumOf(carried.map(({ quantity }) => quantity))).toBe(line.shippedQuantity)
        expect(sumOf(carried.map(({ receivedQuantity }) => receivedQuantity))).toBe(line.receivedQuantity)
        expect(line.shippedQuantity).toBeLessThanOrEqual(line.quantity)
        expect(line.amount).toBe(lineAmount(line.unitPrice, line.quantity))
      }
      expect(order.amount).toBe(sumCents(lines.map(({ amount }) => amount)))
      const all = (what: 'shippedQuantity' | 'receivedQuantity') => lines.every((line) => line[what] === line.quantity)
      const none = (what: 'shippedQuantity' | 'receivedQuantity') => lines.every((line) => line[what] === 0)
      if (order.status === 'completed' || order.status === 'received') expect(all('receivedQuantity')).toBe(true)
      if (order.status === 'shipped') expect(all('shippedQuantity') && none('receivedQuantity')).toBe(true)
      if (order.status === 'confirmed' || order.status === 'draft') expect(none('shippedQuantity')).toBe(true)
    }
  })

  it('are numbered each by its own number, and received after they were shipped', () => {
    expect(new Set(orders.map(({ order }) => order.number)).size).toBe(orders.length)
    for (const { shipments } of orders)
      for (const { shippedOn, receivedOn } of shipments)
        if (receivedOn !== null) expect(receivedOn >= shippedOn).toBe(true)
  })
})

describe('its rows in a workspace', () => {
  let desk: TestDesk
  let counts: Map<string, number>
  beforeAll(async () => {
    desk = await makeWorkspace()
    const { rows, sqlite } = desk.core.workspace.database
    counts = new Map()
    sqlite.transaction(() => {
      for (const { table, row } of generateWorld(13, { ...size, contracts: 300, orders: 450 }).records()) {
        rows.insert(recordTables[table], rows.toStored(recordTables[table], row))
        counts.set(table, (counts.get(table) ?? 0) + 1)
      }
    })()
  })
  afterAll(() => desk[Symbol.asyncDispose]())

  it('go in as they are, and every record they name is there', () => {
    const { parts } = checkWorkspace(desk.core.workspace)
    expect(parts.find(({ name }) => name === 'references')).toMatchObject({ faultCount: 0 })
    expect(parts.find(({ name }) => name === 'database')).toMatchObject({ faultCount: 0 })
  })

  it('have an id each', () => {
    const ids = new Set<string>()
    for (const { table, row } of generateWorld(13, { ...size, contracts: 300, orders: 450 }).records()) {
      if (table === 'numberingCounters') continue
      expect(idSchema().safeParse(row.id).success).toBe(true)
      ids.add(row.id)
    }
    const made = [...counts]
      .filter(([table]) => table !== 'numberingCounters')
      .reduce((sum, [, count]) => sum + count, 0)
    expect(ids.size).toBe(made)
  })

  it('leave the counters where the numbers ended', () => {
    const { sqlite } = desk.core.workspace.database
    const highest = sqlite
      .prepare(
        'select substr(number, 1, 9) as series, max(cast(substr(number, 11) as integer)) as last from contracts where number is not null group by 1',
      )
      .all() as { series: string; last: number }[]
    for (const { series, last } of highest)
      expect(
        sqlite
          .prepare('select last_serial from numbering_counters where id = ?')
          .pluck()
          .get(`contract:${series}-{serial}`),
      ).toBe(last)
    expect(highest.length).toBeGreaterThan(10)
  })
})

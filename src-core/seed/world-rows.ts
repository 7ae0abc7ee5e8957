import type { InferSelectModel } from 'drizzle-orm'
import { newId, type Id } from '../../src-shared/kernel/ids.ts'
import type { contractLines, contractParties, contracts, paymentPlanItems } from '../db/schema/contracts.ts'
import type { orderLines, orders, shipmentLines, shipments, trackingEvents } from '../db/schema/orders.ts'
import type { contacts, parties } from '../db/schema/parties.ts'
import type { payments, settlements } from '../db/schema/payments.ts'
import type { departments, users } from '../db/schema/people.ts'
import type { products } from '../db/schema/products.ts'
import type { numberingCounters } from '../db/schema/settings.ts'
import type { Random, Stream } from './random.ts'

/** Whole rows of the record tables, by the names under which src-core/db/tables.ts has them. */
export interface WorldRows {
  departments: InferSelectModel<typeof departments>
  users: InferSelectModel<typeof users>
  products: InferSelectModel<typeof products>
  parties: InferSelectModel<typeof parties>
  contacts: InferSelectModel<typeof contacts>
  contracts: InferSelectModel<typeof contracts>
  contractParties: InferSelectModel<typeof contractParties>
  contractLines: InferSelectModel<typeof contractLines>
  paymentPlanItems: InferSelectModel<typeof paymentPlanItems>
  orders: InferSelectModel<typeof orders>
  orderLines: InferSelectModel<typeof orderLines>
  shipments: InferSelectModel<typeof shipments>
  shipmentLines: InferSelectModel<typeof shipmentLines>
  trackingEvents: InferSelectModel<typeof trackingEvents>
  payments: InferSelectModel<typeof payments>
  settlements: InferSelectModel<typeof settlements>
  numberingCounters: InferSelectModel<typeof numberingCounters>
}
export type WorldTable = keyof WorldRows

/** One row with the table it goes into. */
export type WorldRecord = { [Table in WorldTable]: { table: Table; row: WorldRows[Table] } }[WorldTable]

/** An order with all that hangs on it. */
export interface OrderBundle {
  order: WorldRows['orders']
  lines: WorldRows['orderLines'][]
  shipments: WorldRows['shipments'][]
  shipmentLines: WorldRows['shipmentLines'][]
  events: WorldRows['trackingEvents'][]
}

/** A contract with all that hangs on it. */
export interface ContractBundle {
  contract: WorldRows['contracts']
  parties: WorldRows['contractParties'][]
  lines: WorldRows['contractLines'][]
  plan: WorldRows['paymentPlanItems'][]
  orders: OrderBundle[]
  payments: WorldRows['payments'][]
  settlements: WorldRows['settlements'][]
}

/** The columns every record has. */
export function stamp(createdAt: number, createdBy: Id<'User'>, updatedAt = createdAt, updatedBy = createdBy) {
  return { version: updatedAt === createdAt ? 1 : 2, createdAt, createdBy, updatedAt, updatedBy }
}

/** Ids for the records made from one stream and index: never twice, the same in every run. */
export class WorldIds {
  readonly #stream: Stream
  readonly #index: number
  readonly #random: Random
  #given = 0

  constructor(stream: Stream, index: number, random: Random) {
    this.#stream = stream
    this.#index = index
    this.#random = random
  }

  /** `instant` in UTC ms. */
  next<Kind extends string>(instant: number): Id<Kind> {
    const given = this.#given++
    const word = this.#random.word()
    const index = this.#index
    return newId<Kind>(
      instant,
      Uint8Array.of(
        word >> 16,
        word >> 8,
        word,
        this.#stream,
        index >> 24,
        index >> 16,
        index >> 8,
        index,
        given >> 8,
        given,
      ),
    )
  }
}

import type { LocalDate } from '../../src-shared/kernel/local-date.ts'
import { dayOf, type Day } from './calendar.ts'
import { companyAt, type Company } from './companies.ts'
import { generatePeople, type People } from './people.ts'
import { productAt, type Product } from './products.ts'
import { Random, stream } from './random.ts'

/** How large a world is, and when it happens: `to` is its today. */
export interface WorldSize {
  contracts: number
  orders: number
  /** Customers and suppliers; our own company comes in addition. */
  parties: number
  products: number
  users: number
  from: LocalDate
  to: LocalDate
}

/** Share of customers among the parties; the rest are suppliers. */
const CUSTOMERS = 0.68
/** Products and parties kept at hand; the others are made again when they are wanted. */
const KEPT = 20_000

/** Everyone and everything contracts are made of, each by its index, made when it is asked for. */
export class Market {
  readonly seed: number
  readonly size: WorldSize
  readonly from: Day
  readonly to: Day
  readonly people: People
  readonly customers: number
  readonly suppliers: number
  readonly #companies = new Map<number, Company>()
  readonly #products = new Map<number, Product>()

  constructor(seed: number, size: WorldSize) {
    this.seed = seed
    this.size = size
    this.from = dayOf(size.from)
    this.to = dayOf(size.to)
    this.people = generatePeople(seed, size.users, this.from)
    this.customers = Math.min(size.parties - 1, Math.max(1, Math.round(size.parties * CUSTOMERS)))
    this.suppliers = size.parties - this.customers
  }

  get own(): Company {
    return this.#company(0)
  }

  /** By rank: 0 has the most business. */
  customer(rank: number): Company {
    return this.#company(1 + rank)
  }

  supplier(rank: number): Company {
    return this.#company(1 + this.customers + rank)
  }

  product(index: number): Product {
    return kept(this.#products, index, () => productAt(this.seed, index, this.from, this.people.users[0]!.id))
  }

  #company(index: number): Company {
    return kept(this.#companies, index, () => {
      const isCustomer = index <= this.customers
      const rank = isCustomer ? index - 1 : index - 1 - this.customers
      // Some deal with us both ways.
      const both = new Random(this.seed, stream.party, -1 - index).chance(0.04)
      const owners = isCustomer ? this.people.sellers : this.people.buyers
      return companyAt(
        this.seed,
        index,
        index === 0
          ? { kind: 'own', rank: 0, of: 1 }
          : {
              kind: both ? 'both' : isCustomer ? 'customer' : 'supplier',
              rank,
              of: isCustomer ? this.customers : this.suppliers,
            },
        this.from,
        index === 0 ? this.people.users[0]! : owners[rank % owners.length]!,
      )
    })
  }
}

function kept<T>(store: Map<number, T>, index: number, make: () => T): T {
  const known = store.get(index)
  if (known !== undefined) return known
  const made = make()
  if (store.size < KEPT) store.set(index, made)
  return made
}

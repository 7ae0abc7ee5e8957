import type { Cents } from '../../src-shared/kernel/cents.ts'
import type { MoneyDirection } from '../../src-shared/contracts/contract.ts'
import type { LedgerRow } from './ledger-row.ts'

/** Count and sums of some contracts of one direction, in 分. */
export interface Tally {
  count: number
  amount: Cents
  settled: Cents
  open: Cents
}

export interface PartyTally extends Tally {
  name: string
  creditCode: string | null
}

/** What the ledger's further sheets show, gathered while its rows go by: grows with months and parties, not with contracts. */
export class LedgerTally {
  /** By `YYYY-MM` of signing, `''` for contracts that are not signed; then by direction. */
  readonly months = new Map<string, Record<MoneyDirection, Tally>>()
  readonly parties: Record<MoneyDirection, Map<string, PartyTally>> = { in: new Map(), out: new Map(), none: new Map() }

  add(row: LedgerRow): void {
    const month = row.signedOn?.slice(0, 7) ?? ''
    let byDirection = this.months.get(month)
    if (byDirection === undefined)
      this.months.set(month, (byDirection = { in: emptyTally(), out: emptyTally(), none: emptyTally() }))
    count(byDirection[row.direction], row)
    const parties = this.parties[row.direction]
    // One company may appear under names of different times; its code stays.
    const key = row.creditCode ?? row.counterparty
    let party = parties.get(key)
    if (party === undefined)
      parties.set(key, (party = { ...emptyTally(), name: row.counterparty, creditCode: row.creditCode }))
    count(party, row)
  }

  /** The directions in which there is money to speak of. */
  get directions(): ('in' | 'out')[] {
    return (['in', 'out'] as const).filter((direction) => this.parties[direction].size > 0)
  }

  /** Every month from the first to the last, those without contracts too. */
  get monthSpan(): string[] {
    const months = [...this.months.keys()].filter((month) => month !== '').toSorted()
    const [first, last] = [months[0], months.at(-1)]
    if (first === undefined || last === undefined) return []
    const span: string[] = []
    for (let at = monthNumber(first); at <= monthNumber(last); at++)
      span.push(`${String(Math.floor(at / 12)).padStart(4, '0')}-${String((at % 12) + 1).padStart(2, '0')}`)
    // A mistyped year would make a sheet of empty months; then only those with contracts are shown.
    return span.length > LONGEST_SPAN ? months : span
  }

  /** Parties by amount, the largest first; equal ones by name. */
  rankedParties(direction: MoneyDirection): PartyTally[] {
    return [...this.parties[direction].values()].toSorted(
      (a, b) => b.amount - a.amount || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0),
    )
  }
}

const LONGEST_SPAN = 240

export function emptyTally(): Tally {
  return { count: 0, amount: 0 as Cents, settled: 0 as Cents, open: 0 as Cents }
}

/** Sum of tallies; empty for none. */
export function sumTallies(tallies: Iterable<Tally>): Tally {
  const sum = emptyTally()
  for (const { count, amount, settled, open } of tallies) {
    sum.count += count
    sum.amount = (sum.amount + amount) as Cents
    sum.settled = (sum.settled + settled) as Cents
    sum.open = (sum.open + open) as Cents
  }
  return sum
}

function count(tally: Tally, row: LedgerRow): void {
  tally.count++
  tally.amount = (tally.amount + row.amount) as Cents
  tally.settled = (tally.settled + row.settledAmount) as Cents
  tally.open = (tally.open + row.openAmount) as Cents
}

const monthNumber = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1

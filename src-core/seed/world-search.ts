import { pinyinSearchText } from '../../src-shared/kernel/pinyin.ts'
import type { ContractBundle, OrderBundle, WorldRecord, WorldRows } from './world-rows.ts'

/** What the search finds a record by. */
export interface FoundAs {
  kind: string
  title: string
  text: string
}

/** The search entries of generated records, as the commands of each area write them. */
export class WorldSearch {
  readonly #partyNames = new Map<string, string>()
  readonly #pinyin = new Map<string, string>()

  user({ name, account, position, mobile }: WorldRows['users']): FoundAs {
    return { kind: 'user', title: name, text: [account, position, mobile, this.#spelled(name)].join(' ') }
  }

  product({ name, code, specification, category }: WorldRows['products']): FoundAs {
    return { kind: 'product', title: name, text: [code, specification, category, this.#spelled(name)].join(' ') }
  }

  party(party: WorldRows['parties'], contacts: readonly WorldRows['contacts'][]): FoundAs {
    this.#partyNames.set(party.id, party.name)
    return {
      kind: 'party',
      title: party.name,
      text: [
        party.shortName,
        party.creditCode ?? '',
        party.phone,
        this.#spelled(party.name),
        this.#spelled(party.shortName),
        ...contacts.flatMap(({ name, mobile, phone }) => [name, this.#spelled(name), mobile, phone]),
      ].join(' '),
    }
  }

  /** For a record of a contract's bundle: the contract itself, its orders and payments. */
  deal(record: WorldRecord, bundle: ContractBundle): FoundAs | undefined {
    if (record.table === 'contracts') return this.#contract(record.row, bundle)
    if (record.table === 'payments') {
      const { number, partyId, bankReference } = record.row
      return { kind: 'payment', title: `${number} ${this.#partyName(partyId)}`, text: bankReference }
    }
    if (record.table !== 'orders') return undefined
    return this.order(
      record,
      bundle.orders.find(({ order }) => order.id === record.row.id)!,
    )
  }

  order(record: WorldRecord, { lines }: OrderBundle): FoundAs | undefined {
    if (record.table !== 'orders') return undefined
    return {
      kind: 'order',
      title: `${record.row.number} ${this.#partyName(record.row.partyId)}`,
      text: lines.map(({ name, specification }) => `${name} ${specification}`).join(' '),
    }
  }

  #contract({ number, draftNumber, title, notes }: WorldRows['contracts'], { parties }: ContractBundle): FoundAs {
    const names = parties.map(({ partyId }) => this.#partyName(partyId))
    return {
      kind: 'contract',
      title: `${number ?? draftNumber} ${title}`,
      text: [draftNumber, ...names, notes, this.#spelled(title), ...names.map((name) => this.#spelled(name))].join(' '),
    }
  }

  #partyName(id: string): string {
    return this.#partyNames.get(id)!
  }

  /** Names come again and again, and each costs tens of microseconds to spell. */
  #spelled(text: string): string {
    const known = this.#pinyin.get(text)
    if (known !== undefined) return known
    const spelled = pinyinSearchText(text)
    if (this.#pinyin.size < 50_000) this.#pinyin.set(text, spelled)
    return spelled
  }
}

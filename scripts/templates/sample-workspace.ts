import { readFileSync } from 'node:fs'
import type { RoleName } from '../../src-shared/access/roles.ts'

/** A company as the sample knows it; amounts are decimal 元, rates fractions. */
interface SampleCompany {
  readonly name: string
  readonly shortName: string
  readonly creditCode: string
  readonly address: string
  readonly legalRepresentative: string
  readonly phone: string
  readonly email: string
  readonly bankName: string
  readonly bankAccount: string
  /** File of the legal representative's handwriting beside sample.json. */
  readonly signature?: string
}

interface SamplePartner extends SampleCompany {
  readonly industry: string
  readonly region: string
  readonly level: string
  readonly creditLimit: string | null
  readonly paymentTermDays: number
  /** Account of the user who looks after it. */
  readonly owner: string
  readonly contacts: readonly {
    readonly name: string
    readonly position: string
    readonly mobile: string
    readonly phone: string
    readonly email: string
    readonly isPrimary: boolean
  }[]
}

interface SampleProduct {
  readonly code: string
  readonly name: string
  readonly specification: string
  readonly unit: string
  readonly unitPrice: string
  readonly taxRate: string
  readonly category: string
}

export interface SampleWorkspace {
  readonly company: SampleCompany & {
    readonly englishName: string
    readonly contact: string
    readonly agent: string
    readonly logo: string
  }
  /** `head` is an account. */
  readonly departments: readonly { readonly name: string; readonly head: string }[]
  readonly users: readonly {
    readonly account: string
    readonly name: string
    readonly department: string
    readonly position: string
    readonly mobile: string
    readonly email: string
    readonly roles: readonly RoleName[]
  }[]
  readonly customers: readonly SamplePartner[]
  readonly suppliers: readonly SamplePartner[]
  readonly products: readonly SampleProduct[]
  readonly clauses: readonly {
    readonly title: string
    readonly category: string
    readonly text: string
    readonly reason: string
  }[]
}

const file = new URL('../../assets/sample/sample.json', import.meta.url)

/** The invented trading company of the demonstration, with its people, partners, products and clauses. */
export const sampleWorkspace: SampleWorkspace = JSON.parse(readFileSync(file, 'utf8'))

/** A company as a contract names it, by the names templates use. */
export interface PartyData {
  名称: string
  统一社会信用代码: string
  地址: string
  法定代表人: string
  委托代理人: string
  联系人: string
  电话: string
  邮箱: string
  开户行: string
  账号: string
}

function partyData(company: SampleCompany, contact: string, agent: string): PartyData {
  return {
    名称: company.name,
    统一社会信用代码: company.creditCode,
    地址: company.address,
    法定代表人: company.legalRepresentative,
    委托代理人: agent,
    联系人: contact,
    电话: company.phone,
    邮箱: company.email,
    开户行: company.bankName,
    账号: company.bankAccount,
  }
}

export function ourCompany(): PartyData {
  return partyData(sampleWorkspace.company, sampleWorkspace.company.contact, sampleWorkspace.company.agent)
}

/** The partner of that short name, with its first contact; throws when the sample has none. */
export function partner(shortName: string): PartyData {
  const found = [...sampleWorkspace.customers, ...sampleWorkspace.suppliers].find(
    (each) => each.shortName === shortName,
  )
  if (!found) throw new Error(`No partner ${shortName} in the sample`)
  const names = found.contacts.map((contact) => contact.name)
  return partyData(found, names[0]!, names[1] ?? names[0]!)
}

export function product(code: string): SampleProduct {
  const found = sampleWorkspace.products.find((each) => each.code === code)
  if (!found) throw new Error(`No product ${code} in the sample`)
  return found
}

import { cents } from '../../src-shared/kernel/cents.ts'
import { creditCodeCheckDigit } from '../../src-shared/kernel/credit-code.ts'
import { pinyinKeys } from '../../src-shared/kernel/pinyin.ts'
import { companyNameKey } from '../../src-shared/parties/company-name.ts'
import type { PartyKind } from '../../src-shared/parties/party.ts'
import type { PartySnapshot } from '../../src-shared/contracts/party-snapshot.ts'
import { officeHour, workingDay, type Day } from './calendar.ts'
import { mobileNumber } from './people.ts'
import { Random, stream } from './random.ts'
import { stamp, WorldIds, type WorldRows } from './world-rows.ts'
import {
  banks,
  brandSyllables,
  cities,
  companyForms,
  industries,
  positions,
  streets,
  type City,
} from './words/company-words.ts'
import { personName } from './words/person-words.ts'

export interface Company {
  row: WorldRows['parties']
  contacts: WorldRows['contacts'][]
}

/** Where a party stands among those of its kind: 0 is the one with the most business. */
export interface Standing {
  kind: PartyKind
  rank: number
  of: number
}

/** One company by its index, with its contacts; indexes never share a name or a credit code. */
export function companyAt(
  seed: number,
  index: number,
  standing: Standing,
  firstDay: Day,
  owner: Pick<WorldRows['users'], 'id'>,
): Company {
  const random = new Random(seed, stream.party, index)
  const instant = officeHour(workingDay(firstDay), random)
  const ids = new WorldIds(stream.party, index, random)
  const id = ids.next<'Party'>(instant)
  const { city, brand, reading, industry, name } = companyName(seed, index, random)
  const district = random.pick(city.districts)
  const domain = `${reading}${index}.example`
  const stamps = stamp(instant, owner.id)
  const level = levelOf(standing)
  const isCustomer = standing.kind !== 'supplier' && standing.kind !== 'own'
  const contacts = Array.from(
    {
      length: random.weighted([
        [1, 55],
        [2, 30],
        [3, 15],
      ]),
    },
    (_, at): WorldRows['contacts'] => ({
      id: ids.next<'Contact'>(instant),
      ...stamps,
      partyId: id,
      name: personName(random),
      position: random.pick(positions),
      mobile: mobileNumber(random),
      phone: '',
      email: `${random.pick(['contact', 'sales', 'purchase', 'office'])}${at + 1}@${domain}`,
      isPrimary: at === 0,
      notes: '',
    }),
  )
  return {
    row: {
      id,
      ...stamps,
      kind: standing.kind,
      name,
      shortName: `${brand}${industry.inName}`,
      nameKey: companyNameKey(name),
      sortKey: pinyinKeys(name, 'company').sort,
      creditCode: creditCode(seed, index, city),
      industry: industry.industry,
      region: city.region,
      level,
      address: `${city.province === `${city.name}市` ? '' : city.province}${city.name}市${district}${random.pick(streets)}路${random.int(1, 999)}号`,
      legalRepresentative: personName(random),
      phone: landline(city, random),
      email: `contact@${domain}`,
      bankName: `${random.pick(banks)}${city.name}${district.slice(0, 2)}支行`,
      bankAccount: `3990${random.digits(15)}`,
      creditLimit: isCustomer ? cents({ A: 500_000_000, B: 100_000_000, C: 20_000_000 }[level]!) : null,
      paymentTermDays: random.weighted([
        [0, 15],
        [30, 45],
        [45, 15],
        [60, 20],
        [90, 5],
      ]),
      ownerId: owner.id,
      blocked: standing.kind !== 'own' && random.chance(0.008),
      notes: '',
    },
    contacts,
  }
}

/** The party as a contract names it. */
export function snapshotOf({ row, contacts }: Company, agent: string): PartySnapshot {
  return {
    name: row.name,
    creditCode: row.creditCode,
    address: row.address,
    legalRepresentative: row.legalRepresentative,
    phone: row.phone,
    email: row.email,
    bankName: row.bankName,
    bankAccount: row.bankAccount,
    contact: contacts[0]?.name ?? '',
    agent,
  }
}

/** City, brand of two characters, industry and form; numbered through, so that every index has its own. */
function companyName(seed: number, index: number, random: Random) {
  const syllables = brandSyllables.length
  const brands = syllables * (syllables - 1)
  const all = brands * industries.length * cities.length
  // A step without a common factor walks through all of them before one comes again.
  let at = (index * coprimeStep(all) + (Math.abs(seed) % 1_000_003) * 7919) % all
  const take = (count: number) => {
    const taken = at % count
    at = Math.floor(at / count)
    return taken
  }
  const city = cities[take(cities.length)]!
  const industry = industries[take(industries.length)]!
  const first = take(syllables)
  const second = (first + 1 + take(syllables - 1)) % syllables
  const pair = [brandSyllables[first]!, brandSyllables[second]!]
  const brand = pair.map(({ character }) => character).join('')
  return {
    city,
    industry,
    brand,
    reading: pair.map(({ reading }) => reading).join(''),
    name: `${city.name}${brand}${industry.inName}${random.weighted(companyForms)}`,
  }
}

/** A 统一社会信用代码: a company (91), its place, an organization code with its check digit (GB 11714), the check digit of all (GB 32100). */
function creditCode(seed: number, index: number, city: City): string {
  const organization = organizationCode(seed, index)
  const body = `91${city.code}${organization}`
  return body + creditCodeCheckDigit(body)
}

const codeAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const organizationWeights = [3, 7, 9, 10, 5, 8, 4, 2]

function organizationCode(seed: number, index: number): string {
  const all = codeAlphabet.length ** 6
  let at = (index * 382_467_101 + (Math.abs(seed) % 999_983) * 887) % all
  let body = ''
  for (let place = 0; place < 6; place++) {
    body += codeAlphabet[at % codeAlphabet.length]
    at = Math.floor(at / codeAlphabet.length)
  }
  const code = `MA${body}`
  // Values here are those of the whole alphabet: A is 10, Z is 35.
  const sum = [...code].reduce(
    (so, character, place) => so + Number.parseInt(character, 36) * organizationWeights[place]!,
    0,
  )
  const check = 11 - (sum % 11)
  return code + (check === 10 ? 'X' : check === 11 ? '0' : String(check))
}

/** A number that nobody has: local numbers do not begin with 1. */
function landline(city: City, random: Random): string {
  return `${city.areaCode}-1${random.digits(7)}`
}

function levelOf({ rank, of, kind }: Standing): 'A' | 'B' | 'C' {
  if (kind === 'own') return 'A'
  const place = rank / of
  return place < 0.05 ? 'A' : place < 0.25 ? 'B' : 'C'
}

function coprimeStep(of: number): number {
  let step = Math.floor(of * 0.6180339887)
  while (commonFactor(step, of) !== 1) step++
  return step
}

function commonFactor(a: number, b: number): number {
  return b === 0 ? a : commonFactor(b, a % b)
}

import { recordPayment } from '../../src-shared/payments/payments-operations.ts'
import { cents } from '../../src-shared/kernel/cents.ts'
import { dateOf } from '../../src-shared/kernel/local-date.ts'
import {
  getContract,
  listContracts,
  sealContract,
  signContract,
  signDocument,
} from '../../src-shared/contracts/contracts-operations.ts'
import type { ContractType } from '../../src-shared/contracts/contract.ts'
import type { Core } from '../core.ts'
import type { Sqlite } from '../db/open-database.ts'
import { dateOfDay, dayOf, instantOf, officeHour, workingDay, type Day } from './calendar.ts'
import { systemUserId } from '../execution/read-actor.ts'
import { addJob } from '../execution/run-jobs.ts'
import { Random, stream } from './random.ts'
import { contractStory } from './sample-contract-story.ts'
import { morningOf, type SampleContract, type SampleFate, type SampleTeam } from './sample-deal.ts'
import { SampleDesk, type SampleStory } from './sample-desk.ts'
import { goodsPlans, servicePlans, type SampleDeal } from './sample-terms.ts'
import { fillSample, sampleCompany, samplePerson, type SampleWorkspace } from './sample-workspace.ts'

const seed = 2026
/** Days of business before today; with the weeks before, in which the company was entered. */
const YEAR = 365
const ordinary = 52

/** A deal that the year must have whatever is drawn: days are counted from today, the past negative. */
interface Set {
  type?: ContractType
  out?: boolean
  owner?: string
  /** 万元. */
  worth: number
  drafted: number
  fate?: SampleFate
  urgent?: boolean
  expires?: number
  /** The second instalment is due then. */
  due?: number
  deliver?: number
  supplemented?: boolean
}

const set: readonly Set[] = [
  // Waiting for the general manager.
  { worth: 86, drafted: -5, urgent: true },
  { worth: 132, drafted: -8, urgent: true, owner: 'shenyanqiu' },
  { worth: 58, drafted: -6, urgent: true },
  { worth: 24, drafted: -6, urgent: true, out: true },
  { worth: 9.6, drafted: -4, urgent: true, out: true },
  // On the general manager's own desk, and on others'.
  { type: 'framework', worth: 300, drafted: -3, fate: 'draft', owner: 'jianglichuan' },
  { worth: 46, drafted: -5, fate: 'draft', owner: 'jianglichuan' },
  { type: 'service', worth: 12, drafted: -13, fate: 'returned', owner: 'jianglichuan', urgent: true },
  { worth: 18, drafted: -2, fate: 'draft' },
  { worth: 33, drafted: -4, fate: 'draft' },
  { worth: 7.5, drafted: -3, fate: 'draft', out: true },
  { worth: 28, drafted: -15, fate: 'returned', urgent: true },
  { worth: 41, drafted: -18, fate: 'refused', urgent: true },
  // Approved, to be signed.
  { worth: 26, drafted: -9, fate: 'unsigned', urgent: true },
  { worth: 39, drafted: -12, fate: 'unsigned', urgent: true },
  { type: 'nda', worth: 0, drafted: -10, fate: 'unsigned', urgent: true },
  // Ended before their time.
  { worth: 22, drafted: -66, fate: 'void' },
  { worth: 31, drafted: -150, fate: 'terminated' },
  // Supplemented, and with an order that was cancelled.
  { worth: 52, drafted: -160, supplemented: true },
  { worth: 23, drafted: -110, out: true, supplemented: true },
  { worth: 34, drafted: -85, fate: 'cancelledOrder', due: 35 },
  { worth: 16, drafted: -130, fate: 'cancelledOrder', out: true },
  // Expiring soon.
  { type: 'framework', worth: 200, drafted: -350, expires: 9, owner: 'shenyanqiu' },
  { type: 'framework', worth: 150, drafted: -340, expires: 21, out: true },
  { type: 'service', worth: 14, drafted: -200, expires: 4 },
  { type: 'service', worth: 9.5, drafted: -170, expires: 27 },
  { type: 'nda', worth: 0, drafted: -345, expires: 16, owner: 'jianglichuan' },
  // Due this week, and overdue.
  { worth: 48, drafted: -70, due: 1 },
  { worth: 27, drafted: -64, due: 3 },
  { worth: 19, drafted: -58, due: 5, out: true },
  { worth: 64, drafted: -75, due: 6, owner: 'jianglichuan' },
  { worth: 36, drafted: -95, due: -12, fate: 'unpaid' },
  { worth: 21, drafted: -120, due: -33, fate: 'unpaid' },
  // To be delivered this week, and late.
  { worth: 30, drafted: -38, deliver: 2, fate: 'unshipped', due: 30 },
  { worth: 17, drafted: -33, deliver: 4, fate: 'partShipped', due: 40 },
  { worth: 12, drafted: -40, deliver: 5, fate: 'unshipped', due: 25, out: true },
  { worth: 44, drafted: -52, deliver: -6, fate: 'unshipped', due: 20 },
  { worth: 25, drafted: -47, deliver: -3, fate: 'partShipped', due: 35 },
]

const templateOf: Partial<Record<ContractType, string>> = { sales: 'sales-contract', service: 'technical-service' }

/**
 * The sample company with a year of business up to the dawn of the day of `now` (UTC ms): contracts in every stage, orders, shipments and payments, all by commands that
 * are dated as they would have been. The same day gives the same data.
 */
export async function fillSampleYear(core: Core, now: number): Promise<SampleWorkspace> {
  const today = dayOf(dateOf(now, 'Asia/Shanghai'))
  const random = new Random(seed, stream.sample, 0)
  const desk = new SampleDesk(core, morningOf(workingDay(today - YEAR - 30)), random)
  const { database, files } = core.workspace
  return inOneTransaction([database.sqlite, files.sqlite], async () => {
    const sample = await fillSample(desk.core)
    for (const [i, contract] of [...contractsOf(sample, today)].entries())
      await desk.tell(contractStory(desk, teamOf(sample, today), contract, new Random(seed, stream.sample, i + 1)))
    for (const [i, advance] of advances.entries())
      await desk.tell(advanceStory(desk, sample, { ...advance, today }, new Random(seed, stream.sample, 2000 + i)))
    // Early in a month little has happened in it, on its first day nothing.
    if (dayOfMonth(today) <= freshDays) await desk.tell(dawnStory(desk, sample, today))
    await desk.play(instantOf(today, 10 * 60))
    sealAfterwards(desk.core, sample, now)
    return sample
  })
}

/** Days at the beginning of a month that business may leave empty: New Year, the first of May and the first of October with what stands around them. */
const freshDays = 10

const dayOfMonth = (day: Day): number => Number(dateOfDay(day).slice(8))

/** What the bank's night run and the morning's post bring: a contract that comes back signed, and money both ways. */
async function* dawnStory(desk: SampleDesk, { parties, users }: SampleWorkspace, today: Day): SampleStory {
  yield instantOf(today, 5 * 60)
  const { customers, suppliers } = sampleCompany()
  const paidOn = dateOf(desk.now, desk.core.workspace.timeZone)
  for (const [direction, party, worth] of [
    ['in', customers[4]!, 6.8],
    ['out', suppliers[1]!, 2.4],
  ] as const)
    desk.run(
      recordPayment,
      {
        direction,
        partyId: parties.get(party.name)!,
        amount: cents(worth * 1_000_000),
        paidOn,
        remark: '银行夜间批量入账，待核销',
      },
      users.get('panxinyi')!,
    )
  const manager = users.get(samplePerson)!
  const [waiting] = desk.ask(listContracts, { stage: ['approved'], type: ['sales'], limit: 1 }, manager).rows
  if (waiting === undefined) return
  const { id, version, documentId } = desk.ask(getContract, { id: waiting.id }, manager)
  desk.run(signContract, { id, version, documentId: documentId!, signedOn: paidOn }, manager)
}

/** Contracts that are seen sealed and digitally signed; the files are made once the sample is open, as they take a second each. */
const sealed = 5

function sealAfterwards(core: Core, { seals, certificateId }: SampleWorkspace, now: number): void {
  const { rows } = core.query(
    listContracts,
    {
      stage: ['signed', 'active'],
      type: ['sales', 'purchase', 'service', 'supplementary'],
      sort: 'signedOn',
      limit: sealed,
    },
    systemUserId,
  )
  const { sqlite } = core.workspace.database
  for (const { id, direction } of rows) {
    const { documents } = core.query(getContract, { id }, systemUserId)
    const role = direction === 'out' ? '甲方' : '乙方'
    // Over the edges of several pages only.
    const crossPageSeals = documents.at(-1)!.pages > 1 ? [{ sealId: seals.contract }] : []
    const sealing = { id, seals: [{ sealId: seals.contract, role }], crossPageSeals, onlyIfMissing: true }
    addJob(sqlite, { kind: sealContract.name, payload: sealing, key: `sample-seal:${id}`, at: now })
    const signing = { id, certificateId, location: '杭州市', onlyIfMissing: true }
    addJob(sqlite, { kind: signDocument.name, payload: signing, key: `sample-sign:${id}`, at: now })
  }
}

/** One for some thousand commands, as nobody else is in the workspace yet: waiting for the disk at each would take many seconds. */
async function inOneTransaction<T>(databases: readonly Sqlite[], work: () => Promise<T>): Promise<T> {
  for (const sqlite of databases) sqlite.exec('begin immediate')
  try {
    const done = await work()
    for (const sqlite of databases) sqlite.exec('commit')
    return done
  } catch (error) {
    for (const sqlite of databases) if (sqlite.inTransaction) sqlite.exec('rollback')
    throw error
  }
}

/** 万元 that came in before anyone knows for which contract. */
const advances = [
  { customer: 2, worth: 8, day: -3 },
  { customer: 7, worth: 3.5, day: -9 },
]

async function* advanceStory(
  desk: SampleDesk,
  { parties, users }: SampleWorkspace,
  { customer, worth, day, today }: (typeof advances)[number] & { today: Day },
  random: Random,
): SampleStory {
  yield officeHour(today + day, random)
  desk.run(
    recordPayment,
    {
      direction: 'in',
      partyId: parties.get(sampleCompany().customers[customer]!.name)!,
      amount: cents(worth * 1_000_000),
      paidOn: dateOf(desk.now, desk.core.workspace.timeZone),
      bankReference: random.digits(14),
      remark: '客户未注明合同号，待核销',
    },
    users.get('panxinyi')!,
  )
}

function teamOf({ users }: SampleWorkspace, today: Day): SampleTeam {
  return {
    manager: users.get(samplePerson)!,
    away: instantOf(today - 8, 0),
    logistics: users.get('shikefan')!,
    accountant: users.get('panxinyi')!,
    ownAddress: sampleCompany().company.address,
  }
}

function* contractsOf(sample: SampleWorkspace, today: Day): Generator<SampleContract> {
  const { customers, suppliers, products: sold } = sampleCompany()
  const products = sold.map((product) => ({
    id: sample.products.get(product.code)!,
    name: product.name,
    specification: product.specification,
    unit: product.unit,
    price: Number(product.unitPrice),
    taxRate: Number(product.taxRate),
    category: product.category,
  }))
  const random = new Random(seed, stream.sample, 1000)
  const deal = (
    want: Pick<SampleDeal, 'type' | 'direction' | 'worth' | 'instalments'> & {
      drafted: Day
      owner: string | undefined
      expires: Day | undefined
      instalmentsFor?(signing: Day): SampleDeal['instalments']
    },
  ): SampleContract => {
    const companies = want.direction === 'out' ? suppliers : customers
    const party = companies[random.rank(companies.length)]!
    const signing = workingDay(want.drafted + random.int(6, 11))
    return {
      type: want.type,
      direction: want.direction,
      worth: want.worth,
      partyId: sample.parties.get(party.name)!,
      party,
      ownPartyId: sample.companyId,
      products,
      template: null,
      drafted: workingDay(want.drafted),
      signing,
      term: (want.expires ?? signing + random.int(200, 420)) - signing,
      instalments: want.instalmentsFor?.(signing) ?? want.instalments,
      owner: sample.users.get(want.owner ?? party.owner)!,
      fate: 'usual',
      urgent: false,
      deliverBy: undefined,
      supplemented: false,
    }
  }
  for (let i = 0; i < ordinary; i++) {
    const day = today - YEAR - 12 + Math.floor(((i + random.share()) * (YEAR - 2)) / ordinary)
    const type = random.weighted<ContractType>([
      ['sales', 62],
      ['purchase', 28],
      ['service', 10],
    ])
    yield deal({
      type,
      direction: type === 'purchase' ? 'out' : 'in',
      worth: Math.min(
        1_400_000,
        random.logNormal(type === 'sales' ? 230_000 : type === 'purchase' ? 120_000 : 60_000, 0.75),
      ),
      instalments: random.weighted(type === 'service' ? servicePlans : goodsPlans),
      drafted: day,
      owner: random.chance(0.08) ? 'jianglichuan' : undefined,
      expires: undefined,
    })
  }
  for (const want of set) {
    const type = want.type ?? (want.out ? 'purchase' : 'sales')
    const { due } = want
    yield {
      ...deal({
        type,
        direction: type === 'nda' ? 'none' : want.out ? 'out' : 'in',
        worth: want.worth * 10_000,
        instalments: type === 'framework' ? [] : random.weighted(type === 'service' ? servicePlans : goodsPlans),
        drafted: today + want.drafted,
        owner: want.owner,
        expires: want.expires === undefined ? undefined : today + want.expires,
        ...(due === undefined
          ? {}
          : {
              instalmentsFor: (signing: Day) => [
                ['预付款', 30, 7],
                ['货款', 70, today + due - signing],
              ],
            }),
      }),
      fate: want.fate ?? 'usual',
      // Drafts show their document while they are typed.
      template: (want.fate === 'draft' && sample.templateVersions.get(templateOf[type] ?? '')) || null,
      urgent: want.urgent ?? false,
      supplemented: want.supplemented ?? false,
      deliverBy: want.deliver === undefined ? undefined : today + want.deliver,
    }
  }
}

import type { RoleName } from '../../src-shared/access/roles.ts'
import type { Id } from '../../src-shared/kernel/ids.ts'
import { pinyinKeys } from '../../src-shared/kernel/pinyin.ts'
import { officeHour, workingDay, type Day } from './calendar.ts'
import { Random, stream } from './random.ts'
import { stamp, WorldIds, type WorldRows } from './world-rows.ts'
import { personName } from './words/person-words.ts'

type Department = WorldRows['departments']
type User = WorldRows['users']

/** Everyone in the company. There are as many as asked for, at least one; who is missing in a small company is done by the others. */
export interface People {
  departments: Department[]
  users: User[]
  /** Who sells, who buys, who ships, who pays; never empty. */
  sellers: User[]
  buyers: User[]
  clerks: User[]
  cashiers: User[]
}

const plan: readonly { name: string; share: number; roles: RoleName[]; head: string; member: string }[] = [
  { name: '总经办', share: 0.03, roles: ['generalManager'], head: '总经理', member: '总经理助理' },
  { name: '销售一部', share: 0.24, roles: ['sales'], head: '销售一部经理', member: '客户经理' },
  { name: '销售二部', share: 0.2, roles: ['sales'], head: '销售二部经理', member: '客户经理' },
  { name: '商务部', share: 0.15, roles: ['salesSupport'], head: '商务部经理', member: '商务专员' },
  { name: '采购部', share: 0.14, roles: ['sales'], head: '采购部经理', member: '采购员' },
  { name: '财务部', share: 0.1, roles: ['finance'], head: '财务总监', member: '会计' },
  { name: '法务部', share: 0.05, roles: ['legal'], head: '法务部经理', member: '法务专员' },
  { name: '仓储物流部', share: 0.07, roles: ['salesSupport'], head: '仓储部经理', member: '仓管员' },
  { name: '信息部', share: 0.02, roles: ['administrator'], head: '信息部经理', member: '系统管理员' },
]

/** The first person is the head of the company and administrator; `firstDay` is when they were entered. */
export function generatePeople(seed: number, count: number, firstDay: Day): People {
  const homes = homesOf(count)
  const day = workingDay(firstDay)
  const ids = plan.map((_, at) => {
    const random = new Random(seed, stream.department, at)
    const instant = officeHour(day, random)
    return { id: new WorldIds(stream.department, at, random).next<'Department'>(instant), instant }
  })
  const accounts = new Map<string, number>()
  const users: User[] = []
  const heads = new Map<number, Id<'User'>>()
  homes.forEach((home, at) => {
    const random = new Random(seed, stream.user, at)
    const instant = officeHour(day, random)
    const id = new WorldIds(stream.user, at, random).next<'User'>(instant)
    const name = personName(random)
    const isHead = !heads.has(home)
    if (isHead) heads.set(home, id)
    const account = freeAccount(accounts, pinyinKeys(name, 'person').full)
    users.push({
      id,
      ...stamp(instant, users[0]?.id ?? id),
      account,
      name,
      departmentId: ids[home]!.id,
      position: isHead ? plan[home]!.head : plan[home]!.member,
      mobile: mobileNumber(random),
      email: `${account}@qidan-sample.example`,
      roles: rolesOf(home, isHead, at),
      active: true,
      leftOn: null,
    })
  })
  const departments = plan.map(({ name }, at): Department => ({
    id: ids[at]!.id,
    ...stamp(ids[at]!.instant, users[0]!.id),
    name,
    parentId: null,
    headId: heads.get(at) ?? null,
    sortOrder: at,
  }))
  const of = (...names: string[]) => {
    const homes = new Set(departments.filter(({ name }) => names.includes(name)).map(({ id }) => id))
    const found = users.filter(({ departmentId }) => homes.has(departmentId!))
    return found.length > 0 ? found : users
  }
  return {
    departments,
    users,
    sellers: of('销售一部', '销售二部'),
    buyers: of('采购部'),
    clerks: of('商务部', '仓储物流部'),
    cashiers: of('财务部'),
  }
}

/** A mobile number in a range that is given to no one (164). */
export function mobileNumber(random: Random): string {
  return `164${random.digits(8)}`
}

/** Department of each person: first one for each department in the order of importance, then by share. */
function homesOf(count: number): number[] {
  const order = [0, 1, 5, 3, 4, 2, 6, 7, 8]
  const homes = order.slice(0, count)
  const sizes = plan.map((_, at) => (homes.includes(at) ? 1 : 0))
  while (homes.length < count) {
    // Who is furthest behind its share gets the next.
    const behind = plan.map(({ share }, at) => share * (homes.length + 1) - sizes[at]!)
    const next = behind.indexOf(Math.max(...behind))
    sizes[next]!++
    homes.push(next)
  }
  return homes
}

function rolesOf(home: number, isHead: boolean, at: number): RoleName[] {
  if (at === 0) return ['generalManager', 'administrator']
  const { roles } = plan[home]!
  return isHead && home > 0 && !roles.includes('administrator') ? ['manager', ...roles] : [...roles]
}

function freeAccount(taken: Map<string, number>, wanted: string): string {
  const times = (taken.get(wanted) ?? 0) + 1
  taken.set(wanted, times)
  return times === 1 ? wanted : `${wanted}${times}`
}

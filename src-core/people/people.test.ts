import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import type { Id } from '../../src-shared/kernel/ids.ts'
import { localDate } from '../../src-shared/kernel/local-date.ts'
import { createParty } from '../../src-shared/parties/parties-operations.ts'
import {
  createDepartment,
  createUser,
  deactivateUser,
  findUser,
  getUser,
  listDepartments,
  moveDepartment,
  listUsers,
  reactivateUser,
  readMyself,
  removeDepartment,
  updateDepartment,
  updateUser,
} from '../../src-shared/people/people-operations.ts'
import { makeWorkspace, type TestDesk } from '../../test/support/make-workspace.ts'

const user = (desk: TestDesk, id: Id<'User'>) => {
  const { version } = desk.ask(getUser, { id }, desk.people.system)
  return { id, version }
}

/** 销售部 with 华东组 and 华南组 below it. */
function salesTree(desk: TestDesk) {
  const sales = desk.run(createDepartment, { name: '销售部', sortOrder: 1 })
  const east = desk.run(createDepartment, { name: '华东组', parentId: sales.id, sortOrder: 1 })
  const south = desk.run(createDepartment, { name: '华南组', parentId: sales.id, sortOrder: 2 })
  return { sales, east, south }
}

describe('departments', () => {
  it('stand as a tree, each after its parent, with head and members', async () => {
    await using desk = await makeWorkspace()
    const { sales, south } = salesTree(desk)
    desk.run(updateDepartment, { ...south, changes: { headId: desk.people.sales } })
    desk.run(updateUser, { ...user(desk, desk.people.sales), changes: { departmentId: south.id } })
    const { rows } = desk.ask(listDepartments, {})
    expect(rows.map(({ name, depth, members, head }) => [name, depth, members, head])).toEqual([
      ['总经办', 0, 7, ''],
      ['销售部', 0, 0, ''],
      ['华东组', 1, 0, ''],
      ['华南组', 1, 1, '王强'],
    ])
    expect(rows[3]!.parentId).toBe(sales.id)
  })

  it('cannot be put below themselves, however far down', async () => {
    await using desk = await makeWorkspace()
    const { sales, east } = salesTree(desk)
    const team = desk.run(createDepartment, { name: '上海小组', parentId: east.id })
    for (const parentId of [sales.id, east.id, team.id])
      expect(desk.refused(updateDepartment, { ...sales, changes: { parentId } }).code).toBe('people.departmentCycle')
    expect(desk.refused(updateDepartment, { ...sales, changes: { parentId: team.id } }).params).toEqual({
      department: '销售部',
      parent: '上海小组',
    })
    expect(desk.run(updateDepartment, { ...team, changes: { parentId: null } }).version).toBe(2)
  })

  it('move with their people to a place among others, whose order is one again, in one step', async () => {
    await using desk = await makeWorkspace()
    const { sales, south } = salesTree(desk)
    desk.run(updateUser, { ...user(desk, desk.people.sales), changes: { departmentId: south.id } })
    desk.run(createDepartment, { name: '财务部' })
    const order = () => desk.ask(listDepartments, {}).rows.map(({ name, depth, members }) => [name, depth, members])
    const commands = () =>
      desk.core.workspace.database.sqlite.prepare('select max(seq) from audit_entries').pluck().get()
    const before = commands() as number
    const moved = desk.run(moveDepartment, { ...south, parentId: null, before: sales.id })
    expect(order()).toEqual([
      ['财务部', 0, 0],
      ['总经办', 0, 7],
      ['华南组', 0, 1],
      ['销售部', 0, 0],
      ['华东组', 1, 0],
    ])
    desk.run(moveDepartment, { ...moved, parentId: null, before: null })
    expect(order().at(-1)).toEqual(['华南组', 0, 1])
    expect(commands()).toBe(before + 2)
  })

  it('stay where they are when they cannot move', async () => {
    await using desk = await makeWorkspace()
    const { sales, east, south } = salesTree(desk)
    const refusal = (where: { parentId: typeof sales.id | null; before: typeof sales.id | null }) =>
      desk.refused(moveDepartment, { ...sales, ...where }).code
    expect(refusal({ parentId: east.id, before: null })).toBe('people.departmentCycle')
    expect(refusal({ parentId: null, before: south.id })).toBe('record.missing')
    desk.run(createDepartment, { name: '华南组' })
    expect(desk.refused(moveDepartment, { ...south, parentId: null, before: null }).code).toBe(
      'people.departmentNameTaken',
    )
    desk.run(moveDepartment, { ...south, parentId: sales.id, before: east.id })
    expect(desk.refused(moveDepartment, { ...south, parentId: sales.id, before: null }).code).toBe('record.stale')
  })

  it('are headed only by people who are here', async () => {
    await using desk = await makeWorkspace()
    const { sales } = salesTree(desk)
    desk.run(deactivateUser, user(desk, desk.people.sales))
    expect(desk.refused(updateDepartment, { ...sales, changes: { headId: desk.people.sales } })).toEqual({
      code: 'people.headNotActive',
      params: { name: '王强' },
    })
    expect(desk.refused(createDepartment, { name: '市场部', headId: desk.people.sales }).code).toBe(
      'people.headNotActive',
    )
  })

  it('of one parent have different names; below different parents they may be alike', async () => {
    await using desk = await makeWorkspace()
    const { sales } = salesTree(desk)
    expect(desk.refused(createDepartment, { name: '华东组', parentId: sales.id })).toEqual({
      code: 'people.departmentNameTaken',
      params: { name: '华东组' },
    })
    expect(desk.run(createDepartment, { name: '华东组', parentId: desk.departmentId }).version).toBe(1)
  })

  it('are removed only when nobody and nothing is left in them', async () => {
    await using desk = await makeWorkspace()
    const { sales, east, south } = salesTree(desk)
    expect(desk.refused(removeDepartment, sales)).toEqual({
      code: 'people.departmentHasChildren',
      params: { department: '销售部', children: ['华东组', '华南组'] },
    })
    desk.run(updateUser, { ...user(desk, desk.people.sales), changes: { departmentId: east.id } })
    expect(desk.refused(removeDepartment, east)).toEqual({
      code: 'people.departmentHasPeople',
      params: { department: '华东组', people: 1 },
    })
    expect(desk.run(removeDepartment, south)).toEqual({ id: south.id })
    expect(desk.ask(listDepartments, {}).rows.map(({ name }) => name)).toEqual(['总经办', '销售部', '华东组'])
  })
})

describe('users', () => {
  it('have accounts that differ, in whatever case they are typed', async () => {
    await using desk = await makeWorkspace()
    const { id } = desk.run(createUser, { account: ' Zhang.San ', name: '张三', roles: ['sales'] })
    expect(desk.ask(findUser, { account: 'ZHANG.SAN' })).toMatchObject({ id, account: 'zhang.san', active: true })
    expect(desk.refused(createUser, { account: 'zhang.san', name: '章珊', roles: [] })).toEqual({
      code: 'people.accountTaken',
      params: { account: 'zhang.san', name: '张三' },
    })
    expect(desk.refused(createUser, { account: '张三', name: '张三', roles: [] }).code).toBe('input.invalid')
    expect(() => desk.ask(findUser, { account: 'nobody' })).toThrow(/people.noSuchAccount/)
  })

  it('are listed by pinyin, page by page, each exactly once', async () => {
    await using desk = await makeWorkspace()
    desk.run(createUser, { account: 'zengli', name: '曾丽', roles: ['sales'] })
    desk.run(createUser, { account: 'caowei', name: '曹伟', roles: ['sales'] })
    const names: string[] = []
    let after: string | null = null
    do {
      const page: z.infer<(typeof listUsers)['output']> = desk.ask(listUsers, { after, limit: 3 })
      expect(page.total).toBe(10)
      names.push(...page.rows.map(({ name }) => name))
      after = page.next
    } while (after !== null)
    expect(names).toEqual(['曹伟', '陈总', '管理员', '李娜', '钱进', '孙丽', '王强', '曾丽', '赵敏', '周审'])
    const descending = desk.ask(listUsers, { descending: true }).rows.map(({ name }) => name)
    expect(descending).toEqual(names.toReversed())
  })

  it('are found by name, account, pinyin and initials, by role and by department with those below', async () => {
    await using desk = await makeWorkspace()
    const { sales, east } = salesTree(desk)
    desk.run(createUser, {
      account: 'sxm',
      name: '单晓明',
      departmentId: east.id,
      roles: ['sales'],
      mobile: '13912345678',
    })
    const named = (input: z.input<(typeof listUsers)['input']>) =>
      desk.ask(listUsers, input).rows.map(({ name }) => name)
    for (const text of ['晓明', 'shanxiaoming', 'sxm', '12345678']) expect(named({ text })).toEqual(['单晓明'])
    expect(named({ departmentId: sales.id })).toEqual(['单晓明'])
    expect(named({ role: 'sales' })).toEqual(['单晓明', '王强'])
    expect(named({ text: '、，' })).toEqual([])
  })

  it('who leave are refused from then on, keep their name on what they did and may come back', async () => {
    await using desk = await makeWorkspace()
    const { sales } = salesTree(desk)
    desk.run(updateDepartment, { ...sales, changes: { headId: desk.people.sales } })
    const party = desk.run(
      createParty,
      { kind: 'customer', name: '宁波远洋物流有限公司', ownerId: desk.people.sales },
      desk.people.sales,
    )
    const left = desk.run(deactivateUser, { ...user(desk, desk.people.sales), leftOn: localDate('2026-11-20') })
    expect(left.warnings).toEqual([
      { code: 'people.departmentsWithoutHead', params: { name: '王强', departments: ['销售部'] } },
      { code: 'people.partiesOwned', params: { name: '王强', count: 1 } },
    ])
    expect(desk.ask(listDepartments, {}).rows.find(({ id }) => id === sales.id)!.headId).toBeNull()
    expect(desk.refused(createParty, { kind: 'customer', name: '新客户' }, desk.people.sales).code).toBe(
      'access.unknownUser',
    )
    expect(desk.ask(listUsers, { active: null, text: '王强' }).rows[0]).toMatchObject({
      active: false,
      leftOn: '2026-11-20',
    })
    expect(desk.ask(listUsers, { text: '王强' }).total).toBe(0)
    expect(party.version).toBe(1)
    desk.run(reactivateUser, { id: left.id, version: left.version })
    expect(desk.ask(getUser, { id: left.id })).toMatchObject({ active: true, leftOn: null })
  })

  it('cannot deactivate themselves, nor the last one who may let people in', async () => {
    await using desk = await makeWorkspace()
    const { administrator, generalManager } = desk.people
    expect(desk.refused(deactivateUser, user(desk, administrator), administrator).code).toBe('people.notOneself')
    desk.run(deactivateUser, user(desk, generalManager), administrator)
    expect(desk.refused(deactivateUser, user(desk, administrator), desk.people.system)).toEqual({
      code: 'people.lastAdministrator',
      params: { name: '管理员' },
    })
    expect(
      desk.refused(updateUser, { ...user(desk, administrator), changes: { roles: ['sales'] } }, desk.people.system)
        .code,
    ).toBe('people.lastAdministrator')
  })

  it('do not give themselves rights', async () => {
    await using desk = await makeWorkspace()
    const { administrator } = desk.people
    const seen = user(desk, administrator)
    expect(
      desk.refused(updateUser, { ...seen, changes: { roles: ['administrator', 'finance'] } }, administrator).code,
    ).toBe('people.ownRoles')
    expect(
      desk.run(updateUser, { ...seen, changes: { roles: ['administrator'], position: '系统管理员' } }, administrator)
        .version,
    ).toBe(2)
  })

  it('are kept by the administrator, not by everyone', async () => {
    await using desk = await makeWorkspace()
    for (const who of ['sales', 'legal', 'finance', 'manager', 'auditor'] as const)
      expect(
        desk.refused(createUser, { account: 'new', name: '新人', roles: ['generalManager'] }, desk.people[who]).code,
      ).toBe('access.denied')
  })

  it('learn who they are and what they may do', async () => {
    await using desk = await makeWorkspace()
    const me = desk.ask(readMyself, {}, desk.people.auditor)
    expect(me).toMatchObject({ id: desk.people.auditor, name: '周审', roles: ['auditor'] })
    expect(me.permissions).toContain('*.read')
  })
})

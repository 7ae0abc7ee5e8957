import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { attachFile } from '../../src-shared/files/files-operations.ts'
import { cents } from '../../src-shared/kernel/cents.ts'
import {
  addContact,
  blockParty,
  createParty,
  findSimilarParties,
  getParty,
  listParties,
  removeContact,
  removeParty,
  unblockParty,
  updateContact,
  updateParty,
} from '../../src-shared/parties/parties-operations.ts'
import { recordPayment } from '../../src-shared/payments/payments-operations.ts'
import { localDate } from '../../src-shared/kernel/local-date.ts'
import { makeWorkspace, type TestDesk } from '../../test/support/make-workspace.ts'

const codes = ['91330100MA2B1XQ4XL', '91330200MA2AJ4FK1U', '91310000MA1FL5BB9G'] as const
const code = (which: 0 | 1 | 2): string => codes[which]

const names = (desk: TestDesk, input: z.input<(typeof listParties)['input']>) =>
  desk.ask(listParties, input).rows.map(({ name }) => name)

describe('a new party', () => {
  it('is kept with its contacts, the first of them primary', async () => {
    await using desk = await makeWorkspace()
    const made = desk.run(createParty, {
      kind: 'customer',
      name: '  杭州云海贸易有限公司 ',
      creditCode: code(0),
      creditLimit: cents(200_000_000),
      ownerId: desk.people.sales,
      contacts: [{ name: '林峰', mobile: '13800000001' }, { name: '周敏' }],
    })
    expect(made).toMatchObject({ version: 1, warnings: [] })
    const party = desk.ask(getParty, { id: made.id })
    expect(party).toMatchObject({
      name: '杭州云海贸易有限公司',
      creditCode: code(0),
      creditLimit: 200_000_000,
      owner: '王强',
      contact: '林峰',
      blocked: false,
      region: '',
      paymentTermDays: null,
    })
    expect(party.contacts.map(({ name, isPrimary }) => [name, isPrimary])).toEqual([
      ['林峰', true],
      ['周敏', false],
    ])
    expect(party.contacts.map(({ id }) => id).toSorted()).toEqual(made.contactIds.toSorted())
  })

  it('with a credit code that another party has is refused, naming it', async () => {
    await using desk = await makeWorkspace()
    const { id } = desk.run(createParty, { kind: 'customer', name: '杭州云海贸易有限公司', creditCode: code(0) })
    const spaced = `${code(0).slice(0, 6).toLowerCase()} ${code(0).slice(6)}`
    expect(desk.refused(createParty, { kind: 'supplier', name: '云海（杭州）', creditCode: spaced })).toEqual({
      code: 'party.creditCodeTaken',
      params: { creditCode: code(0), party: '杭州云海贸易有限公司', id },
    })
    const other = desk.run(createParty, { kind: 'supplier', name: '宁波远洋物流有限公司' })
    expect(desk.refused(updateParty, { id: other.id, version: 1, changes: { creditCode: code(0) } }).code).toBe(
      'party.creditCodeTaken',
    )
    expect(desk.run(updateParty, { id, version: 1, changes: { creditCode: code(0), level: 'A' } }).version).toBe(2)
  })

  it.each([
    ['a wrong check digit', '91310115MA1K4DKY1A', { code: 'creditCode.checkDigit', given: 'A', expected: 'X' }],
    ['a letter that no code has', '91310115MA1K4DKO1X', { code: 'creditCode.character', position: 16, character: 'O' }],
    ['a character too few', '91310115MA1K4DKY1', { code: 'creditCode.length', length: 17 }],
  ])(
    'with %s in its credit code is refused with what is wrong',
    async (_, creditCode, { code: refusal, ...params }) => {
      await using desk = await makeWorkspace()
      expect(desk.refused(createParty, { kind: 'customer', name: '某公司', creditCode })).toMatchObject({
        code: refusal,
        params: { creditCode, ...params },
      })
    },
  )

  it('named like another is kept, with a warning that names the other', async () => {
    await using desk = await makeWorkspace()
    const first = desk.run(createParty, { kind: 'customer', name: '华为技术有限公司' })
    const second = desk.run(createParty, { kind: 'customer', name: '华为技术（深圳）股份有限公司' })
    expect(second.warnings).toEqual([
      {
        code: 'party.similarName',
        params: { name: '华为技术（深圳）股份有限公司', party: '华为技术有限公司', id: first.id },
      },
    ])
    const renamed = desk.run(updateParty, { id: first.id, version: 1, changes: { name: '华为技术 有限责任公司' } })
    expect(renamed.warnings).toHaveLength(1)
    expect(desk.run(updateParty, { id: first.id, version: 2, changes: { level: 'A' } }).warnings).toEqual([])
  })

  it('can be looked for before it is saved: the same code first, then names alike', async () => {
    await using desk = await makeWorkspace()
    const alike = desk.run(createParty, { kind: 'customer', name: '远洋物流有限公司' })
    const same = desk.run(createParty, { kind: 'customer', name: '宁波海运', creditCode: code(1) })
    const ask = { name: '远洋物流（宁波）公司', creditCode: code(1).toLowerCase() }
    expect(desk.ask(findSimilarParties, ask).rows.map(({ id, because }) => [id, because])).toEqual([
      [same.id, 'creditCode'],
      [alike.id, 'name'],
    ])
    expect(desk.ask(findSimilarParties, { ...ask, except: same.id }).rows.map(({ id }) => id)).toEqual([alike.id])
    expect(desk.ask(findSimilarParties, { name: '', creditCode: null }).rows).toEqual([])
  })

  it('of our own is a matter of the settings', async () => {
    await using desk = await makeWorkspace()
    const subsidiary = { kind: 'own' as const, name: '契单（苏州）科技有限公司' }
    expect(desk.refused(createParty, subsidiary, desk.people.sales)).toEqual({
      code: 'party.ownNeedsSettings',
      params: { actor: '王强' },
    })
    const { id, version } = desk.run(createParty, subsidiary)
    expect(desk.refused(updateParty, { id, version, changes: { bankAccount: '1' } }, desk.people.finance).code).toBe(
      'party.ownNeedsSettings',
    )
    expect(desk.refused(blockParty, { id, version, reason: '注销' }).code).toBe('party.ownNotBlocked')
    expect(desk.refused(removeParty, { id: desk.ourPartyId, version: 1 }).code).toBe('party.isOurCompany')
    expect(desk.refused(updateParty, { id: desk.ourPartyId, version: 1, changes: { kind: 'customer' } }).code).toBe(
      'party.isOurCompany',
    )
  })
})

describe('a party in use', () => {
  it('is blocked instead of removed, with what uses it', async () => {
    await using desk = await makeWorkspace()
    const { id, version } = desk.run(createParty, { kind: 'supplier', name: '宁波远洋物流有限公司' })
    desk.run(recordPayment, {
      direction: 'out',
      partyId: id,
      amount: cents(100_00),
      paidOn: localDate('2026-11-20'),
    })
    const fileHash = desk.core.workspace.files.put(new TextEncoder().encode('营业执照'))
    desk.run(attachFile, { attachedTo: 'party', recordId: id, fileHash, name: '营业执照.txt' })
    expect(desk.refused(removeParty, { id, version })).toEqual({
      code: 'party.used',
      params: { party: '宁波远洋物流有限公司', uses: ['payments', 'attachments'] },
    })
    const blocked = desk.run(blockParty, { id, version, reason: '多次延误' })
    expect(desk.refused(blockParty, { ...blocked, reason: '再次' }).code).toBe('party.alreadyBlocked')
    expect(desk.ask(listParties, { blocked: true }).rows.map((party) => party.id)).toEqual([id])
    const open = desk.run(unblockParty, { ...blocked, reason: '已整改' })
    expect(desk.ask(getParty, { id })).toMatchObject({ blocked: false, version: open.version })
  })

  it('that was never used goes, with its contacts, and is not found any more', async () => {
    await using desk = await makeWorkspace()
    const { id, version } = desk.run(createParty, { kind: 'customer', name: '误建公司', contacts: [{ name: '某人' }] })
    expect(names(desk, { text: '误建' })).toEqual(['误建公司'])
    desk.run(removeParty, { id, version })
    expect(names(desk, { text: '误建' })).toEqual([])
    expect(() => desk.ask(getParty, { id })).toThrow(/record.missing/)
    expect(desk.core.workspace.database.sqlite.prepare('select count(*) from contacts').pluck().get()).toBe(0)
  })
})

describe('contacts', () => {
  it('have one primary among them: a new one takes the place of the old', async () => {
    await using desk = await makeWorkspace()
    const { id: partyId } = desk.run(createParty, { kind: 'customer', name: '杭州云海', contacts: [{ name: '林峰' }] })
    const primary = () =>
      desk
        .ask(getParty, { id: partyId })
        .contacts.filter(({ isPrimary }) => isPrimary)
        .map(({ name }) => name)
    desk.run(addContact, { partyId, name: '周敏' })
    expect(primary()).toEqual(['林峰'])
    const third = desk.run(addContact, { partyId, name: '吴迪', isPrimary: true })
    expect(primary()).toEqual(['吴迪'])
    desk.run(updateContact, { ...third, changes: { isPrimary: false } })
    expect(primary()).toEqual([])
  })

  it('are found through their party, until they are removed', async () => {
    await using desk = await makeWorkspace()
    const { id: partyId } = desk.run(createParty, { kind: 'customer', name: '杭州云海' })
    const contact = desk.run(addContact, { partyId, name: '欧阳倩', mobile: '13712345678' })
    for (const text of ['欧阳', 'ouyang', 'oyq', '1371234']) expect(names(desk, { text })).toEqual(['杭州云海'])
    const renamed = desk.run(updateContact, { ...contact, changes: { name: '欧阳茜茜' } })
    expect(names(desk, { text: '茜茜' })).toEqual(['杭州云海'])
    expect(desk.refused(removeContact, contact).code).toBe('record.stale')
    desk.run(removeContact, renamed)
    expect(names(desk, { text: '欧阳' })).toEqual([])
  })
})

describe('the list of parties', () => {
  const companies = [
    '重庆长安机械',
    '安徽江淮动力',
    '西安飞豹航空',
    'ABC 国际货运',
    '杭州云海贸易',
    '长沙远大空调',
    '阿里云计算',
  ]

  async function filled() {
    const desk = await makeWorkspace()
    companies.forEach((name, i) => {
      desk.run(createParty, {
        kind: (['customer', 'supplier', 'both'] as const)[i % 3]!,
        name,
        shortName: name.slice(2),
        region: i % 2 === 0 ? '华东' : '西部',
        creditCode: i === 4 ? code(2) : null,
      })
    })
    return desk
  }

  const inOrder = [
    '阿里云计算',
    'ABC 国际货运',
    '安徽江淮动力',
    '长沙远大空调',
    '重庆长安机械',
    '杭州云海贸易',
    '上海契单科技有限公司',
    '西安飞豹航空',
  ]

  it.each([1, 2, 3, 7, 8, 200])(
    'is in the order of pinyin, whole over pages of %i in both directions',
    async (limit) => {
      await using desk = await filled()
      const walk = (descending: boolean) => {
        const seen: string[] = []
        let after: string | null = null
        do {
          const page: z.infer<(typeof listParties)['output']> = desk.ask(listParties, { after, limit, descending })
          expect(page.total).toBe(inOrder.length)
          seen.push(...page.rows.map(({ name }) => name))
          after = page.next
        } while (after !== null)
        return seen
      }
      expect(walk(false)).toEqual(inOrder)
      expect(walk(true)).toEqual(inOrder.toReversed())
    },
  )

  it('is found by two characters, short name, pinyin, initials and credit code', async () => {
    await using desk = await filled()
    for (const text of ['云海', 'hangzhou', 'hzyh', code(2).slice(4, 12).toLowerCase(), '杭州 贸易'])
      expect(names(desk, { text })).toEqual(['杭州云海贸易'])
    expect(names(desk, { text: 'cq' })).toEqual(['重庆长安机械'])
    expect(names(desk, { text: '不存在' })).toEqual([])
  })

  it('of customers holds those that are suppliers as well', async () => {
    await using desk = await filled()
    const kinds = (kind: ('customer' | 'supplier' | 'both' | 'own')[]) =>
      [...new Set(desk.ask(listParties, { kind }).rows.map((party) => party.kind))].toSorted()
    expect(kinds(['customer'])).toEqual(['both', 'customer'])
    expect(kinds(['supplier'])).toEqual(['both', 'supplier'])
    expect(kinds(['both'])).toEqual(['both'])
    expect(kinds(['own'])).toEqual(['own'])
  })

  it('holds what was touched last first, when asked so, and takes filters together', async () => {
    await using desk = await filled()
    const { rows } = desk.ask(listParties, { sort: 'updated', descending: true, limit: 2 })
    expect(rows.map(({ name }) => name)).toEqual(['阿里云计算', '长沙远大空调'])
    desk.run(updateParty, {
      id: desk.ask(listParties, { text: '长安' }).rows[0]!.id,
      version: 1,
      changes: { level: 'A' },
    })
    expect(names(desk, { sort: 'updated', descending: true, limit: 1 })).toEqual(['重庆长安机械'])
    expect(names(desk, { region: '华东', kind: ['customer'], level: 'A' })).toEqual(['重庆长安机械'])
    expect(desk.ask(listParties, { region: '华东' }).total).toBe(4)
  })

  it('goes on only from a cursor that a list gave, and gives at most 200 rows', async () => {
    await using desk = await makeWorkspace()
    expect(() => desk.ask(listParties, { after: 'nonsense' })).toThrow(/input.invalid/)
    expect(() => desk.ask(listParties, { limit: 201 })).toThrow(/input.invalid/)
  })
})

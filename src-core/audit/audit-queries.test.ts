import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { getAuditEntry, listAuditEntries, readAuditHead, readHistory } from '../../src-shared/audit/audit-operations.ts'
import { cents } from '../../src-shared/kernel/cents.ts'
import { localDate } from '../../src-shared/kernel/local-date.ts'
import {
  addContact,
  createParty,
  removeContact,
  updateContact,
  updateParty,
} from '../../src-shared/parties/parties-operations.ts'
import { updateUser } from '../../src-shared/people/people-operations.ts'
import { addCertificate } from '../../src-shared/settings/settings-operations.ts'
import { makeWorkspace, type TestDesk } from '../../test/support/make-workspace.ts'

const day = 86_400_000

/** A party over two days: made by sales, changed by finance, refused once. */
async function deskWithParty() {
  const desk = await makeWorkspace()
  const party = desk.run(createParty, { kind: 'customer', name: '杭州云海', level: 'B' }, desk.people.sales)
  desk.advance(day)
  desk.run(
    updateParty,
    { id: party.id, version: 1, changes: { level: 'A', creditLimit: cents(500_000_00) } },
    desk.people.finance,
  )
  desk.refused(updateParty, { id: party.id, version: 1, changes: { level: 'C' } }, desk.people.sales)
  return { desk, party }
}

const entries = (desk: TestDesk, input: z.input<(typeof listAuditEntries)['input']>) =>
  desk.ask(listAuditEntries, input, desk.people.auditor)

describe('the audit', () => {
  it('lists who did what, newest first, refused attempts with their reason', async () => {
    const { desk } = await deskWithParty()
    await using _ = desk
    const { rows, total } = entries(desk, { limit: 3 })
    expect(rows.map(({ name, actor, outcome, code, changes }) => [name, actor, outcome, code, changes])).toEqual([
      ['parties.update', '王强', 'refused', 'record.stale', 0],
      ['parties.update', '钱进', 'done', null, 1],
      ['parties.create', '王强', 'done', null, 1],
    ])
    expect(total).toBe(rows[0]!.seq)
    expect(desk.ask(readAuditHead, {}, desk.people.auditor)).toEqual({ seq: total, hash: rows[0]!.hash })
    expect(entries(desk, { name: 'settings.saveCompany' }).rows[0]!.actor).toBe('系统')
  })

  it('is read page by page to its beginning', async () => {
    const { desk } = await deskWithParty()
    await using _ = desk
    const seqs: number[] = []
    let after: string | null = null
    do {
      const page: z.infer<(typeof listAuditEntries)['output']> = entries(desk, { after, limit: 5 })
      seqs.push(...page.rows.map(({ seq }) => seq))
      after = page.next
    } while (after !== null)
    expect(seqs).toEqual(Array.from({ length: seqs[0]! }, (_, i) => seqs[0]! - i))
  })

  it('is filtered by person, command, area, outcome and day of the workspace', async () => {
    const { desk } = await deskWithParty()
    await using _ = desk
    const found = (input: z.input<(typeof listAuditEntries)['input']>) => {
      const { rows, total } = entries(desk, input)
      expect(total).toBe(rows.length)
      return rows.map(({ name, outcome }) => `${name} ${outcome}`)
    }
    expect(found({ actorId: desk.people.sales })).toEqual(['parties.update refused', 'parties.create done'])
    expect(found({ name: 'parties.create' })).toEqual(['parties.create done'])
    expect(found({ name: 'parties.', outcome: 'done' })).toEqual(['parties.update done', 'parties.create done'])
    expect(found({ from: localDate('2026-11-25') })).toEqual(['parties.update refused', 'parties.update done'])
    expect(found({ name: 'parties.', to: localDate('2026-11-24') })).toEqual(['parties.create done'])
    expect(found({ name: 'part%' })).toEqual([])
  })

  it('shows an entry with its input and every field it changed', async () => {
    const { desk, party } = await deskWithParty()
    await using _ = desk
    const { seq } = entries(desk, { outcome: 'done', limit: 1 }).rows[0]!
    const entry = desk.ask(getAuditEntry, { seq }, desk.people.auditor)
    expect(entry.input).toEqual({ id: party.id, version: 1, changes: { level: 'A', creditLimit: 50_000_000 } })
    expect(entry.rows).toEqual([
      {
        table: 'parties',
        id: party.id,
        op: 'update',
        fields: [
          { field: 'level', from: 'B', to: 'A' },
          { field: 'credit_limit', from: null, to: 50_000_000 },
        ],
      },
    ])
    expect(() => desk.ask(getAuditEntry, { seq: 9999 }, desk.people.auditor)).toThrow(/record.missing/)
  })

  it('never shows a secret, neither in the input nor in the row', async () => {
    await using desk = await makeWorkspace()
    const { id } = desk.run(addCertificate, {
      subject: '上海契单科技有限公司',
      serial: '0a1b2c',
      p12Hash: desk.core.workspace.files.put(new Uint8Array([0x30, 0x82])),
      password: 'p12-secret-9271',
      selfMade: true,
      validFrom: localDate('2026-01-01'),
      validTo: localDate('2028-12-31'),
    })
    const { seq } = entries(desk, { limit: 1 }).rows[0]!
    const shown = JSON.stringify([
      desk.ask(getAuditEntry, { seq }, desk.people.auditor),
      desk.ask(readHistory, { table: 'certificates', id }, desk.people.auditor),
    ])
    expect(shown).toContain('0a1b2c')
    expect(shown).not.toContain('p12-secret-9271')
  })

  it('is closed to those who may not read it', async () => {
    const { desk } = await deskWithParty()
    await using _ = desk
    for (const who of ['sales', 'legal', 'finance'] as const)
      expect(() => desk.ask(listAuditEntries, {}, desk.people[who])).toThrow(/access.denied/)
  })
})

describe('the history of a record', () => {
  it('tells who changed which field from what to what, its parts included, removed ones too', async () => {
    const { desk, party } = await deskWithParty()
    await using _ = desk
    const contact = desk.run(addContact, { partyId: party.id, name: '林峰' }, desk.people.sales)
    const changed = desk.run(updateContact, { ...contact, changes: { mobile: '13800000000' } }, desk.people.sales)
    desk.run(removeContact, changed, desk.people.manager)
    const other = desk.run(createParty, { kind: 'supplier', name: '宁波远洋', contacts: [{ name: '别人' }] })
    const history = desk.ask(readHistory, { table: 'parties', id: party.id })
    expect(history.rows.map(({ table, op, actor, name }) => [table, op, actor, name])).toEqual([
      ['contacts', 'delete', '孙丽', 'parties.removeContact'],
      ['contacts', 'update', '王强', 'parties.updateContact'],
      ['contacts', 'insert', '王强', 'parties.addContact'],
      ['parties', 'update', '钱进', 'parties.update'],
      ['parties', 'insert', '王强', 'parties.create'],
    ])
    expect(history.total).toBe(5)
    expect(history.rows[1]!.fields).toEqual([{ field: 'mobile', from: '', to: '13800000000' }])
    expect(history.rows[3]!.fields).toContainEqual({ field: 'level', from: 'B', to: 'A' })
    expect(history.rows[4]!.fields).toContainEqual({ field: 'name', from: null, to: '杭州云海' })
    const alone = desk.ask(readHistory, { table: 'parties', id: party.id, withParts: false, limit: 1 })
    expect(alone.rows.map(({ op }) => op)).toEqual(['update'])
    const rest = desk.ask(readHistory, { table: 'parties', id: party.id, withParts: false, after: alone.next })
    expect(rest.rows.map(({ op }) => op)).toEqual(['insert'])
    expect(desk.ask(readHistory, { table: 'parties', id: other.id }).total).toBe(2)
  })

  it('shows lists as lists', async () => {
    await using desk = await makeWorkspace()
    desk.run(updateUser, { id: desk.people.sales, version: 1, changes: { roles: ['sales', 'legal'] } })
    const [latest] = desk.ask(readHistory, { table: 'users', id: desk.people.sales }).rows
    expect(latest!.fields).toEqual([{ field: 'roles', from: ['sales'], to: ['sales', 'legal'] }])
  })

  it('is open to those who may read the record, and to auditors', async () => {
    const { desk, party } = await deskWithParty()
    await using _ = desk
    const read = (table: string, who: keyof typeof desk.people) =>
      desk.ask(readHistory, { table, id: party.id }, desk.people[who]).total
    expect(read('parties', 'sales')).toBe(2)
    expect(read('parties', 'auditor')).toBe(2)
    expect(read('parties', 'administrator')).toBe(2)
    expect(() => read('certificates', 'salesSupport')).toThrow(/access.denied/)
    expect(() => read('audit_entries', 'sales')).toThrow(/access.denied/)
    expect(() => read('audit_entries', 'generalManager')).toThrow(/audit.unknownTable/)
  })
})

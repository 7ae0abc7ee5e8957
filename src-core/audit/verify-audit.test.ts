import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { AuditVerification } from '../../src-shared/audit/audit-verification.ts'
import { parseRate, parseUnitPrice } from '../../src-shared/kernel/decimal.ts'
import { addContact, createParty, removeContact, updateParty } from '../../src-shared/parties/parties-operations.ts'
import { createProduct } from '../../src-shared/products/products-operations.ts'
import { verifyAuditTask } from '../../src-shared/audit/audit-operations.ts'
import { makeWorkspace, type TestDesk } from '../../test/support/make-workspace.ts'
import { entryHash, type AuditEntry } from '../execution/audit-chain.ts'
import { verifyAudit } from './verify-audit.ts'

const sqlite = (desk: TestDesk) => desk.core.workspace.database.sqlite
const verify = (desk: TestDesk, known?: { seq: number; hash: string }[]) =>
  verifyAudit(desk.core.workspace.database, known ? { known } : {})

/** Writes past the recorder, as one would with the key and a database tool. */
const tamper = (desk: TestDesk, sql: string, ...values: unknown[]) => {
  const { changes } = sqlite(desk)
    .prepare(sql)
    .run(...values)
  expect(changes).toBe(1)
}

const changeOf = (desk: TestDesk, seq: number) =>
  sqlite(desk).prepare('select id from row_changes where seq = ? order by id limit 1').pluck().get(seq) as number

/** A desk with some history: a party with contacts, one of them removed, a product, and a refused command. */
async function deskWithHistory() {
  const desk = await makeWorkspace()
  const party = desk.run(createParty, { kind: 'customer', name: '宁波远洋物流有限公司' })
  const contact = desk.run(addContact, { partyId: party.id, name: '林峰' })
  desk.run(addContact, { partyId: party.id, name: '周敏' })
  desk.run(updateParty, { id: party.id, version: 1, changes: { level: 'A', region: '浙江' } })
  desk.refused(updateParty, { id: party.id, version: 1, changes: { level: 'B' } })
  desk.run(removeContact, contact)
  desk.run(createProduct, {
    code: 'P-1',
    name: '托盘',
    unit: '个',
    unitPrice: parseUnitPrice('45'),
    taxRate: parseRate('13%'),
  })
  const seqOf = (name: string) =>
    sqlite(desk)
      .prepare('select seq from audit_entries where name = ? order by seq limit 1')
      .pluck()
      .get(name) as number
  return { desk, party, contact, seqOf, head: seqOf('products.create') }
}

describe('an untouched audit', () => {
  it('is sound, with its entries, changes and records counted', async () => {
    const { desk, head } = await deskWithHistory()
    await using _ = desk
    const found = verify(desk)
    expect(found).toMatchObject({ sound: true, entries: head, firstFault: null, recordFaults: [] })
    expect(found.head).toEqual({ seq: head, hash: expect.stringMatching(/^[0-9a-f]{64}$/) })
    expect(found.changes).toBe(sqlite(desk).prepare('select count(*) from row_changes').pluck().get())
    // Our company and its setting, the department, eight people, the party, two contacts, the product.
    expect(found.records).toBe(15)
  })

  it('of a new workspace is sound', async () => {
    await using desk = await makeWorkspace()
    expect(verify(desk).sound).toBe(true)
  })

  it('is sound for what the desk does while it is being verified as a task', async () => {
    const { desk } = await deskWithHistory()
    await using _ = desk
    let during = 0
    const found = (await desk.core.runTask(verifyAuditTask.name, {}, desk.people.auditor, {
      progress: () => {
        during += 1
        if (during <= 3) desk.run(createParty, { kind: 'supplier', name: `新供应商${during}` })
      },
    })) as AuditVerification
    expect(during).toBeGreaterThan(3)
    expect(found).toMatchObject({ sound: true })
  })

  it('stops when the task is cancelled', async () => {
    const { desk } = await deskWithHistory()
    await using _ = desk
    const controller = new AbortController()
    const task = desk.core.runTask(verifyAuditTask.name, {}, desk.people.auditor, {
      signal: controller.signal,
      progress: () => controller.abort(),
    })
    await expect(task).rejects.toThrow(/abort/i)
  })
})

describe('verification of the chain names the first entry', () => {
  it.each([
    ['input', `json_set(input, '$.level', 'C')`],
    ['actor_id', `'00000000000000000000000000'`],
    ['issued_at', 'issued_at + 1'],
    ['name', `'parties.create'`],
    ['outcome', `'refused'`],
    ['result', `'{}'`],
  ])('whose %s was edited', async (column, value) => {
    const { desk, seqOf } = await deskWithHistory()
    await using _ = desk
    const seq = seqOf('parties.update')
    tamper(desk, `update audit_entries set ${column} = ${value} where seq = ?`, seq)
    expect(verify(desk)).toMatchObject({ sound: false, firstFault: { seq, fault: 'edited' } })
  })

  it('after one that was edited and given a hash that fits again', async () => {
    const { desk, seqOf } = await deskWithHistory()
    await using _ = desk
    const seq = seqOf('parties.update')
    tamper(desk, `update audit_entries set issued_at = issued_at + 1 where seq = ?`, seq)
    rehash(desk, seq)
    expect(verify(desk).firstFault).toEqual({ seq: seq + 1, fault: 'unlinked' })
  })

  it('that is missing', async () => {
    const { desk, seqOf } = await deskWithHistory()
    await using _ = desk
    const seq = seqOf('parties.removeContact')
    tamper(desk, 'delete from audit_entries where seq = ?', seq)
    expect(verify(desk).firstFault).toEqual({ seq, fault: 'missing' })
  })

  it('that is missing at the very beginning', async () => {
    const { desk } = await deskWithHistory()
    await using _ = desk
    tamper(desk, 'delete from audit_entries where seq = 1')
    expect(verify(desk).firstFault).toEqual({ seq: 1, fault: 'missing' })
  })

  it('that was cut off the end', async () => {
    const { desk, head } = await deskWithHistory()
    await using _ = desk
    tamper(desk, 'delete from audit_entries where seq = ?', head)
    expect(verify(desk).firstFault).toEqual({ seq: head, fault: 'truncated' })
  })

  it('that was cut off the end together with its changes, its outbox entry and the counter, when its hash is known elsewhere', async () => {
    const { desk, head } = await deskWithHistory()
    await using _ = desk
    const known = [verify(desk).head]
    sqlite(desk).exec(`delete from audit_entries where seq = ${head};
      delete from row_changes where seq = ${head};
      delete from outbox where seq = ${head};
      delete from products;
      update sqlite_sequence set seq = ${head - 1} where name = 'audit_entries'`)
    expect(verify(desk).sound).toBe(true)
    expect(verify(desk, known).firstFault).toEqual({ seq: head, fault: 'truncated' })
  })

  it('that was swapped with the next', async () => {
    const { desk, seqOf } = await deskWithHistory()
    await using _ = desk
    const seq = seqOf('parties.update')
    sqlite(desk).exec(`update audit_entries set seq = -1 where seq = ${seq};
      update audit_entries set seq = ${seq} where seq = ${seq + 1};
      update audit_entries set seq = ${seq + 1} where seq = -1`)
    expect(verify(desk).firstFault).toEqual({ seq, fault: 'edited' })
  })

  it('of a history that was written anew from there on, when a later hash is known elsewhere', async () => {
    const { desk, seqOf, head } = await deskWithHistory()
    await using _ = desk
    const known = [verify(desk).head]
    const seq = seqOf('parties.update')
    tamper(desk, `update audit_entries set issued_at = issued_at + 1 where seq = ?`, seq)
    for (let each = seq; each <= head; each += 1) rehash(desk, each, true)
    expect(verify(desk).sound).toBe(true)
    expect(verify(desk, known).firstFault).toEqual({ seq: head, fault: 'otherHistory' })
  })
})

describe('verification of the row changes names the entry', () => {
  it('one of whose changes was edited', async () => {
    const { desk, seqOf } = await deskWithHistory()
    await using _ = desk
    const seq = seqOf('parties.update')
    tamper(desk, `update row_changes set after = json_set(after, '$.level', 'C') where id = ?`, changeOf(desk, seq))
    expect(verify(desk)).toMatchObject({ sound: false, firstFault: { seq, fault: 'changes' } })
  })

  it('one of whose changes was removed', async () => {
    const { desk, seqOf } = await deskWithHistory()
    await using _ = desk
    const seq = seqOf('parties.removeContact')
    tamper(desk, 'delete from row_changes where id = ?', changeOf(desk, seq))
    expect(verify(desk).firstFault).toEqual({ seq, fault: 'changes' })
  })

  it('whose last change, the last of all, was removed', async () => {
    const { desk, head } = await deskWithHistory()
    await using _ = desk
    tamper(desk, 'delete from row_changes where id = (select max(id) from row_changes)')
    expect(verify(desk).firstFault).toEqual({ seq: head, fault: 'changes' })
  })

  it('whose changes were put in another order', async () => {
    await using desk = await makeWorkspace()
    desk.run(createParty, { kind: 'customer', name: '宁波远洋物流有限公司', contacts: [{ name: '林峰' }] })
    const { seq } = verify(desk).head
    const [first, second] = sqlite(desk)
      .prepare('select id from row_changes where seq = ? order by id')
      .pluck()
      .all(seq) as number[]
    sqlite(desk).exec(`update row_changes set id = -1 where id = ${first};
      update row_changes set id = ${first} where id = ${second};
      update row_changes set id = ${second} where id = -1`)
    expect(verify(desk).firstFault).toEqual({ seq, fault: 'changes' })
  })

  it('to which a change was added, a refused one included', async () => {
    const { desk, seqOf } = await deskWithHistory()
    await using _ = desk
    const refused = seqOf('parties.update') + 1
    tamper(
      desk,
      `insert into row_changes (seq, table_name, row_id, op, before, after) select ?, table_name, row_id, op, before, after
       from row_changes where id = (select max(id) from row_changes)`,
      refused,
    )
    expect(verify(desk).firstFault).toEqual({ seq: refused, fault: 'changes' })
  })
})

describe('verification of the records finds', () => {
  it('a row that was edited past the recorder, with the column', async () => {
    const { desk, party, seqOf } = await deskWithHistory()
    await using _ = desk
    tamper(desk, `update parties set credit_limit = 100000000 where id = ?`, party.id)
    const found = verify(desk)
    expect(found).toMatchObject({ sound: false, firstFault: null, recordFaultCount: 1 })
    expect(found.recordFaults).toEqual([
      { table: 'parties', id: party.id, seq: seqOf('parties.update'), fault: 'differs', columns: ['credit_limit'] },
    ])
  })

  it('a row that was deleted past the recorder', async () => {
    const { desk, head } = await deskWithHistory()
    await using _ = desk
    const id = sqlite(desk).prepare('select id from products').pluck().get() as string
    tamper(desk, 'delete from products where id = ?', id)
    expect(verify(desk).recordFaults).toEqual([{ table: 'products', id, seq: head, fault: 'lost', columns: [] }])
  })

  it('a row that was put in past the recorder, and one that was put back', async () => {
    const { desk, contact, seqOf } = await deskWithHistory()
    await using _ = desk
    for (const id of ['01JDEXQZ7ZZZZZZZZZZZZZZZZZ', contact.id])
      tamper(
        desk,
        `insert into contacts (id, version, created_at, created_by, updated_at, updated_by, party_id, name)
         select ?, 1, created_at, created_by, updated_at, updated_by, party_id, '陌生人' from contacts limit 1`,
        id,
      )
    expect(verify(desk).recordFaults).toEqual([
      { table: 'contacts', id: contact.id, seq: seqOf('parties.removeContact'), fault: 'unrecorded', columns: [] },
      { table: 'contacts', id: '01JDEXQZ7ZZZZZZZZZZZZZZZZZ', seq: null, fault: 'unrecorded', columns: [] },
    ])
  })

  it('a record whose changes no longer follow on each other, even when hashes were made to fit', async () => {
    const { desk, party, seqOf, head } = await deskWithHistory()
    await using _ = desk
    const seq = seqOf('parties.update')
    tamper(desk, `update row_changes set before = json_set(before, '$.region', '江苏') where seq = ?`, seq)
    rehashChanges(desk, seq)
    for (let each = seq; each <= head; each += 1) rehash(desk, each, true)
    const found = verify(desk)
    expect(found.firstFault).toBeNull()
    expect(found.recordFaults).toEqual([{ table: 'parties', id: party.id, seq, fault: 'broken', columns: ['region'] }])
  })
})

/** Gives an entry the hash of its content, and with `link` the hash before it, as someone who covers traces would. */
function rehash(desk: TestDesk, seq: number, link = false): void {
  const row = sqlite(desk).prepare('select * from audit_entries where seq = ?').get(seq) as Record<string, never>
  const previousHash = link
    ? ((sqlite(desk)
        .prepare('select hash from audit_entries where seq = ?')
        .pluck()
        .get(seq - 1) as string | undefined) ?? row.previous_hash!)
    : row.previous_hash!
  const entry: AuditEntry = {
    seq: row.seq!,
    commandId: row.command_id!,
    name: row.name!,
    commandVersion: row.command_version!,
    actorId: row.actor_id!,
    issuedAt: row.issued_at!,
    input: JSON.parse(row.input!),
    outcome: row.outcome!,
    result: JSON.parse(row.result!),
    changesHash: row.changes_hash!,
    previousHash,
  }
  tamper(
    desk,
    'update audit_entries set previous_hash = ?, hash = ? where seq = ?',
    previousHash,
    entryHash(entry),
    seq,
  )
}

/** Written out here, so that a change of the format is noticed: every part with its length. */
function rehashChanges(desk: TestDesk, seq: number): void {
  const hash = createHash('sha256')
  const rows = sqlite(desk).prepare('select * from row_changes where seq = ? order by id').all(seq) as Record<
    string,
    string | null
  >[]
  for (const { table_name, row_id, op, before, after } of rows)
    for (const part of [table_name!, row_id!, op!, before ?? '', after ?? '']) hash.update(`${part.length}:${part};`)
  tamper(desk, 'update audit_entries set changes_hash = ? where seq = ?', hash.digest('hex'), seq)
}

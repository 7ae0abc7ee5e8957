import { describe, expect, it } from 'vitest'
import { createProduct, listProducts, updateProduct } from '../../src-shared/products/products-operations.ts'
import { parseRate, parseUnitPrice } from '../../src-shared/kernel/decimal.ts'
import { refuse } from '../../src-shared/kernel/refusal.ts'
import type { Id } from '../../src-shared/kernel/ids.ts'
import { makeWorkspace, type TestDesk } from '../../test/support/make-workspace.ts'
import { products } from '../db/schema/products.ts'
import type { CommandEnvelope } from './execute-command.ts'
import { executeCommand } from './execute-command.ts'
import { handleCommand, type CommandHandler } from './handlers.ts'

const pump = { code: 'P-100', name: '离心泵', unit: '台', unitPrice: parseUnitPrice('1280'), taxRate: parseRate('13%') }

const count = (desk: TestDesk, table: string) =>
  (desk.core.workspace.database.sqlite.prepare(`select count(*) as n from ${table}`).get() as { n: number }).n

const rowsWritten = (desk: TestDesk) => count(desk, 'row_changes')

function lastEntry(desk: TestDesk) {
  return desk.core.workspace.database.sqlite.prepare('select * from audit_entries order by seq desc limit 1').get() as {
    name: string
    outcome: string
    result: string
    input: string
    actor_id: string
  }
}

const envelope = (desk: TestDesk, input: unknown): CommandEnvelope => ({
  id: '01JDEXQZ7ZAAAAAAAAAAAAAAAA' as Id<'Command'>,
  name: createProduct.name,
  version: createProduct.version,
  input,
  actorId: desk.people.manager,
  issuedAt: desk.now(),
})

/** Runs with other handlers over the same workspace: for what no handler of the product does. */
function withHandlers(desk: TestDesk, handlers: CommandHandler[], command: CommandEnvelope) {
  const announced: unknown[] = []
  const { database, files, timeZone } = desk.core.workspace
  const run = () =>
    executeCommand(
      {
        database,
        files,
        timeZone,
        handlers: new Map(handlers.map((handler) => [handler.definition.name, handler])),
        announce: (change) => announced.push(change),
      },
      command,
    )
  return { run, announced }
}

describe('a command', () => {
  it('writes its rows, its audit entry and its outbox entry together and announces them once', async () => {
    await using desk = await makeWorkspace()
    const changes: unknown[] = []
    desk.core.onChanged((change) => changes.push(change))
    const outbox = count(desk, 'outbox')
    const { id } = desk.run(createProduct, pump, desk.people.manager)
    expect(changes).toEqual([{ seq: count(desk, 'audit_entries'), tables: { products: [id] } }])
    expect(count(desk, 'outbox')).toBe(outbox + 1)
    expect(lastEntry(desk)).toMatchObject({
      name: 'products.create',
      outcome: 'done',
      actor_id: desk.people.manager,
      input: JSON.stringify(pump),
    })
  })

  it('that is refused leaves one line in the audit and no row', async () => {
    await using desk = await makeWorkspace()
    desk.run(createProduct, pump)
    const before = {
      changes: rowsWritten(desk),
      entries: count(desk, 'audit_entries'),
      products: count(desk, 'products'),
    }
    const outbox = count(desk, 'outbox')
    const refusal = desk.refused(createProduct, { ...pump, name: '潜水泵' })
    expect(refusal).toEqual({ code: 'product.codeTaken', params: { code: 'P-100', product: '离心泵' } })
    expect(rowsWritten(desk)).toBe(before.changes)
    expect(count(desk, 'products')).toBe(before.products)
    expect(count(desk, 'outbox')).toBe(outbox)
    expect(count(desk, 'audit_entries')).toBe(before.entries + 1)
    expect(lastEntry(desk)).toMatchObject({ outcome: 'refused', result: JSON.stringify(refusal) })
  })

  it('run twice with the same envelope gives the same result and writes once', async () => {
    await using desk = await makeWorkspace()
    const command = envelope(desk, pump)
    const first = desk.core.executeEnvelope(command)
    const after = { changes: rowsWritten(desk), entries: count(desk, 'audit_entries') }
    expect(first.ok).toBe(true)
    expect(desk.core.executeEnvelope(command)).toEqual(first)
    expect({ changes: rowsWritten(desk), entries: count(desk, 'audit_entries') }).toEqual(after)
  })

  it('refused once stays refused under the same envelope, even when it would pass by now', async () => {
    await using desk = await makeWorkspace()
    const { id, version } = desk.run(createProduct, pump)
    const command = envelope(desk, pump)
    const first = desk.core.executeEnvelope(command)
    expect(first).toMatchObject({ ok: false, code: 'product.codeTaken' })
    desk.run(updateProduct, { id, version, changes: { code: 'P-101' } })
    expect(desk.core.executeEnvelope(command)).toEqual(first)
  })

  it('gives the same ids and the same changes wherever the same envelope runs', async () => {
    await using one = await makeWorkspace()
    await using other = await makeWorkspace()
    const command = envelope(one, pump)
    expect(other.core.executeEnvelope(command)).toEqual(one.core.executeEnvelope(command))
    const hashes = [one, other].map(
      (desk) =>
        desk.core.workspace.database.sqlite
          .prepare('select changes_hash from audit_entries order by seq desc limit 1')
          .pluck()
          .get() as string,
    )
    expect(hashes[0]).toBe(hashes[1])
  })

  it('on a record that moved on is refused with the version it has now', async () => {
    await using desk = await makeWorkspace()
    const { id, version } = desk.run(createProduct, pump)
    desk.run(updateProduct, { id, version, changes: { name: '立式离心泵' } })
    expect(desk.refused(updateProduct, { id, version, changes: { name: '卧式离心泵' } })).toEqual({
      code: 'record.stale',
      params: { table: 'products', id, seen: 1, version: 2 },
    })
    expect(desk.ask(listProducts, {}).rows.map(({ name }) => name)).toEqual(['立式离心泵'])
  })

  it('that changes nothing leaves the version and writes no row change', async () => {
    await using desk = await makeWorkspace()
    const { id, version } = desk.run(createProduct, pump)
    const before = rowsWritten(desk)
    expect(desk.run(updateProduct, { id, version, changes: { name: pump.name } })).toEqual({ id, version })
    expect(rowsWritten(desk)).toBe(before)
  })

  it('whose handler has a bug rolls everything back, leaves no audit line and throws', async () => {
    await using desk = await makeWorkspace()
    const entries = count(desk, 'audit_entries')
    const changes = rowsWritten(desk)
    const faulty = handleCommand(createProduct, (context, product) => {
      context.write.insert(products, { ...pump, id: context.newId<'Product'>(), sortKey: '' })
      context.index('product', 'x', { title: product.name, text: '' })
      throw new TypeError('a bug of ours')
    })
    const { run, announced } = withHandlers(desk, [faulty], envelope(desk, pump))
    expect(run).toThrow(new TypeError('a bug of ours'))
    expect(announced).toEqual([])
    expect(count(desk, 'products')).toBe(0)
    expect(count(desk, 'audit_entries')).toBe(entries)
    expect(rowsWritten(desk)).toBe(changes)
    expect(desk.run(createProduct, pump)).toMatchObject({ version: 1 })
  })

  it('that gives back something else than it promised rolls back too', async () => {
    await using desk = await makeWorkspace()
    const faulty = handleCommand(createProduct, (context) => {
      context.write.insert(products, { ...pump, id: context.newId<'Product'>(), sortKey: '' })
      return { id: 'no id', version: 1 }
    })
    expect(withHandlers(desk, [faulty], envelope(desk, pump)).run).toThrow(/invalid_format/)
    expect(count(desk, 'products')).toBe(0)
  })

  it('is authorised before its input is looked at', async () => {
    await using desk = await makeWorkspace()
    const refusal = desk.core.executeNamed(createProduct.name, { nonsense: true }, desk.people.auditor)
    expect(refusal).toEqual({
      ok: false,
      code: 'access.denied',
      params: { permission: 'products.edit', actor: '周审' },
    })
  })

  it('with wrong input is refused with the path of every wrong field, and the input is not kept', async () => {
    await using desk = await makeWorkspace()
    const refusal = desk.core.executeNamed(
      createProduct.name,
      { ...pump, name: '', unitPrice: -1 },
      desk.people.manager,
    )
    expect(refusal).toMatchObject({ ok: false, code: 'input.invalid' })
    const { params } = refusal as Extract<typeof refusal, { ok: false }>
    expect((params.issues as { path: string }[]).map(({ path }) => path).toSorted()).toEqual(['name', 'unitPrice'])
    expect(lastEntry(desk)).toMatchObject({ outcome: 'refused', input: 'null' })
  })

  it('stays done when someone who was told of it fails', async () => {
    await using desk = await makeWorkspace()
    const stop = desk.core.onChanged(() => {
      throw refuse('workspace.full', {})
    })
    const command = envelope(desk, pump)
    expect(() => desk.core.executeEnvelope(command)).toThrow('workspace.full')
    stop()
    expect(lastEntry(desk)).toMatchObject({ outcome: 'done' })
    expect(desk.core.executeEnvelope(command)).toMatchObject({ ok: true })
  })

  it('of another version, of an unknown name or by a stranger is refused', async () => {
    await using desk = await makeWorkspace()
    const command = envelope(desk, pump)
    expect(desk.core.executeEnvelope({ ...command, version: 9 })).toMatchObject({ code: 'command.version' })
    expect(desk.core.executeNamed('products.destroy', {}, desk.people.manager)).toMatchObject({
      code: 'command.unknown',
    })
    expect(desk.core.executeNamed(createProduct.name, pump, '01JDEXQZ7ZZZZZZZZZZZZZZZZZ' as Id<'User'>)).toMatchObject({
      code: 'access.unknownUser',
    })
    expect(count(desk, 'products')).toBe(0)
  })

  it('lets no input reach the prototype of anything', async () => {
    await using desk = await makeWorkspace()
    const input = JSON.parse(
      `{"__proto__": {"active": false}, "constructor": 1, ${JSON.stringify(pump).slice(1)}`,
    ) as object
    const result = desk.core.executeNamed(createProduct.name, input, desk.people.manager)
    expect(result.ok).toBe(false)
    expect(({} as { active?: boolean }).active).toBeUndefined()
  })
})

import { describe, expect, it } from 'vitest'
import { parseRate, parseUnitPrice } from '../../src-shared/kernel/decimal.ts'
import {
  addContact,
  createParty,
  removeParty,
  updateContact,
  updateParty,
} from '../../src-shared/parties/parties-operations.ts'
import { createProduct, retireProduct, updateProduct } from '../../src-shared/products/products-operations.ts'
import { makeWorkspace, type TestDesk } from '../../test/support/make-workspace.ts'
import type { StoredRow } from '../db/row-store.ts'
import { recordTableByName } from '../db/tables.ts'

interface Change {
  seq: number
  table_name: string
  row_id: string
  op: 'insert' | 'update' | 'delete'
  before: string | null
  after: string | null
}

type State = Record<string, StoredRow>

/** Every row of every record table as SQLite holds it. */
function everyRow(desk: TestDesk): State {
  const state: State = {}
  for (const table of recordTableByName.keys())
    for (const row of desk.core.workspace.database.sqlite.prepare(`select * from "${table}"`).all() as StoredRow[])
      state[`${table}/${row.id}`] = row
  return state
}

const changesOf = (desk: TestDesk) =>
  desk.core.workspace.database.sqlite.prepare('select * from row_changes order by seq, id').all() as Change[]

const image = (text: string | null) => (text === null ? undefined : (JSON.parse(text) as StoredRow))

function forward(state: State, { table_name, row_id, op, after }: Change): void {
  const key = `${table_name}/${row_id}`
  if (op === 'delete') delete state[key]
  else state[key] = { ...state[key], ...image(after) }
}

function backward(state: State, { table_name, row_id, op, before }: Change): void {
  const key = `${table_name}/${row_id}`
  if (op === 'insert') delete state[key]
  else state[key] = { ...state[key], ...image(before) }
}

/** A morning at the desk; what the rows were after each command. */
async function aMorning(desk: TestDesk): Promise<State[]> {
  const states: State[] = []
  const after = <T>(value: T): T => {
    states.push(everyRow(desk))
    return value
  }
  const party = after(
    desk.run(createParty, { kind: 'customer', name: '杭州云海贸易有限公司', contacts: [{ name: '林峰' }] }),
  )
  const contact = after(desk.run(addContact, { partyId: party.id, name: '周敏', isPrimary: true }))
  const pump = after(
    desk.run(createProduct, {
      code: 'P-1',
      name: '水泵',
      unit: '台',
      unitPrice: parseUnitPrice('99.5'),
      taxRate: parseRate('13%'),
      notes: '含安装\n“易碎”',
    }),
  )
  after(desk.run(updateContact, { ...contact, changes: { mobile: '13800000000', isPrimary: false } }))
  const renamed = after(
    desk.run(updateParty, { id: party.id, version: party.version, changes: { name: '杭州云海实业有限公司' } }),
  )
  const priced = after(desk.run(updateProduct, { ...pump, changes: { unitPrice: parseUnitPrice('101') } }))
  after(desk.run(retireProduct, priced))
  after(desk.run(removeParty, { id: renamed.id, version: renamed.version }))
  return states
}

describe('row changes', () => {
  it('replayed forwards come to every state the records were in', async () => {
    await using desk = await makeWorkspace()
    const already = changesOf(desk).at(-1)!.seq
    const states = await aMorning(desk)
    const state: State = {}
    const reached: State[] = []
    for (const [seq, changes] of Map.groupBy(changesOf(desk), (change) => change.seq)) {
      for (const change of changes) forward(state, change)
      if (seq > already) reached.push({ ...state })
    }
    expect(reached).toEqual(states)
  })

  it('taken back from the last one lead to every state before, down to the empty workspace', async () => {
    await using desk = await makeWorkspace()
    const already = changesOf(desk).at(-1)!.seq
    const before = everyRow(desk)
    const states = await aMorning(desk)
    const state = everyRow(desk)
    const reached: State[] = []
    for (const [seq, changes] of Map.groupBy(changesOf(desk).toReversed(), (change) => change.seq)) {
      for (const change of changes) backward(state, change)
      if (seq > already) reached.push({ ...state })
    }
    expect(reached).toEqual([...states.slice(0, -1).toReversed(), before])
    expect(state).toEqual({})
  })

  it('name only the columns that differ, with version, person and time', async () => {
    await using desk = await makeWorkspace()
    const pump = desk.run(createProduct, {
      code: 'P-1',
      name: '水泵',
      unit: '台',
      unitPrice: parseUnitPrice('99.5'),
      taxRate: parseRate('13%'),
    })
    desk.run(updateProduct, { ...pump, changes: { unit: '套', name: '水泵' } }, desk.people.manager)
    const { op, before, after } = changesOf(desk).at(-1)!
    expect(op).toBe('update')
    expect(image(before)).toMatchObject({ unit: '台', version: 1, updated_by: desk.people.generalManager })
    expect(Object.keys(image(after)!).toSorted()).toEqual(['unit', 'updated_at', 'updated_by', 'version'])
    expect(image(after)).toMatchObject({ unit: '套', version: 2, updated_by: desk.people.manager })
  })
})

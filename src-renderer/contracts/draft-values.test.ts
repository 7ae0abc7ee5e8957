import { describe, expect, it } from 'vitest'
import { ContractDraft } from '../../src-shared/contracts/contract-draft.ts'
import { ContractSketch } from '../../src-shared/contracts/contract-sketch.ts'
import { cents } from '../../src-shared/kernel/cents.ts'
import { localDate } from '../../src-shared/kernel/local-date.ts'
import { lineRow, type LineColumn } from '../components/line-grid/line-rows.ts'
import { checkWhole, draftInput, newValues, rolesOf, sketchOf, totalOf, type DraftValues } from './draft-values.ts'
import { newPlanItem } from './plan-edits.ts'

const [template, ours, theirs] = [
  '01JDEXQZ7ZAAAAAAAAAAAAAAAA',
  '01JDEXQZ7ZBBBBBBBBBBBBBBBB',
  '01JDEXQZ7ZCCCCCCCCCCCCCCCC',
]
const columns: LineColumn[] = [
  { key: 'name', label: '名称', width: 1, kind: 'product', required: true },
  { key: 'quantity', label: '数量', width: 1, kind: 'quantity', required: true },
  { key: 'unitPrice', label: '单价', width: 1, kind: 'unitPrice', required: true },
  { key: 'taxRate', label: '税率', width: 1, kind: 'rate', required: true },
]
const begun = (change: Partial<DraftValues> = {}): DraftValues => ({
  ...newValues({ type: 'sales', templateVersionId: template, ourPartyId: ours, today: localDate('2026-11-24') }),
  ...change,
})

describe('a draft as it is typed', () => {
  it('begins with our company as seller in a sales contract and as buyer in a purchase', () => {
    expect(begun().parties).toMatchObject([
      { role: '甲方', partyId: null },
      { role: '乙方', partyId: ours },
    ])
    const purchase = newValues({
      type: 'purchase',
      templateVersionId: null,
      ourPartyId: ours,
      today: localDate('2026-11-24'),
    })
    expect(purchase).toMatchObject({ direction: 'out', parties: [{ role: '甲方', partyId: ours }, { partyId: null }] })
  })

  it('is previewed with what can be read, blanks for the rest', () => {
    const rows = [
      lineRow({ name: '泵', quantity: '3', unitPrice: '12元多', taxRate: '13%' }),
      lineRow({ taxRate: '13%' }),
    ]
    const sketch = ContractSketch.parse(sketchOf(begun({ title: '采购\n合同', rows }), 'CG-1', columns))
    expect(sketch.title).toBe('采购 合同')
    expect(sketch.lines).toMatchObject([{ name: '泵', quantity: 3_000_000, unitPrice: null, taxRate: 130_000 }])
    expect(sketchOf(begun({ templateVersionId: null }), '', columns)).toBeNull()
  })

  it('is saved only when every line can be read', () => {
    const rows = [lineRow({ name: '泵', quantity: '三台', unitPrice: '12', taxRate: '13%' })]
    expect(draftInput(begun({ rows }), columns)).toBeUndefined()
  })

  it('names what is missing by the schema, and what does not fit by the rules of saving', () => {
    const rows = [lineRow({ name: '泵', quantity: '2', unitPrice: '50', taxRate: '13%' })]
    const values = begun({ title: '泵', rows, paymentPlan: [newPlanItem({ name: '全款', amount: cents(90_00) })] })
    const unchosen = ContractDraft.safeParse(draftInput(values, columns))
    expect(unchosen.error!.issues.map(({ path }) => path.join('.'))).toEqual(['parties.0.partyId'])
    values.parties[0]!.partyId = theirs
    const draft = ContractDraft.parse(draftInput(values, columns))
    expect(() => checkWhole(draft, totalOf(values, columns))).toThrow('contract.planDoesNotAddUp')
  })

  it('asks for a third party where the template names one', () => {
    expect(rolesOf({ '丙方.名称': { kind: 'contract', path: '丙方.名称' } })).toEqual(['甲方', '乙方', '丙方'])
    expect(rolesOf({ 担保方: { kind: 'contract', path: '丙方.名称' } })).toContain('丙方')
    expect(rolesOf({})).toEqual(['甲方', '乙方'])
  })
})

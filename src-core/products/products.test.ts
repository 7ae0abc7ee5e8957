import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { parseRate, parseUnitPrice } from '../../src-shared/kernel/decimal.ts'
import {
  createProduct,
  getProduct,
  listProducts,
  restoreProduct,
  retireProduct,
  updateProduct,
} from '../../src-shared/products/products-operations.ts'
import { makeWorkspace, type TestDesk } from '../../test/support/make-workspace.ts'

const product = (code: string, name: string, more: object = {}) => ({
  code,
  name,
  unit: '台',
  unitPrice: parseUnitPrice('1280.5'),
  taxRate: parseRate('13%'),
  ...more,
})

const names = (desk: TestDesk, input: z.input<(typeof listProducts)['input']>) =>
  desk.ask(listProducts, input).rows.map(({ name }) => name)

describe('products', () => {
  it('keep what was entered, price tax-inclusive and exact', async () => {
    await using desk = await makeWorkspace()
    const { id } = desk.run(createProduct, product('P-1', '离心泵', { specification: 'IS 80-65-160', category: '泵' }))
    expect(desk.ask(getProduct, { id })).toMatchObject({
      code: 'P-1',
      specification: 'IS 80-65-160',
      unitPrice: 1_280_500_000,
      taxRate: 130_000,
      active: true,
      notes: '',
    })
  })

  it('have codes of their own; a taken one is refused with the product that has it', async () => {
    await using desk = await makeWorkspace()
    desk.run(createProduct, product('P-1', '离心泵'))
    const other = desk.run(createProduct, product('P-2', '潜水泵'))
    const taken = { code: 'product.codeTaken', params: { code: 'P-1', product: '离心泵' } }
    expect(desk.refused(createProduct, product(' P-1 ', '齿轮泵'))).toEqual(taken)
    expect(desk.refused(updateProduct, { ...other, changes: { code: 'P-1' } })).toEqual(taken)
    expect(desk.run(updateProduct, { ...other, changes: { code: 'P-2', unit: '套' } }).version).toBe(2)
  })

  it('have no negative price and no tax rate of the whole', async () => {
    await using desk = await makeWorkspace()
    expect(desk.refused(createProduct, product('P-1', '泵', { unitPrice: -1 as never })).code).toBe('input.invalid')
    expect(desk.refused(createProduct, product('P-1', '泵', { taxRate: 1_000_000 as never })).code).toBe(
      'input.invalid',
    )
    expect(
      desk.run(createProduct, product('P-1', '赠品', { unitPrice: 0 as never, taxRate: 0 as never })).version,
    ).toBe(1)
  })

  it('that are retired are offered no more and can be brought back', async () => {
    await using desk = await makeWorkspace()
    const pump = desk.run(createProduct, product('P-1', '离心泵'))
    const retired = desk.run(retireProduct, pump)
    expect(desk.refused(retireProduct, retired).code).toBe('product.alreadyRetired')
    expect(names(desk, {})).toEqual([])
    expect(names(desk, { active: null })).toEqual(['离心泵'])
    desk.run(restoreProduct, retired)
    expect(names(desk, {})).toEqual(['离心泵'])
  })

  it('are listed by pinyin, code or last change, page by page', async () => {
    await using desk = await makeWorkspace()
    for (const [code, name] of [
      ['C', '安全阀'],
      ['A', '自吸泵'],
      ['B', '离心泵'],
      ['D', '离心泵'],
    ] as const)
      desk.run(createProduct, product(code, name))
    const walk = (input: z.input<(typeof listProducts)['input']>) => {
      const codes: string[] = []
      let after: string | null = null
      do {
        const page: z.infer<(typeof listProducts)['output']> = desk.ask(listProducts, { ...input, after, limit: 1 })
        expect(page.total).toBe(4)
        codes.push(...page.rows.map(({ code }) => code))
        after = page.next
      } while (after !== null)
      return codes.join('')
    }
    expect(walk({ sort: 'name' })).toBe('CBDA')
    expect(walk({ sort: 'name', descending: true })).toBe('ADBC')
    expect(walk({ sort: 'code' })).toBe('ABCD')
    expect(walk({ sort: 'updated', descending: true })).toBe('DBAC')
  })

  it('are found by name, code, specification, category and pinyin, also after a change of name', async () => {
    await using desk = await makeWorkspace()
    const pump = desk.run(
      createProduct,
      product('LXB-80', '离心泵', { specification: '流量 50m³/h', category: '给水' }),
    )
    for (const text of ['心泵', 'lxb', 'lixinbeng', '50m', '给水', 'LXB-80'])
      expect(names(desk, { text })).toEqual(['离心泵'])
    desk.run(updateProduct, { ...pump, changes: { name: '多级泵' } })
    expect(names(desk, { text: '离心' })).toEqual([])
    expect(names(desk, { text: 'djb', category: '给水' })).toEqual(['多级泵'])
  })
})

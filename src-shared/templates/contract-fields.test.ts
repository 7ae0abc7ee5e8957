import { describe, expect, it } from 'vitest'
import { contractFieldFor, contractFields, proposeMapping } from './contract-fields.ts'
import { guessFieldType } from './field-type.ts'
import type { TemplateField } from './template.ts'

describe('what a contract knows', () => {
  it('names every field once', () => {
    const paths = contractFields.map(({ path }) => path)
    expect(new Set(paths).size).toBe(paths.length)
  })

  it('finds each field by its own path', () => {
    for (const field of contractFields) expect(contractFieldFor(field.path)).toBe(field)
  })

  it.each([
    ['合同编号', '合同.编号'],
    ['合同编码', '合同.编号'],
    ['合同 号', '合同.编号'],
    ['签约日期', '合同.签订日期'],
    ['合同金额（元）', '合同.总金额'],
    ['甲方', '甲方.名称'],
    ['客户名称', '甲方.名称'],
    ['甲方_地址', '甲方.地址'],
    ['乙方开户银行', '乙方.开户行'],
    ['供应商账号', '乙方.账号'],
    ['货物清单', '合同.明细'],
    ['货物清单.品名', '合同.明细.名称'],
    ['明细.含税单价', '合同.明细.单价'],
    ['付款计划.付款金额', '合同.付款计划.金额'],
    ['合同.付款计划.期限', '合同.付款计划.日期'],
  ])('%s is %s', (name, path) => {
    expect(contractFieldFor(name)?.path).toBe(path)
  })

  it.each(['合同金额（大写）', '品名', '货物清单.颜色', '保密年限', '__proto__', 'constructor'])(
    'does not know %s',
    (name) => {
      expect(contractFieldFor(name)).toBeUndefined()
    },
  )

  it('maps what it knows, asks for the rest, and leaves columns of unknown lists to their list', () => {
    const field = (path: string, type: TemplateField['type'], loop: string | null = null): TemplateField => ({
      path,
      type,
      loop,
      count: 1,
      sentence: '',
    })
    expect(
      proposeMapping([
        field('客户名称', 'text'),
        field('货物清单', 'list'),
        field('货物清单.品名', 'text', '货物清单'),
        field('货物清单.颜色', 'text', '货物清单'),
        field('合同.份数', 'number'),
        field('有定金', 'boolean'),
      ]),
    ).toEqual({
      客户名称: { kind: 'contract', path: '甲方.名称' },
      货物清单: { kind: 'contract', path: '合同.明细' },
      '货物清单.品名': { kind: 'contract', path: '合同.明细.名称' },
      '合同.份数': { kind: 'question', label: '份数', type: 'number', required: true },
      有定金: { kind: 'question', label: '有定金', type: 'boolean', required: false },
    })
  })
})

describe('the type of a field by its name', () => {
  it.each([
    ['保密违约金', 'money'],
    ['合同金额（元）', 'money'],
    ['签字日期', 'date'],
    ['订单确认工作日', 'number'],
    ['验收天数', 'number'],
    ['违约金比例', 'rate'],
    ['有定金', 'boolean'],
    ['设备清单', 'list'],
    ['公司logo', 'image'],
    ['争议解决', 'text'],
  ] as const)('%s is %s', (name, type) => {
    expect(guessFieldType(name)).toBe(type)
  })
})

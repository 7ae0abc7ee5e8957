import { describe, expect, it } from 'vitest'
import { ContractSketch, sketchAmounts } from '../../src-shared/contracts/contract-sketch.ts'
import { checkPaymentPlan } from '../../src-shared/contracts/payment-plan.ts'
import { unansweredQuestions } from '../../src-shared/contracts/template-data.ts'
import { cents } from '../../src-shared/kernel/cents.ts'
import { localDate } from '../../src-shared/kernel/local-date.ts'
import type { TemplateMapping } from '../../src-shared/templates/template.ts'
import { sampleSketch, type SampleWords } from './sample-sketch.ts'

const words: SampleWords = {
  title: '示例合同',
  line1: '甲',
  line2: '乙',
  unit: '台',
  first: '预付款',
  last: '尾款',
  condition: '',
  signedAt: '上海',
  answer: (label) => `示例：${label}`,
}
const question = (type: 'text' | 'number' | 'money' | 'date' | 'rate' | 'boolean') =>
  ({ kind: 'question', label: type, type, required: true }) as const

describe('the invented contract of a test fill', () => {
  const mapping: TemplateMapping = {
    地点: question('text'),
    天数: question('number'),
    定金: question('money'),
    日期: question('date'),
    比例: question('rate'),
    有定金: question('boolean'),
    担保方: { kind: 'contract', path: '丙方.名称' },
  }
  const sketch = ContractSketch.parse(
    sampleSketch(
      { id: '01JDEXQZ7ZAAAAAAAAAAAAAAAA' as never, type: 'sales', mapping },
      { ourPartyId: null, otherPartyId: null, today: localDate('2026-11-24'), words },
    ),
  )

  it('answers every question and has every party the template prints', () => {
    expect(unansweredQuestions(mapping, sketch.answers)).toEqual([])
    expect(sketch.parties.map(({ role }) => role)).toEqual(['甲方', '乙方', '丙方'])
  })

  it('has instalments that add up to its lines', () => {
    const items = sketch.paymentPlan.map(({ name, amount }) => ({ name, amount: amount! }))
    expect(() => checkPaymentPlan(sketchAmounts(sketch).total.amount, items)).not.toThrow()
    expect(sketchAmounts(sketch).total.amount).toBe(cents(40_000_00))
  })
})

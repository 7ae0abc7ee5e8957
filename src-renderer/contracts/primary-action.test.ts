import { describe, expect, it } from 'vitest'
import { cents } from '../../src-shared/kernel/cents.ts'
import { quantity } from '../../src-shared/kernel/decimal.ts'
import { primaryAction } from './primary-action.ts'

const contract = (change: Partial<Parameters<typeof primaryAction>[0]> = {}) => ({
  stage: 'active' as const,
  direction: 'in' as const,
  amount: cents(100),
  settledAmount: cents(0),
  lines: [{ remainingQuantity: quantity(0) }],
  ...change,
})
const everything = () => true
const only =
  (...permissions: string[]) =>
  (asked: string) =>
    permissions.includes(asked)

describe('what is next for a contract', () => {
  it('is ordering while a quantity remains, then payment, then completion', () => {
    expect(primaryAction(contract({ lines: [{ remainingQuantity: quantity(1) }] }), everything)).toBe('order')
    expect(primaryAction(contract(), everything)).toBe('payIn')
    expect(primaryAction(contract({ direction: 'out' }), everything)).toBe('payOut')
    expect(primaryAction(contract({ settledAmount: cents(100) }), everything)).toBe('complete')
  })

  it('passes over what the person may not do', () => {
    const remaining = contract({ lines: [{ remainingQuantity: quantity(1) }] })
    expect(primaryAction(remaining, only('payments.record'))).toBe('payIn')
    expect(primaryAction(contract({ stage: 'draft' }), only('payments.record'))).toBeNull()
  })

  it('is nothing once the contract has ended', () => {
    for (const stage of ['completed', 'terminated', 'void'] as const)
      expect(primaryAction(contract({ stage }), everything)).toBeNull()
  })
})

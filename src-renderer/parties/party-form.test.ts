import { describe, expect, it } from 'vitest'
import type { Cents } from '../../src-shared/kernel/cents.ts'
import { emptyParty, partyChanges, partyErrors } from './party-form.ts'

describe('the form of a party', () => {
  const before = { ...emptyParty(null), name: '杭州某某阀门有限公司', creditLimit: 100 as Cents }

  it('sends only what was changed', () => {
    expect(partyChanges(before, { ...before, phone: '0571-1', creditLimit: null })).toEqual({
      phone: '0571-1',
      creditLimit: null,
    })
    expect(partyChanges(before, { ...before })).toEqual({})
  })
  it('sends an emptied credit code as none', () => {
    expect(partyChanges({ ...before, creditCode: '91350100M000100Y43' }, before)).toEqual({ creditCode: null })
  })
  it('says at each field what is wrong, in the language of the screen', () => {
    const wrong = { ...before, name: ' ', email: 'nobody', paymentTermDays: -1 }
    expect(partyErrors(wrong, 'zh')).toMatchObject({ name: '不能为空' })
    expect(Object.keys(partyErrors(wrong, 'en')).toSorted()).toEqual(['email', 'name', 'paymentTermDays'])
    expect(partyErrors(before, 'zh')).toEqual({})
  })
})

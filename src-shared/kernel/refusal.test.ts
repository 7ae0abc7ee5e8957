import { describe, expect, it } from 'vitest'
import { assertNever } from './assert-never.ts'
import { refuse, Refusal } from './refusal.ts'

describe('a refusal', () => {
  it('carries its code and figures as data', () => {
    const refusal = refuse('order.beyondRemaining', { remaining: 3, wanted: 5 })
    expect(refusal).toBeInstanceOf(Refusal)
    expect(refusal).toBeInstanceOf(Error)
    expect(refusal.code).toBe('order.beyondRemaining')
    expect(refusal.params).toEqual({ remaining: 3, wanted: 5 })
    expect(refusal.message).toBe('order.beyondRemaining {"remaining":3,"wanted":5}')
    expect(refuse('access.denied').params).toEqual({})
  })
})

describe('an unexpected case', () => {
  it('is a bug with the value in its message', () => {
    expect(() => assertNever('surprise' as never)).toThrow('surprise')
  })
})

import type { Json } from './json.ts'

/**
 * What a user did is not allowed, and the user can know why. Travels as data: the code (`area.reason`) and the figures are
 * translated where they are shown. Everything else that is thrown is a bug.
 */
export class Refusal extends Error {
  readonly code: string
  readonly params: Record<string, Json>

  constructor(code: string, params: Record<string, Json>) {
    super(`${code} ${JSON.stringify(params)}`)
    this.name = 'Refusal'
    this.code = code
    this.params = params
  }
}

/** The refusal to throw: `throw refuse('order.beyondRemaining', { remaining, wanted })`. */
export function refuse(code: string, params: Record<string, Json> = {}): Refusal {
  return new Refusal(code, params)
}

/** What a command gives back: its value, or the refusal as data. */
export type Result<T> = { ok: true; value: T } | { ok: false; code: string; params: Record<string, Json> }

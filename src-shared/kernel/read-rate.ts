import { parseRate, type Rate } from './decimal.ts'
import { halfWidth } from './read-number.ts'

/** A rate as typed into a field that says percent: `13`, `13%` and `0.13` are 13 %. Refuses what `parseRate` refuses. */
export function readRate(text: string): Rate {
  const half = halfWidth(text).trim()
  const bare = /^\d+(\.\d*)?$/.test(half) && Number(half) >= 1
  return parseRate(bare ? `${half}%` : half)
}

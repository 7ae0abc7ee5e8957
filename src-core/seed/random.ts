import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64'
import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus'

/** What a record's own randomness is drawn for; part of its id, too. */
export const stream = {
  department: 1,
  user: 2,
  product: 3,
  party: 4,
  contract: 5,
  order: 6,
  sample: 7,
} as const
export type Stream = (typeof stream)[keyof typeof stream]

/** Randomness of one record: the same for the same seed, stream and index, whatever was drawn for others before. */
export class Random {
  readonly #generator

  constructor(seed: number, of: Stream, index: number) {
    // Each word is spread over all bits, so that neighbouring records share nothing.
    this.#generator = xoroshiro128plusFromState([
      spread(seed ^ 0x9e3779b9),
      spread(of * 0x85ebca6b + index),
      spread(index ^ 0xc2b2ae35),
      spread(seed + of) | 1,
    ])
    for (let i = 0; i < 4; i++) this.#generator.next()
  }

  /** Whole number from `from` to `to`, both included. */
  int(from: number, to: number): number {
    return uniformInt(this.#generator, from, to)
  }

  /** From 0 (included) to 1 (excluded). */
  share(): number {
    return uniformFloat64(this.#generator)
  }

  between(from: number, to: number): number {
    return from + this.share() * (to - from)
  }

  chance(probability: number): boolean {
    return this.share() < probability
  }

  pick<T>(choices: readonly T[]): T {
    return choices[this.int(0, choices.length - 1)]!
  }

  /** Picks by weight: `[['a', 3], ['b', 1]]` gives a three times out of four. */
  weighted<T>(choices: readonly (readonly [value: T, weight: number])[]): T {
    let left = this.share() * choices.reduce((sum, [, weight]) => sum + weight, 0)
    for (const [value, weight] of choices) {
      left -= weight
      if (left < 0) return value
    }
    return choices.at(-1)![0]
  }

  /** Standard normal (Box and Muller). */
  normal(): number {
    return Math.sqrt(-2 * Math.log(1 - this.share())) * Math.cos(2 * Math.PI * this.share())
  }

  /** Log-normal by its median and the spread of its logarithm: amounts of business are like that. */
  logNormal(median: number, spreadOfLog: number): number {
    return median * Math.exp(spreadOfLog * this.normal())
  }

  /** Index below `count`, drawn so that the first ones come far oftener: a share of about 1/rank each (Zipf). */
  rank(count: number): number {
    return Math.min(Math.floor((count + 1) ** this.share()) - 1, count - 1)
  }

  /** Poisson by multiplication; for small means. */
  poisson(mean: number): number {
    const limit = Math.exp(-mean)
    let product = this.share()
    let count = 0
    while (product > limit) {
      product *= this.share()
      count++
    }
    return count
  }

  /** So many decimal digits. */
  digits(count: number): string {
    let text = ''
    while (text.length < count) text += this.int(0, 9)
    return text
  }

  /** Three bytes for an id. */
  word(): number {
    return this.int(0, 0xff_ffff)
  }
}

/** Finalizer of MurmurHash3: every bit of the input moves every bit of the output. */
function spread(value: number): number {
  let word = value | 0
  word = Math.imul(word ^ (word >>> 16), 0x85ebca6b)
  word = Math.imul(word ^ (word >>> 13), 0xc2b2ae35)
  return word ^ (word >>> 16)
}

import type { z } from 'zod'
import type { Id } from '../../src-shared/kernel/ids.ts'
import type { CommandDefinition, QueryDefinition } from '../../src-shared/kernel/operation.ts'
import { Refusal } from '../../src-shared/kernel/refusal.ts'
import type { Core } from '../core.ts'
import type { Random } from './random.ts'

/** What someone does over days or months: it says when it goes on, in UTC ms, and goes on when the clock has come there. */
export type SampleStory = AsyncGenerator<number, void, void>

/** The workspace at a time that stories move forward, always to whichever goes on next. */
export class SampleDesk {
  readonly core: Core
  #now: number
  readonly #waiting: { at: number; no: number; story: SampleStory }[] = []
  #stories = 0

  constructor(core: Core, from: number, random: Random) {
    this.#now = from
    // Ids by lot too: the same day gives the same workspace.
    this.core = core.at(
      () => (this.#now += 1000),
      (count) => Uint8Array.from({ length: count }, () => random.int(0, 255)),
    )
  }

  /** UTC ms. */
  get now(): number {
    return this.#now
  }

  run<D extends CommandDefinition>(
    definition: D,
    input: z.input<D['input']>,
    actorId: Id<'User'>,
  ): z.output<D['output']> {
    const result = this.core.execute(definition, input, actorId)
    if (!result.ok) throw new Refusal(result.code, result.params)
    return result.value
  }

  ask<D extends QueryDefinition>(
    definition: D,
    input: z.input<D['input']>,
    actorId: Id<'User'>,
  ): z.output<D['output']> {
    return this.core.query(definition, input, actorId)
  }

  /** Takes a story up; its first step comes when it says. */
  async tell(story: SampleStory): Promise<void> {
    const { value, done } = await story.next()
    if (done || value === undefined) return
    this.#waiting.push({ at: value, no: (this.#stories += 1), story })
  }

  /** Lets the stories go on in the order of their times; what would come at `until` or later has not happened. */
  async play(until: number): Promise<void> {
    while (this.#waiting.length > 0) {
      const next = this.#waiting.reduce((a, b) => (b.at < a.at || (b.at === a.at && b.no < a.no) ? b : a))
      if (next.at >= until) return
      this.#waiting.splice(this.#waiting.indexOf(next), 1)
      this.#now = Math.max(this.#now, next.at)
      await this.tell(next.story)
    }
  }
}

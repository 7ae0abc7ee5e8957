import type { Id } from '../../src-shared/kernel/ids.ts'
import { instantOf, officeHour, workingDay, type Day } from './calendar.ts'
import type { Random } from './random.ts'
import type { SampleDeal } from './sample-terms.ts'

/** How far a contract comes, and what is out of the ordinary about it. */
export type SampleFate =
  | 'usual'
  | 'draft'
  | 'returned'
  | 'refused'
  | 'unsigned'
  | 'void'
  | 'terminated'
  | 'unpaid'
  | 'unshipped'
  | 'partShipped'
  | 'cancelledOrder'

export interface SampleContract extends SampleDeal {
  owner: Id<'User'>
  drafted: Day
  fate: SampleFate
  /** Everyone answers within hours. */
  urgent: boolean
  /** Delivery date of its orders, where it is not to be drawn. */
  deliverBy: Day | undefined
  /** A supplementary agreement follows some weeks after its signing. */
  supplemented: boolean
}

export interface SampleTeam {
  /** Leaves what has reached them from `away` on undecided. */
  manager: Id<'User'>
  away: number
  logistics: Id<'User'>
  accountant: Id<'User'>
  ownAddress: string
}

/** A time in office hours so many days after an instant, never before it. */
export function later(instant: number, days: number, random: Random): number {
  const day = Math.floor((instant + 8 * 3_600_000) / 86_400_000)
  const at = officeHour(workingDay(day + days), random)
  return at > instant ? at : instant + random.int(15, 60) * 60_000
}

/** The first office minute of a day. */
export const morningOf = (day: Day): number => instantOf(day, 9 * 3600)

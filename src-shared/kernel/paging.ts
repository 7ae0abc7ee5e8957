import { z } from 'zod'

/** Most rows one page of a list gives. */
const maximumPage = 200

/** What every list takes beside its filters: where to go on (a cursor the list gave) and how many rows. */
export const pageFields = {
  after: z.string().max(1000).nullable().default(null),
  limit: z.int().min(1).max(maximumPage).default(100),
}

/** A page of a list; `next` is null at the end, `total` counts all that match. */
export const pageOf = <R extends z.ZodType>(row: R) =>
  z.strictObject({ rows: z.array(row), next: z.string().nullable(), total: z.int() })

import { z } from 'zod'

/** Something to look at that does not stop the command; translated like a refusal. */
export const Warning = z.strictObject({ code: z.string(), params: z.record(z.string(), z.json()) })
export type Warning = z.infer<typeof Warning>

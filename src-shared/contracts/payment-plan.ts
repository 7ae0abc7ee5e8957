import { z } from 'zod'

/** What makes an instalment due when it has no date: days are counted from that event. */
export const DueEvent = z.enum(['signed', 'delivered', 'accepted', 'invoiced', 'retentionReleased'])
export type DueEvent = z.infer<typeof DueEvent>

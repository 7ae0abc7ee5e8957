import { z } from 'zod'

/**
 * What can be wrong with the chain, at the first entry where it is:
 * `missing` the entry with the next number is not there; `edited` its content no longer gives its hash; `unlinked` it does not name the hash
 * before it; `changes` its row changes were edited, removed, added or reordered; `truncated` entries after it were cut off;
 * `otherHistory` an entry known from elsewhere has another hash; `bulk` the rows of bulk loads, put back to what they were then, are not those that
 * this entry and later ones loaded.
 */
export const ChainFault = z.strictObject({
  seq: z.int(),
  fault: z.enum(['missing', 'edited', 'unlinked', 'changes', 'truncated', 'otherHistory', 'bulk']),
})
export type ChainFault = z.infer<typeof ChainFault>

/**
 * What can be wrong with a record: `broken` one of its changes does not begin where the one before ended; `differs` the row is not what its
 * changes come to; `lost` the row is gone though no change removed it; `unrecorded` the row stands though no change made it.
 */
export const RecordFault = z.strictObject({
  table: z.string(),
  id: z.string(),
  /** Entry of the change at fault, or of the record's last change; null when it has none. */
  seq: z.int().nullable(),
  fault: z.enum(['broken', 'differs', 'lost', 'unrecorded']),
  /** Columns that differ. */
  columns: z.array(z.string()),
})
export type RecordFault = z.infer<typeof RecordFault>

export const AuditVerification = z.strictObject({
  sound: z.boolean(),
  entries: z.int(),
  changes: z.int(),
  records: z.int(),
  head: z.strictObject({ seq: z.int(), hash: z.string() }),
  firstFault: ChainFault.nullable(),
  /** The first hundred. */
  recordFaults: z.array(RecordFault),
  recordFaultCount: z.int(),
})
export type AuditVerification = z.infer<typeof AuditVerification>

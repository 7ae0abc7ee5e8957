import { z } from 'zod'

/** What is wrong, as a code with parameters, worded like a refusal. */
export const CheckFault = z.strictObject({ code: z.string(), params: z.record(z.string(), z.json()) })
export type CheckFault = z.infer<typeof CheckFault>

export const CheckName = z.enum(['database', 'filesDatabase', 'references', 'audit', 'records', 'files', 'documents'])
export type CheckName = z.infer<typeof CheckName>

/** One part of the check: how many things were looked at, and what was found. */
export const CheckPart = z.strictObject({
  name: CheckName,
  checked: z.int(),
  /** The first hundred. */
  faults: z.array(CheckFault),
  faultCount: z.int(),
})
export type CheckPart = z.infer<typeof CheckPart>

export const WorkspaceCheck = z.strictObject({ sound: z.boolean(), parts: z.array(CheckPart) })
export type WorkspaceCheck = z.infer<typeof WorkspaceCheck>

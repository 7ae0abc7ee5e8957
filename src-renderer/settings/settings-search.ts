import { z } from 'zod'
import { RoleName } from '../../src-shared/access/roles.ts'
import { dateSchema } from '../../src-shared/kernel/schemas.ts'

/** What the address of the settings holds: the filters of the section's list, and the record that is open beside it. */
const SettingsSearch = z.object({
  text: z.string().optional().catch(undefined),
  id: z.string().optional().catch(undefined),
  new: z.boolean().optional().catch(undefined),
  departmentId: z.string().optional().catch(undefined),
  role: RoleName.optional().catch(undefined),
  state: z.enum(['here', 'left', 'all']).optional().catch(undefined),
  actor: z.string().optional().catch(undefined),
  area: z.string().optional().catch(undefined),
  outcome: z.enum(['done', 'refused']).optional().catch(undefined),
  from: dateSchema.optional().catch(undefined),
  to: dateSchema.optional().catch(undefined),
  entry: z.int().optional().catch(undefined),
})
export type SettingsSearch = z.infer<typeof SettingsSearch>

export const settingsSearch = (search: Record<string, unknown>): SettingsSearch => SettingsSearch.parse(search)

import { z } from 'zod'

/** What the address of the settings holds: the filters of the section's list, and the record that is open beside it. */
const SettingsSearch = z.object({
  text: z.string().optional().catch(undefined),
  id: z.string().optional().catch(undefined),
  new: z.boolean().optional().catch(undefined),
})
export type SettingsSearch = z.infer<typeof SettingsSearch>

export const settingsSearch = (search: Record<string, unknown>): SettingsSearch => SettingsSearch.parse(search)

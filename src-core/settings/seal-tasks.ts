import { cleanSealTask, drawSealTask } from '../../src-shared/settings/settings-operations.ts'
import { handleTask } from '../execution/handlers.ts'
import { readParty } from '../parties/write-party.ts'
import { partyOrCompany } from './company-record.ts'
import { readSetting } from './setting-handlers.ts'

/** Half way to poorly inked: looks pressed by hand. */
const wornInk = 0.5

export const handleDrawSeal = handleTask(
  drawSealTask,
  async (context, { partyId, kind, label, serial, worn, ...given }) => {
    const diameterMm = given.diameterMm ?? readSetting(context.read, 'sealSizes')[kind]
    const image = await context.documents.drawSeal(
      {
        kind,
        company: readParty(context.read, partyOrCompany(context.read, partyId)).name,
        diameterMm,
        serial,
        ...(label === null ? {} : { label }),
        ...(worn ? { ink: wornInk } : {}),
      },
      context.signal,
    )
    return { imageHash: context.files.put(image), diameterMm }
  },
)

export const handleCleanSeal = handleTask(cleanSealTask, async ({ documents, files, signal }, { imageHash }) => {
  const { png, width, height } = await documents.cleanSeal(files.get(imageHash), signal)
  return { imageHash: files.put(png), width, height }
})

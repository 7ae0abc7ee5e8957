import { eq } from 'drizzle-orm'
import type { z } from 'zod'
import { checkPartyImport, createParties, importParties } from '../../src-shared/parties/parties-operations.ts'
import { partyColumns, partyReaders, type PartyColumn } from '../../src-shared/parties/party-import.ts'
import { parties } from '../db/schema/parties.ts'
import type { ReadDatabase } from '../db/workspace-database.ts'
import { handleTask } from '../execution/handlers.ts'
import { carryOutImport, planImport, type ImportOf } from '../imports/plan-import.ts'
import { similarlyNamed, similarNameWarnings } from './party-rules.ts'

type NewParty = z.output<(typeof createParties)['input']>['parties'][number]

/** The same credit code is the same party; so is the same name but for width, case and blanks. A name that is only alike is worth a look. */
const partyImport: ImportOf<PartyColumn, NewParty> = {
  columns: partyColumns,
  readers: partyReaders,
  fieldsOf({ contact, mobile, ...cells }) {
    // A number without a name still belongs to somebody there.
    const contacts =
      contact === undefined && mobile === undefined ? [] : [{ name: contact ?? '联系人', mobile: mobile ?? '' }]
    return { ...cells, contacts } as NewParty
  },
  identityOf: ({ name, creditCode }) => ({ name: evened(name), ...(creditCode != null && { creditCode }) }),
  existing: (read, { name, creditCode }) =>
    (creditCode == null
      ? undefined
      : read
          .select({ id: parties.id, name: parties.name })
          .from(parties)
          .where(eq(parties.creditCode, creditCode))
          .get()) ?? sameName(read, name),
  notices: (read, { name }) =>
    similarNameWarnings(read, name, null).map(({ code, params }) => ({ code, params, column: 'name' })),
}

export const handleCheckPartyImport = handleTask(
  checkPartyImport,
  async (context, { fileHash }) => (await planImport(context, fileHash, partyImport)).preview,
)

export const handleImportParties = handleTask(importParties, async (context, { fileHash, fileName }) =>
  carryOutImport(context, await planImport(context, fileHash, partyImport), (batch) =>
    context.execute(createParties, { source: fileName, parties: batch }),
  ),
)

function sameName(read: ReadDatabase, name: string): { id: string; name: string } | undefined {
  return similarlyNamed(read, name, null).find((party) => evened(party.name) === evened(name))
}

const evened = (name: string): string => name.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, '')

import { z } from 'zod'
import { FileHash, FileName } from '../files/file.ts'
import { IMPORT_BATCH, ImportPreview, ImportReport } from '../imports/import-preview.ts'
import { defineCommand, defineQuery, defineTask } from '../kernel/operation.ts'
import { pageFields, pageOf } from '../kernel/paging.ts'
import { idSchema, textSchema, versionSchema } from '../kernel/schemas.ts'
import { Warning } from '../kernel/warning.ts'
import { contactFields, NewContact, NewParty, partyFields } from './party-fields.ts'
import { PartyKind } from './party.ts'

const partyId = idSchema<'Party'>()
const contactId = idSchema<'Contact'>()
const seenParty = { id: partyId, version: versionSchema }
const seenContact = { id: contactId, version: versionSchema }

const newParty = NewParty.extend({ contacts: z.array(NewContact).max(50).default([]) })

export const createParty = defineCommand({
  name: 'parties.create',
  version: 1,
  class: 'free',
  permission: 'parties.edit',
  summary: { zh: '新建往来单位', en: 'Create a party' },
  input: newParty,
  output: z.strictObject({ ...seenParty, contactIds: z.array(contactId), warnings: z.array(Warning) }),
})

/** One batch of an import: all of them or none. */
export const createParties = defineCommand({
  name: 'parties.createMany',
  version: 1,
  class: 'free',
  permission: 'parties.edit',
  summary: { zh: '批量新建往来单位', en: 'Create several parties' },
  input: z.strictObject({
    /** The file they come from, for the audit. */
    source: FileName,
    parties: z.array(newParty).min(1).max(IMPORT_BATCH),
  }),
  output: z.strictObject({ ids: z.array(partyId) }),
})

/** Reads a sheet and says what importing it would do; changes nothing. */
export const checkPartyImport = defineTask({
  name: 'parties.checkImport',
  permission: 'parties.edit',
  summary: { zh: '检查要导入的往来单位表', en: 'Check a sheet of parties before its import' },
  input: z.strictObject({ fileHash: FileHash }),
  output: ImportPreview,
})

/** Makes the parties of a sheet that are new and right, in batches; stopped in between, the batches that were made stay. */
export const importParties = defineTask({
  name: 'parties.import',
  permission: 'parties.edit',
  summary: { zh: '从 Excel 导入往来单位', en: 'Import parties from Excel' },
  input: z.strictObject({ fileHash: FileHash, fileName: FileName }),
  output: ImportReport,
})

export const updateParty = defineCommand({
  name: 'parties.update',
  version: 1,
  class: 'guarded',
  permission: 'parties.edit',
  summary: { zh: '修改往来单位', en: 'Change a party' },
  input: z.strictObject({ ...seenParty, changes: z.strictObject(partyFields).partial() }),
  output: z.strictObject({ ...seenParty, warnings: z.array(Warning) }),
})

/** No new contracts, orders or payments; what stands goes on. */
export const blockParty = defineCommand({
  name: 'parties.block',
  version: 1,
  class: 'guarded',
  permission: 'parties.block',
  summary: { zh: '停用往来单位', en: 'Block a party' },
  input: z.strictObject({ ...seenParty, reason: textSchema(500).min(1) }),
  output: z.strictObject(seenParty),
})

export const unblockParty = defineCommand({
  name: 'parties.unblock',
  version: 1,
  class: 'guarded',
  permission: 'parties.block',
  summary: { zh: '恢复往来单位', en: 'Unblock a party' },
  input: z.strictObject({ ...seenParty, reason: textSchema(500).min(1) }),
  output: z.strictObject(seenParty),
})

export const removeParty = defineCommand({
  name: 'parties.remove',
  version: 1,
  class: 'guarded',
  permission: 'parties.edit',
  summary: { zh: '删除从未使用的往来单位', en: 'Remove a party that was never used' },
  input: z.strictObject(seenParty),
  output: z.strictObject({ id: partyId }),
})

export const addContact = defineCommand({
  name: 'parties.addContact',
  version: 1,
  class: 'free',
  permission: 'parties.edit',
  summary: { zh: '添加联系人', en: 'Add a contact' },
  input: NewContact.extend({ partyId }),
  output: z.strictObject(seenContact),
})

export const updateContact = defineCommand({
  name: 'parties.updateContact',
  version: 1,
  class: 'guarded',
  permission: 'parties.edit',
  summary: { zh: '修改联系人', en: 'Change a contact' },
  input: z.strictObject({ ...seenContact, changes: z.strictObject(contactFields).partial() }),
  output: z.strictObject(seenContact),
})

export const removeContact = defineCommand({
  name: 'parties.removeContact',
  version: 1,
  class: 'guarded',
  permission: 'parties.edit',
  summary: { zh: '删除联系人', en: 'Remove a contact' },
  input: z.strictObject(seenContact),
  output: z.strictObject({ id: contactId }),
})

export const PartyRow = z.strictObject({
  ...seenParty,
  kind: PartyKind,
  name: z.string(),
  shortName: z.string(),
  creditCode: z.string().nullable(),
  industry: z.string(),
  region: z.string(),
  level: z.string(),
  phone: z.string(),
  creditLimit: partyFields.creditLimit,
  ownerId: partyFields.ownerId,
  /** Name of the owner, empty without one. */
  owner: z.string(),
  /** The primary contact's name, empty without one. */
  contact: z.string(),
  blocked: z.boolean(),
  updatedAt: z.int(),
})
export type PartyRow = z.infer<typeof PartyRow>

export const listParties = defineQuery({
  name: 'parties.list',
  permission: 'parties.read',
  summary: { zh: '往来单位列表', en: 'List parties' },
  input: z.strictObject({
    /** `customer` and `supplier` include those that are both. */
    kind: z.array(PartyKind).optional(),
    ownerId: idSchema<'User'>().optional(),
    industry: z.string().max(60).optional(),
    region: z.string().max(60).optional(),
    level: z.string().max(20).optional(),
    blocked: z.boolean().optional(),
    text: z.string().trim().max(100).optional(),
    sort: z.enum(['name', 'updated']).default('name'),
    descending: z.boolean().default(false),
    ...pageFields,
  }),
  output: pageOf(PartyRow),
})

export const ContactRow = z.strictObject({ ...seenContact, ...contactFields, email: z.string(), updatedAt: z.int() })
export type ContactRow = z.infer<typeof ContactRow>

export const PartyDetail = PartyRow.extend({
  address: z.string(),
  legalRepresentative: z.string(),
  email: z.string(),
  bankName: z.string(),
  bankAccount: z.string(),
  paymentTermDays: z.int().nullable(),
  notes: z.string(),
  createdAt: z.int(),
  contacts: z.array(ContactRow),
})
export type PartyDetail = z.infer<typeof PartyDetail>

export const getParty = defineQuery({
  name: 'parties.get',
  permission: 'parties.read',
  summary: { zh: '往来单位详情', en: 'Read a party' },
  input: z.strictObject({ id: partyId }),
  output: PartyDetail,
})

/** Asked while a name or code is being typed, before anything is saved. */
export const findSimilarParties = defineQuery({
  name: 'parties.findSimilar',
  permission: 'parties.read',
  summary: { zh: '查找相似或重复的往来单位', en: 'Find parties that may be the same' },
  input: z.strictObject({
    name: z.string().max(120),
    creditCode: z.string().max(40).nullable().default(null),
    except: partyId.nullable().default(null),
  }),
  output: z.strictObject({
    rows: z.array(
      z.strictObject({
        id: partyId,
        name: z.string(),
        creditCode: z.string().nullable(),
        /** The same code is the same party; a similar name may be. */
        because: z.enum(['creditCode', 'name']),
      }),
    ),
  }),
})

export const partyOperations = [
  createParty,
  createParties,
  checkPartyImport,
  importParties,
  updateParty,
  blockParty,
  unblockParty,
  removeParty,
  addContact,
  updateContact,
  removeContact,
  listParties,
  getParty,
  findSimilarParties,
] as const

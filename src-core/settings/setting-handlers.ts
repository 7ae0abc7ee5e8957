import type { Id } from '../../src-shared/kernel/ids.ts'
import { refuse } from '../../src-shared/kernel/refusal.ts'
import { getCompany, listSettings, saveCompany, saveSetting } from '../../src-shared/settings/settings-operations.ts'
import {
  settingDefaults,
  workspaceSettings,
  type SettingKey,
  type SettingValue,
} from '../../src-shared/settings/workspace-settings.ts'
import { parties } from '../db/schema/parties.ts'
import { settings } from '../db/schema/settings.ts'
import { findRecord } from '../db/record-by-id.ts'
import type { ReadDatabase } from '../db/workspace-database.ts'
import { givenFields } from '../execution/given-fields.ts'
import { handleCommand, handleQuery } from '../execution/handlers.ts'
import { checkedCreditCode } from '../parties/party-rules.ts'
import { indexParty, nameColumns, readParty } from '../parties/write-party.ts'
import { companySetting, readCompanyId } from './company-record.ts'

export const handleSaveSetting = handleCommand(saveSetting, ({ read, write }, { setting: { key, value }, version }) => {
  const id = key as string as Id<'Setting'>
  const standing = findRecord(read, settings, id)
  if ((standing?.version ?? null) !== version)
    throw refuse('record.stale', { table: 'settings', id, seen: version, version: standing?.version ?? null })
  const saved = standing === undefined ? write.insert(settings, { id, value }) : write.update(settings, id, { value })
  return { version: saved.version }
})

export const handleListSettings = handleQuery(listSettings, ({ read }) => ({
  display: storedSetting(read, 'display'),
  sealSizes: storedSetting(read, 'sealSizes'),
}))

/** A workspace setting as it is, its default while no one has set it. */
export function readSetting<K extends SettingKey>(read: ReadDatabase, key: K): SettingValue<K> {
  return storedSetting(read, key).value
}

function storedSetting<K extends SettingKey>(
  read: ReadDatabase,
  key: K,
): { value: SettingValue<K>; version: number | null } {
  const row = findRecord(read, settings, key)
  if (row === undefined) return { value: settingDefaults[key], version: null }
  return { value: workspaceSettings[key].parse(row.value) as SettingValue<K>, version: row.version }
}

export const handleSaveCompany = handleCommand(saveCompany, (context, { profile, version }) => {
  const { read, write } = context
  const companyId = readCompanyId(read)
  const creditCode =
    profile.creditCode === undefined ? {} : { creditCode: checkedCreditCode(read, profile.creditCode, companyId) }
  const columns = { ...givenFields(profile), ...creditCode, name: profile.name, ...nameColumns(profile.name) }
  if (companyId === undefined) {
    if (version !== null) throw refuse('settings.noCompany', {})
    const company = write.insert(parties, { id: context.newId<'Party'>(), kind: 'own', ...columns })
    write.insert(settings, { id: companySetting, value: { partyId: company.id } })
    indexParty(context, company)
    return { partyId: company.id, version: company.version }
  }
  if (version === null)
    throw refuse('record.stale', {
      table: 'parties',
      id: companyId,
      seen: null,
      version: readParty(read, companyId).version,
    })
  const company = write.update(parties, companyId, columns, version)
  indexParty(context, company)
  return { partyId: company.id, version: company.version }
})

export const handleGetCompany = handleQuery(getCompany, ({ read }) => {
  const partyId = readCompanyId(read)
  if (partyId === undefined) return { company: null }
  const company = readParty(read, partyId)
  const { version, name, shortName, creditCode, address, legalRepresentative, phone, email } = company
  return {
    company: {
      partyId,
      version,
      name,
      shortName,
      creditCode,
      address,
      legalRepresentative,
      phone,
      email,
      bankName: company.bankName,
      bankAccount: company.bankAccount,
      updatedAt: company.updatedAt,
    },
  }
})

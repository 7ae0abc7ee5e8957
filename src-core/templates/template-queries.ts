import { and, count, desc, eq, inArray, sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import { getTemplate, getTemplateVersion, listTemplates } from '../../src-shared/templates/templates-operations.ts'
import { contracts } from '../db/schema/contracts.ts'
import { templates, templateVersions } from '../db/schema/templates.ts'
import { users } from '../db/schema/people.ts'
import { matchingRecords } from '../db/search-index.ts'
import type { ReadDatabase } from '../db/workspace-database.ts'
import { handleQuery } from '../execution/handlers.ts'
import { keyset, pageOfRows } from '../execution/keyset.ts'
import { pinyinPage } from '../execution/pinyin-page.ts'
import { personName } from '../people/person-name.ts'
import { readTemplate, readTemplateVersion } from './template-commands.ts'

const rowColumns = {
  id: templates.id,
  version: templates.version,
  name: templates.name,
  type: templates.type,
  archived: templates.archived,
  notes: templates.notes,
  versionId: templateVersions.id,
  no: templateVersions.no,
  fileName: templateVersions.fileName,
  updatedAt: templates.updatedAt,
}

const listColumns = { ...rowColumns, fields: sql<number>`json_array_length(${templateVersions.fields})` }

export const handleListTemplates = handleQuery(listTemplates, ({ read }, input) => {
  const wanted = and(
    input.archived === null ? undefined : eq(templates.archived, input.archived),
    input.type && inArray(templates.type, input.type),
    input.text ? matchingRecords('template', templates.id, input.text) : undefined,
  )
  const { total } = read.select({ total: count() }).from(templates).where(wanted).get()!
  const rowsOf = (where: SQL | undefined) =>
    read
      .select(listColumns)
      .from(templates)
      .innerJoin(templateVersions, eq(templateVersions.id, templates.currentVersionId))
      .where(where)
  if (input.sort === 'updated') {
    const { where, orderBy, limit } = keyset(templates.updatedAt, templates.id, input)
    const rows = rowsOf(and(wanted, where))
      .orderBy(...orderBy)
      .limit(limit)
      .all()
    return { ...pageOfRows(rows, input.limit, (row) => row.updatedAt), total }
  }
  const named = read.select({ id: templates.id, name: templates.name }).from(templates).where(wanted).all()
  const page = pinyinPage(named, 'company', input)
  const ids = page.rows.map(({ id }) => id)
  const full = new Map(
    rowsOf(inArray(templates.id, ids))
      .all()
      .map((row) => [row.id, row]),
  )
  return { rows: ids.map((id) => full.get(id)!), next: page.next, total }
})

export const handleGetTemplate = handleQuery(getTemplate, ({ read }, { id }) => {
  const { createdAt } = readTemplate(read, id)
  const row = read
    .select(rowColumns)
    .from(templates)
    .innerJoin(templateVersions, eq(templateVersions.id, templates.currentVersionId))
    .where(eq(templates.id, id))
    .get()!
  return { ...row, createdAt, versions: versionsWhere(read, eq(templateVersions.templateId, id)) }
})

export const handleGetTemplateVersion = handleQuery(getTemplateVersion, ({ read }, { id }) => {
  const { name, type } = readTemplate(read, readTemplateVersion(read, id).templateId)
  return { ...versionsWhere(read, eq(templateVersions.id, id))[0]!, name, type }
})

function versionsWhere(read: ReadDatabase, where: SQL) {
  const versions = read
    .select({
      id: templateVersions.id,
      version: templateVersions.version,
      templateId: templateVersions.templateId,
      no: templateVersions.no,
      fileHash: templateVersions.fileHash,
      fileName: templateVersions.fileName,
      fields: templateVersions.fields,
      mapping: templateVersions.mapping,
      reason: templateVersions.reason,
      createdAt: templateVersions.createdAt,
      createdBy: personName(templateVersions.createdBy),
    })
    .from(templateVersions)
    .leftJoin(users, eq(users.id, templateVersions.createdBy))
    .where(where)
    .orderBy(desc(templateVersions.no))
    .all()
  const used = new Map(
    read
      .select({ id: contracts.templateVersionId, contracts: count() })
      .from(contracts)
      .where(
        inArray(
          contracts.templateVersionId,
          versions.map(({ id }) => id),
        ),
      )
      .groupBy(contracts.templateVersionId)
      .all()
      .map((row) => [row.id, row.contracts]),
  )
  return versions.map((version) => Object.assign(version, { contracts: used.get(version.id) ?? 0 }))
}

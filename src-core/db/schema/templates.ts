import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { ContractType } from '../../../src-shared/contracts/contract.ts'
import type { TemplateField, TemplateMapping } from '../../../src-shared/templates/template.ts'
import { idColumn, jsonColumn, recordColumns } from './columns.ts'

export const templates = sqliteTable('templates', {
  ...recordColumns<'Template'>(),
  name: text('name').notNull(),
  type: text('type').$type<ContractType>().notNull(),
  currentVersionId: idColumn<'TemplateVersion'>('current_version_id'),
  archived: integer('archived', { mode: 'boolean' }).notNull().default(false),
  notes: text('notes').notNull().default(''),
})

export const templateVersions = sqliteTable(
  'template_versions',
  {
    ...recordColumns<'TemplateVersion'>(),
    templateId: idColumn<'Template'>('template_id').notNull(),
    no: integer('no').notNull(),
    /** SHA-256 of the .docx in the file store. */
    fileHash: text('file_hash').notNull(),
    fileName: text('file_name').notNull(),
    fields: jsonColumn<TemplateField[]>('fields').notNull(),
    mapping: jsonColumn<TemplateMapping>('mapping').notNull(),
    reason: text('reason').notNull().default(''),
  },
  (t) => [uniqueIndex('template_versions_no').on(t.templateId, t.no)],
)

export const clauses = sqliteTable('clauses', {
  ...recordColumns<'Clause'>(),
  title: text('title').notNull(),
  category: text('category').notNull().default(''),
  currentVersionId: idColumn<'ClauseVersion'>('current_version_id'),
  archived: integer('archived', { mode: 'boolean' }).notNull().default(false),
})

export const clauseVersions = sqliteTable(
  'clause_versions',
  {
    ...recordColumns<'ClauseVersion'>(),
    clauseId: idColumn<'Clause'>('clause_id').notNull(),
    no: integer('no').notNull(),
    text: text('text').notNull(),
    /** Why this version differs from the one before. */
    reason: text('reason').notNull().default(''),
  },
  (t) => [uniqueIndex('clause_versions_no').on(t.clauseId, t.no), index('clause_versions_clause').on(t.clauseId)],
)

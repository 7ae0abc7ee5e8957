import { and, eq, ne } from 'drizzle-orm'
import type { InferSelectModel } from 'drizzle-orm'
import {
  addClauseVersion,
  archiveClause,
  createClause,
  restoreClause,
  updateClause,
} from '../../src-shared/clauses/clauses-operations.ts'
import type { Id } from '../../src-shared/kernel/ids.ts'
import { pinyinSearchText } from '../../src-shared/kernel/pinyin.ts'
import { refuse } from '../../src-shared/kernel/refusal.ts'
import { clauses, clauseVersions } from '../db/schema/templates.ts'
import { recordById } from '../db/record-by-id.ts'
import type { ReadDatabase } from '../db/workspace-database.ts'
import type { CommandContext } from '../execution/command-context.ts'
import { givenFields } from '../execution/given-fields.ts'
import { handleCommand } from '../execution/handlers.ts'

type ClauseRecord = InferSelectModel<typeof clauses>

export const handleCreateClause = handleCommand(createClause, (context, { title, category, text }) => {
  refuseTitleTaken(context.read, title)
  const id = context.newId<'Clause'>()
  const versionId = context.newId<'ClauseVersion'>()
  const clause = context.write.insert(clauses, { id, title, category, currentVersionId: versionId, archived: false })
  context.write.insert(clauseVersions, { id: versionId, clauseId: id, no: 1, text, reason: '' })
  indexClause(context, clause, text)
  return { id, version: clause.version, versionId, no: 1 }
})

export const handleUpdateClause = handleCommand(updateClause, (context, { id, version, changes }) => {
  const before = readClause(context.read, id)
  if (changes.title !== undefined && changes.title !== before.title) refuseTitleTaken(context.read, changes.title, id)
  const clause = context.write.update(clauses, id, givenFields(changes), version)
  indexClause(context, clause, currentText(context.read, clause).text)
  return { id, version: clause.version }
})

export const handleAddClauseVersion = handleCommand(addClauseVersion, (context, { id, version, text, reason }) => {
  const before = readClause(context.read, id)
  if (before.archived) throw refuse('clause.archived', { clause: before.title })
  const current = currentText(context.read, before)
  if (current.text === text) throw refuse('clause.unchanged', { clause: before.title, no: current.no })
  const versionId = context.newId<'ClauseVersion'>()
  const no = current.no + 1
  context.write.insert(clauseVersions, { id: versionId, clauseId: id, no, text, reason })
  const clause = context.write.update(clauses, id, { currentVersionId: versionId }, version)
  indexClause(context, clause, text)
  return { id, version: clause.version, versionId, no }
})

export const handleArchiveClause = handleCommand(archiveClause, ({ read, write }, { id, version }) => {
  const clause = readClause(read, id)
  if (clause.archived) throw refuse('clause.archived', { clause: clause.title })
  return { id, version: write.update(clauses, id, { archived: true }, version).version }
})

export const handleRestoreClause = handleCommand(restoreClause, ({ read, write }, { id, version }) => {
  const clause = readClause(read, id)
  if (!clause.archived) throw refuse('clause.notArchived', { clause: clause.title })
  refuseTitleTaken(read, clause.title, id)
  return { id, version: write.update(clauses, id, { archived: false }, version).version }
})

/** Refuses `record.missing`. */
export function readClause(read: ReadDatabase, id: Id<'Clause'>): ClauseRecord {
  return recordById(read, clauses, id)
}

function currentText(read: ReadDatabase, { currentVersionId }: ClauseRecord) {
  return read.select().from(clauseVersions).where(eq(clauseVersions.id, currentVersionId!)).get()!
}

/** Two clauses of one title cannot be told apart where they are picked; an archived one is not picked. */
function refuseTitleTaken(read: ReadDatabase, title: string, self?: Id<'Clause'>): void {
  const other = read
    .select({ id: clauses.id })
    .from(clauses)
    .where(and(eq(clauses.title, title), eq(clauses.archived, false), self && ne(clauses.id, self)))
    .get()
  if (other !== undefined) throw refuse('clause.titleTaken', { title })
}

function indexClause(context: CommandContext, clause: ClauseRecord, text: string): void {
  context.index('clause', clause.id, {
    title: clause.title,
    text: [clause.category, pinyinSearchText(clause.title), text].join(' '),
  })
}

import { and, eq, ne } from 'drizzle-orm'
import type { InferSelectModel } from 'drizzle-orm'
import type { Id } from '../../src-shared/kernel/ids.ts'
import { pinyinSearchText } from '../../src-shared/kernel/pinyin.ts'
import { refuse } from '../../src-shared/kernel/refusal.ts'
import { contractFieldFor } from '../../src-shared/templates/contract-fields.ts'
import type { TemplateField, TemplateMapping } from '../../src-shared/templates/template.ts'
import {
  addTemplate,
  addTemplateVersion,
  archiveTemplate,
  restoreTemplate,
  saveTemplateMapping,
  updateTemplate,
} from '../../src-shared/templates/templates-operations.ts'
import { contracts } from '../db/schema/contracts.ts'
import { templates, templateVersions } from '../db/schema/templates.ts'
import { recordById } from '../db/record-by-id.ts'
import type { ReadDatabase } from '../db/workspace-database.ts'
import type { CommandContext } from '../execution/command-context.ts'
import { givenFields } from '../execution/given-fields.ts'
import { handleCommand } from '../execution/handlers.ts'

type TemplateRecord = InferSelectModel<typeof templates>
type VersionRecord = InferSelectModel<typeof templateVersions>

export const handleAddTemplate = handleCommand(addTemplate, (context, { name, type, notes, ...file }) => {
  refuseNameTaken(context.read, name)
  refuseUnusableFile(context, file)
  const id = context.newId<'Template'>()
  const versionId = context.newId<'TemplateVersion'>()
  const template = context.write.insert(templates, {
    id,
    name,
    type,
    notes,
    currentVersionId: versionId,
    archived: false,
  })
  context.write.insert(templateVersions, { id: versionId, templateId: id, no: 1, ...file, reason: '' })
  indexTemplate(context, template, file.fileName)
  return { id, version: template.version, versionId, no: 1 }
})

export const handleAddTemplateVersion = handleCommand(addTemplateVersion, (context, { id, version, ...file }) => {
  const template = readTemplate(context.read, id)
  if (template.archived) throw refuse('template.archived', { template: template.name })
  refuseUnusableFile(context, file)
  const current = readTemplateVersion(context.read, template.currentVersionId!)
  if (current.fileHash === file.fileHash)
    throw refuse('template.unchanged', { template: template.name, no: current.no })
  return insertVersion(context, template, version, { no: current.no + 1, ...file })
})

export const handleSaveTemplateMapping = handleCommand(
  saveTemplateMapping,
  (context, { versionId, version, mapping, reason }) => {
    const { read, write } = context
    const current = readTemplateVersion(read, versionId)
    const template = readTemplate(read, current.templateId)
    if (template.currentVersionId !== versionId)
      throw refuse('template.notCurrent', { template: template.name, no: current.no })
    const { no, fileHash, fileName, fields } = current
    refuseWrongMapping(fields, mapping)
    const used = read
      .select({ id: contracts.id })
      .from(contracts)
      .where(eq(contracts.templateVersionId, versionId))
      .get()
    if (used === undefined) {
      const changed = write.update(templateVersions, versionId, { mapping }, version)
      return { id: template.id, versionId, version: changed.version, no }
    }
    if (current.version !== version)
      throw refuse('record.stale', {
        table: 'template_versions',
        id: versionId,
        seen: version,
        version: current.version,
      })
    const made = insertVersion(context, template, template.version, {
      no: no + 1,
      fileHash,
      fileName,
      fields,
      mapping,
      reason,
    })
    return { id: template.id, versionId: made.versionId, version: 1, no: made.no }
  },
)

export const handleUpdateTemplate = handleCommand(updateTemplate, (context, { id, version, changes }) => {
  const before = readTemplate(context.read, id)
  if (changes.name !== undefined && changes.name !== before.name) refuseNameTaken(context.read, changes.name, id)
  const template = context.write.update(templates, id, givenFields(changes), version)
  indexTemplate(context, template, readTemplateVersion(context.read, template.currentVersionId!).fileName)
  return { id, version: template.version }
})

export const handleArchiveTemplate = handleCommand(archiveTemplate, ({ read, write }, { id, version }) => {
  const template = readTemplate(read, id)
  if (template.archived) throw refuse('template.archived', { template: template.name })
  return { id, version: write.update(templates, id, { archived: true }, version).version }
})

export const handleRestoreTemplate = handleCommand(restoreTemplate, ({ read, write }, { id, version }) => {
  const template = readTemplate(read, id)
  if (!template.archived) throw refuse('template.notArchived', { template: template.name })
  refuseNameTaken(read, template.name, id)
  return { id, version: write.update(templates, id, { archived: false }, version).version }
})

/** Refuses `record.missing`. */
export function readTemplate(read: ReadDatabase, id: Id<'Template'>): TemplateRecord {
  return recordById(read, templates, id)
}

/** Refuses `record.missing`. */
export function readTemplateVersion(read: ReadDatabase, id: Id<'TemplateVersion'>): VersionRecord {
  return recordById(read, templateVersions, id)
}

function insertVersion(
  context: CommandContext,
  template: TemplateRecord,
  seen: number,
  version: Pick<VersionRecord, 'no' | 'fileHash' | 'fileName' | 'fields' | 'mapping' | 'reason'>,
) {
  const versionId = context.newId<'TemplateVersion'>()
  context.write.insert(templateVersions, { id: versionId, templateId: template.id, ...version })
  const updated = context.write.update(templates, template.id, { currentVersionId: versionId }, seen)
  indexTemplate(context, updated, version.fileName)
  return { id: template.id, version: updated.version, versionId, no: version.no }
}

function refuseUnusableFile(
  { files }: CommandContext,
  { fileHash, fields, mapping }: { fileHash: string; fields: TemplateField[]; mapping: TemplateMapping },
): void {
  if (!files.has(fileHash)) throw refuse('file.missing', { hash: fileHash })
  refuseWrongMapping(fields, mapping)
}

/** A mapping for a field that the template has not got would never be seen again; one to data that contracts have not got fills nothing. */
function refuseWrongMapping(fields: readonly TemplateField[], mapping: TemplateMapping): void {
  const known = new Set(fields.map(({ path }) => path))
  const stray = Object.keys(mapping).filter((path) => !known.has(path))
  if (stray.length > 0) throw refuse('template.mappingWithoutField', { fields: stray })
  const unknown = Object.values(mapping).flatMap((filled) =>
    filled.kind === 'contract' && contractFieldFor(filled.path)?.path !== filled.path ? [filled.path] : [],
  )
  if (unknown.length > 0) throw refuse('template.mappingToNothing', { fields: unknown })
}

function refuseNameTaken(read: ReadDatabase, name: string, self?: Id<'Template'>): void {
  const other = read
    .select({ id: templates.id })
    .from(templates)
    .where(and(eq(templates.name, name), eq(templates.archived, false), self && ne(templates.id, self)))
    .get()
  if (other !== undefined) throw refuse('template.nameTaken', { name })
}

function indexTemplate(context: CommandContext, template: TemplateRecord, fileName: string): void {
  context.index('template', template.id, {
    title: template.name,
    text: [fileName, template.notes, pinyinSearchText(template.name)].join(' '),
  })
}

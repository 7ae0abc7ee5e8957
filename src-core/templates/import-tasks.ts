import type { Json } from '../../src-shared/kernel/json.ts'
import { refuse } from '../../src-shared/kernel/refusal.ts'
import { proposeMapping } from '../../src-shared/templates/contract-fields.ts'
import {
  addTemplate,
  addTemplateVersion,
  importTemplate,
  inspectTemplate,
} from '../../src-shared/templates/templates-operations.ts'
import { handleTask } from '../execution/handlers.ts'

export const handleInspectTemplate = handleTask(inspectTemplate, async ({ files, documents, signal }, { fileHash }) => {
  const { fields, anchors, problems, usable } = await documents.checkTemplate(files.get(fileHash), signal)
  return {
    fields,
    mapping: proposeMapping(fields),
    anchors,
    problems: problems.map((problem) => ({ ...problem, params: asMutable(problem.params) })),
    usable,
  }
})

export const handleImportTemplate = handleTask(
  importTemplate,
  async (context, { versionOf, mapping, name, type, notes, ...file }) => {
    const { fields, problems, usable } = await context.documents.checkTemplate(
      context.files.get(file.fileHash),
      context.signal,
    )
    if (!usable)
      throw refuse('template.notUsable', {
        problems: problems.map(({ code, params, page, sentence }) => ({ code, params, page, sentence })),
      })
    const checked = { ...file, fields, mapping: mapping ?? proposeMapping(fields) }
    if (versionOf !== null) return context.execute(addTemplateVersion, { ...versionOf, ...checked })
    return context.execute(addTemplate, { name, type, notes, ...checked })
  },
)

const asMutable = (params: Record<string, Json>) => JSON.parse(JSON.stringify(params)) as Record<string, never>

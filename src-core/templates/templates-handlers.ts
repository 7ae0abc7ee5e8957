import { handleImportTemplate, handleInspectTemplate } from './import-tasks.ts'
import {
  handleAddTemplate,
  handleAddTemplateVersion,
  handleArchiveTemplate,
  handleRestoreTemplate,
  handleSaveTemplateMapping,
  handleUpdateTemplate,
} from './template-commands.ts'
import { handleGetTemplate, handleGetTemplateVersion, handleListTemplates } from './template-queries.ts'

export const templatesHandlers = {
  commands: [
    handleAddTemplate,
    handleAddTemplateVersion,
    handleSaveTemplateMapping,
    handleUpdateTemplate,
    handleArchiveTemplate,
    handleRestoreTemplate,
  ],
  queries: [handleListTemplates, handleGetTemplate, handleGetTemplateVersion],
  tasks: [handleInspectTemplate, handleImportTemplate],
}

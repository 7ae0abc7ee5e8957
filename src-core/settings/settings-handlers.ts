import { handleImportCertificate, handleMakeCertificate } from './certificate-tasks.ts'
import { handleListFailedJobs, handleReviewFailedJob } from './job-handlers.ts'
import {
  handleAddCertificate,
  handleAddSeal,
  handleListCertificates,
  handleListSeals,
  handleRetireCertificate,
  handleRetireSeal,
} from './seal-handlers.ts'
import { handleCleanSeal, handleDrawSeal } from './seal-tasks.ts'
import { handleGetCompany, handleListSettings, handleSaveCompany, handleSaveSetting } from './setting-handlers.ts'

export const settingsHandlers = {
  commands: [
    handleSaveSetting,
    handleSaveCompany,
    handleAddSeal,
    handleRetireSeal,
    handleAddCertificate,
    handleRetireCertificate,
    handleReviewFailedJob,
  ],
  queries: [handleListSettings, handleGetCompany, handleListSeals, handleListCertificates, handleListFailedJobs],
  tasks: [handleImportCertificate, handleMakeCertificate, handleDrawSeal, handleCleanSeal],
}

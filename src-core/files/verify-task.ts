import { verifyPdfTask } from '../../src-shared/files/files-operations.ts'
import { handleTask } from '../execution/handlers.ts'

/** Reads the file itself, whatever the records say of it; a certificate nobody here vouches for is reported as such. */
export const handleVerifyPdf = handleTask(verifyPdfTask, async ({ files, documents, signal }, { fileHash }) => {
  const { verdict, words, signatures } = await documents.verify(files.get(fileHash), {}, signal)
  return {
    verdict,
    words,
    signatures: signatures.map((found) => ({
      kind: found.kind,
      name: found.name,
      organisation: found.organisation ?? null,
      fieldName: found.fieldName,
      reason: found.reason ?? null,
      location: found.location ?? null,
      format: found.format,
      byteRangeSound: found.byteRangeSound,
      digestValid: found.digestValid,
      cmsValid: found.cmsValid,
      signingCertificateMatches: found.signingCertificateMatches,
      chain: found.chain,
      chainPath: [...found.chainPath],
      selfMade: found.selfMade,
      revocation: found.revocation,
      timeSource: found.timeSource,
      claimedTime: found.claimedTime ?? null,
      provenTime: found.provenTime ?? null,
      timestampChain: found.timestampChain ?? null,
      coversRevision: found.coversRevision,
      coversWholeDocument: found.coversWholeDocument,
      changedAfterwards: found.changedAfterwards,
      changes: found.changes.map(({ kind, page }) => ({ kind, page: page ?? null })),
      problems: [...found.problems],
    })),
  }
})

import type { ContractDetail } from '../../src-shared/contracts/contracts-operations.ts'
import type { DocumentKind } from '../../src-shared/contracts/contract-document.ts'
import { storeFile } from '../lib/files.ts'
import { rpc } from '../lib/rpc.ts'

/** What an uploaded PDF is at each stage: a draft to approve, the final text, or what came back signed. */
export function uploadKind(stage: ContractDetail['stage']): DocumentKind | null {
  if (stage === 'draft') return 'draft'
  if (stage === 'approved') return 'final'
  if (stage === 'signed' || stage === 'active') return 'signed'
  return null
}

/** Keeps a PDF and registers it as the contract's document; throws for what is no PDF. */
export async function uploadDocument(contract: ContractDetail, file: File, kind: DocumentKind): Promise<void> {
  const { pagesOfPdf } = await import('../components/pdf-viewer/pdf-text.ts')
  const pages = await pagesOfPdf(new Uint8Array(await file.arrayBuffer()))
  const { hash } = await storeFile(file)
  await rpc['contracts.addDocument']({
    id: contract.id,
    version: contract.version,
    kind,
    contentHash: contract.contentHash,
    docxHash: null,
    pdfHash: hash,
    pages,
    anchors: [],
  })
}

import { asc, eq } from 'drizzle-orm'
import type { InferSelectModel } from 'drizzle-orm'
import { refuse } from '../../src-shared/kernel/refusal.ts'
import type { Id } from '../../src-shared/kernel/ids.ts'
import {
  addDocument,
  makeDocument,
  sealContract,
  signDocument,
} from '../../src-shared/contracts/contracts-operations.ts'
import type { DocumentAnchor } from '../../src-shared/contracts/contract-document.ts'
import { contractDocuments } from '../db/schema/contracts.ts'
import { certificates, seals } from '../db/schema/settings.ts'
import { templateVersions } from '../db/schema/templates.ts'
import { recordById } from '../db/record-by-id.ts'
import type { ReadDatabase } from '../db/workspace-database.ts'
import type { ImageStamp } from '../documents/seal/stamp-plan.ts'
import { handleTask } from '../execution/handlers.ts'
import { readContent, readContract, templateDataOf, type ContractRecord } from './contract-content.ts'

type DocumentRecord = InferSelectModel<typeof contractDocuments>

/** Stages whose document is the final one: it carries the formal number and may be sealed. */
const finalStages: readonly string[] = ['approved', 'signed', 'active']

/** Fills the contract's template and makes its PDF: a draft with its watermark before approval, the final one after. */
export const handleMakeDocument = handleTask(makeDocument, async (context, { id, onlyIfMissing }) => {
  const { read, documents, files, signal, progress } = context
  const content = readContent(read, id)
  const { contract } = content
  const there = onlyIfMissing ? findDocument(read, contract, ['final']) : undefined
  if (there !== undefined) {
    const { id: documentId, pdfHash, docxHash, pages } = there
    return { documentId, version: contract.version, pdfHash, docxHash, pages, notCarried: [] }
  }
  if (contract.templateVersionId === null)
    throw refuse('contract.noTemplate', { number: contract.number ?? contract.draftNumber })
  const template = recordById(read, templateVersions, contract.templateVersionId)
  const final = finalStages.includes(contract.stage)
  progress({ done: 0, total: 3, step: 'fill' })
  const filled = await documents.fillTemplate(files.get(template.fileHash), templateDataOf(read, content), {}, signal)
  progress({ done: 1, total: 3, step: 'typeset' })
  const converted = await documents.convert(filled.docx, { title: contract.title }, signal)
  progress({ done: 2, total: 3, step: 'keep' })
  const pdf = final
    ? converted.pdf
    : (await documents.stamp(converted.pdf, { watermark: { text: '草稿' } }, signal)).pdf
  const docxHash = files.put(filled.docx)
  const pdfHash = files.put(pdf)
  const registered = context.execute(addDocument, {
    id,
    version: contract.version,
    kind: final ? 'final' : 'draft',
    contentHash: contract.contentHash,
    docxHash,
    pdfHash,
    pages: converted.pages,
    anchors: converted.anchors,
  })
  progress({ done: 3, total: 3, step: 'done' })
  return {
    documentId: registered.documentId,
    version: registered.version,
    pdfHash,
    docxHash,
    pages: converted.pages,
    notCarried: converted.notCarried.map(({ what, where, count }) => ({ what, where, count })),
  }
})

/** Stamps the final document; whatever was sealed before is not sealed again but made anew from the unsealed one. */
export const handleSealContract = handleTask(sealContract, async (context, input) => {
  const { read, documents, files, signal } = context
  const contract = readContract(read, input.id)
  const there = input.onlyIfMissing ? findDocument(read, contract, ['sealed']) : undefined
  if (there !== undefined) return { documentId: there.id, version: contract.version, pdfHash: there.pdfHash }
  const final = latestDocument(read, contract, ['final'])
  const image = (sealId: Id<'Seal'>) => {
    const seal = usableSeal(read, sealId)
    return { image: files.get(seal.imageHash), widthMm: seal.diameterMm }
  }
  const [crossPage, ...moreCrossPage] = input.crossPageSeals.map(({ sealId, position }) => ({
    ...image(sealId),
    position,
  }))
  let { pdf, pages } = await documents.stamp(
    files.get(final.pdfHash),
    {
      seals: [
        ...input.seals.map(({ sealId, role }): ImageStamp => ({
          ...image(sealId),
          at: placeFor(final.anchors, 'seal', role),
        })),
        ...input.receivedSeals.map(({ role, imageHash, diameterMm }): ImageStamp => ({
          image: files.get(imageHash),
          widthMm: diameterMm,
          at: placeFor(final.anchors, 'seal', role),
        })),
      ],
      handwriting: input.handwritings.map(({ role, imageHash }): ImageStamp => ({
        image: files.get(imageHash),
        widthMm: 28,
        at: placeFor(final.anchors, 'sign', role),
      })),
      ...(crossPage === undefined ? {} : { crossPage }),
    },
    signal,
  )
  for (const more of moreCrossPage) ({ pdf, pages } = await documents.stamp(pdf, { crossPage: more }, signal))
  return register(context, contract, final, { kind: 'sealed', pdf, pages })
})

/** Adds a digital signature to the sealed or already signed document; earlier signatures stay valid. */
export const handleSignDocument = handleTask(signDocument, async (context, input) => {
  const { id, certificateId, reason, location, onlyIfMissing } = input
  const { read, documents, files, now, signal } = context
  const contract = readContract(read, id)
  const there = onlyIfMissing ? findDocument(read, contract, ['signed']) : undefined
  if (there !== undefined) return { documentId: there.id, version: contract.version, pdfHash: there.pdfHash }
  // Sealed anew after a signature, it is the newly sealed one that is signed.
  const document = latestDocument(read, contract, ['signed', 'sealed'], ['final'])
  const certificate = recordById(read, certificates, certificateId)
  if (!certificate.active) throw refuse('certificate.retired', { subject: certificate.subject })
  const { pdf } = await documents.sign(
    files.get(document.pdfHash),
    { signer: { p12: files.get(certificate.p12Hash), password: certificate.password }, reason, location, time: now },
    signal,
  )
  return register(context, contract, document, { kind: 'signed', pdf, pages: document.pages })
})

function register(
  context: Parameters<Parameters<typeof handleTask<typeof sealContract>>[1]>[0],
  contract: ContractRecord,
  from: DocumentRecord,
  made: { kind: 'sealed' | 'signed'; pdf: Uint8Array; pages: number },
) {
  const pdfHash = context.files.put(made.pdf)
  const { documentId, version } = context.execute(addDocument, {
    id: contract.id,
    version: contract.version,
    kind: made.kind,
    contentHash: from.contentHash,
    docxHash: from.docxHash,
    pdfHash,
    pages: made.pages,
    anchors: from.anchors,
  })
  return { documentId, version, pdfHash }
}

/** As `findDocument`; refuses `contract.noFinalDocument` where there is none. */
function latestDocument(
  read: ReadDatabase,
  contract: ContractRecord,
  ...choices: DocumentRecord['kind'][][]
): DocumentRecord {
  const found = findDocument(read, contract, ...choices)
  if (found !== undefined) return found
  throw refuse('contract.noFinalDocument', { number: contract.number ?? contract.draftNumber, stage: contract.stage })
}

/** The newest document of the first kinds of which there is one, for the content that was approved. */
function findDocument(
  read: ReadDatabase,
  contract: ContractRecord,
  ...choices: DocumentRecord['kind'][][]
): DocumentRecord | undefined {
  const rows = read
    .select()
    .from(contractDocuments)
    .where(eq(contractDocuments.contractId, contract.id))
    .orderBy(asc(contractDocuments.no))
    .all()
    .filter((row) => row.contentHash === contract.approvedContentHash)
  for (const kinds of choices) {
    const found = rows.findLast((row) => kinds.includes(row.kind))
    if (found !== undefined) return found
  }
  return undefined
}

function usableSeal(read: ReadDatabase, id: Id<'Seal'>): InferSelectModel<typeof seals> {
  const seal = recordById(read, seals, id)
  if (!seal.active) throw refuse('seal.retired', { name: seal.name })
  return seal
}

/** The template's own anchor for the role, or the customary words of a signature block where it has none. */
function placeFor(anchors: readonly DocumentAnchor[], what: 'seal' | 'sign', role: string): ImageStamp['at'] {
  const anchor = anchors.findLast(({ name }) => name === `qidan_${what}_${role}`)
  if (anchor !== undefined) return { page: anchor.page, x: anchor.x, y: anchor.y }
  return { text: what === 'seal' ? `${role}（盖章）` : '（签字）', occurrence: 'last' }
}

import { randomBytes, X509Certificate } from 'node:crypto'
import { dateOf } from '../../src-shared/kernel/local-date.ts'
import {
  addCertificate,
  importCertificate,
  listSettings,
  makeCertificate,
} from '../../src-shared/settings/settings-operations.ts'
import { handleTask } from '../execution/handlers.ts'
import type { TaskContext } from '../execution/task-context.ts'
import { readParty } from '../parties/write-party.ts'
import { partyOrCompany } from './company-record.ts'

/** Opens the file first: a wrong password is refused before anything is kept. */
export const handleImportCertificate = handleTask(
  importCertificate,
  async (context, { p12Hash, password, partyId }) => {
    // Certificates are rare; their libraries need not be loaded with the desk.
    const { openP12 } = await import('../documents/sign/open-p12.ts')
    const { certificate } = await openP12(context.files.get(p12Hash), password)
    context.signal.throwIfAborted()
    const read = new X509Certificate(certificate)
    return keep(context, read, { partyId, p12Hash, password, selfMade: read.subject === read.issuer })
  },
)

export const handleMakeCertificate = handleTask(makeCertificate, async (context, { partyId, person, validYears }) => {
  const { makeWorkspaceCertificate } = await import('../documents/sign/workspace-certificate.ts')
  const owner = partyOrCompany(context.read, partyId)
  const password = randomBytes(24).toString('base64url')
  const made = await makeWorkspaceCertificate({
    company: readParty(context.read, owner).name,
    ...(person === null ? {} : { person }),
    validYears,
    notBefore: context.now,
    password,
  })
  context.signal.throwIfAborted()
  const p12Hash = context.files.put(made.p12)
  const read = new X509Certificate(made.certificatePem)
  return keep(context, read, { partyId: owner, p12Hash, password, selfMade: true })
})

function keep(
  context: TaskContext,
  certificate: X509Certificate,
  file: { partyId: string | null; p12Hash: string; password: string; selfMade: boolean },
) {
  const { timeZone } = context.query(listSettings, {}).display.value
  const subject = subjectOf(certificate)
  const validFrom = dateOf(Date.parse(certificate.validFrom), timeZone)
  const validTo = dateOf(Date.parse(certificate.validTo), timeZone)
  const { id, version } = context.execute(addCertificate, {
    ...file,
    subject,
    serial: certificate.serialNumber.toLowerCase(),
    validFrom,
    validTo,
  })
  return { id, version, subject, validFrom, validTo }
}

/** The name on the certificate in one line, most telling part first: `张伟, 上海某某有限公司`. */
function subjectOf(certificate: X509Certificate): string {
  const parts = certificate.toLegacyObject().subject as Record<string, string | string[] | undefined>
  const named = [parts.CN, parts.O, parts.OU].flatMap((part) => part ?? [])
  return [...new Set(named)].join(', ') || certificate.subject.replaceAll('\n', ', ')
}

import { openP12 } from '../../src-core/documents/sign/open-p12.ts'
import type { SigningKey } from '../../src-core/documents/sign/signing-key.ts'
import {
  type KeyKind,
  makeWorkspaceAuthority,
  makeWorkspaceCertificate,
} from '../../src-core/documents/sign/workspace-certificate.ts'

/** The test's day: certificates begin on 1 November 2026, signatures are made on the 24th. */
export const certificatesFrom = Date.UTC(2026, 10, 1)
export const signingTime = Date.UTC(2026, 10, 24, 2)

export interface TestSigner {
  readonly key: SigningKey
  readonly certificatePem: string
  /** The root's, or the certificate itself when it is self-signed. */
  readonly trustPem: string
}

/** A company's own root and its signer. */
export async function signerUnderRoot(
  company: string,
  person: string,
  keyType: KeyKind = 'P-256',
): Promise<TestSigner> {
  const authority = await makeWorkspaceAuthority({
    company,
    validYears: 10,
    notBefore: certificatesFrom,
    password: 'secret',
    keyType,
  })
  const made = await makeWorkspaceCertificate({
    company,
    person,
    validYears: 3,
    notBefore: certificatesFrom,
    password: 'secret',
    keyType,
    authority,
  })
  return {
    key: await openP12(made.p12, 'secret'),
    certificatePem: made.certificatePem,
    trustPem: authority.certificatePem,
  }
}

/** A signer whose certificate is signed by nobody else. */
export async function selfSignedSigner(
  company: string,
  person: string,
  keyType: KeyKind = 'P-256',
): Promise<TestSigner> {
  const made = await makeWorkspaceCertificate({
    company,
    person,
    validYears: 3,
    notBefore: certificatesFrom,
    password: 'secret',
    keyType,
  })
  return { key: await openP12(made.p12, 'secret'), certificatePem: made.certificatePem, trustPem: made.certificatePem }
}

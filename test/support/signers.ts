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

const validFrom = { notBefore: certificatesFrom, password: 'secret' }

/** A company's own root and its signer. */
export async function signerUnderRoot(company: string, person: string, keyType: KeyKind = 'P-256') {
  const authority = await makeWorkspaceAuthority({ company, validYears: 10, keyType, ...validFrom })
  return signer({ company, person, keyType, authority })
}

/** A signer whose certificate is signed by nobody else. */
export const selfSignedSigner = (company: string, person: string, keyType: KeyKind = 'P-256') =>
  signer({ company, person, keyType })

async function signer(
  of: Pick<Parameters<typeof makeWorkspaceCertificate>[0], 'company' | 'person' | 'keyType' | 'authority'>,
): Promise<TestSigner> {
  const made = await makeWorkspaceCertificate({ validYears: 3, ...validFrom, ...of })
  return {
    key: await openP12(made.p12, validFrom.password),
    certificatePem: made.certificatePem,
    trustPem: (of.authority ?? made).certificatePem,
  }
}

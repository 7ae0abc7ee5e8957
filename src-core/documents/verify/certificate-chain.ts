import { X509Certificate } from 'node:crypto'
import * as pkijs from 'pkijs'
import { namesOf } from '../sign/certificate-names.ts'

/**
 * trusted: leads to a certificate that the workspace trusts; expired: it would, but not at the time in question;
 * untrusted: leads to a root that nobody here trusts; unknown: an issuer is missing.
 */
export type ChainResult = 'trusted' | 'untrusted' | 'unknown' | 'expired'

export interface ChainFindings {
  readonly chain: ChainResult
  /** The signer's certificate is signed by its own key: anybody can make one with any name. */
  readonly selfMade: boolean
  /** Common names from the signer to the last certificate found. */
  readonly path: readonly string[]
}

/**
 * Follows a certificate to a trusted one, with signatures, validity at `at` (UTC ms), CA flag, path length and key usage checked.
 * A certificate of unknown algorithms (such as SM2 where the platform lacks it) has the result 'unknown'.
 */
export function checkChain(
  leaf: X509Certificate,
  embedded: readonly X509Certificate[],
  trust: readonly X509Certificate[],
  at: number,
): ChainFindings {
  try {
    return followChain(leaf, embedded, trust, at)
  } catch {
    return { chain: 'unknown', selfMade: false, path: [nameOf(leaf)] }
  }
}

function followChain(
  leaf: X509Certificate,
  embedded: readonly X509Certificate[],
  trust: readonly X509Certificate[],
  at: number,
): ChainFindings {
  const path = [leaf]
  const selfMade = isSelfSigned(leaf)
  let proper = maySignDocuments(leaf)
  const pool = [...trust, ...embedded]
  let current = leaf
  let anchored = trust.some((anchor) => anchor.fingerprint256 === leaf.fingerprint256)
  while (!anchored && !isSelfSigned(current) && path.length < 10) {
    const issuer = pool.find(
      (candidate) => !path.includes(candidate) && current.checkIssued(candidate) && current.verify(candidate.publicKey),
    )
    if (!issuer) return { chain: 'unknown', selfMade, path: path.map(nameOf) }
    proper &&= issuer.ca && pathLengthHolds(issuer, path.length - 1)
    path.push(issuer)
    current = issuer
    anchored = trust.some((anchor) => anchor.fingerprint256 === issuer.fingerprint256)
  }
  const valid = path.every(
    (certificate) => Date.parse(certificate.validFrom) <= at && at <= Date.parse(certificate.validTo),
  )
  const chain = !anchored || !proper ? 'untrusted' : valid ? 'trusted' : 'expired'
  return { chain, selfMade, path: path.map(nameOf) }
}

function isSelfSigned(certificate: X509Certificate): boolean {
  // Not checkIssued: it wants the right to sign certificates, which a self-signed signer rightly lacks.
  return certificate.subject === certificate.issuer && certificate.verify(certificate.publicKey)
}

/** Common name, else organisation, else the whole subject. */
export function nameOf(certificate: X509Certificate): string {
  const { commonName, organisation } = namesOf(certificate)
  return commonName ?? organisation ?? certificate.subject
}

function extensionOf(certificate: X509Certificate, id: string): unknown {
  const parsed = pkijs.Certificate.fromBER(new Uint8Array(certificate.raw).buffer)
  return parsed.extensions?.find(({ extnID }) => extnID === id)?.parsedValue
}

/** Key usage, where stated, must hold digital signature or non-repudiation (RFC 5280, 4.2.1.3). */
function maySignDocuments(certificate: X509Certificate): boolean {
  const usage = extensionOf(certificate, '2.5.29.15') as { valueBlock?: { valueHexView: Uint8Array } } | undefined
  return usage?.valueBlock === undefined || ((usage.valueBlock.valueHexView[0] ?? 0) & 0xc0) !== 0
}

function pathLengthHolds(issuer: X509Certificate, intermediates: number): boolean {
  const constraints = extensionOf(issuer, '2.5.29.19')
  return (
    !(constraints instanceof pkijs.BasicConstraints) ||
    typeof constraints.pathLenConstraint !== 'number' ||
    intermediates <= constraints.pathLenConstraint
  )
}

/** Certificates of PEM texts; what is no certificate is left out. */
export function certificatesOf(pems: readonly string[]): X509Certificate[] {
  return pems.flatMap((pem) =>
    (pem.match(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g) ?? []).flatMap((block) => {
      try {
        return [new X509Certificate(block)]
      } catch {
        return []
      }
    }),
  )
}

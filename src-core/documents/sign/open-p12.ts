import { createPublicKey, verify, X509Certificate } from 'node:crypto'
import { P12Signer } from '@libpdf/core'
import { refuse } from '../../../src-shared/kernel/refusal.ts'
import type { SigningKey } from './signing-key.ts'

/**
 * Opens a P12 / PFX file: today's AES ones and the RC2 and 3DES ones of older Windows exports.
 * The signing certificate is the one that fits the private key, whatever the order in the file; the others become the chain.
 *
 * Refusals: `sign.wrongPassword`; `sign.notP12` (no such file at all, or over 1 MB); `sign.noPrivateKey`; `sign.gmUnsupported` for a
 * certificate of the SM2 algorithms (国密), which PAdES readers do not know; `sign.unsupportedKey` with what was met.
 */
export async function openP12(file: Uint8Array, password: string): Promise<SigningKey> {
  if (file.length > 1_000_000 || file[0] !== 0x30) throw refuse('sign.notP12', {})
  let signer: P12Signer
  try {
    signer = await P12Signer.create(file, password)
  } catch (error) {
    throw explain(error, file)
  }
  const probe = new TextEncoder().encode('Which certificate belongs to this key?')
  const signature = await signer.sign(probe, 'SHA-256')
  const certificates = [signer.certificate, ...signer.certificateChain]
  const own = certificates.find((der) => signedBy(der, probe, signature))
  if (!own) throw refuse('sign.noPrivateKey', {})
  return {
    certificate: own,
    chain: issuersOf(own, certificates),
    keyType: signer.keyType,
    sign: (data) => signer.sign(data, 'SHA-256'),
  }
}

function signedBy(der: Uint8Array, data: Uint8Array, signature: Uint8Array): boolean {
  try {
    return verify(
      'sha256',
      data,
      createPublicKey(new X509Certificate(der).publicKey.export({ type: 'spki', format: 'pem' })),
      signature,
    )
  } catch {
    return false
  }
}

/** The issuers found among the certificates, nearest first, without the certificate itself. */
function issuersOf(leaf: Uint8Array, certificates: readonly Uint8Array[]): Uint8Array[] {
  const rest = certificates.filter((der) => der !== leaf)
  const chain: Uint8Array[] = []
  let current = new X509Certificate(leaf)
  while (current.subject !== current.issuer) {
    const next = rest.find((der) => !chain.includes(der) && current.checkIssued(new X509Certificate(der)))
    if (!next) break
    chain.push(next)
    current = new X509Certificate(next)
  }
  return chain
}

// Object identifiers of the Chinese state algorithms begin 1.2.156.10197.1; this is how DER writes them.
const gmPrefix = Buffer.from([0x2a, 0x81, 0x1c, 0xcf, 0x55, 0x01])

function explain(error: unknown, file: Uint8Array): Error {
  const detail = error instanceof Error ? error.message : String(error)
  if (/1\.2\.156\.10197\./.test(detail) || Buffer.from(file).includes(gmPrefix)) return refuse('sign.gmUnsupported', {})
  if (/[Ii]ntegrity|[Pp]assword/.test(detail)) return refuse('sign.wrongPassword', {})
  if (/No private key/.test(detail)) return refuse('sign.noPrivateKey', {})
  const curve = /curve OID: ([\d.]+)/.exec(detail)?.[1] ?? /key algorithm: ([\d.]+)/.exec(detail)?.[1]
  return curve ? refuse('sign.unsupportedKey', { algorithm: curve }) : refuse('sign.notP12', {})
}

import type { X509Certificate } from 'node:crypto'
import * as pkijs from 'pkijs'
import { arrayBuffer } from './write-p12.ts'

/** Who a certificate is for, as far as its subject says. */
export interface CertificateNames {
  readonly commonName: string | undefined
  readonly organisation: string | undefined
}

/**
 * Reads the subject of a certificate. Not by Node's `toLegacyObject`: it ends the whole process with a memory fault when the public key
 * inside does not decode (seen in Node 24.21), and certificates come from strangers. Nothing is thrown; a name that cannot be read is absent.
 */
export function namesOf(certificate: X509Certificate): CertificateNames {
  try {
    const { typesAndValues } = pkijs.Certificate.fromBER(arrayBuffer(certificate.raw)).subject
    const named = (type: string): string | undefined => {
      const value: unknown = typesAndValues.find((part) => part.type === type)?.value.valueBlock.value
      return typeof value === 'string' && value !== '' ? value : undefined
    }
    return { commonName: named('2.5.4.3'), organisation: named('2.5.4.10') }
  } catch {
    return { commonName: undefined, organisation: undefined }
  }
}

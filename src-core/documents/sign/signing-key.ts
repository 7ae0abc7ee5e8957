/**
 * What signs: a certificate with the use of its private key. A P12 file is one kind; a smart card or a remote service can be another.
 * Certificates are DER.
 */
export interface SigningKey {
  readonly certificate: Uint8Array
  /** Issuers of the certificate, nearest first; may be empty. */
  readonly chain: readonly Uint8Array[]
  readonly keyType: 'RSA' | 'EC'
  /** Signs `data` with SHA-256: PKCS#1 v1.5 for RSA, a DER ECDSA signature for EC. */
  sign(data: Uint8Array): Promise<Uint8Array>
}

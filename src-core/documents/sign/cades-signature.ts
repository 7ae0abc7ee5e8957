import { createHash } from 'node:crypto'
import * as asn1js from 'asn1js'
import * as pkijs from 'pkijs'
import type { SigningKey } from './signing-key.ts'
import type { TimestampAuthority } from './timestamp-authority.ts'
import { arrayBuffer } from './write-p12.ts'

const oid = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  timestampToken: '1.2.840.113549.1.9.16.2.14',
  sha256: '2.16.840.1.101.3.4.2.1',
  sha256WithRsa: '1.2.840.113549.1.1.11',
  ecdsaWithSha256: '1.2.840.10045.4.3.2',
} as const

/**
 * The detached CMS signature of a PAdES B-B signature over a SHA-256 digest, or B-T with a time stamp (ETSI EN 319 142-1).
 * Signed attributes: content type, message digest, signing-certificate-v2. There is no signing-time attribute: PAdES keeps the claimed time
 * in the signature dictionary (entry M) and forbids the attribute.
 */
export async function cadesSignature(
  digest: Uint8Array,
  key: SigningKey,
  authority?: TimestampAuthority,
): Promise<Uint8Array> {
  const certificate = pkijs.Certificate.fromBER(arrayBuffer(key.certificate))
  const attributes = derSorted([
    new pkijs.Attribute({ type: oid.contentType, values: [new asn1js.ObjectIdentifier({ value: oid.data })] }),
    new pkijs.Attribute({
      type: oid.messageDigest,
      values: [new asn1js.OctetString({ valueHex: arrayBuffer(digest) })],
    }),
    signingCertificateV2(key.certificate, certificate),
  ])
  const signedAttrs = new pkijs.SignedAndUnsignedAttributes({ type: 0, attributes })
  const toSign = new Uint8Array(signedAttrs.toSchema().toBER(false))
  // What is signed is the plain SET OF; only the message stores it under the implicit tag [0] (RFC 5652, 5.4).
  toSign[0] = 0x31
  const signature = await key.sign(toSign)

  const signer = new pkijs.SignerInfo({
    version: 1,
    sid: new pkijs.IssuerAndSerialNumber({ issuer: certificate.issuer, serialNumber: certificate.serialNumber }),
    digestAlgorithm: new pkijs.AlgorithmIdentifier({ algorithmId: oid.sha256 }),
    signedAttrs,
    signatureAlgorithm:
      key.keyType === 'RSA'
        ? new pkijs.AlgorithmIdentifier({ algorithmId: oid.sha256WithRsa, algorithmParams: new asn1js.Null() })
        : new pkijs.AlgorithmIdentifier({ algorithmId: oid.ecdsaWithSha256 }),
    signature: new asn1js.OctetString({ valueHex: arrayBuffer(signature) }),
  })
  if (authority) {
    const token = await authority.timestamp(createHash('sha256').update(signature).digest())
    signer.unsignedAttrs = new pkijs.SignedAndUnsignedAttributes({
      type: 1,
      attributes: [
        new pkijs.Attribute({ type: oid.timestampToken, values: [asn1js.fromBER(arrayBuffer(token)).result] }),
      ],
    })
  }
  const signed = new pkijs.SignedData({
    version: 1,
    encapContentInfo: new pkijs.EncapsulatedContentInfo({ eContentType: oid.data }),
    digestAlgorithms: [new pkijs.AlgorithmIdentifier({ algorithmId: oid.sha256 })],
    certificates: [certificate, ...key.chain.map((der) => pkijs.Certificate.fromBER(arrayBuffer(der)))],
    signerInfos: [signer],
  })
  return new Uint8Array(
    new pkijs.ContentInfo({ contentType: oid.signedData, content: signed.toSchema() }).toSchema().toBER(false),
  )
}

/** DER orders a SET OF by encoding; a verifier that re-encodes the attributes would otherwise get another digest. */
function derSorted(attributes: pkijs.Attribute[]): pkijs.Attribute[] {
  const encoded = attributes.map((attribute) => ({ attribute, bytes: Buffer.from(attribute.toSchema().toBER(false)) }))
  return encoded.toSorted((a, b) => Buffer.compare(a.bytes, b.bytes)).map(({ attribute }) => attribute)
}

/** ESS signing-certificate-v2 (RFC 5035): binds the certificate; its default hash is SHA-256, so no algorithm is written. */
function signingCertificateV2(der: Uint8Array, certificate: pkijs.Certificate): pkijs.Attribute {
  const issuerSerial = new asn1js.Sequence({
    value: [
      new pkijs.GeneralNames({ names: [new pkijs.GeneralName({ type: 4, value: certificate.issuer })] }).toSchema(),
      certificate.serialNumber,
    ],
  })
  const hash = new asn1js.OctetString({ valueHex: arrayBuffer(createHash('sha256').update(der).digest()) })
  const essCertId = new asn1js.Sequence({ value: [hash, issuerSerial] })
  return new pkijs.Attribute({
    type: oid.signingCertificateV2,
    values: [new asn1js.Sequence({ value: [new asn1js.Sequence({ value: [essCertId] })] })],
  })
}

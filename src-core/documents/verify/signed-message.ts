import { constants, createHash, createPublicKey, verify, X509Certificate } from 'node:crypto'
import * as asn1js from 'asn1js'
import * as pkijs from 'pkijs'

/** What a CMS signature says and how far it holds. Digests are compared by the caller's bytes, never by what the message claims. */
export interface MessageFindings {
  /** The digest of the signed bytes is the one in the message. */
  readonly digestValid: boolean
  /** The signature over the attributes fits the certificate's key. */
  readonly cmsValid: boolean
  /** The signed attribute names this very certificate. */
  readonly signingCertificateMatches: boolean | 'absent'
  readonly digestAlgorithm: string
  readonly signatureAlgorithm: string
  readonly certificate: X509Certificate | undefined
  readonly certificates: readonly X509Certificate[]
  /** UTC milliseconds of the signing-time attribute, which older formats use. */
  readonly signingTime: number | undefined
  readonly signatureValue: Uint8Array
  /** DER of an RFC 3161 token over the signature value. */
  readonly timestampToken: Uint8Array | undefined
  /** What is wrong beyond the flags, such as 'weakDigest' or 'unsupportedAlgorithm'. */
  readonly problems: readonly string[]
}

const digestNames: Record<string, string> = {
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
  '1.3.14.3.2.26': 'sha1',
}

/** Signature algorithm → the digest it fixes, or '' when another field says. */
const signatureNames: Record<string, { name: string; digest: string }> = {
  '1.2.840.113549.1.1.1': { name: 'RSA', digest: '' },
  '1.2.840.113549.1.1.5': { name: 'RSA', digest: 'sha1' },
  '1.2.840.113549.1.1.11': { name: 'RSA', digest: 'sha256' },
  '1.2.840.113549.1.1.12': { name: 'RSA', digest: 'sha384' },
  '1.2.840.113549.1.1.13': { name: 'RSA', digest: 'sha512' },
  '1.2.840.113549.1.1.10': { name: 'RSA-PSS', digest: '' },
  '1.2.840.10045.4.3.2': { name: 'ECDSA', digest: 'sha256' },
  '1.2.840.10045.4.3.3': { name: 'ECDSA', digest: 'sha384' },
  '1.2.840.10045.4.3.4': { name: 'ECDSA', digest: 'sha512' },
  '1.2.840.10045.2.1': { name: 'ECDSA', digest: '' },
}

const attributeIds = {
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingTime: '1.2.840.113549.1.9.5',
  signingCertificate: '1.2.840.113549.1.9.16.2.12',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  timestampToken: '1.2.840.113549.1.9.16.2.14',
} as const

/** A parsed CMS SignedData with one signer; `encapsulated` are the bytes it carries itself (time stamp tokens do). */
export interface SignedMessage {
  readonly signed: pkijs.SignedData
  readonly encapsulated: Uint8Array | undefined
  readonly contentType: string
}

/**
 * Parses a DER SignedData that may be followed by zeros only, the unused rest of its room in the PDF.
 * Returns undefined for anything else: other bytes behind it, no or several signers.
 */
export function parseSignedMessage(bytes: Uint8Array): SignedMessage | undefined {
  try {
    const parsed = asn1js.fromBER(new Uint8Array(bytes).buffer)
    if (parsed.offset === -1 || bytes.subarray(parsed.offset).some((byte) => byte !== 0)) return undefined
    // The parser forgives lengths that do not add up; other readers would see other values, so only what encodes to itself counts.
    if (Buffer.compare(Buffer.from(parsed.result.toBER(false)), bytes.subarray(0, parsed.offset)) !== 0)
      return undefined
    // A longer outer length would swallow the zeros behind as further elements.
    if (!(parsed.result instanceof asn1js.Sequence) || parsed.result.valueBlock.value.length !== 2) return undefined
    const info = new pkijs.ContentInfo({ schema: parsed.result })
    if (info.contentType !== '1.2.840.113549.1.7.2') return undefined
    const signed = new pkijs.SignedData({ schema: info.content })
    if (signed.signerInfos.length !== 1 || ![1, 3].includes(signed.version)) return undefined
    const content = signed.encapContentInfo.eContent
    return {
      signed,
      encapsulated: content ? new Uint8Array(content.getValue()) : undefined,
      contentType: signed.encapContentInfo.eContentType,
    }
  } catch {
    return undefined
  }
}

/** Checks a message over the given pieces of bytes (joined). Uses OpenSSL's primitives through Node, none of the signing code. */
export function checkSignedMessage(message: SignedMessage, content: readonly Uint8Array[]): MessageFindings {
  const { signed } = message
  const signer = signed.signerInfos[0]!
  const problems: string[] = []
  const digest = digestNames[signer.digestAlgorithm.algorithmId]
  if (!digest) problems.push('unsupportedAlgorithm')
  if (digest === 'sha1') problems.push('weakDigest')
  const certificates = (signed.certificates ?? []).flatMap((item) => {
    try {
      return item instanceof pkijs.Certificate
        ? [{ parsed: item, node: new X509Certificate(new Uint8Array(item.toSchema().toBER(false))) }]
        : []
    } catch {
      return []
    }
  })
  const own = certificates.find(({ parsed }) => isSigner(signer, parsed))?.node
  if (!own) problems.push('certificateMissing')

  const contentDigest = digest ? digestOf(digest, content) : undefined
  const attributes = signer.signedAttrs?.attributes ?? []
  const claimed = octets(attributes, attributeIds.messageDigest)
  const digestValid =
    contentDigest !== undefined &&
    (attributes.length > 0 ? claimed !== undefined && contentDigest.equals(claimed) : true)
  if (
    attributes.length > 0 &&
    attributeValue(attributes, attributeIds.contentType)?.valueBlock.toString() !== message.contentType
  )
    problems.push('contentTypeMismatch')

  const algorithm = signatureNames[signer.signatureAlgorithm.algorithmId]
  const declared = signed.digestAlgorithms.some(({ algorithmId }) => algorithmId === signer.digestAlgorithm.algorithmId)
  if (!declared) problems.push('algorithmMismatch')
  if (!algorithm) problems.push('unsupportedAlgorithm')
  if (algorithm?.digest && digest && algorithm.digest !== digest) problems.push('algorithmMismatch')
  const signatureValue = new Uint8Array(signer.signature.valueBlock.valueHexView)
  let cmsValid = false
  if (own && digest && algorithm) {
    // What was signed is the attributes as a plain set; without attributes it is the content itself.
    const signedBytes =
      attributes.length > 0 ? new Uint8Array(signer.signedAttrs!.encodedValue) : Buffer.concat(content)
    if (attributes.length > 0) signedBytes[0] = 0x31
    cmsValid = verifies(algorithm.name, digest, signedBytes, own, signatureValue)
  }
  const token = attributeValue(signer.unsignedAttrs?.attributes ?? [], attributeIds.timestampToken)
  return {
    digestValid,
    cmsValid: cmsValid && !problems.includes('contentTypeMismatch') && !problems.includes('algorithmMismatch'),
    signingCertificateMatches: own ? namesCertificate(attributes, own) : false,
    digestAlgorithm: digest ?? signer.digestAlgorithm.algorithmId,
    signatureAlgorithm: algorithm?.name ?? signer.signatureAlgorithm.algorithmId,
    certificate: own,
    certificates: certificates.map(({ node }) => node),
    signingTime: timeOf(attributeValue(attributes, attributeIds.signingTime)),
    signatureValue,
    timestampToken: token ? new Uint8Array(token.toBER(false)) : undefined,
    problems,
  }
}

export function digestOf(algorithm: string, content: readonly Uint8Array[]): Buffer {
  const hash = createHash(algorithm)
  for (const piece of content) hash.update(piece)
  return hash.digest()
}

function isSigner(signer: pkijs.SignerInfo, certificate: pkijs.Certificate): boolean {
  const { sid } = signer
  if (sid instanceof pkijs.IssuerAndSerialNumber) {
    const sameIssuer = Buffer.from(sid.issuer.toSchema().toBER(false)).equals(
      Buffer.from(certificate.issuer.toSchema().toBER(false)),
    )
    return signer.version === 1 && sameIssuer && sid.serialNumber.isEqual(certificate.serialNumber)
  }
  // A subject key identifier stands under the implicit tag [0], so its type is not that of an octet string.
  const stated =
    sid instanceof asn1js.Primitive || sid instanceof asn1js.OctetString ? sid.valueBlock.valueHexView : undefined
  const own = certificate.extensions?.find(({ extnID }) => extnID === '2.5.29.14')?.parsedValue
  return (
    signer.version === 3 &&
    stated !== undefined &&
    own instanceof asn1js.OctetString &&
    Buffer.compare(stated, own.valueBlock.valueHexView) === 0
  )
}

type Asn1 = asn1js.AsnType

function attributeValue(attributes: readonly pkijs.Attribute[], type: string): Asn1 | undefined {
  const found = attributes.filter((attribute) => attribute.type === type)
  // One attribute with one value; two would leave it open which one holds.
  return found.length === 1 && found[0]!.values.length === 1 ? (found[0]!.values[0] as Asn1) : undefined
}

function octets(attributes: readonly pkijs.Attribute[], type: string): Uint8Array | undefined {
  const value = attributeValue(attributes, type)
  return value instanceof asn1js.OctetString ? new Uint8Array(value.valueBlock.valueHexView) : undefined
}

function timeOf(value: Asn1 | undefined): number | undefined {
  return value instanceof asn1js.UTCTime || value instanceof asn1js.GeneralizedTime
    ? value.toDate().getTime()
    : undefined
}

function verifies(
  name: string,
  digest: string,
  data: Uint8Array,
  certificate: X509Certificate,
  signature: Uint8Array,
): boolean {
  try {
    const key = certificate.publicKey
    const kind = key.asymmetricKeyType
    if (name === 'ECDSA' ? kind !== 'ec' : kind !== 'rsa' && kind !== 'rsa-pss') return false
    if (name === 'RSA-PSS') {
      return verify(
        digest,
        data,
        {
          key: createPublicKey(key.export({ type: 'spki', format: 'pem' })),
          padding: constants.RSA_PKCS1_PSS_PADDING,
          saltLength: constants.RSA_PSS_SALTLEN_AUTO,
        },
        signature,
      )
    }
    return verify(digest, data, key, signature)
  } catch {
    return false
  }
}

/** signing-certificate-v2 (RFC 5035) or its SHA-1 forerunner: the first certificate hash must be that of the signer. */
function namesCertificate(attributes: readonly pkijs.Attribute[], certificate: X509Certificate): boolean | 'absent' {
  for (const [type, standard] of [
    [attributeIds.signingCertificateV2, 'sha256'],
    [attributeIds.signingCertificate, 'sha1'],
  ] as const) {
    if (!attributes.some((attribute) => attribute.type === type)) continue
    const first = child(child(child(attributeValue(attributes, type), 0), 0), 0)
    if (first instanceof asn1js.OctetString)
      return digestOf(standard, [certificate.raw]).equals(new Uint8Array(first.valueBlock.valueHexView))
    const id = child(child(attributeValue(attributes, type), 0), 0)
    const algorithm = digestNames[String(child(first, 0)?.valueBlock ?? '')]
    const hash = child(id, 1)
    return (
      algorithm !== undefined &&
      hash instanceof asn1js.OctetString &&
      digestOf(algorithm, [certificate.raw]).equals(new Uint8Array(hash.valueBlock.valueHexView))
    )
  }
  return 'absent'
}

function child(value: Asn1 | undefined, index: number): Asn1 | undefined {
  return value instanceof asn1js.Sequence ? (value.valueBlock.value[index] as Asn1 | undefined) : undefined
}

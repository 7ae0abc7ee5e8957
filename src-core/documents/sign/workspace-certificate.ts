import { createHash, KeyObject, randomBytes, sign, webcrypto } from 'node:crypto'
import * as asn1js from 'asn1js'
import * as pkijs from 'pkijs'
import { refuse } from '../../../src-shared/kernel/refusal.ts'
import { arrayBuffer, writeP12 } from './write-p12.ts'

/** Key kinds a workspace certificate can have; RSA-2048 is what every reader knows. */
export type KeyKind = 'RSA-2048' | 'RSA-3072' | 'P-256'

export interface CertificateRequest {
  readonly company: string
  /** Whose certificate it is; the company's own when absent. */
  readonly person?: string
  readonly validYears: number
  readonly keyType?: KeyKind
  /** UTC milliseconds from which it is valid. */
  readonly notBefore: number
  readonly password: string
}

/** A new certificate; `p12` holds key, certificate and issuer under the password, `notAfter` is UTC milliseconds. */
export interface MadeCertificate {
  readonly p12: Uint8Array
  readonly certificatePem: string
  readonly notAfter: number
}

/** A workspace's own root with its key in memory, as long as certificates are issued. */
export interface WorkspaceAuthority extends MadeCertificate {
  readonly certificate: pkijs.Certificate
  readonly key: webcrypto.CryptoKey
}

// RFC 9336 document signing, Adobe's own, and mail protection, which poppler and older readers ask for.
const documentSigning = ['1.3.6.1.5.5.7.3.36', '1.2.840.113583.1.1.5', '1.3.6.1.5.5.7.3.4']

/**
 * A self-made root for one workspace, so that trusting it once covers the certificates of all its people.
 * Refusals as for `makeWorkspaceCertificate`.
 */
export async function makeWorkspaceAuthority(request: CertificateRequest): Promise<WorkspaceAuthority> {
  checkRequest(request)
  const keys = await newKeys(request.keyType ?? 'RSA-2048')
  const subject = distinguishedName(request.company, `${request.company.trim()} 签名根证书`)
  const { certificate, notAfter } = await issue({ request, subject, keys, role: 'root' })
  const p12 = await writeP12({
    key: keys.privateKey,
    certificates: [der(certificate)],
    password: request.password,
    name: request.company,
  })
  return { p12, certificatePem: pem(certificate), notAfter, certificate, key: keys.privateKey }
}

/**
 * A signing certificate for a person or the company: issued by the workspace's root where given, else self-signed.
 * Its subject is Chinese in UTF-8; it may sign (digital signature, non-repudiation) and nothing else.
 *
 * Refusals: `sign.companyName` outside 1-54 characters, `sign.personName` outside 1-64 (X.520 upper bounds), `sign.validYears` outside 1-20,
 * `sign.passwordTooShort` under 6 characters.
 */
export async function makeWorkspaceCertificate(
  request: CertificateRequest & { readonly authority?: WorkspaceAuthority },
): Promise<MadeCertificate> {
  checkRequest(request)
  const { authority } = request
  const keys = await newKeys(request.keyType ?? 'RSA-2048')
  const subject = distinguishedName(request.company, request.person ?? request.company)
  const { certificate, notAfter } = await issue({
    request,
    subject,
    keys,
    role: 'leaf',
    ...(authority ? { authority } : {}),
  })
  const certificates = [der(certificate), ...(authority ? [der(authority.certificate)] : [])]
  const p12 = await writeP12({
    key: keys.privateKey,
    certificates,
    password: request.password,
    name: request.person ?? request.company,
  })
  return { p12, certificatePem: pem(certificate), notAfter }
}

function characters(text: string): number {
  return Array.from(text.trim()).length
}

function checkRequest({ company, person, validYears, password }: CertificateRequest): void {
  if (characters(company) < 1 || characters(company) > 54)
    throw refuse('sign.companyName', { length: characters(company), most: 54 })
  if (person !== undefined && (characters(person) < 1 || characters(person) > 64))
    throw refuse('sign.personName', { length: characters(person), most: 64 })
  if (!Number.isInteger(validYears) || validYears < 1 || validYears > 20)
    throw refuse('sign.validYears', { validYears, least: 1, most: 20 })
  if (characters(password) < 6) throw refuse('sign.passwordTooShort', { least: 6 })
}

function namePart(type: string, value: asn1js.PrintableString | asn1js.Utf8String): asn1js.Set {
  return new asn1js.Set({
    value: [new asn1js.Sequence({ value: [new asn1js.ObjectIdentifier({ value: type }), value] })],
  })
}

function distinguishedName(company: string, commonName: string): pkijs.RelativeDistinguishedNames {
  const name = new asn1js.Sequence({
    value: [
      namePart('2.5.4.6', new asn1js.PrintableString({ value: 'CN' })),
      namePart('2.5.4.10', new asn1js.Utf8String({ value: company.trim() })),
      namePart('2.5.4.3', new asn1js.Utf8String({ value: commonName.trim() })),
    ],
  })
  // Built here and read back: pkijs would put all three into one set, a name that other programs take for a different one.
  return pkijs.RelativeDistinguishedNames.fromBER(name.toBER(false))
}

async function newKeys(kind: KeyKind): Promise<webcrypto.CryptoKeyPair> {
  const algorithm =
    kind === 'P-256'
      ? { name: 'ECDSA', namedCurve: 'P-256' }
      : {
          name: 'RSASSA-PKCS1-v1_5',
          hash: 'SHA-256',
          modulusLength: kind === 'RSA-3072' ? 3072 : 2048,
          publicExponent: new Uint8Array([1, 0, 1]),
        }
  return (await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])) as webcrypto.CryptoKeyPair
}

interface Issue {
  readonly request: CertificateRequest
  readonly subject: pkijs.RelativeDistinguishedNames
  readonly keys: webcrypto.CryptoKeyPair
  readonly role: 'root' | 'leaf'
  readonly authority?: WorkspaceAuthority
}

async function issue({
  request,
  subject,
  keys,
  role,
  authority,
}: Issue): Promise<{ certificate: pkijs.Certificate; notAfter: number }> {
  const notAfter = new Date(request.notBefore)
  notAfter.setUTCFullYear(notAfter.getUTCFullYear() + request.validYears)
  const certificate = new pkijs.Certificate()
  // Version 3, which extensions need.
  certificate.version = 2
  const serial = randomBytes(16)
  // Positive and of full length.
  serial[0] = (serial[0]! & 0x3f) | 0x40
  certificate.serialNumber = new asn1js.Integer({ valueHex: arrayBuffer(serial) })
  certificate.subject = subject
  certificate.issuer = authority?.certificate.subject ?? subject
  certificate.notBefore.value = new Date(request.notBefore)
  certificate.notAfter.value = notAfter
  for (const time of [certificate.notBefore, certificate.notAfter])
    time.type = time.value.getUTCFullYear() < 2050 ? 0 : 1
  await certificate.subjectPublicKeyInfo.importKey(keys.publicKey)
  const own = keyIdentifier(certificate)
  const issuers = authority ? keyIdentifier(authority.certificate) : own
  certificate.extensions = [
    extension(
      '2.5.29.19',
      true,
      new pkijs.BasicConstraints(role === 'root' ? { cA: true, pathLenConstraint: 0 } : {}).toSchema(),
    ),
    // Certificate and CRL signing for a root; digital signature and non-repudiation for a signer.
    extension(
      '2.5.29.15',
      true,
      new asn1js.BitString(
        role === 'root' ? { valueHex: bits(0x06), unusedBits: 1 } : { valueHex: bits(0xc0), unusedBits: 6 },
      ),
    ),
    ...(role === 'leaf'
      ? [extension('2.5.29.37', false, new pkijs.ExtKeyUsage({ keyPurposes: documentSigning }).toSchema())]
      : []),
    extension('2.5.29.14', false, new asn1js.OctetString({ valueHex: own })),
    extension(
      '2.5.29.35',
      false,
      new pkijs.AuthorityKeyIdentifier({ keyIdentifier: new asn1js.OctetString({ valueHex: issuers }) }).toSchema(),
    ),
  ]
  signCertificate(certificate, authority?.key ?? keys.privateKey)
  return { certificate, notAfter: notAfter.getTime() }
}

/** Signs with the algorithm identifier as RFC 4055 wants it for RSA, with NULL parameters, which pkijs leaves out. */
function signCertificate(certificate: pkijs.Certificate, key: webcrypto.CryptoKey): void {
  const algorithm =
    key.algorithm.name === 'ECDSA'
      ? { algorithmId: '1.2.840.10045.4.3.2' }
      : { algorithmId: '1.2.840.113549.1.1.11', algorithmParams: new asn1js.Null() }
  certificate.signature = new pkijs.AlgorithmIdentifier(algorithm)
  certificate.signatureAlgorithm = new pkijs.AlgorithmIdentifier(algorithm)
  certificate.tbsView = new Uint8Array(certificate.encodeTBS().toBER(false))
  const signature = sign('sha256', certificate.tbsView, KeyObject.from(key))
  certificate.signatureValue = new asn1js.BitString({ valueHex: arrayBuffer(signature) })
}

function bits(value: number): ArrayBuffer {
  return new Uint8Array([value]).buffer
}

function extension(extnID: string, critical: boolean, value: asn1js.BaseBlock): pkijs.Extension {
  return new pkijs.Extension({ extnID, critical, extnValue: value.toBER(false) })
}

/** SHA-1 of the public key's bits, the usual key identifier (RFC 5280, 4.2.1.2); it names the key and protects nothing. */
function keyIdentifier(certificate: pkijs.Certificate): ArrayBuffer {
  const key = certificate.subjectPublicKeyInfo.subjectPublicKey.valueBlock.valueHexView
  return arrayBuffer(createHash('sha1').update(key).digest())
}

function der(certificate: pkijs.Certificate): Uint8Array {
  return new Uint8Array(certificate.toSchema().toBER(false))
}

function pem(certificate: pkijs.Certificate): string {
  const lines =
    Buffer.from(der(certificate))
      .toString('base64')
      .match(/.{1,64}/g) ?? []
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`
}

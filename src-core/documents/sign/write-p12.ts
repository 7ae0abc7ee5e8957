import { createHash, webcrypto } from 'node:crypto'
import * as asn1js from 'asn1js'
import * as pkijs from 'pkijs'

// More than OpenSSL's 2048; the MAC is checked in plain JavaScript, so far more would be felt at every opening.
const iterations = 5_000

/**
 * A password-protected PKCS#12 file: key and certificates under PBES2 with AES-256, integrity by HMAC-SHA-256.
 * Windows 10 (1709) and later, macOS and OpenSSL 3 open it. `certificates` are DER, the key's own first.
 */
export async function writeP12(content: {
  readonly key: webcrypto.CryptoKey
  readonly certificates: readonly Uint8Array[]
  readonly password: string
  readonly name: string
}): Promise<Uint8Array> {
  const password = arrayBuffer(new TextEncoder().encode(content.password))
  const protection = {
    password,
    contentEncryptionAlgorithm: { name: 'AES-CBC', length: 256 },
    hmacHashAlgorithm: 'SHA-256',
    iterationCount: iterations,
  }
  const localKeyId = createHash('sha1').update(content.certificates[0]!).digest()
  // The shared local key id tells a reader which certificate belongs to the key.
  const own = [
    new pkijs.Attribute({ type: '1.2.840.113549.1.9.20', values: [new asn1js.BmpString({ value: content.name })] }),
    new pkijs.Attribute({
      type: '1.2.840.113549.1.9.21',
      values: [new asn1js.OctetString({ valueHex: arrayBuffer(localKeyId) })],
    }),
  ]

  const keyBag = new pkijs.PKCS8ShroudedKeyBag({
    parsedValue: pkijs.PrivateKeyInfo.fromBER(await webcrypto.subtle.exportKey('pkcs8', content.key)),
  })
  await keyBag.makeInternalValues(protection)
  const certificateBags = content.certificates.map(
    (der, i) =>
      new pkijs.SafeBag({
        bagId: '1.2.840.113549.1.12.10.1.3',
        bagValue: new pkijs.CertBag({ parsedValue: pkijs.Certificate.fromBER(arrayBuffer(der)) }),
        ...(i === 0 ? { bagAttributes: own } : {}),
      }),
  )

  const authenticatedSafe = new pkijs.AuthenticatedSafe({
    parsedValue: {
      safeContents: [
        {
          privacyMode: 0,
          value: new pkijs.SafeContents({
            safeBags: [
              new pkijs.SafeBag({ bagId: '1.2.840.113549.1.12.10.1.2', bagValue: keyBag, bagAttributes: own }),
            ],
          }),
        },
        { privacyMode: 1, value: new pkijs.SafeContents({ safeBags: certificateBags }) },
      ],
    },
  })
  await authenticatedSafe.makeInternalValues({ safeContents: [{}, protection] })
  const pfx = new pkijs.PFX({ parsedValue: { integrityMode: 0, authenticatedSafe } })
  await pfx.makeInternalValues({ password, iterations, pbkdf2HashAlgorithm: 'SHA-256', hmacHashAlgorithm: 'SHA-256' })
  return new Uint8Array(pfx.toSchema().toBER(false))
}

/** A plain ArrayBuffer of exactly these bytes, as the ASN.1 library wants it. */
export function arrayBuffer(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer
}

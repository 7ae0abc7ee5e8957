import * as pkijs from 'pkijs'
import { checkSignedMessage, digestOf, parseSignedMessage } from './signed-message.ts'
import type { X509Certificate } from 'node:crypto'

export interface TimestampFindings {
  /** The token is soundly signed and stands for exactly these bytes. */
  readonly valid: boolean
  /** UTC milliseconds the authority states. */
  readonly time: number
  readonly certificate: X509Certificate | undefined
  readonly certificates: readonly X509Certificate[]
}

const digestNames: Record<string, string> = {
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
}

/** Checks an RFC 3161 token over the given bytes; undefined when it is no token at all. */
export function checkTimestampToken(token: Uint8Array, content: readonly Uint8Array[]): TimestampFindings | undefined {
  const message = parseSignedMessage(token)
  if (!message?.encapsulated || message.contentType !== '1.2.840.113549.1.9.16.1.4') return undefined
  try {
    const info = pkijs.TSTInfo.fromBER(new Uint8Array(message.encapsulated).buffer)
    const algorithm = digestNames[info.messageImprint.hashAlgorithm.algorithmId]
    const imprint = new Uint8Array(info.messageImprint.hashedMessage.valueBlock.valueHexView)
    const findings = checkSignedMessage(message, [message.encapsulated])
    const standsForContent = algorithm !== undefined && digestOf(algorithm, content).equals(imprint)
    // Only a certificate made for time stamping may state a time (RFC 3161, 2.3).
    const forTimestamps = findings.certificate?.keyUsage?.includes('1.3.6.1.5.5.7.3.8') ?? false
    const valid =
      standsForContent &&
      forTimestamps &&
      findings.digestValid &&
      findings.cmsValid &&
      findings.signingCertificateMatches !== false
    return {
      valid,
      time: info.genTime.getTime(),
      certificate: findings.certificate,
      certificates: findings.certificates,
    }
  } catch {
    return undefined
  }
}

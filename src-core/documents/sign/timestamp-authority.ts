import { HttpTimestampAuthority } from '@libpdf/core'
import * as pkijs from 'pkijs'
import { refuse } from '../../../src-shared/kernel/refusal.ts'
import { arrayBuffer } from './write-p12.ts'

/** The port to a time stamping authority (RFC 3161): SHA-256 digest in, DER TimeStampToken out. */
export interface TimestampAuthority {
  timestamp(sha256: Uint8Array): Promise<Uint8Array>
}

/**
 * An authority reached by HTTP. Refuses `sign.timestampFailed` with the reason when it cannot be reached within `timeoutMs`, declines, or
 * answers for another digest.
 */
export function httpTimestampAuthority(url: string, timeoutMs = 15_000): TimestampAuthority {
  const client = new HttpTimestampAuthority(url, { timeout: timeoutMs })
  return {
    async timestamp(sha256) {
      let token: Uint8Array
      try {
        token = await client.timestamp(sha256, 'SHA-256')
      } catch (error) {
        throw refuse('sign.timestampFailed', { url, reason: error instanceof Error ? error.message : String(error) })
      }
      const stated = statedDigest(token)
      if (!stated || Buffer.compare(stated, sha256) !== 0)
        throw refuse('sign.timestampFailed', { url, reason: 'token for another digest' })
      return token
    },
  }
}

function statedDigest(token: Uint8Array): Uint8Array | undefined {
  try {
    const signed = new pkijs.SignedData({ schema: pkijs.ContentInfo.fromBER(arrayBuffer(token)).content })
    const info = pkijs.TSTInfo.fromBER(signed.encapContentInfo.eContent!.getValue())
    return new Uint8Array(info.messageImprint.hashedMessage.valueBlock.valueHexView)
  } catch {
    return undefined
  }
}

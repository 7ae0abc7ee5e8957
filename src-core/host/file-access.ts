import { refuse } from '../../src-shared/kernel/refusal.ts'
import { FileHash } from '../../src-shared/files/file.ts'
import type { DeskHost, Session } from './desk-host.ts'

/** Bytes of the largest file taken at once, as for the attachments of a mail. */
export const maximumUpload = 64 * 1024 * 1024

const inlineTypes: [magic: string, type: string][] = [
  ['25504446', 'application/pdf'],
  ['89504e47', 'image/png'],
  ['ffd8ff', 'image/jpeg'],
]

/**
 * A file of the workspace for a signed-in window, with headers that let a browser show only what is harmless to show:
 * PDF and pictures; everything else is saved, never opened.
 */
export function readStoredFile(
  host: DeskHost,
  session: Session,
  hash: string,
  name?: string,
): { bytes: Uint8Array; headers: Record<string, string> } {
  if (session.userId === null) throw refuse('host.notSignedIn')
  const bytes = host.core.workspace.files.get(FileHash.parse(hash))
  const magic = Buffer.from(bytes.subarray(0, 4)).toString('hex')
  const type = inlineTypes.find(([start]) => magic.startsWith(start))?.[1]
  const disposition = type === undefined || name !== undefined ? 'attachment' : 'inline'
  const fileName = name === undefined ? '' : `; filename*=UTF-8''${encodeURIComponent(name)}`
  return {
    bytes,
    headers: {
      'content-type': type ?? 'application/octet-stream',
      'content-disposition': `${disposition}${fileName}`,
      // Named by its content, so it never changes.
      'cache-control': 'private, max-age=31536000, immutable',
    },
  }
}

/** Keeps an uploaded file; a command must name it before anyone sees it. */
export function storeFile(host: DeskHost, session: Session, bytes: Uint8Array): { hash: string; size: number } {
  if (session.userId === null) throw refuse('host.notSignedIn')
  return { hash: host.core.workspace.files.put(bytes), size: bytes.length }
}

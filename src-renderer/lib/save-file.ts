import { desktop } from './desktop.ts'
import { fileAddress } from './files.ts'

/** Saves a stored file under a name: by the system's dialog in the desktop app, as a download in a browser. */
export async function saveFile(hash: string, name: string): Promise<void> {
  const safe = name.replaceAll(/[\p{Cc}/\\:*?"<>|]/gu, '_')
  if (desktop !== undefined) return void (await desktop.saveFile({ hash, name: safe }))
  const link = document.createElement('a')
  link.href = fileAddress(hash, safe)
  link.download = safe
  document.body.append(link)
  link.click()
  link.remove()
}

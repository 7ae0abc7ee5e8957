/** Where a stored file is read; with a name the browser saves it under that. */
export function fileAddress(hash: string, name?: string): string {
  return `/files/${hash}${name === undefined ? '' : `?name=${encodeURIComponent(name)}`}`
}

/** Puts bytes into the file store; a command must name the hash before anyone sees them. Throws an Error with the host's answer. */
export async function storeFile(bytes: Blob): Promise<{ hash: string; size: number }> {
  const response = await fetch('/files', { method: 'POST', body: bytes })
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`)
  return (await response.json()) as { hash: string; size: number }
}

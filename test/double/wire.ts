/** What travels between the main process and the page script, as text: bytes as base64, `undefined` and bigint marked. */
export function encode(value: unknown): string {
  if (value === undefined) return '{"$undefined":1}'
  return JSON.stringify(value, function (this: Record<string, unknown>, key, plain: unknown) {
    // A Buffer has become plain by its toJSON already; the holder still has the original.
    const raw = this[key]
    if (ArrayBuffer.isView(raw))
      return { $bytes: Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength).toString('base64') }
    if (raw instanceof ArrayBuffer) return { $bytes: Buffer.from(raw).toString('base64') }
    return typeof plain === 'bigint' ? { $bigint: String(plain) } : plain
  })
}

export function decode(text: string): any {
  const value = JSON.parse(text, (_key, plain: any) => {
    if (typeof plain?.$bytes === 'string') return new Uint8Array(Buffer.from(plain.$bytes, 'base64'))
    return typeof plain?.$bigint === 'string' ? BigInt(plain.$bigint) : plain
  }) as { $undefined?: 1 } | undefined
  return value?.$undefined === 1 ? undefined : value
}

/** As Electron refuses what the structured clone cannot carry. */
export function clone<T>(value: T): T {
  try {
    return structuredClone(value)
  } catch {
    throw new Error('An object could not be cloned.')
  }
}

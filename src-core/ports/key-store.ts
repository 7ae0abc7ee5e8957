/**
 * Where the operating system keeps a secret for the person signed in to it.
 * `keychain`: safe while the computer account is; `plain`: the system would only scramble it, so nothing is kept; `none`: there is none.
 */
export interface KeyStore {
  protection(): 'keychain' | 'plain' | 'none'
  /** The data key kept for a workspace folder, or null; a key that cannot be read any more counts as none. */
  read(dir: string): Promise<Uint8Array | null>
  keep(dir: string, dataKey: Uint8Array): Promise<void>
  forget(dir: string): Promise<void>
}

import { safeStorage } from 'electron'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { KeyStore } from '../../src-core/ports/key-store.ts'

/**
 * Data keys under the system's keychain (Keychain, DPAPI, Secret Service), one small file a workspace beside the app's own settings,
 * never in the workspace: a copied workspace opens nowhere else without its passphrase.
 */
export function systemKeychain(folder: string): KeyStore {
  const fileOf = (dir: string) => join(folder, `${createHash('sha256').update(dir).digest('hex').slice(0, 32)}.key`)
  return {
    protection() {
      // On Linux without a keyring, Chromium scrambles under a key that everyone knows.
      if (process.platform === 'linux' && ['basic_text', 'unknown'].includes(safeStorage.getSelectedStorageBackend()))
        return 'plain'
      return safeStorage.isEncryptionAvailable() ? 'keychain' : 'none'
    },
    async read(dir) {
      try {
        const { result } = await safeStorage.decryptStringAsync(readFileSync(fileOf(dir)))
        const key = Buffer.from(result, 'base64')
        return key.length === 32 ? key : null
      } catch {
        // None kept, or kept by another account of the computer: the passphrase opens it.
        return null
      }
    },
    async keep(dir, dataKey) {
      const sealed = await safeStorage.encryptStringAsync(Buffer.from(dataKey).toString('base64'))
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      writeFileSync(fileOf(dir), sealed, { mode: 0o600 })
    },
    async forget(dir) {
      rmSync(fileOf(dir), { force: true })
    },
  }
}

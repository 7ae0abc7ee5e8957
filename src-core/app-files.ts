import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * Folder that holds what ships beside the code (drizzle, assets): the checkout, or the packed app's root.
 * Found by walking up from this file, because a bundle stands at another depth than its sources.
 */
export const appRoot = findUp(import.meta.dirname)

function findUp(from: string): string {
  for (let dir = from; ; dir = dirname(dir)) {
    if (existsSync(join(dir, 'drizzle', 'meta', '_journal.json'))) return dir
    if (dirname(dir) === dir) throw new Error(`no app files above ${from}`)
  }
}

export const migrationsFolder = join(appRoot, 'drizzle')
export const assetsFolder = join(appRoot, 'assets')

import { readdirSync, rmdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/** Takes away a workspace that did not come to its end. The folder was empty or not there before, so all that is in it is ours. */
export function removeUnfinished(dir: string, stoodBefore: boolean): void {
  for (const name of readdirSync(dir)) rmSync(join(dir, name), { recursive: true, force: true })
  if (!stoodBefore) rmdirSync(dir)
}

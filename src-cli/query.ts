import { Refusal } from '../src-shared/kernel/refusal.ts'
import { operationByName } from '../src-shared/rpc/registry.ts'
import { openDesk, readJson, userId } from './desk.ts'
import { UsageError } from './usage-error.ts'

/** `qidan query NAME`: prints what the query reads as JSON; a refusal as JSON and exit code 1. */
export async function query(name: string, options: { dir: string; as: string; json: string }): Promise<number> {
  if (operationByName.get(name)?.kind !== 'query') throw new UsageError(`no query ${name}; qidan commands lists them`)
  const input = readJson(options.json)
  const core = await openDesk(options.dir)
  try {
    process.stdout.write(`${JSON.stringify(core.queryNamed(name, input, userId(core, options.as)), null, 2)}\n`)
    return 0
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    process.stdout.write(`${JSON.stringify({ code: error.code, params: error.params }, null, 2)}\n`)
    return 1
  } finally {
    await core.close()
  }
}

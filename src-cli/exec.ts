import { Refusal } from '../src-shared/kernel/refusal.ts'
import { operationByName } from '../src-shared/rpc/registry.ts'
import { openDesk, readJson, userId } from './desk.ts'
import { onInterrupt } from './interrupt.ts'
import { progressBar } from './progress.ts'
import { UsageError } from './usage-error.ts'
import { writeWhole } from './write-whole.ts'

/** `qidan exec NAME`: a command or a task, its result as JSON; a refusal as JSON and exit code 1. */
export async function exec(
  name: string,
  options: { dir: string; as: string; json: string; out?: string },
): Promise<number> {
  const definition = operationByName.get(name)
  if (definition === undefined || definition.kind === 'query')
    throw new UsageError(`no command ${name}; qidan commands lists them`)
  const input = readJson(options.json)
  const core = await openDesk(options.dir)
  try {
    const actor = userId(core, options.as)
    if (definition.kind === 'command') {
      const result = core.executeNamed(name, input, actor)
      print(result.ok ? result.value : { code: result.code, params: result.params })
      return result.ok ? 0 : 1
    }
    const bar = progressBar()
    const value = await core.runTask(name, input, actor, { signal: onInterrupt(), progress: bar.show })
    bar.done()
    if (options.out !== undefined) {
      const { fileHash, pdfHash } = value as { fileHash?: string; pdfHash?: string }
      const hash = fileHash ?? pdfHash
      if (hash === undefined) throw new UsageError(`${name} makes no file`)
      writeWhole(options.out, core.workspace.files.get(hash))
    }
    print(value)
    return 0
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    print({ code: error.code, params: error.params })
    return 1
  } finally {
    await core.close()
  }
}

const print = (value: unknown) => process.stdout.write(`${JSON.stringify(value, null, 2)}\n`)

import '../../src-core/db/quick-imports.ts'
import { product } from './qidan.ts'

/**
 * Runs commands one after the other until it is killed, and says each one that was acknowledged: `exec-loop.ts FOLDER DATA-KEY FIRST`. It ends
 * by itself after some hundred, so that none is left behind by a test that failed.
 */
const [, , dir = '', dataKey = '', first = '0'] = process.argv
// Loaded after the quick imports are in place, which a static import would not wait for.
const { Core } = await import('../../src-core/core.ts')
const { systemUserId } = await import('../../src-core/execution/read-actor.ts')
const { openWorkspace } = await import('../../src-core/workspace/workspace.ts')

const core = new Core(openWorkspace(dir, { dataKey: Buffer.from(dataKey, 'hex') }), {
  documents: { close: async () => {} } as never,
})
for (let i = Number(first); i < Number(first) + 400; i++) {
  const code = `K-${i}`
  const result = core.executeNamed('products.create', JSON.parse(product(code)), systemUserId)
  if (!result.ok) throw new Error(result.code)
  process.stdout.write(`${code}\n`)
}

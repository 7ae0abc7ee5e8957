import '../../src-core/db/quick-imports.ts'
import { documentsHere } from './documents-here.ts'

/** Does the due jobs of a workspace and dies by SIGKILL right after the first commit of one: `killed-job.ts FOLDER DATA-KEY`. */
const [, , dir = '', dataKey = ''] = process.argv
// Loaded after the quick imports are in place, which a static import would not wait for.
const { Core } = await import('../../src-core/core.ts')
const { openWorkspace } = await import('../../src-core/workspace/workspace.ts')

const core = new Core(openWorkspace(dir, { dataKey: Buffer.from(dataKey, 'hex') }), { documents: documentsHere() })
core.onChanged(() => process.kill(process.pid, 'SIGKILL'))
await core.runDueJobs()

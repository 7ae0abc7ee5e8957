import { userInfo } from 'node:os'
import { resolve } from 'node:path'
import { Core } from '../src-core/core.ts'
import { documentPool } from '../src-core/documents/document-pool.ts'
import { fillSample } from '../src-core/seed/sample-workspace.ts'
import { fillNewWorkspace } from '../src-core/workspace/new-workspace.ts'
import { createWorkspace } from '../src-core/workspace/workspace.ts'
import { readNewPassphrase } from './secrets.ts'

/** `qidan init`: a workspace in a new folder, its recovery key printed once. */
export async function init({ dir, sample }: { dir: string; sample?: boolean }): Promise<void> {
  const { workspace, recoveryKey } = createWorkspace(dir, { passphrase: await readNewPassphrase() })
  const core = new Core(workspace, { documents: documentPool() })
  try {
    if (sample) await fillSample(core)
    else
      fillNewWorkspace(core, {
        company: { name: '本公司', creditCode: '', address: '', legalRepresentative: '', phone: '' },
        person: { name: userInfo().username, account: 'admin' },
      })
  } finally {
    await core.close()
  }
  process.stdout.write(`工作区 ${resolve(dir)}\n恢复密钥（请抄写并妥善保存，只显示这一次）：${recoveryKey}\n`)
}

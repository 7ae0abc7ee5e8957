import { userInfo } from 'node:os'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { Core } from '../src-core/core.ts'
import { documentPool } from '../src-core/documents/document-pool.ts'
import { fillSampleYear } from '../src-core/seed/sample-year.ts'
import { fillNewWorkspace } from '../src-core/workspace/new-workspace.ts'
import { createWorkspace } from '../src-core/workspace/workspace.ts'
import type { Language } from '../src-shared/messages/message.ts'
import { onInterrupt } from './interrupt.ts'
import { removeUnfinished } from './remove-unfinished.ts'
import { readNewPassphrase } from './secrets.ts'

/** `qidan init`: a workspace in a new folder, its recovery key printed once. When it does not come to its end, nothing of it stays. */
export async function init({ dir, sample }: { dir: string; sample?: boolean }, language: Language): Promise<void> {
  const interrupt = onInterrupt()
  const passphrase = await readNewPassphrase()
  const stoodBefore = existsSync(dir)
  const { workspace, recoveryKey } = createWorkspace(dir, { passphrase })
  const core = new Core(workspace, { documents: documentPool() })
  try {
    if (sample) await fillSampleYear(core, Date.now())
    else
      fillNewWorkspace(core, {
        company: { name: '本公司', creditCode: '', address: '', legalRepresentative: '', phone: '' },
        person: { name: userInfo().username, account: 'admin' },
      })
    interrupt.throwIfAborted()
  } catch (error) {
    await core.close()
    removeUnfinished(dir, stoodBefore)
    throw error
  }
  await core.close()
  process.stdout.write(
    language === 'zh'
      ? `工作区 ${resolve(dir)}\n恢复密钥（请抄写并妥善保存，只显示这一次）：${recoveryKey}\n`
      : `Workspace ${resolve(dir)}\nRecovery key (write it down and keep it safe, it is shown this once): ${recoveryKey}\n`,
  )
}

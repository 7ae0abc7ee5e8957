import { existsSync } from 'node:fs'
import { checkWorkspace } from '../src-core/workspace/check/check-workspace.ts'
import { openWorkspace } from '../src-core/workspace/workspace.ts'
import type { CheckName } from '../src-shared/audit/workspace-check.ts'
import { refuse } from '../src-shared/kernel/refusal.ts'
import { describeRefusal } from '../src-shared/messages/describe-refusal.ts'
import type { Language } from '../src-shared/messages/message.ts'
import { onInterrupt } from './interrupt.ts'
import { progressBar } from './progress.ts'
import { readPassphrase } from './secrets.ts'
import { tableOf } from './table.ts'

const names: Record<CheckName, readonly [zh: string, en: string]> = {
  database: ['数据库', 'database'],
  filesDatabase: ['文件库', 'files database'],
  references: ['记录间的引用', 'references'],
  audit: ['审计链', 'audit chain'],
  records: ['记录的历史', 'record histories'],
  files: ['文件内容', 'file contents'],
  documents: ['记录所需的文件', 'files that records name'],
}
const units: Record<CheckName, readonly [zh: string, en: string]> = {
  database: ['页', 'pages'],
  filesDatabase: ['页', 'pages'],
  references: ['处', 'references'],
  audit: ['条', 'entries'],
  records: ['条', 'records'],
  files: ['个', 'files'],
  documents: ['处', 'references'],
}

/** `qidan check`: everything the workspace holds against itself, as a table; 1 when anything is wrong. Changes nothing. */
export async function check({ dir, json }: { dir: string; json?: boolean }, language: Language): Promise<number> {
  if (!existsSync(dir)) throw refuse('workspace.missing', { dir })
  const workspace = openWorkspace(dir, { passphrase: await readPassphrase() })
  const word = language === 'zh' ? 0 : 1
  const bar = progressBar()
  const interrupt = onInterrupt()
  try {
    const found = checkWorkspace(workspace, ({ step, done, total }) => {
      interrupt.throwIfAborted()
      bar.show({ step: names[step][word], done, total })
    })
    bar.done()
    const faults = found.parts.flatMap(({ name, faults }) =>
      faults.map((fault) => ({ part: name, ...fault, message: describeRefusal(fault, language) })),
    )
    const parts = found.parts.map(({ name, checked, faultCount }) => ({ name, checked, faultCount }))
    if (json) process.stdout.write(`${JSON.stringify({ sound: found.sound, parts: parts, faults }, null, 2)}\n`)
    else {
      const rows = found.parts.map(({ name, checked, faultCount }) => [
        names[name][word],
        `${checked.toLocaleString('en-US')} ${units[name][word]}`,
        faultCount === 0 ? ['完好', 'sound'][word]! : `${faultCount} ${['处有误', 'faults'][word]!}`,
      ])
      process.stdout.write(`${tableOf(rows, [1])}\n`)
      for (const { message } of faults) process.stdout.write(`✗ ${message}\n`)
      const verdict = found.sound
        ? ['工作区完好。', 'The workspace is sound.']
        : ['工作区有误，见上。', 'The workspace has faults, see above.']
      process.stdout.write(`${verdict[word]}\n`)
    }
    return found.sound ? 0 : 1
  } finally {
    bar.done()
    workspace.close()
  }
}

import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { Core } from '../src-core/core.ts'
import { documentPool } from '../src-core/documents/document-pool.ts'
import { seedWorkspace } from '../src-core/seed/seed-workspace.ts'
import { createWorkspace } from '../src-core/workspace/workspace.ts'
import { addMonths, dateOf, parseDate, type LocalDate } from '../src-shared/kernel/local-date.ts'
import type { Language } from '../src-shared/messages/message.ts'
import { onInterrupt } from './interrupt.ts'
import { progressBar } from './progress.ts'
import { removeUnfinished } from './remove-unfinished.ts'
import { readNewPassphrase } from './secrets.ts'
import { UsageError } from './usage-error.ts'

interface SeedFlags {
  dir: string
  contracts: string
  seed: string
  until?: string
}

/** `qidan seed`: a new workspace full of generated records, the same for the same seed, number and last day; all of it or nothing. */
export async function seed(flags: SeedFlags, language: Language): Promise<void> {
  const contracts = wholeNumber('--contracts', flags.contracts, 1, 5_000_000)
  const seedNumber = wholeNumber('--seed', flags.seed, 0, 2 ** 31 - 1)
  const to = flags.until === undefined ? dateOf(Date.now(), 'Asia/Shanghai') : parseDate(flags.until)
  const interrupt = onInterrupt()
  const passphrase = await readNewPassphrase()
  const stoodBefore = existsSync(flags.dir)
  const { workspace, recoveryKey } = createWorkspace(flags.dir, { passphrase })
  const core = new Core(workspace, { documents: documentPool() })
  const bar = progressBar()
  // What a contract comes to, with its parties, lines, plan, orders, shipments and payments.
  const expected = contracts * 21
  const began = performance.now()
  let records = 0
  try {
    const step = language === 'zh' ? '条记录' : 'records'
    ;({ records } = await seedWorkspace(core, {
      seed: seedNumber,
      size: sizeOf(contracts, to),
      signal: interrupt,
      progress: (done) => bar.show({ step, done, total: Math.max(expected, done + 1) }),
    }))
  } catch (error) {
    bar.done()
    await core.close()
    removeUnfinished(flags.dir, stoodBefore)
    throw error
  }
  const seconds = (performance.now() - began) / 1000
  bar.done()
  await core.close()
  const rate = Math.round(records / seconds).toLocaleString('en-US')
  const total = records.toLocaleString('en-US')
  process.stdout.write(
    language === 'zh'
      ? `工作区 ${resolve(flags.dir)}\n${total} 条记录，${seconds.toFixed(1)} 秒，每秒 ${rate} 条\n恢复密钥（只显示这一次）：${recoveryKey}\n`
      : `Workspace ${resolve(flags.dir)}\n${total} records in ${seconds.toFixed(1)} s, ${rate} a second\nRecovery key (shown this once): ${recoveryKey}\n`,
  )
}

/** A company that has that many contracts in three years. */
function sizeOf(contracts: number, to: LocalDate) {
  const between = (least: number, wanted: number, most: number) => Math.round(Math.min(most, Math.max(least, wanted)))
  return {
    contracts,
    orders: contracts,
    parties: between(20, contracts / 10, 20_000),
    products: between(40, contracts / 20, 3000),
    users: between(12, contracts / 200, 300),
    from: addMonths(to, -36),
    to,
  }
}

function wholeNumber(option: string, text: string, least: number, most: number): number {
  const number = Number(text)
  if (!Number.isInteger(number) || number < least || number > most)
    throw new UsageError(`${option} takes a whole number from ${least} to ${most}`)
  return number
}

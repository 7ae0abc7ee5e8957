import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { z } from 'zod'
import { createDraft } from '../../../src-shared/contracts/contracts-operations.ts'
import { parseQuantity, parseUnitPrice, rate } from '../../../src-shared/kernel/decimal.ts'
import type { Id } from '../../../src-shared/kernel/ids.ts'
import { localDate } from '../../../src-shared/kernel/local-date.ts'
import { listParties } from '../../../src-shared/parties/parties-operations.ts'
import { createUser } from '../../../src-shared/people/people-operations.ts'
import { importTemplate } from '../../../src-shared/templates/templates-operations.ts'
import { appRoot, assetsFolder } from '../../../src-core/app-files.ts'
import { Core } from '../../../src-core/core.ts'
import { documentPool } from '../../../src-core/documents/document-pool.ts'
import { systemUserId } from '../../../src-core/execution/read-actor.ts'
import { openWorkspace } from '../../../src-core/workspace/workspace.ts'
import { seed } from '../../seed.ts'

export const passphrase = 'bench-passphrase'

export interface ScreensWorkspace {
  home: string
  /** Who holds every right. */
  account: string
  /** A draft of a sale with five lines, whose document has more than five pages. */
  draftId: string
}

const wanted = { contracts: 100_000, until: '2026-11-24' }

/**
 * A home folder with a workspace of 100 000 contracts, made by `qidan seed` the first time and used again after, with a person who may do
 * everything and a draft of a sale.
 */
export async function screensWorkspace(): Promise<ScreensWorkspace> {
  const home = join(appRoot, 'out', 'bench', 'screens')
  const dir = join(home, 'workspace')
  // Beside the workspace stands what it was made from, and what was added to it.
  const seeded = noteAt<typeof wanted>(join(home, 'seeded.json'))
  const added = noteAt<Omit<ScreensWorkspace, 'home'>>(join(home, 'added.json'))
  if (JSON.stringify(seeded.read()) !== JSON.stringify(wanted)) {
    rmSync(home, { recursive: true, force: true })
    await seedWith(passphrase, dir)
    seeded.write(wanted)
  }
  const found = added.read()
  if (found !== undefined) return { home, ...found }
  const core = new Core(openWorkspace(dir, { passphrase }), { documents: documentPool() })
  try {
    const made = await addDraft(core)
    added.write(made)
    return { home, ...made }
  } finally {
    await core.close()
  }
}

function noteAt<T>(file: string): { read(): T | undefined; write(value: T): void } {
  return {
    read: () => (existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as T) : undefined),
    write: (value) => writeFileSync(file, JSON.stringify(value)),
  }
}

async function seedWith(secret: string, dir: string): Promise<void> {
  const before = process.env.QIDAN_PASSPHRASE
  process.env.QIDAN_PASSPHRASE = secret
  try {
    await seed({ dir, contracts: String(wanted.contracts), seed: '1', until: wanted.until }, 'en')
  } finally {
    if (before === undefined) delete process.env.QIDAN_PASSPHRASE
    else process.env.QIDAN_PASSPHRASE = before
  }
}

async function addDraft(core: Core): Promise<Omit<ScreensWorkspace, 'home'>> {
  const account = 'bench'
  const user = must(
    core.execute(
      createUser,
      { account, name: '量测员', roles: ['generalManager', 'administrator', 'sales', 'finance', 'legal'] },
      systemUserId,
    ),
  ) as { id: Id<'User'> }
  const file = 'sales-contract.docx'
  const template = (await core.runTask(
    importTemplate.name,
    {
      fileHash: core.workspace.files.put(readFileSync(join(assetsFolder, 'templates', file))),
      fileName: file,
      name: '买卖合同',
      type: 'sales',
    },
    user.id,
  )) as z.output<(typeof importTemplate)['output']>
  const partyOf = (kind: 'customer' | 'own') => core.query(listParties, { kind: [kind], limit: 1 }, user.id).rows[0]!.id
  const { id } = must(
    core.execute(
      createDraft,
      {
        title: '数控量具买卖合同',
        type: 'sales',
        direction: 'in',
        templateVersionId: template.versionId,
        parties: [
          { role: '甲方', partyId: partyOf('customer') },
          { role: '乙方', partyId: partyOf('own') },
        ],
        lines: Array.from({ length: 5 }, (_, i) => ({
          name: `数控量具 ${i + 1}`,
          specification: `0.0${i + 1} mm`,
          unit: '套',
          quantity: parseQuantity('1'),
          unitPrice: parseUnitPrice('12500'),
          taxRate: rate(130_000),
        })),
        signedOn: localDate(wanted.until),
      },
      user.id,
    ),
  )
  return { account, draftId: id }
}

function must<T>(result: { ok: true; value: T } | { ok: false; code: string; params: unknown }): T {
  if (!result.ok) throw new Error(`${result.code} ${JSON.stringify(result.params)}`)
  return result.value
}

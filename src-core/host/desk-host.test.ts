import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { documentsHere } from '../../test/support/documents-here.ts'
import { createDepartment } from '../../src-shared/people/people-operations.ts'
import type { DocumentEngine } from '../ports/document-engine.ts'
import type { KeyStore } from '../ports/key-store.ts'
import { systemUserId } from '../execution/read-actor.ts'
import { DeskHost, type Session } from './desk-host.ts'

const passphrase = 'correct horse battery'
const created = {
  passphrase,
  company: {
    name: '上海契单科技有限公司',
    creditCode: '91310115MA1K4DKY1X',
    address: '',
    legalRepresentative: '',
    phone: '',
  },
  person: { name: '陈总', account: 'chenzong' },
}

let home: string
let host: DeskHost
let drawn: string[]
let nextDrawing: Promise<void>
let gotDrawn: () => void
const session: Session = { userId: null }

/** Draws nothing, and tells when it was asked to. */
const documents = () =>
  ({
    drawSeal: async (drawing: { kind: string }) => {
      drawn.push(drawing.kind)
      gotDrawn()
      gotDrawn = () => {}
      return Uint8Array.of(0x89, 0x50, 0x4e, 0x47)
    },
    close: async () => {},
  }) as unknown as DocumentEngine

function keychain(protection: ReturnType<KeyStore['protection']>): KeyStore & { kept: Map<string, Uint8Array> } {
  const kept = new Map<string, Uint8Array>()
  return {
    kept,
    protection: () => protection,
    read: async (dir) => kept.get(dir) ?? null,
    keep: async (dir, key) => void kept.set(dir, key),
    forget: async (dir) => void kept.delete(dir),
  }
}

function open(keys?: KeyStore): DeskHost {
  return new DeskHost({ home, kind: 'desktop', version: '1.0.0', documents, ...(keys ? { keys } : {}) })
}

function addJob(key: string): void {
  host.core.workspace.database.sqlite
    .prepare(
      `insert into jobs (kind, payload, dedupe_key, status, run_after, created_at) values (?, ?, ?, 'waiting', 0, 0)`,
    )
    .run('settings.drawSeal', JSON.stringify({ kind: 'contract' }), key)
}

const jobs = () => host.core.workspace.database.sqlite.prepare('select status, attempts from jobs order by id').all()

/** Commits announce themselves; the job loop starts on it. */
function watchDrawing(): void {
  nextDrawing = new Promise((resolve) => {
    gotDrawn = resolve
  })
}

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'qidan-host-'))
  drawn = []
  watchDrawing()
  session.userId = null
})
afterEach(async () => {
  await host.close()
  rmSync(home, { recursive: true, force: true })
})

describe('jobs of the durable table', () => {
  it('runs those left over as soon as the workspace is open again', async () => {
    host = open()
    await host.createWorkspace(session, created)
    addJob('left-over')
    await host.close()
    await host.unlock(session, { passphrase })
    await nextDrawing
    expect(drawn).toHaveLength(1)
    await host.close()
    await host.unlock(session, { passphrase })
    expect(jobs()).toEqual([{ status: 'done', attempts: 1 }])
  })

  it('runs what a commit brings, without a restart', async () => {
    host = open()
    await host.createWorkspace(session, created)
    addJob('from-a-command')
    host.core.execute(createDepartment, { name: '法务部' }, systemUserId)
    await nextDrawing
    expect(drawn).toHaveLength(1)
  })
})

describe('a new passphrase', () => {
  const next = 'staple battery horse'

  it('opens the workspace from then on, and the old one no more', async () => {
    host = open()
    const { recoveryKey } = await host.createWorkspace(session, created)
    host.changePassphrase({ passphrase, next })
    await host.close()
    await expect(host.unlock(session, { passphrase })).rejects.toThrow('workspace.wrongPassphrase')
    expect(await host.unlock(session, { passphrase: next })).toMatchObject({ workspace: 'open' })
    host.changePassphrase({ recoveryKey, next: passphrase })
    await host.close()
    expect(await host.unlock(session, { passphrase })).toMatchObject({ workspace: 'open' })
  })

  it('is refused to whoever does not know the one there is, and when it is too short', async () => {
    host = open()
    await host.createWorkspace(session, created)
    expect(() => host.changePassphrase({ passphrase: 'not this one', next })).toThrow('workspace.wrongPassphrase')
    expect(() => host.changePassphrase({ passphrase, next: 'short' })).toThrow('workspace.passphraseTooShort')
    await host.close()
    expect(await host.unlock(session, { passphrase })).toMatchObject({ workspace: 'open' })
  })

  it('leaves a remembered key good', async () => {
    const keys = keychain('keychain')
    host = open(keys)
    await host.createWorkspace(session, { ...created, remember: true })
    host.changePassphrase({ passphrase, next })
    await host.close()
    expect(await host.openRemembered(session)).toMatchObject({ workspace: 'open' })
  })
})

describe('a remembered key', () => {
  it('opens the workspace at the next start without a passphrase', async () => {
    const keys = keychain('keychain')
    host = open(keys)
    await host.createWorkspace(session, { ...created, remember: true })
    await host.close()
    host = open(keys)
    expect(await host.openRemembered(session)).toMatchObject({ workspace: 'open', user: { account: 'chenzong' } })
  })

  it('is forgotten when the workspace is locked', async () => {
    const keys = keychain('keychain')
    host = open(keys)
    await host.createWorkspace(session, { ...created, remember: true })
    await host.lock(session)
    expect(keys.kept.size).toBe(0)
    expect((await host.openRemembered(session)).workspace).toBe('locked')
  })

  it('is kept only when asked for', async () => {
    const keys = keychain('keychain')
    host = open(keys)
    await host.createWorkspace(session, created)
    await host.close()
    await host.unlock(session, { passphrase })
    expect(keys.kept.size).toBe(0)
  })

  it.each(['plain', 'none'] as const)('is refused where the keychain is %s', async (protection) => {
    const keys = keychain(protection)
    host = open(keys)
    await host.createWorkspace(session, created)
    await host.close()
    await expect(host.unlock(session, { passphrase, remember: true })).rejects.toMatchObject({
      code: 'host.keychainUnsafe',
    })
    expect(keys.kept.size).toBe(0)
  })

  it('that does not fit leaves the workspace locked', async () => {
    const keys = keychain('keychain')
    host = open(keys)
    await host.createWorkspace(session, { ...created, remember: true })
    await host.close()
    for (const dir of keys.kept.keys()) keys.kept.set(dir, new Uint8Array(32))
    expect((await host.openRemembered(session)).workspace).toBe('locked')
    expect((await host.unlock(session, { passphrase })).workspace).toBe('open')
  })
})

describe('the sample', () => {
  it('is opened once for two windows that ask at the same time, and goes on for a third', async () => {
    const engine = documentsHere()
    let drawnSeals = 0
    host = new DeskHost({
      home,
      kind: 'web',
      version: '1.0.0',
      documents: () => ({
        ...engine,
        drawSeal: async (drawing) => {
          drawnSeals += 1
          return engine.drawSeal(drawing)
        },
      }),
    })
    const [first, second, third]: Session[] = [{ userId: null }, { userId: null }, { userId: null }]
    const states = await Promise.all([
      host.openSample(first!, { reset: false }),
      host.openSample(second!, { reset: true }),
    ])
    const { core } = host
    expect(states[0]).toEqual(states[1])
    expect(states[0]).toMatchObject({ workspace: 'open', sample: true, user: { account: 'jianglichuan' } })
    expect(drawnSeals).toBe(2)
    await host.openSample(third!, { reset: false })
    expect(host.core).toBe(core)
    expect(third).toEqual(first)
    // Who leaves while another opens waits for that one's turn, and the sample is closed then.
    const [, left] = await Promise.all([host.openSample(first!, { reset: false }), host.closeSample(second!)])
    expect(left).toMatchObject({ sample: false, user: null })
    expect(() => host.core).toThrow('host.locked')
  }, 180_000)
})

describe('the clock', () => {
  afterEach(() => {
    vi.useRealTimers()
  })

  it('is told to be behind when the last thing done is still to come, also after one more thing was done', async () => {
    await host.createWorkspace(session, created)
    expect(host.state(session).clockBehind).toBeNull()
    const last = Date.now()
    vi.useFakeTimers({ toFake: ['Date'], now: last - 3_600_000 })
    expect(host.state(session).clockBehind).toBeGreaterThan(last - 60_000)
    host.core.execute(createDepartment, { name: '采购部' }, systemUserId)
    expect(host.state(session).clockBehind).toBeGreaterThan(last - 60_000)
  })
})

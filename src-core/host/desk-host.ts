import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Id } from '../../src-shared/kernel/ids.ts'
import { Refusal, refuse } from '../../src-shared/kernel/refusal.ts'
import { listUsers } from '../../src-shared/people/people-operations.ts'
import type { Changed, CompanyProfile, HostState } from '../../src-shared/rpc/host-operations.ts'
import { Core } from '../core.ts'
import { systemUserId } from '../execution/read-actor.ts'
import type { DocumentEngine } from '../ports/document-engine.ts'
import type { KeyStore } from '../ports/key-store.ts'
import { fillNewWorkspace } from '../workspace/new-workspace.ts'
import { samplePerson } from '../seed/sample-workspace.ts'
import { fillSampleYear } from '../seed/sample-year.ts'
import {
  changePassphrase,
  createWorkspace,
  openWorkspace,
  unlockDataKey,
  type Workspace,
  type WorkspaceSecret,
} from '../workspace/workspace.ts'
import { startJobs } from './job-loop.ts'

/** One window or browser: who sits at it. */
export interface Session {
  userId: Id<'User'> | null
}

export interface HostOptions {
  /** Folder of this computer's workspaces: `workspace` for the own one, `sample` for looking around. */
  home: string
  kind: HostState['host']
  version: string
  documents(): DocumentEngine
  /** The system's keychain, where the host has one. */
  keys?: KeyStore
  /** Told of faults that no one at a screen has asked for. */
  onFault?(error: unknown): void
}

// Sample data are no secret; the passphrase is there because every workspace has one.
const samplePassphrase = 'sample-passphrase'

/** What both desktop and web host are, apart from windows and sockets: the open workspace and the sessions at it. */
export class DeskHost {
  readonly #options: HostOptions
  #core: Core | null = null
  #sample = false
  #jobs: { stop(): Promise<void> } | null = null
  #sampleOpening: Promise<Id<'User'> | null> | null = null
  /** What opens or closes a workspace waits for what did before it: two windows may ask at the same time. */
  #turn: Promise<unknown> = Promise.resolve()
  readonly #listeners = new Set<(change: Changed) => void>()

  constructor(options: HostOptions) {
    this.#options = options
  }

  /** The open workspace; refuses `host.locked` while there is none. */
  get core(): Core {
    if (this.#core === null) throw refuse('host.locked')
    return this.#core
  }

  state(session: Session): HostState {
    const { kind, version } = this.#options
    const folder = this.#folder(this.#sample)
    const user = this.#core === null || session.userId === null ? undefined : this.#user(session.userId)
    return {
      host: kind,
      platform: process.platform,
      version,
      workspace: this.#core !== null ? 'open' : existsSync(join(folder, 'workspace.json')) ? 'locked' : 'none',
      sample: this.#sample,
      folder,
      user: user ?? null,
      keychain: this.#options.keys?.protection() ?? 'none',
      clockBehind: this.#core === null ? null : lastDoneInFuture(this.#core, Date.now()),
    }
  }

  async createWorkspace(
    session: Session,
    input: {
      passphrase: string
      remember?: boolean
      company: CompanyProfile
      person: { name: string; account: string }
    },
  ): Promise<{ recoveryKey: string }> {
    return this.#inTurn(async () => {
      await this.#close()
      const { workspace, recoveryKey } = createWorkspace(this.#folder(false), { passphrase: input.passphrase })
      this.#open(workspace, false)
      session.userId = fillNewWorkspace(this.core, input)
      if (input.remember) await this.#remember({ passphrase: input.passphrase })
      return { recoveryKey }
    })
  }

  /** Opens the workspace; with `remember` the keychain holds its key from now on. Refuses `host.keychainUnsafe` where there is none to trust. */
  async unlock(
    session: Session,
    { remember, ...secret }: WorkspaceSecret & { remember?: boolean },
  ): Promise<HostState> {
    return this.#inTurn(async () => {
      await this.#close()
      this.#open(openWorkspace(this.#folder(false), secret as WorkspaceSecret), false)
      session.userId = this.#firstUser()
      if (remember) await this.#remember(secret as WorkspaceSecret)
      return this.state(session)
    })
  }

  /** At start: opens the workspace with the key that the keychain holds. Stays locked when there is none or it does not fit. */
  async openRemembered(session: Session): Promise<HostState> {
    const dir = this.#folder(false)
    const dataKey = existsSync(join(dir, 'workspace.json')) ? ((await this.#options.keys?.read(dir)) ?? null) : null
    if (dataKey !== null)
      try {
        this.#open(openWorkspace(dir, { dataKey }), false)
        session.userId = this.#firstUser()
      } catch (error) {
        // The unlock screen tells what is wrong as soon as the passphrase is tried.
        if (!(error instanceof Refusal)) throw error
      }
    return this.state(session)
  }

  /**
   * Sets a new passphrase for the own workspace; the data, the recovery key and a remembered key stay good.
   * Refuses `workspace.wrongPassphrase`, `workspace.passphraseTooShort`, and `host.samplePassphrase` while the sample is open.
   */
  changePassphrase({ next, ...secret }: ({ passphrase: string } | { recoveryKey: string }) & { next: string }): void {
    if (this.#sample) throw refuse('host.samplePassphrase')
    changePassphrase(this.#folder(false), secret, next)
  }

  /** Closes the workspace and forgets a key that the keychain held: whoever comes next needs the passphrase. */
  async lock(session: Session): Promise<HostState> {
    return this.#inTurn(async () => {
      await this.#close()
      session.userId = null
      await this.#options.keys?.forget(this.#folder(false))
      return this.state(session)
    })
  }

  /** Opens the sample, filled when there is none or with `reset`. Whoever asks while it is being opened gets the same one. */
  async openSample(session: Session, { reset }: { reset: boolean }): Promise<HostState> {
    this.#sampleOpening ??= this.#inTurn(async () => {
      await this.#prepareSample(reset)
      return this.people().find(({ account }) => account === samplePerson)?.id ?? this.#firstUser()
    }).finally(() => {
      this.#sampleOpening = null
    })
    session.userId = await this.#sampleOpening
    return this.state(session)
  }

  async #prepareSample(reset: boolean): Promise<void> {
    // Open in another window already: that one goes on.
    if (this.#core !== null && this.#sample && !reset) return
    await this.#close()
    const dir = this.#folder(true)
    if (reset) rmSync(dir, { recursive: true, force: true })
    const unfinished = `${dir}.unfinished`
    if (existsSync(join(dir, 'workspace.json')) && !existsSync(unfinished)) {
      this.#open(openWorkspace(dir, { passphrase: samplePassphrase }), true)
      return
    }
    // Left half made by a crash: nothing of it is worth keeping.
    rmSync(dir, { recursive: true, force: true })
    mkdirSync(this.#options.home, { recursive: true })
    writeFileSync(unfinished, '')
    const documents = this.#options.documents()
    // The workers load while the keys are made and the database is laid out; what is wrong with them is told by their first real work.
    void documents.typeset('', {}).catch(() => {})
    const { workspace } = createWorkspace(dir, { passphrase: samplePassphrase, secretIsPublic: true })
    const core = new Core(workspace, { documents })
    try {
      await fillSampleYear(core, Date.now())
    } catch (error) {
      await core.close()
      throw error
    }
    rmSync(unfinished)
    this.#attend(core, true)
  }

  closeSample(session: Session): Promise<HostState> {
    return this.#inTurn(async () => {
      await this.#close()
      this.#sample = false
      session.userId = null
      return this.state(session)
    })
  }

  people() {
    return this.core.query(listUsers, {}, systemUserId).rows
  }

  signIn(session: Session, account: string): HostState {
    const user = this.people().find((each) => each.account === account)
    if (user === undefined) throw refuse('access.unknownUser', { id: account })
    session.userId = user.id
    return this.state(session)
  }

  onChanged(listener: (change: Changed) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  close(): Promise<void> {
    return this.#inTurn(() => this.#close())
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#turn.then(work, work)
    this.#turn = done.catch(() => {})
    return done
  }

  #folder(sample: boolean): string {
    return join(this.#options.home, sample ? 'sample' : 'workspace')
  }

  #open(workspace: Workspace, sample: boolean): void {
    this.#attend(this.#coreOf(workspace), sample)
  }

  #coreOf(workspace: Workspace): Core {
    return new Core(workspace, { documents: this.#options.documents() })
  }

  /** From now on this is the workspace that is open, its changes told and its jobs done. */
  #attend(core: Core, sample: boolean): void {
    this.#core = core
    this.#sample = sample
    core.onChanged((change) => {
      for (const listener of this.#listeners) listener(change)
    })
    this.#jobs = startJobs(core, (error) => this.#options.onFault?.(error))
  }

  async #close(): Promise<void> {
    const [core, jobs] = [this.#core, this.#jobs]
    this.#core = null
    this.#jobs = null
    await jobs?.stop()
    await core?.close()
  }

  async #remember(secret: WorkspaceSecret): Promise<void> {
    const { keys } = this.#options
    if (keys?.protection() !== 'keychain') throw refuse('host.keychainUnsafe')
    const dir = this.#folder(false)
    await keys.keep(dir, unlockDataKey(dir, secret))
  }

  #user(id: Id<'User'>) {
    return this.people().find((user) => user.id === id)
  }

  #firstUser(): Id<'User'> | null {
    return this.people()[0]?.id ?? null
  }
}

/** A clock that is set right by a few minutes is nothing to speak of. */
const clockTolerance = 5 * 60_000

/** The latest instant among the last commands when it lies after `now`: then the clock was set back, and new dates would be wrong. */
function lastDoneInFuture(core: Core, now: number): number | null {
  // One's own first command under the wrong clock must not hide it.
  const last = core.workspace.database.sqlite
    .prepare('select max(issued_at) from (select issued_at from audit_entries order by seq desc limit 1000)')
    .pluck()
    .get() as number | null
  return last !== null && last > now + clockTolerance ? last : null
}

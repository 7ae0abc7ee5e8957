import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Id } from '../../src-shared/kernel/ids.ts'
import { refuse } from '../../src-shared/kernel/refusal.ts'
import { listUsers } from '../../src-shared/people/people-operations.ts'
import type { Changed, CompanyProfile, HostState } from '../../src-shared/rpc/host-operations.ts'
import { Core } from '../core.ts'
import { systemUserId } from '../execution/read-actor.ts'
import type { DocumentEngine } from '../ports/document-engine.ts'
import { fillNewWorkspace } from '../workspace/new-workspace.ts'
import { fillSample } from '../seed/sample-workspace.ts'
import { createWorkspace, openWorkspace, type WorkspaceSecret } from '../workspace/workspace.ts'

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
}

// Sample data are no secret; the passphrase is there because every workspace has one.
const samplePassphrase = 'sample-passphrase'

/** What both desktop and web host are, apart from windows and sockets: the open workspace and the sessions at it. */
export class DeskHost {
  readonly #options: HostOptions
  #core: Core | null = null
  #sample = false
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
    }
  }

  async createWorkspace(
    session: Session,
    input: { passphrase: string; company: CompanyProfile; person: { name: string; account: string } },
  ): Promise<{ recoveryKey: string }> {
    await this.#close()
    const { workspace, recoveryKey } = createWorkspace(this.#folder(false), { passphrase: input.passphrase })
    this.#open(workspace, false)
    session.userId = fillNewWorkspace(this.core, input)
    return { recoveryKey }
  }

  async unlock(session: Session, secret: WorkspaceSecret): Promise<HostState> {
    await this.#close()
    this.#open(openWorkspace(this.#folder(false), secret), false)
    session.userId = this.#firstUser()
    return this.state(session)
  }

  async lock(session: Session): Promise<HostState> {
    await this.#close()
    session.userId = null
    return this.state(session)
  }

  async openSample(session: Session, { reset }: { reset: boolean }): Promise<HostState> {
    await this.#close()
    const dir = this.#folder(true)
    if (reset) rmSync(dir, { recursive: true, force: true })
    if (existsSync(join(dir, 'workspace.json'))) this.#open(openWorkspace(dir, { passphrase: samplePassphrase }), true)
    else {
      // Left half made by a crash: nothing of it is worth keeping.
      rmSync(dir, { recursive: true, force: true })
      this.#open(createWorkspace(dir, { passphrase: samplePassphrase }).workspace, true)
      await fillSample(this.core)
    }
    session.userId = this.#firstUser()
    return this.state(session)
  }

  async closeSample(session: Session): Promise<HostState> {
    await this.#close()
    this.#sample = false
    session.userId = null
    return this.state(session)
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
    return this.#close()
  }

  #folder(sample: boolean): string {
    return join(this.#options.home, sample ? 'sample' : 'workspace')
  }

  #open(workspace: ConstructorParameters<typeof Core>[0], sample: boolean): void {
    this.#core = new Core(workspace, { documents: this.#options.documents() })
    this.#sample = sample
    this.#core.onChanged((change) => {
      for (const listener of this.#listeners) listener(change)
    })
  }

  async #close(): Promise<void> {
    const core = this.#core
    this.#core = null
    await core?.close()
  }

  #user(id: Id<'User'>) {
    return this.people().find((user) => user.id === id)
  }

  #firstUser(): Id<'User'> | null {
    return this.people()[0]?.id ?? null
  }
}

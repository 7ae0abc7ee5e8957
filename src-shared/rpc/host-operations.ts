import type { Client, ClientContext } from '@orpc/client'
import type { Id } from '../kernel/ids.ts'

/** What a window asks its host before and beside the workspace's own operations. */

export interface HostState {
  host: 'desktop' | 'web'
  platform: string
  version: string
  /** none: nothing made yet; locked: passphrase needed; open: ready. */
  workspace: 'none' | 'locked' | 'open'
  /** Looking around in sample data. */
  sample: boolean
  folder: string
  user: { id: Id<'User'>; name: string; account: string } | null
  /** Whether the system can hold the workspace's key: safely, only scrambled (then it is not used), or not at all. */
  keychain: 'keychain' | 'plain' | 'none'
  /** When something was done last (UTC ms), if this computer's clock says that this is still to come; else null. */
  clockBehind: number | null
}

export interface CompanyProfile {
  name: string
  creditCode: string
  address: string
  legalRepresentative: string
  phone: string
}

/** Tables and ids that a commit wrote; `seq` is its number in the audit. */
export interface Changed {
  seq: number
  tables: Record<string, string[]>
}

type Procedure<Input, Output> = Client<ClientContext, Input, Output, Error>

export type HostProcedures = {
  'host.state': Procedure<void, HostState>
  'host.createWorkspace': Procedure<
    { passphrase: string; remember?: boolean; company: CompanyProfile; person: { name: string; account: string } },
    { recoveryKey: string }
  >
  /** `remember` has the system's keychain hold the key, so that the next start asks for nothing. */
  'host.unlock': Procedure<({ passphrase: string } | { recoveryKey: string }) & { remember?: boolean }, HostState>
  /** Sets a new passphrase for whoever knows the one there is, or holds the recovery key; the recovery key stays. */
  'host.changePassphrase': Procedure<({ passphrase: string } | { recoveryKey: string }) & { next: string }, void>
  /** Closes the workspace and forgets a remembered key. */
  'host.lock': Procedure<void, HostState>
  /** Opens the sample company, made at the first call; `reset` makes it anew. */
  'host.openSample': Procedure<{ reset: boolean }, HostState>
  'host.closeSample': Procedure<void, HostState>
  'host.people': Procedure<
    void,
    { id: Id<'User'>; name: string; account: string; position: string; department: string }[]
  >
  'host.signIn': Procedure<{ account: string }, HostState>
  'host.changes': Procedure<void, AsyncIteratorObject<Changed, void, void>>
}

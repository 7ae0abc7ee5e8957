import { findRecord } from '../db/record-by-id.ts'
import type { Id } from '../../src-shared/kernel/ids.ts'
import { refuse } from '../../src-shared/kernel/refusal.ts'
import { users } from '../db/schema/people.ts'
import type { ReadDatabase } from '../db/workspace-database.ts'
import type { Actor } from './command-context.ts'

/** The desk itself: makes the workspace, runs jobs. It is nobody's account and has no row. */
export const systemUserId = '00000000000000000000000000' as Id<'User'>
const system: Actor = { id: systemUserId, name: '系统', departmentId: null, roles: ['generalManager'] }

/** The user as the database knows it now; refuses `access.unknownUser` for strangers and for people who have left. */
export function readActor(read: ReadDatabase, id: Id<'User'>): Actor {
  if (id === systemUserId) return system
  const user = findRecord(read, users, id)
  if (user === undefined || !user.active) throw refuse('access.unknownUser', { id })
  return { id: user.id, name: user.name, departmentId: user.departmentId, roles: user.roles }
}

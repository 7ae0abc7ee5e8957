import type { Id } from '../../src-shared/kernel/ids.ts'
import { Refusal } from '../../src-shared/kernel/refusal.ts'
import { saveFlow } from '../../src-shared/approvals/approvals-operations.ts'
import { starterFlow } from '../../src-shared/approvals/starter-flow.ts'
import { createDepartment, createUser, updateDepartment } from '../../src-shared/people/people-operations.ts'
import type { CompanyProfile } from '../../src-shared/rpc/host-operations.ts'
import { saveCompany } from '../../src-shared/settings/settings-operations.ts'
import type { Core } from '../core.ts'
import { systemUserId } from '../execution/read-actor.ts'

/**
 * The first records of a workspace, by ordinary commands: our company, one department with its head, who holds every
 * right until more people come, and an approval flow to start with. Returns the first user.
 */
export function fillNewWorkspace(
  core: Core,
  { company, person }: { company: CompanyProfile; person: { name: string; account: string } },
): Id<'User'> {
  const run: typeof core.execute = core.execute.bind(core)
  const value = <T>(result: ReturnType<typeof run> & ({ ok: true; value: T } | { ok: false })): T => {
    if (!result.ok) throw new Refusal(result.code, result.params)
    return result.value as T
  }
  value(
    run(saveCompany, { profile: { ...company, creditCode: company.creditCode || null }, version: null }, systemUserId),
  )
  const department = value(run(createDepartment, { name: '总经办' }, systemUserId)) as {
    id: Id<'Department'>
    version: number
  }
  const user = value(
    run(
      createUser,
      {
        account: person.account,
        name: person.name,
        departmentId: department.id,
        position: '总经理',
        roles: ['generalManager', 'administrator'],
      },
      systemUserId,
    ),
  ) as { id: Id<'User'> }
  value(run(updateDepartment, { ...department, changes: { headId: user.id } }, systemUserId))
  value(run(saveFlow, starterFlow, systemUserId))
  return user.id
}

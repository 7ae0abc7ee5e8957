import { useQuery } from '@tanstack/react-query'
import { holdsPermission } from '../../src-shared/access/roles.ts'
import { wire } from './rpc.ts'

/** Who sits at the desk, with roles; undefined until known. */
export function useMyself() {
  return useQuery(wire['people.readMyself'].queryOptions({ input: {} })).data
}

/** Whether the person may do `area.action`: a button that would be refused is not shown. Nothing may be done until the answer is there. */
export function useRights(): (permission: string) => boolean {
  const roles = useMyself()?.roles
  return (permission) => roles !== undefined && holdsPermission(roles, permission)
}

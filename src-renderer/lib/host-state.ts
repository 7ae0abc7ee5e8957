import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { HostState } from '../../src-shared/rpc/host-operations.ts'
import { rpc, wire } from './rpc.ts'

/** The host's state and what changes it; every change drops all answers, since they were another workspace's or person's. */
export function useHostState() {
  const queryClient = useQueryClient()
  const { data: state } = useQuery(wire['host.state'].queryOptions())
  const arrive = (next: HostState) => {
    queryClient.setQueryData(wire['host.state'].queryKey(), next)
    void queryClient.resetQueries({ predicate: ({ queryKey }) => (queryKey as [string[]])[0]?.[0] !== 'host.state' })
  }
  return {
    state,
    arrive,
    leaveSample: async () => arrive(await rpc['host.closeSample']()),
    resetSample: async () => arrive(await rpc['host.openSample']({ reset: true })),
    lock: async () => arrive(await rpc['host.lock']()),
    signIn: async (account: string) => arrive(await rpc['host.signIn']({ account })),
  }
}

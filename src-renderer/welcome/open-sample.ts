import { useMutation } from '@tanstack/react-query'
import { useHostState } from '../lib/host-state.ts'
import { rpc } from '../lib/rpc.ts'

/** Opens the sample company; the state that comes back changes the screen. */
export function useOpenSample() {
  const { arrive } = useHostState()
  return useMutation({ mutationFn: () => rpc['host.openSample']({ reset: false }), onSuccess: arrive })
}

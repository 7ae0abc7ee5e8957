import { QueryClient } from '@tanstack/react-query'
import { refusalOf } from './rpc.ts'

/** Answers stay true until a change is announced; a refusal is an answer and is never asked again. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: Infinity,
      gcTime: 5 * 60_000,
      networkMode: 'always',
      refetchOnWindowFocus: false,
      retry: (failures, error) => refusalOf(error) === undefined && failures < 3,
    },
    mutations: { networkMode: 'always', retry: false },
  },
})

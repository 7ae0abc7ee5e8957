import { keepPreviousData, type InfiniteData } from '@tanstack/react-query'

interface Page<Row> {
  rows: Row[]
  next: string | null
  total: number
}

/** An infinite query of a list. */
export interface PagedQuery<Row> {
  data: InfiniteData<Page<Row>> | undefined
  hasNextPage: boolean
  isFetchingNextPage: boolean
  fetchNextPage(): unknown
  isError: boolean
  error: unknown
  refetch(): unknown
}

/** Of the infinite query of a list: each page says where the next begins, and filters change without a flash of nothing. */
export const byCursor = {
  initialPageParam: null as string | null,
  getNextPageParam: (last: { next: string | null }) => last.next ?? undefined,
  placeholderData: keepPreviousData,
}

/** The loaded pages of a list as one: rows undefined while the first is on its way; `more` loads the next one once. */
export function listPages<Row>(query: PagedQuery<Row>): { rows: Row[] | undefined; total: number; more(): void } {
  return {
    rows: query.data?.pages.flatMap((page) => page.rows),
    total: query.data?.pages.at(-1)?.total ?? 0,
    more: () => {
      if (query.hasNextPage && !query.isFetchingNextPage) void query.fetchNextPage()
    },
  }
}

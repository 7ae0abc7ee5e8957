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

/** Rows of the pages of an answer: joined once, so that rows which did not change are the same array at every drawing. */
const joined = new WeakMap<object, unknown[]>()

function rowsOf<Row>({ pages }: InfiniteData<Page<Row>>): Row[] {
  const known = joined.get(pages) as Row[] | undefined
  if (known !== undefined) return known
  const rows = pages.flatMap((page) => page.rows)
  joined.set(pages, rows)
  return rows
}

/** The loaded pages of a list as one: rows undefined while the first is on its way; `more` loads the next one once. */
export function listPages<Row>(query: PagedQuery<Row>): { rows: Row[] | undefined; total: number; more(): void } {
  return {
    rows: query.data && rowsOf(query.data),
    total: query.data?.pages.at(-1)?.total ?? 0,
    more: () => {
      if (query.hasNextPage && !query.isFetchingNextPage) void query.fetchNextPage()
    },
  }
}

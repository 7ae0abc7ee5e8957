/** What the address of a list may say; each list adds its own filters. */
export interface ListSearch {
  text?: string | undefined
  sort?: string | undefined
  descending?: boolean | undefined
}

/** Says how the list is sorted or which record is open beside it; all else in an address narrows the list. */
const notFilters: ReadonlySet<string> = new Set(['sort', 'descending', 'id', 'new', 'import', 'entry'])

/** Whether anything narrows the list. */
export const isFiltered = (search: object): boolean =>
  Object.entries(search).some(([key, value]) => value !== undefined && !notFilters.has(key))

/** How to ask for a list: as its address says (upwards unless it says otherwise), or in the list's own order. */
export function sortedBy<K extends string>(
  { sort, descending }: { sort?: K | undefined; descending?: boolean | undefined },
  own: { sort: K; descending: boolean },
): { sort: K; descending: boolean } {
  return sort === undefined ? own : { sort, descending: descending ?? false }
}

/** An address with some filters changed: an empty text or no choice at all takes a filter out. */
export function withFilters<S extends ListSearch>(search: S, change: Partial<S>): S {
  const empty = (value: unknown) => value === '' || (Array.isArray(value) && value.length === 0)
  return {
    ...search,
    ...(Object.fromEntries(
      Object.entries(change).map(([key, value]) => [key, empty(value) ? undefined : value]),
    ) as Partial<S>),
  }
}

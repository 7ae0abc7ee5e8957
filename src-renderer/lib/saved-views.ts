import { useLocalStorage } from '@mantine/hooks'

export interface SavedView<S> {
  name: string
  search: S
}

/** Filters and sorting under names of one's own, kept on this computer for each list. */
export function useSavedViews<S>(list: string) {
  const [views, setViews] = useLocalStorage<SavedView<S>[]>({
    key: `qidan.views.${list}`,
    defaultValue: [],
    getInitialValueInEffect: false,
  })
  return {
    views,
    /** A view of the same name is replaced. */
    save: (name: string, search: S) =>
      setViews((now) => [...now.filter((view) => view.name !== name), { name, search }]),
    remove: (name: string) => setViews((now) => now.filter((view) => view.name !== name)),
  }
}

import { useLocalStorage } from '@mantine/hooks'
import { useMemo } from 'react'
import type { Column } from './data-table.tsx'

interface Kept {
  hidden: string[]
  shown: string[]
  widths: Record<string, number>
}

export interface ColumnLayout<Row> {
  all: readonly Column<Row>[]
  shown: readonly Column<Row>[]
  totalWidth: number
  widthOf(column: Column<Row>): number
  setWidth(key: string, width: number): void
  isShown(key: string): boolean
  toggle(key: string): void
  reset(): void
}

const untouched: Kept = { hidden: [], shown: [], widths: {} }

/** Which columns of a table are shown and how wide, kept on this computer. */
export function useColumnLayout<Row>(name: string, columns: readonly Column<Row>[]): ColumnLayout<Row> {
  const [kept, setKept, reset] = useLocalStorage<Kept>({
    key: `qidan.columns.${name}`,
    defaultValue: untouched,
    getInitialValueInEffect: false,
  })
  return useMemo(() => {
    const isShown = (column: Column<Row>) =>
      column.optional ? kept.shown.includes(column.key) : !kept.hidden.includes(column.key)
    const widthOf = (column: Column<Row>) => kept.widths[column.key] ?? column.width
    const shown = columns.filter(isShown)
    return {
      all: columns,
      shown,
      totalWidth: shown.reduce((sum, column) => sum + widthOf(column), 0),
      widthOf,
      setWidth: (key, width) => setKept((now) => ({ ...now, widths: { ...now.widths, [key]: Math.round(width) } })),
      isShown: (key) => shown.some((column) => column.key === key),
      toggle: (key) =>
        setKept((now) => {
          const column = columns.find((each) => each.key === key)!
          const list = column.optional ? 'shown' : 'hidden'
          const has = now[list].includes(key)
          return { ...now, [list]: has ? now[list].filter((each) => each !== key) : [...now[list], key] }
        }),
      reset,
    }
  }, [columns, kept, setKept, reset])
}

import { Loader } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './detail-page.module.css'
import { RefusalAlert } from './refusal-alert.tsx'

/** The part of a page below its head: forms and reading keep to 960 px, tables take the width. */
export function PageBody({ wide, children }: { wide?: boolean; children: ReactNode }) {
  return <div className={wide ? classes.wide : classes.narrow}>{children}</div>
}

/** What stands in place of a record that is on its way, or of one that could not be read. */
export function RecordPending({ error, onRetry }: { error: unknown; onRetry(): void }) {
  return <PageBody>{error === null ? <Loader m="xl" /> : <RefusalAlert error={error} onRetry={onRetry} />}</PageBody>
}

/** Tabs of a record, on the same surface as its head. */
export function TabBar({ children }: { children: ReactNode }) {
  return <div className={classes.tabs}>{children}</div>
}

/** Head and stage bar of a record, staying in sight while its parts are read. */
export function RecordTop({ children }: { children: ReactNode }) {
  return <div className={classes.top}>{children}</div>
}

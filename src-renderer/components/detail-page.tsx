import { Button, Loader, Tabs, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { refusalOf } from '../lib/rpc.ts'
import { defineWords, useWords } from '../lib/words.ts'
import classes from './detail-page.module.css'
import { EmptyState } from './empty-state.tsx'
import { RefusalAlert } from './refusal-alert.tsx'

const words = defineWords(
  'detailPage',
  { missing: '没有这条记录，或您无权查看', back: '返回列表' },
  { missing: 'There is no such record, or you may not read it', back: 'Back to the list' },
)

/** The part of a page below its head: forms and reading keep to 960 px, tables take the width. */
export function PageBody({ wide, children }: { wide?: boolean; children: ReactNode }) {
  return <div className={wide ? classes.wide : classes.narrow}>{children}</div>
}

/** Whether a record is not there for this person: removed, out of their rights, or never made. */
export const isMissing = (error: unknown): boolean =>
  ['record.missing', 'input.invalid'].includes(refusalOf(error)?.code ?? '')

interface RecordPendingProps {
  query: { error: unknown; refetch(): unknown }
  /** Address of the list to go back to when the record is missing. */
  list?: string
}

/** What stands in place of a record that is on its way, or of one that could not be read. */
export function RecordPending({ query: { error, refetch }, list }: RecordPendingProps) {
  const t = useWords(words)
  if (list !== undefined && isMissing(error))
    return (
      <EmptyState title={t('missing')}>
        <Button component={Link} to={list}>
          {t('back')}
        </Button>
      </EmptyState>
    )
  return (
    <PageBody>
      {error === null ? <Loader m="xl" /> : <RefusalAlert error={error} onRetry={() => void refetch()} />}
    </PageBody>
  )
}

/** A record's title: its number, quietly, and what it is about. */
export function RecordTitle({ number, children }: { number: string; children: ReactNode }) {
  return (
    <>
      <Text span inherit c="dimmed" fw={500}>
        {number}
      </Text>{' '}
      {children}
    </>
  )
}

/** Head and stage bar of a record, staying in sight while its parts are read. */
export function RecordTop({ children }: { children: ReactNode }) {
  return <div className={classes.top}>{children}</div>
}

interface RecordTabsProps<Tab extends string> {
  /** Names the kind of record in the ids of its tabs. */
  name: string
  tabs: readonly Tab[]
  tab: Tab
  label(tab: Tab): string
  onTab(tab: Tab): void
  /** How the open tab takes the page: as text, as tables, or all of it. */
  shape: 'narrow' | 'wide' | 'whole'
  children: ReactNode
}

/** Tabs of a record, on the same surface as its head, and the one that is open. */
export function RecordTabs<Tab extends string>({
  name,
  tabs,
  tab,
  label,
  onTab,
  shape,
  children,
}: RecordTabsProps<Tab>) {
  return (
    <>
      <div className={classes.tabs}>
        <Tabs value={tab} onChange={(next) => onTab(next as Tab)}>
          <Tabs.List>
            {tabs.map((each) => (
              <Tabs.Tab
                key={each}
                value={each}
                id={`${name}-tab-${each}`}
                aria-controls={each === tab ? `${name}-panel` : undefined}
              >
                {label(each)}
              </Tabs.Tab>
            ))}
          </Tabs.List>
        </Tabs>
      </div>
      <div
        role="tabpanel"
        id={`${name}-panel`}
        aria-labelledby={`${name}-tab-${tab}`}
        tabIndex={-1}
        className={shape === 'whole' ? classes.whole : undefined}
      >
        {shape === 'whole' ? children : <PageBody wide={shape === 'wide'}>{children}</PageBody>}
      </div>
    </>
  )
}

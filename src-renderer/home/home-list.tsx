import { Anchor } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Section } from '../components/facts.tsx'
import { useWords } from '../lib/words.ts'
import { homeWords } from './home-words.ts'
import classes from './home.module.css'

export interface HomeRow {
  key: string
  to: string
  /** Filters or tab of the page it leads to. */
  search?: Record<string, unknown>
  name: ReactNode
  note: ReactNode
  end?: ReactNode
  endNote?: ReactNode
}

interface HomeListProps {
  title: string
  rows: readonly HomeRow[]
  /** All there are; a link leads to them when not all are shown. */
  total: number
  all?: { to: string; search?: Record<string, unknown> }
  empty: string
  /** Beside the title. */
  beside?: ReactNode
}

/** A few rows of something with a way to all of it. */
export function HomeList({ title, rows, total, all, empty, beside }: HomeListProps) {
  const t = useWords(homeWords)
  return (
    <Section
      title={title}
      flush
      actions={
        <span style={{ display: 'flex', gap: 14, fontSize: 13, alignItems: 'baseline' }}>
          {beside}
          {all !== undefined && total > rows.length && (
            <Anchor component={Link} to={all.to} search={(all.search ?? {}) as never} fz={13}>
              {t('all', { count: total })}
            </Anchor>
          )}
        </span>
      }
    >
      {rows.length === 0 ? (
        <div className={classes.empty}>{empty}</div>
      ) : (
        <ul className={classes.list}>
          {rows.map((row) => (
            <li key={row.key}>
              <Link to={row.to} search={(row.search ?? {}) as never} className={classes.row ?? ''}>
                <span className={classes.name}>{row.name}</span>
                <span className={classes.end}>{row.end}</span>
                <span className={classes.note}>{row.note}</span>
                <span className={classes.endNote}>{row.endNote}</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

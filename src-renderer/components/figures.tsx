import { Progress } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Cents } from '../../src-shared/kernel/cents.ts'
import classes from './figures.module.css'

/** A few figures in a row under the head of a record: how it stands. */
export function Figures({ children }: { children: ReactNode }) {
  return (
    <dl className={classes.figures} style={{ margin: 0 }}>
      {children}
    </dl>
  )
}

/** One figure: its label, the value, a bar for a part of a whole, and a note. */
export function Figure({
  label,
  value,
  note,
  share,
}: {
  label: string
  value: ReactNode
  note: ReactNode
  share?: readonly [part: Cents, whole: Cents]
}) {
  const percent = share === undefined || share[1] === 0 ? null : Math.min(100, Math.floor((share[0] / share[1]) * 100))
  return (
    <div className={classes.figure}>
      <dt>{label}</dt>
      <dd style={{ margin: 0 }}>
        <div className={classes.value}>{value}</div>
        {percent !== null && <Progress value={percent} size={4} my={4} aria-label={`${label} ${percent}%`} />}
        <div className={classes.note}>{note}</div>
      </dd>
    </div>
  )
}

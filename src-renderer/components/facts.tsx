import { Text } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './facts.module.css'

/** Label and value pairs of a record, in as many columns as fit; an empty value is a quiet dash. */
export function Facts({
  items,
  columns = 2,
}: {
  items: readonly (readonly [label: string, value: ReactNode] | false | null | undefined)[]
  columns?: 1 | 2 | 3
}) {
  return (
    <dl className={classes.facts} data-columns={columns}>
      {items.map((item) =>
        !item ? null : (
          <div key={item[0]} className={classes.fact}>
            <dt>{item[0]}</dt>
            <dd>
              {item[1] === '' || item[1] === null || item[1] === undefined ? (
                <Text span c="dimmed" fz="inherit">
                  —
                </Text>
              ) : (
                item[1]
              )}
            </dd>
          </div>
        ),
      )}
    </dl>
  )
}

/** A part of a detail page on its own surface, with its title and what can be done in it. */
export function Section({
  title,
  actions,
  children,
  flush,
}: {
  title?: ReactNode
  actions?: ReactNode
  children: ReactNode
  flush?: boolean
}) {
  return (
    <section className={classes.section}>
      {(title !== undefined || actions !== undefined) && (
        <div className={classes.head}>
          <h2>{title}</h2>
          {actions}
        </div>
      )}
      <div className={flush ? classes.flush : classes.body}>{children}</div>
    </section>
  )
}

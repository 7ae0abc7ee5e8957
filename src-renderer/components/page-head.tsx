import { Group, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './page-head.module.css'

/** Head of a page: its title, what stands beside it, and on the right the actions with the one primary last. */
export function PageHead({
  title,
  beside,
  children,
  sticky,
}: {
  title: ReactNode
  beside?: ReactNode
  children?: ReactNode
  sticky?: boolean
}) {
  return (
    <div className={classes.head} data-sticky={sticky || undefined}>
      <Group gap={12} wrap="nowrap" style={{ minWidth: 0 }}>
        <Title order={1} className={classes.title ?? ''}>
          {title}
        </Title>
        {beside}
      </Group>
      <Group gap={8} wrap="nowrap">
        {children}
      </Group>
    </div>
  )
}

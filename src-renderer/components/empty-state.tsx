import { Stack, Text, Title } from '@mantine/core'
import type { Icon } from '@tabler/icons-react'
import type { ReactNode } from 'react'

/** What belongs here and the first step to it; also for errors and missing rights, so that all of them read alike. */
export function EmptyState({
  title,
  text,
  icon: Picture,
  children,
}: {
  title: string
  text?: string
  icon?: Icon
  children?: ReactNode
}) {
  return (
    <Stack align="center" justify="center" gap="sm" mih={280} p="xl" ta="center">
      {Picture && <Picture size={36} stroke={1.3} aria-hidden />}
      <Title order={2}>{title}</Title>
      {text !== undefined && (
        <Text c="dimmed" maw={460}>
          {text}
        </Text>
      )}
      {children}
    </Stack>
  )
}

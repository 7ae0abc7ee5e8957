import { Group, Stack, Text } from '@mantine/core'
import type { ReactNode } from 'react'

/** Rows of a quick look under a small title. */
export function LookPart({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <Text component="h2" fz={12} fw={600} c="dimmed" mb={6} m={0}>
        {title}
      </Text>
      <Stack gap={6}>{children}</Stack>
    </div>
  )
}

/** What, and how much. */
export function LookRow({ left, right }: { left: ReactNode; right: ReactNode }) {
  return (
    <Group justify="space-between" align="baseline" gap={12} wrap="nowrap" fz={13}>
      <Text fz={13} style={{ minWidth: 0, overflowWrap: 'anywhere' }}>
        {left}
      </Text>
      <Text fz={13} ta="right" style={{ flexShrink: 0, maxWidth: '65%' }}>
        {right}
      </Text>
    </Group>
  )
}

import { Button, CloseButton, Group, Text } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { IconExternalLink } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { defineWords, useWords } from '../lib/words.ts'
import classes from './quick-look.module.css'

const words = defineWords(
  'quickLook',
  { label: '快速查看', open: '打开', close: '关闭' },
  { label: 'Quick look', open: 'Open', close: 'Close' },
)

/** The list's current row, and whether it is looked at: `toList` for its table, `row` for the look. */
export function useQuickLook<R extends { id: string }>(rows: readonly R[] | undefined) {
  const [current, setCurrent] = useState<string | null>(null)
  const [looking, setLooking] = useState(false)
  return {
    row: looking ? (rows?.find(({ id }) => id === current) ?? null) : null,
    close: () => setLooking(false),
    toList: { current, onCurrent: setCurrent, onQuickLook: () => setLooking((now) => !now) },
  }
}

interface ListWithQuickLookProps {
  /** The list, which keeps the keyboard: the look follows its current row. */
  children: ReactNode
  /** Null while nothing is looked at. */
  look: { title: ReactNode; body: ReactNode; /** Absent where the look shows all there is. */ onOpen?(): void } | null
  onClose(): void
}

/** A list with room on its right for a look at the current row: Space opens it, arrow keys go on to the next row, Space or Esc closes it. */
export function ListWithQuickLook({ children, look, onClose }: ListWithQuickLookProps) {
  const t = useWords(words)
  useHotkeys([['Escape', () => look !== null && onClose()]])
  return (
    <div className={classes.frame}>
      <div className={classes.list}>{children}</div>
      {look !== null && (
        <aside className={classes.look} aria-label={t('label')}>
          <div className={classes.head}>
            <Text fw={600} truncate style={{ flex: 1 }}>
              {look.title}
            </Text>
            <Group gap={4} wrap="nowrap">
              {look.onOpen !== undefined && (
                <Button
                  variant="subtle"
                  size="compact-sm"
                  leftSection={<IconExternalLink size={14} />}
                  onClick={look.onOpen}
                >
                  {t('open')}
                </Button>
              )}
              <CloseButton size="sm" aria-label={t('close')} onClick={onClose} />
            </Group>
          </div>
          <div className={classes.body} aria-live="polite">
            {look.body}
          </div>
        </aside>
      )}
    </div>
  )
}

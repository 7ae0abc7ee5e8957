import { Accordion, Button, Drawer, Group, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { useRights } from '../lib/rights.ts'
import { defineWords, useWords } from '../lib/words.ts'
import { RecordHistory } from './history/record-history.tsx'

const words = defineWords(
  'recordDrawer',
  { close: '关闭', history: '变更历史', cancel: '取消', save: '保存' },
  { close: 'Close', history: 'History', cancel: 'Cancel', save: 'Save' },
)

interface RecordDrawerProps {
  /** Null while it is closed. */
  id: string | null
  title: string
  onClose(): void
  children: ReactNode
}

/** A small record beside its list, where it is read and changed. */
export function RecordDrawer({ id, title, onClose, children }: RecordDrawerProps) {
  const t = useWords(words)
  return (
    <Drawer
      opened={id !== null}
      onClose={onClose}
      position="right"
      size={520}
      title={
        <Text fw={600} fz={16}>
          {title}
        </Text>
      }
      closeButtonProps={{ 'aria-label': t('close') }}
      closeOnClickOutside={false}
    >
      {children}
    </Drawer>
  )
}

/** The last row of a drawer's form: what else can be done with the record, then leaving and saving. */
export function DrawerButtons({ busy, onCancel, children }: { busy: boolean; onCancel(): void; children: ReactNode }) {
  const t = useWords(words)
  return (
    <Group justify="space-between" mt="xs">
      {children ?? <span />}
      <Group>
        <Button variant="default" onClick={onCancel}>
          {t('cancel')}
        </Button>
        <Button type="submit" loading={busy}>
          {t('save')}
        </Button>
      </Group>
    </Group>
  )
}

/** The record's history under its form, folded, for whoever may read it. */
export function DrawerHistory({ table, id }: { table: string; id: string }) {
  const t = useWords(words)
  const may = useRights()
  if (!may('audit.history')) return null
  return (
    <Accordion mt="lg" variant="contained">
      <Accordion.Item value="history">
        <Accordion.Control>{t('history')}</Accordion.Control>
        <Accordion.Panel>
          <RecordHistory table={table} id={id} />
        </Accordion.Panel>
      </Accordion.Item>
    </Accordion>
  )
}

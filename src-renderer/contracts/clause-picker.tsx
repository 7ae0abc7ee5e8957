import { Badge, Button, Group, Modal, ScrollArea, Skeleton, Stack, Text, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { RefusalAlert } from '../components/refusal-alert.tsx'
import { wire } from '../lib/rpc.ts'
import { useWords } from '../lib/words.ts'
import { draftWords } from './draft-words.ts'

/** Finds a clause by its words and gives its text. */
export function ClausePicker({ onPick, onClose }: { onPick(text: string): void; onClose(): void }) {
  const t = useWords(draftWords)
  const [text, setText] = useState('')
  const [asked] = useDebouncedValue(text.trim(), 120)
  const { data, error } = useQuery({
    ...wire['clauses.list'].queryOptions({ input: { ...(asked === '' ? {} : { text: asked }), limit: 50 } }),
    placeholderData: keepPreviousData,
  })
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('clauses.title')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('clauses.close') }}
    >
      <Stack gap="sm">
        <TextInput
          aria-label={t('clauses.search')}
          placeholder={t('clauses.search')}
          leftSection={<IconSearch size={15} aria-hidden />}
          data-autofocus
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <RefusalAlert error={error} />
        {data === undefined && error === null && <Skeleton height={160} />}
        {data?.rows.length === 0 && (
          <Text fz={13} c="dimmed">
            {t('clauses.none')}
          </Text>
        )}
        <ScrollArea.Autosize mah="60vh" tabIndex={0}>
          <Stack gap="md">
            {data?.rows.map((clause) => (
              <div key={clause.id}>
                <Group justify="space-between" wrap="nowrap" align="center">
                  <Group gap={8}>
                    <Text fz={14} fw={600}>
                      {clause.title}
                    </Text>
                    {clause.category !== '' && (
                      <Badge variant="default" size="sm" tt="none" fw={400}>
                        {clause.category}
                      </Badge>
                    )}
                  </Group>
                  <Button size="compact-sm" variant="default" onClick={() => onPick(clause.text)}>
                    {t('clauses.use')}
                  </Button>
                </Group>
                <Text fz={13} c="dimmed" mt={4} lineClamp={4} style={{ whiteSpace: 'pre-wrap' }}>
                  {clause.text}
                </Text>
              </div>
            ))}
          </Stack>
        </ScrollArea.Autosize>
      </Stack>
    </Modal>
  )
}

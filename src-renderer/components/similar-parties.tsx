import { Alert, Anchor, Group, Stack, Text } from '@mantine/core'
import { IconUsersGroup } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Id } from '../../src-shared/kernel/ids.ts'
import { wire } from '../lib/rpc.ts'
import { useWords } from '../lib/words.ts'
import { fieldWords } from './field-words.ts'

interface SimilarPartiesProps {
  name: string
  creditCode: string
  /** The party being edited, which is no duplicate of itself. */
  except?: Id<'Party'>
  onUse?(id: Id<'Party'>): void
}

/** Says while a name or code is being typed that such a party may exist already. Nothing when none does. */
export function SimilarParties({ name, creditCode, except, onUse }: SimilarPartiesProps) {
  const t = useWords(fieldWords)
  const { data } = useQuery({
    ...wire['parties.findSimilar'].queryOptions({
      input: { name: name.trim(), creditCode: creditCode === '' ? null : creditCode, except: except ?? null },
    }),
    enabled: name.trim().length >= 2 || creditCode.length === 18,
    placeholderData: keepPreviousData,
  })
  const rows = name.trim().length >= 2 || creditCode.length === 18 ? (data?.rows ?? []) : []
  if (rows.length === 0) return null
  const same = rows.some(({ because }) => because === 'creditCode')
  return (
    <Alert
      aria-live="polite"
      icon={<IconUsersGroup size={18} />}
      styles={{
        root: { background: 'var(--tone-waiting-ground)' },
        title: { color: 'var(--tone-waiting-text)' },
        icon: { color: 'var(--tone-waiting-text)' },
        message: { color: 'var(--mantine-color-text)' },
      }}
      title={t(same ? 'similarSame' : 'similarName')}
    >
      <Stack gap={4}>
        {rows.slice(0, 5).map((party) => (
          <Group key={party.id} justify="space-between" wrap="nowrap" gap={12}>
            <Text fz="sm" truncate>
              {party.name}
              {party.creditCode !== null && (
                <Text span fz={12} c="dimmed" ml={8}>
                  {party.creditCode}
                </Text>
              )}
            </Text>
            {onUse !== undefined && (
              <Anchor
                component="button"
                type="button"
                fz="sm"
                onClick={() => onUse(party.id)}
                style={{ flexShrink: 0 }}
              >
                {t('use')}
              </Anchor>
            )}
          </Group>
        ))}
      </Stack>
    </Alert>
  )
}

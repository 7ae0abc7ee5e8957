import { Button, Group, Text } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { describeRefusal } from '../../src-shared/messages/describe-refusal.ts'
import { operationByName } from '../../src-shared/rpc/registry.ts'
import { Section } from '../components/facts.tsx'
import { RecordTable } from '../components/record-table.tsx'
import { RefusalAlert } from '../components/refusal-alert.tsx'
import { useInstantText } from '../lib/instants.ts'
import { useRights } from '../lib/rights.ts'
import { rpc, wire } from '../lib/rpc.ts'
import { useLanguage, useWords } from '../lib/words.ts'
import { dataWords } from './data-words.ts'

/** Background work that was given up, with why; to be tried again or dismissed. Nothing is shown while there is none. */
export function FailedJobs() {
  const t = useWords(dataWords)
  const language = useLanguage()
  const instant = useInstantText()
  const may = useRights()
  const { data, refetch } = useQuery(wire['settings.listFailedJobs'].queryOptions({ input: {} }))
  const review = useMutation({
    mutationFn: (input: { id: number; verdict: 'retry' | 'dismiss' }) => rpc['settings.reviewFailedJob'](input),
    onSettled: () => void refetch(),
  })
  if (data === undefined || data.length === 0) return null
  return (
    <Section title={t('failedJobs')} flush>
      <Text fz={13} c="dimmed" p={16}>
        {t('failedJobsText')}
      </Text>
      <RefusalAlert error={review.error} />
      <RecordTable
        label={t('failedJobs')}
        rows={data}
        rowKey={({ id }) => String(id)}
        columns={[
          {
            key: 'kind',
            label: t('job'),
            render: ({ kind }) => operationByName.get(kind)?.summary[language] ?? kind,
          },
          { key: 'failedAt', label: t('failedAt'), render: ({ failedAt }) => instant(failedAt) },
          {
            key: 'why',
            label: t('why'),
            render: ({ refusal, lastError }) => (refusal === null ? lastError : describeRefusal(refusal, language)),
          },
          ...(may('settings.edit')
            ? [
                {
                  key: 'do',
                  label: '',
                  end: true,
                  render: ({ id }: { id: number }) => (
                    <Group gap={6} justify="flex-end" wrap="nowrap">
                      {(['retry', 'dismiss'] as const).map((verdict) => (
                        <Button
                          key={verdict}
                          size="compact-xs"
                          variant="default"
                          disabled={review.isPending}
                          onClick={() => review.mutate({ id, verdict })}
                        >
                          {t(verdict)}
                        </Button>
                      ))}
                    </Group>
                  ),
                },
              ]
            : []),
        ]}
      />
    </Section>
  )
}

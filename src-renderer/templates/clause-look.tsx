import { Button, Group, Skeleton, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ClauseDetail } from '../../src-shared/clauses/clauses-operations.ts'
import { askBefore } from '../components/action-dialog.tsx'
import { compareTexts } from '../components/compare-texts.ts'
import { RefusalAlert } from '../components/refusal-alert.tsx'
import { TextDifference } from '../components/text-difference.tsx'
import { useInstantText } from '../lib/instants.ts'
import { useRights } from '../lib/rights.ts'
import { rpc, wire } from '../lib/rpc.ts'
import { useWords } from '../lib/words.ts'
import type { ClauseTask } from './clause-dialog.tsx'
import { templateWords } from './template-words.ts'
import classes from './templates.module.css'

/** A clause beside the list: its text, its versions, and what can be done with it. */
export function ClauseLook({ id, onTask }: { id: string; onTask(task: ClauseTask): void }) {
  const t = useWords(templateWords)
  const may = useRights()
  const { data: clause, error } = useQuery(wire['clauses.get'].queryOptions({ input: { id } }))
  if (error) return <RefusalAlert error={error} />
  if (clause === undefined) return <Skeleton height={160} />
  const copy = async () => {
    await navigator.clipboard.writeText(clause.text)
    notifications.show({ message: t('clause.copied') })
  }
  return (
    <Stack gap="md">
      <Text fz={13} c="dimmed">
        {[clause.category, `v${clause.no}`].filter(Boolean).join(' · ')}
      </Text>
      <p className={classes.clause}>{clause.text}</p>
      <Group gap={8}>
        <Button size="compact-sm" variant="default" onClick={() => void copy()}>
          {t('clause.copy')}
        </Button>
        {may('clauses.edit') && (
          <>
            <Button size="compact-sm" variant="default" onClick={() => onTask({ kind: 'revise', clause })}>
              {t('clause.revise')}
            </Button>
            <Button size="compact-sm" variant="default" onClick={() => onTask({ kind: 'edit', clause })}>
              {t('clause.edit')}
            </Button>
            {clause.archived ? (
              <Button
                size="compact-sm"
                variant="default"
                onClick={() => void rpc['clauses.restore']({ id: clause.id, version: clause.version })}
              >
                {t('restore')}
              </Button>
            ) : (
              <Button
                size="compact-sm"
                variant="default"
                onClick={() =>
                  askBefore({
                    title: t('archive'),
                    text: t('clause.archiveText'),
                    confirm: t('archive'),
                    run: () => rpc['clauses.archive']({ id: clause.id, version: clause.version }),
                  })
                }
              >
                {t('archive')}
              </Button>
            )}
          </>
        )}
      </Group>
      <section>
        <Text component="h2" fz={13} fw={600} m={0}>
          {t('clause.versions')}
        </Text>
        {clause.versions.map((version, i) => (
          <Version key={version.id} version={version} before={clause.versions[i + 1]} />
        ))}
      </section>
    </Stack>
  )
}

type ClauseVersion = ClauseDetail['versions'][number]

function Version({ version, before }: { version: ClauseVersion; before: ClauseVersion | undefined }) {
  const t = useWords(templateWords)
  const instant = useInstantText()
  const [comparing, setComparing] = useState(false)
  return (
    <div className={classes.version}>
      <Text fz={13} fw={600}>
        {t('version', { no: version.no })}
      </Text>
      <Text fz={12} c="dimmed">
        {t('by', { name: version.createdBy, at: instant(version.createdAt) })}
      </Text>
      <Text fz={13} mt={4}>
        {version.reason === '' ? t('clause.first') : version.reason}
      </Text>
      {before !== undefined && (
        <Button
          size="compact-xs"
          variant="subtle"
          mt={4}
          aria-expanded={comparing}
          onClick={() => setComparing(!comparing)}
        >
          {t('clause.compare')}
        </Button>
      )}
      {comparing && before !== undefined && <TextDifference parts={compareTexts(before.text, version.text)} />}
    </div>
  )
}

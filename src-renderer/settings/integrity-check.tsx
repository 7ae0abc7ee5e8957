import { Button, Group, Progress, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { AuditVerification } from '../../src-shared/audit/audit-verification.ts'
import type { CheckName, WorkspaceCheck } from '../../src-shared/audit/workspace-check.ts'
import { describeRefusal } from '../../src-shared/messages/describe-refusal.ts'
import { Section } from '../components/facts.tsx'
import { PlainTable } from '../components/plain-table.tsx'
import { RefusalAlert } from '../components/refusal-alert.tsx'
import { StatusBadge } from '../components/status-badge.tsx'
import { rpc } from '../lib/rpc.ts'
import { useTask } from '../lib/task.ts'
import { useLanguage, useWords } from '../lib/words.ts'
import { dataWords } from './data-words.ts'

/** Everything the workspace holds against itself, or the audit chain alone: with its progress, stoppable, and what was found. */
export function IntegrityCheck() {
  const t = useWords(dataWords)
  const language = useLanguage()
  const check = useTask(rpc['audit.checkWorkspace'])
  const audit = useTask(rpc['audit.verify'])
  const [found, setFound] = useState<WorkspaceCheck | null>(null)
  const [verified, setVerified] = useState<AuditVerification | null>(null)
  const task = check.running ? check : audit
  const { progress } = task
  const start = async (whole: boolean) => {
    setFound(null)
    setVerified(null)
    if (whole) setFound((await check.start({})) ?? null)
    else setVerified((await audit.start({})) ?? null)
  }
  const step = progress === null ? null : ((progress.step === 'chain' ? 'audit' : progress.step) as CheckName)
  const faults = found?.parts.flatMap((part) => part.faults) ?? []
  return (
    <Section title={t('check')}>
      <Stack gap="md">
        <Text fz={13} c="dimmed">
          {t('checkText')}
        </Text>
        <Group gap={10}>
          <Button variant="default" loading={check.running} disabled={audit.running} onClick={() => void start(true)}>
            {t('checkStart')}
          </Button>
          <Button variant="default" loading={audit.running} disabled={check.running} onClick={() => void start(false)}>
            {t('audit')}
          </Button>
          {task.running && (
            <Button variant="subtle" color="gray" onClick={task.cancel}>
              {t('stop')}
            </Button>
          )}
        </Group>
        {task.running && (
          <div aria-live="polite">
            <Progress
              value={progress === null || progress.total === 0 ? 0 : (progress.done / progress.total) * 100}
              aria-label={t('check')}
            />
            {progress !== null && step !== null && (
              <Text fz={12} c="dimmed" mt={4}>
                {t(`parts.${step}`)} {progress.done.toLocaleString('en-US')} / {progress.total.toLocaleString('en-US')}
              </Text>
            )}
          </div>
        )}
        <RefusalAlert error={check.error ?? audit.error} />
        {verified !== null && (
          <Text fz={14} role="status">
            {verified.sound
              ? t('auditSound', {
                  entries: verified.entries.toLocaleString('en-US'),
                  records: verified.records.toLocaleString('en-US'),
                })
              : t('auditFaulty')}
          </Text>
        )}
        {found !== null && (
          <>
            <Text fz={14} role="status">
              {found.sound
                ? t('sound')
                : t('faulty', { count: found.parts.reduce((sum, { faultCount }) => sum + faultCount, 0) })}
            </Text>
            <PlainTable
              label={t('check')}
              empty=""
              rows={found.parts.map((part) => ({ id: part.name, ...part }))}
              columns={[
                { key: 'part', label: t('part'), render: ({ name }) => t(`parts.${name}`) },
                {
                  key: 'checked',
                  label: t('checked'),
                  align: 'end',
                  render: ({ checked }) => checked.toLocaleString('en-US'),
                },
                {
                  key: 'result',
                  label: t('result'),
                  render: ({ faultCount }) => (
                    <StatusBadge
                      tone={faultCount === 0 ? 'done' : 'late'}
                      label={faultCount === 0 ? t('fine') : t('faults', { count: faultCount })}
                    />
                  ),
                },
              ]}
            />
            {faults.length > 0 && (
              <ul style={{ margin: 0, paddingLeft: 20, fontSize: 13 }}>
                {faults.map((fault) => {
                  const text = describeRefusal(fault, language)
                  return <li key={text}>{text}</li>
                })}
              </ul>
            )}
          </>
        )}
      </Stack>
    </Section>
  )
}

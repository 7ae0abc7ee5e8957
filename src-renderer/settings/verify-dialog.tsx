import { Alert, Anchor, Button, Code, Group, List, Modal, NumberInput, Stack, Text, TextInput } from '@mantine/core'
import { IconAlertTriangle, IconShieldCheck } from '@tabler/icons-react'
import { useState } from 'react'
import type { AuditVerification } from '../../src-shared/audit/audit-verification.ts'
import { tableWords, wordOf } from '../../src-shared/messages/words.ts'
import { RefusalAlert } from '../components/refusal-alert.tsx'
import { TaskBar } from '../components/task-bar.tsx'
import { rpc } from '../lib/rpc.ts'
import { useTask } from '../lib/task.ts'
import { useLanguage, useWords } from '../lib/words.ts'
import { auditWords } from './audit-words.ts'

/** Verifies the whole audit with progress; tells what is wrong and where, or the head to write down. */
export function VerifyDialog({ onClose, onShow }: { onClose(): void; onShow(seq: number): void }) {
  const t = useWords(auditWords)
  const task = useTask(rpc['audit.verify'])
  const [found, setFound] = useState<AuditVerification | null>(null)
  const [seq, setSeq] = useState<number | null>(null)
  const [hash, setHash] = useState('')
  const [asked, setAsked] = useState(false)
  const half = (seq === null) !== (hash.trim() === '')
  const start = async () => {
    setAsked(true)
    if (half) return
    setFound(null)
    const result = await task.start({ known: seq === null ? [] : [{ seq, hash: hash.trim() }] })
    setFound(result ?? null)
  }
  const { progress } = task
  return (
    <Modal
      opened
      onClose={task.running ? () => {} : onClose}
      title={t('verify')}
      size="lg"
      withCloseButton={false}
      closeOnClickOutside={false}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void start()
        }}
      >
        <Stack>
          <Text fz="sm">{t('verifyText')}</Text>
          <div role="group" aria-label={t('known')}>
            <Text fz="sm" fw={500}>
              {t('known')}
            </Text>
            <Text fz={12} c="dimmed" mb={6}>
              {t('knownHint')}
            </Text>
            <Group gap="sm" wrap="nowrap" align="flex-start">
              <NumberInput
                aria-label={t('seq')}
                placeholder={t('seq')}
                w={110}
                min={1}
                allowDecimal={false}
                hideControls
                disabled={task.running}
                value={seq ?? ''}
                onChange={(value) => setSeq(typeof value === 'number' ? value : null)}
              />
              <TextInput
                aria-label={t('hash')}
                placeholder={t('hash')}
                flex={1}
                maxLength={200}
                spellCheck={false}
                autoComplete="off"
                disabled={task.running}
                value={hash}
                onChange={(event) => setHash(event.currentTarget.value)}
                error={asked && half ? t('knownWrong') : undefined}
              />
            </Group>
          </div>
          {task.running && (
            <TaskBar
              label={t('verify')}
              progress={progress}
              text={({ step, done, total }) =>
                t('progress', { step: t(step === 'records' ? 'steps.records' : 'steps.chain'), done, total })
              }
            />
          )}
          <RefusalAlert error={task.error} />
          {found !== null && <Found found={found} onShow={onShow} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={task.running ? task.cancel : onClose}>
              {t(task.running ? 'stop' : 'close')}
            </Button>
            <Button type="submit" loading={task.running}>
              {t(found === null ? 'start' : 'again')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}

function Found({ found, onShow }: { found: AuditVerification; onShow(seq: number): void }) {
  const t = useWords(auditWords)
  const language = useLanguage()
  const tone = found.sound ? 'done' : 'late'
  const show = (seq: number) => (
    <Anchor component="button" type="button" fz="inherit" c="inherit" td="underline" onClick={() => onShow(seq)}>
      {t('showEntry')}
    </Anchor>
  )
  const { firstFault, recordFaults, recordFaultCount, head } = found
  return (
    <Alert
      role="status"
      icon={found.sound ? <IconShieldCheck size={18} /> : <IconAlertTriangle size={18} />}
      title={t(found.sound ? 'sound' : 'unsound')}
      styles={{
        root: { background: `var(--tone-${tone}-ground)` },
        title: { color: `var(--tone-${tone}-text)` },
        icon: { color: `var(--tone-${tone}-text)` },
        message: { color: `var(--tone-${tone}-text)` },
      }}
    >
      <Stack gap={8} fz={13}>
        <span>{t('counts', { entries: found.entries, changes: found.changes, records: found.records })}</span>
        {(firstFault !== null || recordFaults.length > 0) && (
          <List fz={13} spacing={4}>
            {firstFault !== null && (
              <List.Item>
                {t(`faults.${firstFault.fault}`, { seq: firstFault.seq })}
                {firstFault.fault !== 'missing' && <> {show(firstFault.seq)}</>}
              </List.Item>
            )}
            {recordFaults.slice(0, 10).map((fault) => (
              <List.Item key={`${fault.table}-${fault.id}-${fault.fault}`}>
                {wordOf(tableWords, fault.table, language)} {fault.id}：
                {t(`recordFaults.${fault.fault}`, { columns: fault.columns.join('、') })}
                {fault.seq !== null && <> {show(fault.seq)}</>}
              </List.Item>
            ))}
            {recordFaultCount > 10 && <List.Item>{t('moreFaults', { count: recordFaultCount - 10 })}</List.Item>}
          </List>
        )}
        <div>
          {t('head')}
          <Code block fz={12} mt={4} style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
            {head.seq} {head.hash}
          </Code>
        </div>
      </Stack>
    </Alert>
  )
}

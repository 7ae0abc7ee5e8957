import { Button, Group, List, Modal, Radio, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ContractDetail } from '../../src-shared/contracts/contracts-operations.ts'
import { describeNotCarried } from '../../src-shared/messages/describe-refusal.ts'
import { Amount } from '../components/amount.tsx'
import { Facts } from '../components/facts.tsx'
import { RefusalAlert } from '../components/refusal-alert.tsx'
import { rpc, wire } from '../lib/rpc.ts'
import { useTask } from '../lib/task.ts'
import { defineWords, useLanguage, useWords } from '../lib/words.ts'
import { contractDetailWords } from './contract-detail-words.ts'

const words = defineWords(
  'submitContract',
  {
    title: '提交审批',
    text: '审批人将看到按当前内容生成的文件；审批期间合同不能修改。',
    amount: '合同金额',
    party: '对方单位',
    resume: '上次被退回，重新提交后',
    start: '从第一步重新审批',
    sender: '直接回到退回人',
    changed: '内容已修改，只能从第一步重新审批。',
    notCarried: '以下内容在 PDF 中与 Word 显示不同，请确认：',
    submit: '提交',
    submitAnyway: '仍然提交',
    cancel: '取消',
  },
  {
    title: 'Submit for approval',
    text: 'Approvers read the document made from what is entered now; the contract cannot be changed while it is in approval.',
    amount: 'Amount',
    party: 'Other party',
    resume: 'It was sent back; after submitting again',
    start: 'all steps again',
    sender: 'straight to the one who sent it back',
    changed: 'The content was changed, so all steps are asked again.',
    notCarried: 'These are shown differently in PDF than in Word; please look at them:',
    submit: 'Submit',
    submitAnyway: 'Submit anyway',
    cancel: 'Cancel',
  },
)

interface Ready {
  documentId: string
  version: number
}

/** Makes the document when it is not up to date, then submits it. */
export function SubmitDialog({ contract, onClose }: { contract: ContractDetail; onClose(): void }) {
  const t = useWords(words)
  const detail = useWords(contractDetailWords)
  const language = useLanguage()
  const task = useTask(rpc['contracts.makeDocument'])
  const [made, setMade] = useState<(Ready & { notCarried: { what: string; where: string; count: number }[] }) | null>(
    null,
  )
  const [resumeAt, setResumeAt] = useState<'start' | 'sender'>('start')
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const earlier = useQuery({
    ...wire['approvals.get'].queryOptions({ input: { id: contract.approvalId ?? '' } }),
    enabled: contract.approvalId !== null,
  })
  const returned = earlier.data?.status === 'returned'
  const unchanged = earlier.data?.contentHash === contract.contentHash

  const ready = async (): Promise<Ready | undefined> => {
    if (made !== null) return made
    const fresh = contract.documents.findLast(({ contentHash }) => contentHash === contract.contentHash)
    if (fresh !== undefined) return { documentId: fresh.id, version: contract.version }
    const result = await task.start({ id: contract.id })
    if (result === undefined) return undefined
    setMade(result)
    // What prints otherwise than in Word is to be looked at before others read it.
    return result.notCarried.length > 0 ? undefined : result
  }
  const submit = async () => {
    setBusy(true)
    setError(null)
    try {
      const document = await ready()
      if (document === undefined) return
      await rpc['contracts.submit']({ id: contract.id, ...document, resumeAt: returned ? resumeAt : 'start' })
      notifications.show({ message: detail('done.submitted') })
      onClose()
    } catch (caught) {
      setError(caught)
    } finally {
      setBusy(false)
    }
  }
  const step = task.progress?.step
  return (
    <Modal opened onClose={busy ? () => {} : onClose} title={t('title')} withCloseButton={false}>
      <Stack>
        <Text fz="sm">{t('text')}</Text>
        <Facts
          items={[
            [t('amount'), <Amount key="amount" value={contract.amount} fw={600} />],
            [t('party'), contract.counterparty],
          ]}
        />
        {returned && (
          <Radio.Group
            label={t('resume')}
            value={resumeAt}
            onChange={(value) => setResumeAt(value === 'sender' ? 'sender' : 'start')}
            {...(unchanged ? {} : { description: t('changed') })}
          >
            <Stack gap={8} mt={8}>
              <Radio value="start" label={t('start')} />
              <Radio value="sender" label={t('sender')} disabled={!unchanged} />
            </Stack>
          </Radio.Group>
        )}
        {made !== null && made.notCarried.length > 0 && (
          <div role="alert">
            <Text fz="sm">{t('notCarried')}</Text>
            <List size="sm" mt={6}>
              {made.notCarried.map((each) => (
                <List.Item key={`${each.what}.${each.where}`}>{describeNotCarried(each, language)}</List.Item>
              ))}
            </List>
          </div>
        )}
        {task.running && (
          <Text fz={13} c="dimmed" aria-live="polite">
            {step === 'fill' || step === 'typeset' || step === 'keep' || step === 'done'
              ? detail(`steps.${step}`)
              : detail('making')}
          </Text>
        )}
        <RefusalAlert error={error ?? task.error} />
        <Group justify="flex-end">
          <Button variant="default" disabled={busy && !task.running} onClick={task.running ? task.cancel : onClose}>
            {t('cancel')}
          </Button>
          <Button loading={busy} data-autofocus onClick={() => void submit()}>
            {made !== null && made.notCarried.length > 0 ? t('submitAnyway') : t('submit')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}

import { Button, Group, Modal, Progress, ScrollArea, Stack, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { ApprovalRow } from '../../src-shared/approvals/approvals-operations.ts'
import { formatYuan, sumCents } from '../../src-shared/kernel/cents.ts'
import { Amount } from '../components/amount.tsx'
import { RecordTable } from '../components/record-table.tsx'
import { useErrorText } from '../lib/refusal-text.ts'
import { rpc } from '../lib/rpc.ts'
import { useWords } from '../lib/words.ts'
import { approvalWords } from './approval-words.ts'

/** Shows what is agreed to, then agrees to one after the other; what is refused is told with its reason. */
export function BatchDialog({ rows, onClose }: { rows: readonly ApprovalRow[]; onClose(): void }) {
  const t = useWords(approvalWords)
  const errorText = useErrorText()
  const [opinion, setOpinion] = useState('')
  const [done, setDone] = useState<number | null>(null)
  const [failed, setFailed] = useState<{ row: ApprovalRow; why: string }[]>([])
  const running = done !== null && done < rows.length
  const finished = done === rows.length
  const run = async () => {
    for (const [i, row] of rows.entries()) {
      setDone(i)
      try {
        await rpc['approvals.decide']({
          taskId: row.taskId!,
          decision: 'agree',
          opinion,
          contentHash: row.contentHash,
        })
      } catch (error) {
        setFailed((before) => [...before, { row, why: errorText(error) }])
      }
    }
    setDone(rows.length)
  }
  const amount = formatYuan(sumCents(rows.flatMap((row) => (row.amount === null ? [] : [row.amount]))))
  return (
    <Modal
      opened
      onClose={running ? () => {} : onClose}
      title={t('batchTitle', { count: rows.length })}
      withCloseButton={false}
      closeOnClickOutside={false}
      size="lg"
    >
      <Stack>
        <Text fz="sm">{t('batchText', { amount })}</Text>
        <ScrollArea.Autosize mah={260} tabIndex={0}>
          <RecordTable
            label={t('batchTitle', { count: rows.length })}
            rows={rows}
            rowKey={({ id }) => id}
            columns={[
              { key: 'title', label: t('columns.title'), render: (row) => row.title },
              { key: 'party', label: t('columns.party'), render: (row) => row.party },
              {
                key: 'amount',
                label: t('columns.amount'),
                end: true,
                render: (row) => (row.amount === null ? '' : <Amount value={row.amount} />),
              },
            ]}
          />
        </ScrollArea.Autosize>
        {done === null && (
          <Textarea
            label={t('opinionOptional')}
            autosize
            minRows={2}
            maxLength={2000}
            data-autofocus
            value={opinion}
            onChange={(event) => setOpinion(event.currentTarget.value)}
          />
        )}
        {done !== null && (
          <div aria-live="polite">
            <Progress value={(done / rows.length) * 100} aria-label={t('batchRun')} />
            <Text fz={13} mt={6}>
              {finished
                ? t('batchDone', { count: rows.length - failed.length })
                : t('batchProgress', { done, total: rows.length })}
            </Text>
          </div>
        )}
        {failed.length > 0 && (
          <div role="alert">
            <Text fz={13} fw={600}>
              {t('batchFailed', { count: failed.length })}
            </Text>
            {failed.map(({ row, why }) => (
              <Text key={row.id} fz={13} mt={4}>
                {row.title}：{why}
              </Text>
            ))}
          </div>
        )}
        <Group justify="flex-end">
          {finished ? (
            <Button onClick={onClose}>{t('close')}</Button>
          ) : (
            <>
              <Button variant="default" disabled={running} onClick={onClose}>
                {t('cancel')}
              </Button>
              <Button loading={running} onClick={() => void run()}>
                {t('batchRun')}
              </Button>
            </>
          )}
        </Group>
      </Stack>
    </Modal>
  )
}

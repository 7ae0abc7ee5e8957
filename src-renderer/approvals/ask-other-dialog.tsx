import { SegmentedControl, Text, Textarea } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { ApprovalRow } from '../../src-shared/approvals/approvals-operations.ts'
import { FormDialog } from '../components/form-dialog.tsx'
import { UserPicker } from '../components/user-picker.tsx'
import { rpc } from '../lib/rpc.ts'
import { useWords } from '../lib/words.ts'
import { approvalWords } from './approval-words.ts'

export type AskOther = 'addSigner' | 'transfer'

interface AskOtherDialogProps {
  approval: ApprovalRow
  what: AskOther
  onDone(): void
  onClose(): void
}

/** Asks someone else: as well, before or after oneself (加签), or in one's place (转交). */
export function AskOtherDialog({ approval, what, onDone, onClose }: AskOtherDialogProps) {
  const t = useWords(approvalWords)
  const [person, setPerson] = useState<string | null>(null)
  const [when, setWhen] = useState<'before' | 'after'>('before')
  const [note, setNote] = useState('')
  const [asked, setAsked] = useState(false)
  const save = useMutation({
    mutationFn: async (to: string) => {
      const taskId = approval.taskId!
      if (what === 'transfer') await rpc['approvals.transfer']({ taskId, to, note })
      else await rpc['approvals.addSigner']({ taskId, person: to, when })
    },
    onSuccess: () => {
      notifications.show({ message: t(`askOther.${what}.done`) })
      onDone()
    },
  })
  return (
    <FormDialog
      title={`${t(what)} · ${approval.title}`}
      confirm={t(what)}
      busy={save.isPending}
      error={save.error}
      onSubmit={() => {
        setAsked(true)
        if (person !== null && !save.isPending) save.mutate(person)
      }}
      onClose={onClose}
    >
      <Text fz="sm">{what === 'transfer' ? t('askOther.transfer.text') : t(`askOther.addSigner.${when}Text`)}</Text>
      {what === 'addSigner' && (
        <SegmentedControl
          aria-label={t('askOther.when')}
          value={when}
          onChange={(value) => setWhen(value as 'before' | 'after')}
          data={[
            { value: 'before', label: t('askOther.addSigner.before') },
            { value: 'after', label: t('askOther.addSigner.after') },
          ]}
        />
      )}
      <UserPicker
        label={t('askOther.person')}
        required
        data-autofocus
        value={person}
        onChange={setPerson}
        error={asked && person === null ? t('askOther.personMissing') : undefined}
      />
      {what === 'transfer' && (
        <Textarea
          label={t('askOther.note')}
          autosize
          minRows={2}
          maxLength={500}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
      )}
    </FormDialog>
  )
}

import { Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { ApprovalRow } from '../../src-shared/approvals/approvals-operations.ts'
import type { Decision } from '../../src-shared/approvals/approval-state.ts'
import { FormDialog } from '../components/form-dialog.tsx'
import { rpc } from '../lib/rpc.ts'
import { useWords } from '../lib/words.ts'
import { approvalWords } from './approval-words.ts'

interface DecisionDialogProps {
  approval: ApprovalRow
  decision: Decision
  onDone(): void
  onClose(): void
}

/** One decision with its opinion, bound to the document that was read; required where it is not an agreement. */
export function DecisionDialog({ approval, decision, onDone, onClose }: DecisionDialogProps) {
  const t = useWords(approvalWords)
  const [opinion, setOpinion] = useState('')
  const [asked, setAsked] = useState(false)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const missing = decision !== 'agree' && opinion.trim() === ''
  const decide = async () => {
    setAsked(true)
    if (missing || busy) return
    setBusy(true)
    setError(null)
    try {
      await rpc['approvals.decide']({
        taskId: approval.taskId!,
        decision,
        opinion,
        contentHash: approval.contentHash,
      })
      onDone()
    } catch (caught) {
      setError(caught)
      setBusy(false)
    }
  }
  return (
    <FormDialog
      title={`${t(decision)} · ${approval.title}`}
      confirm={t(decision)}
      danger={decision !== 'agree'}
      busy={busy}
      error={error}
      onSubmit={() => void decide()}
      onClose={onClose}
    >
      <Text fz="sm">
        {t(`decide.${decision}`)}
        {t('bound')}
      </Text>
      <Textarea
        label={t(decision === 'agree' ? 'opinionOptional' : 'opinion')}
        required={decision !== 'agree'}
        autosize
        minRows={3}
        maxRows={10}
        maxLength={2000}
        data-autofocus
        value={opinion}
        onChange={(event) => setOpinion(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
          event.preventDefault()
          void decide()
        }}
        error={asked && missing ? t('opinionMissing') : undefined}
      />
    </FormDialog>
  )
}

import { Group, Textarea, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import type { ClauseDetail } from '../../src-shared/clauses/clauses-operations.ts'
import { FormDialog } from '../components/form-dialog.tsx'
import { rpc } from '../lib/rpc.ts'
import { useWords } from '../lib/words.ts'
import { templateWords } from './template-words.ts'

export type ClauseTask =
  | { kind: 'create' }
  | { kind: 'edit'; clause: ClauseDetail }
  | { kind: 'revise'; clause: ClauseDetail }

/** A clause is made, renamed, or revised with the reason. */
export function ClauseDialog(props: { task: ClauseTask; onDone(id: string): void; onClose(): void }) {
  const { task, onDone, onClose } = props
  const t = useWords(templateWords)
  const clause = task.kind === 'create' ? null : task.clause
  const [title, setTitle] = useState(clause?.title ?? '')
  const [category, setCategory] = useState(clause?.category ?? '')
  const [text, setText] = useState(clause?.text ?? '')
  const [reason, setReason] = useState('')
  const [asked, setAsked] = useState(false)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const missing = (value: string) => (asked && value.trim() === '' ? t('missing') : undefined)
  const unchanged = task.kind === 'revise' && text === task.clause.text
  const complete =
    task.kind === 'revise'
      ? text.trim() !== '' && reason.trim() !== '' && !unchanged
      : title.trim() !== '' && text.trim() !== ''
  const save = async () => {
    setAsked(true)
    if (!complete) return
    setBusy(true)
    setError(null)
    try {
      if (task.kind === 'create') {
        const made = await rpc['clauses.create']({ title, category, text })
        notifications.show({ message: t('clause.created') })
        onDone(made.id)
      } else if (task.kind === 'edit') {
        const { id, version } = task.clause
        await rpc['clauses.update']({ id, version, changes: { title, category } })
        notifications.show({ message: t('saved') })
        onDone(id)
      } else {
        const { id, version } = task.clause
        const { no } = await rpc['clauses.addVersion']({ id, version, text, reason })
        notifications.show({ message: t('clause.revised', { no }) })
        onDone(id)
      }
    } catch (caught) {
      setError(caught)
    } finally {
      setBusy(false)
    }
  }
  const heading = { create: 'clause.create', edit: 'clause.edit', revise: 'clause.revise' } as const
  return (
    <FormDialog
      title={t(heading[task.kind])}
      size="lg"
      confirm={t('save')}
      busy={busy}
      error={error}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      {task.kind !== 'revise' && (
        <Group grow align="flex-start">
          <TextInput
            label={t('clause.title')}
            required
            maxLength={120}
            data-autofocus
            value={title}
            error={missing(title)}
            onChange={(event) => setTitle(event.currentTarget.value)}
          />
          <TextInput
            label={t('clause.category')}
            maxLength={60}
            value={category}
            onChange={(event) => setCategory(event.currentTarget.value)}
          />
        </Group>
      )}
      {task.kind !== 'edit' && (
        <Textarea
          label={t('clause.text')}
          required
          autosize
          minRows={6}
          maxRows={18}
          maxLength={20_000}
          value={text}
          error={missing(text) ?? (asked && unchanged ? t('clause.unchanged') : undefined)}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      )}
      {task.kind === 'revise' && (
        <Textarea
          label={t('clause.reason')}
          required
          autosize
          minRows={2}
          maxLength={500}
          value={reason}
          error={missing(reason)}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      )}
    </FormDialog>
  )
}

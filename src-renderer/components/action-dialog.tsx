import { Stack, Text, Textarea } from '@mantine/core'
import { modals } from '@mantine/modals'
import { useState, type ReactNode } from 'react'
import { defineWords, useWords } from '../lib/words.ts'
import { DialogButtons } from './dialog-buttons.tsx'
import { RefusalAlert } from './refusal-alert.tsx'

const words = defineWords(
  'actionDialog',
  { reason: '原因', reasonMissing: '请写明原因，会记入历史' },
  { reason: 'Reason', reasonMissing: 'Say why; it is kept in the history' },
)

interface Ask {
  title: string
  /** What will happen, and what is lost. */
  text: ReactNode
  /** The verb on the button. */
  confirm: string
  /** Destroys or cannot be taken back. */
  danger?: boolean
}

/** Asks one question before something is done; a refusal is shown in the same dialog. */
export function askBefore(ask: Ask & { run(): Promise<unknown> }): void {
  openDialog(ask, (close) => <ActionForm ask={ask} withReason={false} run={() => ask.run()} close={close} />)
}

/** As `askBefore`, with the reason that the history will keep. */
export function askReason(ask: Ask & { run(reason: string): Promise<unknown> }): void {
  openDialog(ask, (close) => <ActionForm ask={ask} withReason run={ask.run} close={close} />)
}

function openDialog({ title }: Ask, content: (close: () => void) => ReactNode): void {
  const id = `ask-${title}`
  modals.open({ modalId: id, title, children: content(() => modals.close(id)), withCloseButton: false })
}

function ActionForm({
  ask,
  withReason,
  run,
  close,
}: {
  ask: Ask
  withReason: boolean
  run(reason: string): Promise<unknown>
  close(): void
}) {
  const t = useWords(words)
  const [reason, setReason] = useState('')
  const [asked, setAsked] = useState(false)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const missing = withReason && reason.trim() === ''
  const submit = async () => {
    setAsked(true)
    if (missing) return
    setBusy(true)
    try {
      await run(reason.trim())
      close()
    } catch (caught) {
      setError(caught)
    } finally {
      setBusy(false)
    }
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <Stack gap="md">
        {typeof ask.text === 'string' ? <Text fz="sm">{ask.text}</Text> : ask.text}
        {withReason && (
          <Textarea
            label={t('reason')}
            required
            autosize
            minRows={2}
            maxRows={6}
            maxLength={500}
            data-autofocus
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            error={asked && missing ? t('reasonMissing') : undefined}
          />
        )}
        <RefusalAlert error={error} />
        <DialogButtons
          confirm={ask.confirm}
          busy={busy}
          onCancel={close}
          danger={ask.danger ?? false}
          autofocus={!withReason}
        />
      </Stack>
    </form>
  )
}

import { Button, Group } from '@mantine/core'
import { defineWords, useWords } from '../lib/words.ts'

const words = defineWords('dialogButtons', { cancel: '取消' }, { cancel: 'Cancel' })

interface DialogButtonsProps {
  /** What the form does, on its button. */
  confirm: string
  busy: boolean
  onCancel(): void
  /** It cannot be taken back. */
  danger?: boolean
  /** The button is what one comes to first, in a dialog without fields. */
  autofocus?: boolean
}

/** The last row of a form in a dialog: back out, or do it. */
export function DialogButtons({ confirm, busy, onCancel, danger = false, autofocus = false }: DialogButtonsProps) {
  const t = useWords(words)
  return (
    <Group justify="flex-end">
      <Button variant="default" onClick={onCancel}>
        {t('cancel')}
      </Button>
      <Button
        type="submit"
        loading={busy}
        {...(danger ? { color: 'red.9' } : {})}
        {...(autofocus ? { 'data-autofocus': true } : {})}
      >
        {confirm}
      </Button>
    </Group>
  )
}

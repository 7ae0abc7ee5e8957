import { Alert, Button } from '@mantine/core'
import { IconAlertCircle } from '@tabler/icons-react'
import { useErrorText } from '../lib/refusal-text.ts'
import { defineWords, useWords } from '../lib/words.ts'

const words = defineWords('refusalAlert', { retry: '重试' }, { retry: 'Try again' })

/** Why something was not done, in words, where it was asked for. Nothing without an error. */
export function RefusalAlert({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const t = useWords(words)
  const errorText = useErrorText()
  if (error === null || error === undefined) return null
  return (
    <Alert
      role="alert"
      variant="outline"
      icon={<IconAlertCircle size={18} />}
      styles={{
        root: { background: 'var(--tone-late-ground)', borderColor: 'transparent' },
        message: { color: 'var(--tone-late-text)' },
        icon: { color: 'var(--tone-late-text)' },
      }}
    >
      {errorText(error)}
      {onRetry !== undefined && (
        <Button mt={8} size="compact-sm" variant="default" onClick={onRetry} display="block">
          {t('retry')}
        </Button>
      )}
    </Alert>
  )
}

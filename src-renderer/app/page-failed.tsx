import { Button, Code } from '@mantine/core'
import { useRouter, type ErrorComponentProps } from '@tanstack/react-router'
import { EmptyState } from '../components/empty-state.tsx'
import { useWords } from '../lib/words.ts'
import { shellWords } from './shell-words.ts'

/** A fault of ours in one page: the rest of the app goes on. */
export function PageFailed({ error, reset }: ErrorComponentProps) {
  const t = useWords(shellWords)
  const router = useRouter()
  return (
    <EmptyState title={t('failed.title')} text={t('failed.text')}>
      <Button
        onClick={() => {
          reset()
          void router.invalidate()
        }}
      >
        {t('failed.action')}
      </Button>
      <Code block maw={640}>
        {error instanceof Error ? error.message : String(error)}
      </Code>
    </EmptyState>
  )
}

import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { EmptyState } from '../components/empty-state.tsx'
import { useWords } from '../lib/words.ts'
import { shellWords } from './shell-words.ts'

export function NotFound() {
  const t = useWords(shellWords)
  return (
    <EmptyState title={t('notFound.title')} text={t('notFound.text')}>
      <Button component={Link} to="/">
        {t('notFound.action')}
      </Button>
    </EmptyState>
  )
}

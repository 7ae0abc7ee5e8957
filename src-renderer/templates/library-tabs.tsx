import { Tabs } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useWords } from '../lib/words.ts'
import { templateWords } from './template-words.ts'

/** Templates and clauses lie beside each other. */
export function LibraryTabs({ at }: { at: 'templates' | 'clauses' }) {
  const t = useWords(templateWords)
  const navigate = useNavigate()
  return (
    <Tabs
      value={at}
      pb={10}
      onChange={(next) => void navigate({ to: next === 'clauses' ? '/clauses' : '/templates' })}
      style={{ background: 'var(--surface)' }}
    >
      <Tabs.List px={12}>
        <Tabs.Tab value="templates" aria-controls={undefined}>
          {t('tabs.templates')}
        </Tabs.Tab>
        <Tabs.Tab value="clauses" aria-controls={undefined}>
          {t('tabs.clauses')}
        </Tabs.Tab>
      </Tabs.List>
    </Tabs>
  )
}

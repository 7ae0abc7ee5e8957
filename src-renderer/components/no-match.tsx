import { Button } from '@mantine/core'
import { defineWords, useWords } from '../lib/words.ts'
import { EmptyState } from './empty-state.tsx'

const words = defineWords(
  'noMatch',
  { text: '换个关键字，或清除筛选。两个汉字或拼音首字母都可以搜索。', clear: '清除筛选' },
  {
    text: 'Try another word, or clear the filters. Two characters or pinyin initials will do.',
    clear: 'Clear filters',
  },
)

/** A list whose filters leave nothing, with the way back to all of it; the title names what was looked for. */
export function NoMatch({ title, onReset }: { title: string; onReset(): void }) {
  const t = useWords(words)
  return (
    <EmptyState title={title} text={t('text')}>
      <Button variant="default" onClick={onReset}>
        {t('clear')}
      </Button>
    </EmptyState>
  )
}

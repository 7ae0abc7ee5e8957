import { Alert, Anchor } from '@mantine/core'
import { IconHistory } from '@tabler/icons-react'
import { useInstantText } from '../lib/instants.ts'
import { defineWords, useWords } from '../lib/words.ts'

const words = defineWords(
  'draftNotice',
  { found: '已恢复 {{when}} 未保存的内容。', drop: '放弃，重新填写' },
  { found: 'What was not saved at {{when}} is here again.', drop: 'Drop it and start over' },
)

/** Says that a form was filled from a draft, and lets it go. Nothing without one. */
export function DraftNotice({ at, onDrop }: { at: number | null; onDrop(): void }) {
  const t = useWords(words)
  const instant = useInstantText()
  if (at === null) return null
  return (
    <Alert
      icon={<IconHistory size={18} />}
      p="xs"
      styles={{
        root: { background: 'var(--tone-force-ground)' },
        icon: { color: 'var(--tone-force-text)' },
        message: { color: 'var(--tone-force-text)' },
      }}
    >
      {t('found', { when: instant(at) })}{' '}
      <Anchor component="button" type="button" fz="inherit" c="inherit" td="underline" onClick={onDrop}>
        {t('drop')}
      </Anchor>
    </Alert>
  )
}

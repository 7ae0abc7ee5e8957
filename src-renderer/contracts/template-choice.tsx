import { Skeleton, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { TemplateRow } from '../../src-shared/templates/templates-operations.ts'
import { contractWords } from '../components/contract-words.ts'
import { RefusalAlert } from '../components/refusal-alert.tsx'
import { wire } from '../lib/rpc.ts'
import { useWords } from '../lib/words.ts'
import { draftWords } from './draft-words.ts'
import classes from './draft-editor.module.css'

/** The templates on offer as cards, and the way without one. */
export function TemplateChoice({ onChoose }: { onChoose(template: TemplateRow | null): void }) {
  const t = useWords(draftWords)
  const words = useWords(contractWords)
  const { data, error, refetch } = useQuery(wire['templates.list'].queryOptions({ input: { limit: 200 } }))
  return (
    <div style={{ padding: 20, maxWidth: 1120 }}>
      <Text fz={16} fw={600} component="h2" m={0}>
        {t('choose')}
      </Text>
      <Text fz={13} c="dimmed" mt={4} mb={16}>
        {data?.rows.length === 0 ? t('noTemplates') : t('chooseText')}
      </Text>
      <RefusalAlert error={error} onRetry={() => void refetch()} />
      <div className={classes.cards}>
        {data === undefined && error === null && [0, 1, 2].map((i) => <Skeleton key={i} height={132} radius="md" />)}
        {data?.rows.map((template) => (
          <button key={template.id} type="button" className={classes.card} onClick={() => onChoose(template)}>
            <span className={classes.cardTitle}>{template.name}</span>
            <span className={classes.cardText}>{template.notes}</span>
            <span className={classes.cardFoot}>
              {words(`types.${template.type}`)} · {t('fields', { count: template.fields })} · v{template.no}
            </span>
          </button>
        ))}
        {data !== undefined && (
          <button type="button" className={classes.card} onClick={() => onChoose(null)}>
            <span className={classes.cardTitle}>{t('noTemplate')}</span>
            <span className={classes.cardText}>{t('noTemplateText')}</span>
          </button>
        )}
      </div>
    </div>
  )
}

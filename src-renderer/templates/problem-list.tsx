import { Text } from '@mantine/core'
import type { z } from 'zod'
import type { inspectTemplate } from '../../src-shared/templates/templates-operations.ts'
import { describeRefusal } from '../../src-shared/messages/describe-refusal.ts'
import { StatusBadge } from '../components/status-badge.tsx'
import { useLanguage, useWords } from '../lib/words.ts'
import { templateWords } from './template-words.ts'
import classes from './templates.module.css'

type Inspection = z.output<(typeof inspectTemplate)['output']>

/** What was found wrong with a template, each with its page and sentence; errors first. */
export function ProblemList({ problems }: { problems: Inspection['problems'] }) {
  const t = useWords(templateWords)
  const language = useLanguage()
  if (problems.length === 0) return <Text fz={13}>{t('noProblems')}</Text>
  const sorted = problems.toSorted((a, b) => Number(b.severity === 'error') - Number(a.severity === 'error'))
  return (
    <div>
      {sorted.map((problem) => (
        <div key={`${problem.code}.${problem.part}.${problem.page}.${problem.sentence}`} className={classes.problem}>
          <span style={{ flexShrink: 0 }}>
            <StatusBadge
              tone={problem.severity === 'error' ? 'late' : 'waiting'}
              label={t(`severity.${problem.severity}`)}
            />
          </span>
          <span>
            {describeRefusal({ code: problem.code, params: problem.params }, language)}
            {problem.sentence !== '' && (
              <span className={classes.place}>{t('place', { page: problem.page, sentence: problem.sentence })}</span>
            )}
          </span>
        </div>
      ))}
    </div>
  )
}

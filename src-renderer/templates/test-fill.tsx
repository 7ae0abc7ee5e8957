import { Loader } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { TemplateDetail, TemplateVersionDetail } from '../../src-shared/templates/templates-operations.ts'
import { EmptyState } from '../components/empty-state.tsx'
import { PdfViewer } from '../components/pdf-viewer.tsx'
import { RefusalAlert } from '../components/refusal-alert.tsx'
import { useToday } from '../lib/instants.ts'
import { rpc, wire } from '../lib/rpc.ts'
import { followTask } from '../lib/task.ts'
import { useWords } from '../lib/words.ts'
import { sampleSketch } from './sample-sketch.ts'
import { templateWords } from './template-words.ts'
import classes from './templates.module.css'

/** The current version filled with an invented contract. */
export function TestFill({ template, version }: { template: TemplateDetail; version: TemplateVersionDetail }) {
  const t = useWords(templateWords)
  const today = useToday()
  const company = useQuery(wire['settings.getCompany'].queryOptions({ input: {} }))
  const customers = useQuery(wire['parties.list'].queryOptions({ input: { kind: ['customer'], limit: 1 } }))
  const ready = !company.isPending && !customers.isPending
  const filled = useQuery({
    queryKey: [['host.testFill', version.id, version.version]],
    enabled: ready,
    queryFn: async ({ signal }) => {
      const sketch = sampleSketch(
        { ...version, type: template.type },
        {
          ourPartyId: company.data?.company?.partyId ?? null,
          otherPartyId: customers.data?.rows[0]?.id ?? null,
          today,
          words: {
            title: t('sample.title'),
            line1: t('sample.line1'),
            line2: t('sample.line2'),
            unit: t('sample.unit'),
            first: t('sample.first'),
            last: t('sample.last'),
            condition: t('sample.condition'),
            signedAt: t('sample.signedAt'),
            answer: (label) => t('sample.answer', { label }),
          },
        },
      )
      return followTask(await rpc['contracts.previewDraft'](sketch, { signal }))
    },
  })
  const pdf = useMemo(() => (filled.data === undefined ? null : Uint8Array.fromBase64(filled.data.pdf)), [filled.data])
  return (
    <div className={classes.test}>
      <div className={classes.hint}>{t('testText')}</div>
      <RefusalAlert error={filled.error} onRetry={() => void filled.refetch()} />
      {pdf !== null && <PdfViewer source={pdf} label={template.name} />}
      {pdf === null && filled.error === null && (
        <EmptyState title={t('testing')}>
          <Loader />
        </EmptyState>
      )}
    </div>
  )
}

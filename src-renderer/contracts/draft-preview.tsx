import { List, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { memo } from 'react'
import { describeNotCarried, describeRefusal } from '../../src-shared/messages/describe-refusal.ts'
import { EmptyState } from '../components/empty-state.tsx'
import { PdfViewer } from '../components/pdf-viewer.tsx'
import { RefusalAlert } from '../components/refusal-alert.tsx'
import { useLanguage, useWords } from '../lib/words.ts'
import { draftWords } from './draft-words.ts'
import type { PreviewState } from './use-preview.ts'
import classes from './draft-editor.module.css'

interface DraftPreviewProps {
  preview: PreviewState
  template: boolean
}

/** The document beside the form, and what still stands in the way of submitting it. Not drawn anew by keys, only by their document. */
export const DraftPreview = memo(function DraftPreview({ preview, template }: DraftPreviewProps) {
  const t = useWords(draftWords)
  const language = useLanguage()
  if (!template)
    return (
      <div className={classes.quiet}>
        <EmptyState title={t('preview.none')} text={t('preview.noneText')} />
      </div>
    )
  const { pdf, found, error } = preview
  const problems = found?.problems ?? []
  const notCarried = found?.notCarried ?? []
  return (
    <>
      <RefusalAlert error={error} />
      {pdf === null ? (
        <div className={classes.quiet}>
          <EmptyState title={t(error === null ? 'preview.first' : 'preview.failed')} />
        </div>
      ) : (
        <PdfViewer source={pdf} label={t('preview.label')} />
      )}
      {problems.length + notCarried.length > 0 && (
        <div className={classes.problems} aria-live="polite">
          {problems.length > 0 && (
            <>
              <Text fz={12} fw={600}>
                <IconAlertTriangle size={14} aria-hidden style={{ verticalAlign: '-2px', marginRight: 6 }} />
                {t('preview.problems')}
              </Text>
              <List fz={12} spacing={2} mt={4}>
                {problems.map((problem) => (
                  <List.Item key={problem.code}>{describeRefusal(problem, language)}</List.Item>
                ))}
              </List>
            </>
          )}
          {notCarried.length > 0 && (
            <details>
              <summary>{t('preview.notCarried')}</summary>
              <List fz={12} spacing={2} mt={4}>
                {notCarried.map((each) => (
                  <List.Item key={`${each.what}.${each.where}`}>{describeNotCarried(each, language)}</List.Item>
                ))}
              </List>
            </details>
          )}
        </div>
      )}
    </>
  )
})

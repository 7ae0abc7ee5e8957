import { Button, Group, Text } from '@mantine/core'
import { useLocalStorage } from '@mantine/hooks'
import { IconLayoutSidebarRightCollapse, IconLayoutSidebarRightExpand } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { memo, type ReactNode } from 'react'
import { Attachments } from '../components/attachments.tsx'
import { Section } from '../components/facts.tsx'
import { FormFrame } from '../components/form-frame.tsx'
import type { LineColumn } from '../components/line-grid/line-rows.ts'
import { PageHead } from '../components/page-head.tsx'
import { RefusalAlert } from '../components/refusal-alert.tsx'
import { wire } from '../lib/rpc.ts'
import { useWords } from '../lib/words.ts'
import { ClausesSection } from './clauses-section.tsx'
import { DraftPreview } from './draft-preview.tsx'
import { BasicsSection, LinesSection, PartiesSection, type DraftForm } from './draft-sections.tsx'
import { rolesOf, sketchOf, totalOf, type DraftValues } from './draft-values.ts'
import { draftWords } from './draft-words.ts'
import { PlanSection } from './plan-section.tsx'
import { QuestionsSection } from './questions-section.tsx'
import { usePreview } from './use-preview.ts'
import classes from './draft-editor.module.css'

interface DraftEditorProps {
  form: DraftForm
  columns: readonly LineColumn[]
  title: ReactNode
  /** The draft's own number; empty before it is saved. */
  number: string
  /** Null before it is saved. */
  contractId: string | null
  /** Whether saving was tried: then the grid marks what is missing, too. */
  strict: boolean
  /** Words on how far it is saved. */
  state: string
  /** Above the form: a draft that was found, a refusal, a choice between two versions. */
  notices: ReactNode
  /** Buttons at the right of the head. */
  actions: ReactNode
  onSave(): void
  onBack(): void
}

const parts = ['basics', 'parties', 'lines', 'plan', 'questions', 'clauses', 'attachments'] as const

/** The form of a draft, and beside it the document as it would print now. */
export function DraftEditor(props: DraftEditorProps) {
  const t = useWords(draftWords)
  const { form, columns } = props
  const { values } = form
  const [shown, setShown] = useLocalStorage({
    key: 'qidan.draft.preview',
    defaultValue: true,
    getInitialValueInEffect: false,
  })
  const template = useQuery({
    ...wire['templates.getVersion'].queryOptions({ input: { id: values.templateVersionId ?? '' } }),
    enabled: values.templateVersionId !== null,
  })
  const mapping = template.data?.mapping ?? null
  const preview = usePreview(shown ? sketchOf(values, props.number, columns) : null)
  const total = totalOf(values, columns)
  return (
    <>
      <PageHead title={props.title} beside={<span className={classes.state}>{props.state}</span>} sticky>
        <Button
          variant="default"
          leftSection={
            shown ? (
              <IconLayoutSidebarRightCollapse size={16} aria-hidden />
            ) : (
              <IconLayoutSidebarRightExpand size={16} aria-hidden />
            )
          }
          aria-expanded={shown}
          onClick={() => setShown(!shown)}
        >
          {t(shown ? 'preview.hide' : 'preview.show')}
        </Button>
        {props.actions}
      </PageHead>
      <div className={classes.frame}>
        {/* Scrolls by itself, so the keyboard must reach it. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
        <div className={classes.form} data-alone={!shown || undefined} tabIndex={0} role="region" aria-label={t('nav')}>
          <nav className={classes.nav} aria-label={t('nav')}>
            {parts.map((part) => (
              <button
                key={part}
                type="button"
                onClick={() => document.getElementById(`part-${part}`)?.scrollIntoView({ block: 'start' })}
              >
                {t(`sections.${part}`)}
              </button>
            ))}
          </nav>
          <FormFrame id="draft-form" onSave={props.onSave} onBack={props.onBack}>
            {props.notices}
            <RefusalAlert error={template.error} />
            {values.templateVersionId !== null && template.data !== undefined && (
              <Group gap={6} fz={13}>
                <Text fz={13} c="dimmed">
                  {t('template')}
                </Text>
                <Text fz={13}>
                  {template.data.name} v{template.data.no}
                </Text>
              </Group>
            )}
            <Part part="basics">
              <ShowsOnly what={[basicsOf(values), form.errors]}>
                <BasicsSection form={form} />
              </ShowsOnly>
            </Part>
            <Part part="parties">
              <ShowsOnly what={[values.parties, mapping, form.errors]}>
                <PartiesSection form={form} needed={rolesOf(mapping ?? {})} />
              </ShowsOnly>
            </Part>
            <Part part="lines">
              <ShowsOnly
                what={[
                  values.rows,
                  values.direction,
                  values.amount,
                  values.taxRate,
                  columns,
                  props.strict,
                  form.errors,
                ]}
              >
                <LinesSection form={form} columns={columns} strict={props.strict} />
              </ShowsOnly>
            </Part>
            {values.direction !== 'none' && (
              <Part part="plan">
                <ShowsOnly what={[values.paymentPlan, total, form.errors]}>
                  <PlanSection form={form} total={total} />
                </ShowsOnly>
              </Part>
            )}
            <Part part="questions">
              <ShowsOnly what={[values.answers, mapping, form.errors]}>
                <QuestionsSection form={form} mapping={mapping} />
              </ShowsOnly>
            </Part>
            <Part part="clauses">
              <ShowsOnly what={[values.notes, mapping, form.errors]}>
                <ClausesSection form={form} mapping={mapping} />
              </ShowsOnly>
            </Part>
            <Part part="attachments">
              {props.contractId === null ? (
                <Text fz={13} c="dimmed">
                  {t('attachmentsLater')}
                </Text>
              ) : (
                <Attachments attachedTo="contract" recordId={props.contractId} />
              )}
            </Part>
          </FormFrame>
        </div>
        {shown && (
          <aside className={classes.preview} aria-label={t('preview.label')}>
            <DraftPreview preview={preview} template={values.templateVersionId !== null} />
          </aside>
        )}
      </div>
    </>
  )
}

/** What the first section shows: all that the others do not. */
const basicsOf = (values: DraftValues): object => ({
  ...values,
  parties: null,
  rows: null,
  paymentPlan: null,
  answers: null,
  notes: null,
})

/**
 * Draws its children anew only when what they show is another: each change makes the values of the whole form anew, and a key in one field must
 * not draw the fields of all.
 */
const ShowsOnly = memo(
  ({ children }: { what: readonly unknown[]; children: ReactNode }) => children,
  (before, now) => JSON.stringify(before.what) === JSON.stringify(now.what),
)

function Part({ part, children }: { part: (typeof parts)[number]; children: ReactNode }) {
  const t = useWords(draftWords)
  return (
    <div id={`part-${part}`} className={classes.part}>
      <Section title={t(`sections.${part}`)}>{children}</Section>
    </div>
  )
}

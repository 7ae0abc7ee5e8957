import { Button, Skeleton } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import type { TemplateRow } from '../../src-shared/templates/templates-operations.ts'
import type { Id } from '../../src-shared/kernel/ids.ts'
import { DraftNotice } from '../components/draft-notice.tsx'
import { focusFirstError, useLeaveWarning } from '../components/form-frame.tsx'
import { PageHead } from '../components/page-head.tsx'
import { RefusalAlert } from '../components/refusal-alert.tsx'
import { useFormDraft } from '../lib/form-draft.ts'
import { useToday } from '../lib/instants.ts'
import { rpc, wire } from '../lib/rpc.ts'
import { useWords } from '../lib/words.ts'
import { DraftEditor } from './draft-editor.tsx'
import { savable, useDraftColumns, useDraftForm, useSaveAttempt, type DraftInput } from './draft-form.ts'
import { copyOf, newValues, valuesOf, type DraftValues } from './draft-values.ts'
import { draftWords } from './draft-words.ts'
import { TemplateChoice } from './template-choice.tsx'

/** A new contract: first its template, then its form; or a copy or a supplement of another one. */
export function ContractNewPage() {
  const t = useWords(draftWords)
  const navigate = useNavigate()
  const today = useToday()
  const { template, from, parent } = useSearch({ from: '/contracts/new' })
  const sourceId = from ?? parent
  const company = useQuery(wire['settings.getCompany'].queryOptions({ input: {} }))
  const templates = useQuery(wire['templates.list'].queryOptions({ input: { limit: 200 } }))
  const source = useQuery({
    ...wire['contracts.get'].queryOptions({ input: { id: sourceId ?? '' } }),
    enabled: sourceId !== undefined,
  })
  const choose = (chosen: TemplateRow | null) =>
    void navigate({
      to: '/contracts/new',
      search: { ...(parent === undefined ? {} : { parent }), template: chosen?.id ?? withoutTemplate },
      replace: true,
    })
  const error = company.error ?? templates.error ?? source.error
  if (error) return <RefusalAlert error={error} />
  if (
    company.data === undefined ||
    templates.data === undefined ||
    (sourceId !== undefined && source.data === undefined)
  )
    return <Skeleton height={240} radius={0} />
  if (from !== undefined) return <NewDraft key={from} name={`copy.${from}`} begin={copyOf(source.data!, today)} />
  if (template === undefined)
    return (
      <>
        <PageHead title={t('newTitle')} />
        <TemplateChoice onChoose={choose} />
      </>
    )
  const chosen = templates.data.rows.find(({ id }) => id === template)
  const begin = newValues({
    type: chosen?.type ?? (parent === undefined ? 'other' : 'supplementary'),
    templateVersionId: chosen?.versionId ?? null,
    ourPartyId: company.data.company?.partyId ?? null,
    today,
  })
  const values: DraftValues =
    parent === undefined
      ? begin
      : {
          ...begin,
          type: 'supplementary',
          parentId: parent as Id<'Contract'>,
          direction: source.data!.direction,
          parties: valuesOf(source.data!).parties,
        }
  return <NewDraft key={`${template}.${parent}`} name={`new.${template}.${parent ?? ''}`} begin={values} />
}

const withoutTemplate = 'none'

function NewDraft({ name, begin }: { name: string; begin: DraftValues }) {
  const t = useWords(draftWords)
  const navigate = useNavigate()
  const draft = useFormDraft<DraftValues>(`contract.${name}`)
  const [restored, setRestored] = useState(draft.found)
  const attempt = useSaveAttempt()
  const [saved, setSaved] = useState(false)
  const columns = useDraftColumns()
  const form = useDraftForm(draft.found === null ? begin : { ...begin, ...draft.found.values }, columns, draft.keep)
  useLeaveWarning((form.isDirty() || restored !== null) && !saved)
  const save = useMutation({
    mutationFn: (given: { input: DraftInput; values: DraftValues }) => rpc['contracts.createDraft'](given.input),
    onSuccess: ({ id, draftNumber }, { values }) => {
      // The form can still be typed in until the draft's own is there.
      draft.carryOver(`contract.${id}`, values)
      setSaved(true)
      notifications.show({ message: t('saved', { number: draftNumber }) })
      // After the warning about leaving has heard that all is saved.
      setTimeout(() => void navigate({ to: '/contracts/$id/edit', params: { id }, replace: true }))
    },
  })
  const submit = () => {
    attempt.setStrict(true)
    attempt.setRefusal(null)
    const invalid = form.validate().hasErrors
    const found = savable(form.values, columns)
    if (found.draft === null) {
      attempt.setRefusal(found.refusal)
      if (invalid) focusFirstError()
      return
    }
    save.mutate({ input: found.draft, values: form.values })
  }
  const back = () => void navigate({ to: '/contracts' })
  return (
    <DraftEditor
      form={form}
      columns={columns}
      title={t('newTitle')}
      number=""
      contractId={null}
      strict={attempt.strict}
      state={t('notSaved')}
      notices={
        <>
          <DraftNotice
            at={restored?.at ?? null}
            onDrop={() => {
              form.setValues(begin)
              form.resetDirty(begin)
              setRestored(null)
              draft.drop()
            }}
          />
          <RefusalAlert error={attempt.refusal ?? save.error} />
        </>
      }
      actions={
        <>
          <Button variant="default" onClick={back}>
            {t('cancel')}
          </Button>
          <Button type="submit" form="draft-form" loading={save.isPending}>
            {t('save')}
          </Button>
        </>
      }
      onSave={submit}
      onBack={back}
    />
  )
}

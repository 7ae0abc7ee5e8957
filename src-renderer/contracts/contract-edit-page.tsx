import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import type { ContractDetail } from '../../src-shared/contracts/contracts-operations.ts'
import { RecordPending } from '../components/detail-page.tsx'
import { DraftNotice } from '../components/draft-notice.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { focusFirstError, useLeaveWarning } from '../components/form-frame.tsx'
import { SaveProblem } from '../components/stale-record.tsx'
import { useFormDraft } from '../lib/form-draft.ts'
import { useInstantText } from '../lib/instants.ts'
import { rpc, wire } from '../lib/rpc.ts'
import { useWords } from '../lib/words.ts'
import { DraftEditor } from './draft-editor.tsx'
import { useDraftColumns, useDraftForm, useSaveAttempt } from './draft-form.ts'
import { valuesOf, type DraftValues } from './draft-values.ts'
import { draftWords } from './draft-words.ts'
import { SubmitDialog } from './submit-dialog.tsx'
import { useAutosave, type SaveState } from './use-autosave.ts'
import { contractDetailWords } from './contract-detail-words.ts'

/** A draft that saves itself while it is typed. */
export function ContractEditPage() {
  const { id } = useParams({ from: '/contracts/$id/edit' })
  const t = useWords(draftWords)
  const query = useQuery(wire['contracts.get'].queryOptions({ input: { id } }))
  // Loaded anew on purpose; one's own saving must not replace what is being typed.
  const [reloaded, setReloaded] = useState<ContractDetail | null>(null)
  const { data } = query
  if (data === undefined) return <RecordPending query={query} />
  if (data.stage !== 'draft')
    return (
      <EmptyState title={t('notDraft')}>
        <Button component={Link} to={`/contracts/${id}`}>
          {t('back')}
        </Button>
      </EmptyState>
    )
  const contract = reloaded?.id === data.id ? reloaded : data
  return (
    <EditDraft
      key={`${contract.id}.${reloaded === null ? 'first' : reloaded.version}`}
      contract={contract}
      now={data}
      onRefresh={() => query.refetch()}
      onReload={async () => setReloaded(await rpc['contracts.get']({ id }))}
    />
  )
}

interface EditDraftProps {
  contract: ContractDetail
  /** The contract as it is saved now. */
  now: ContractDetail
  onRefresh(): Promise<unknown>
  onReload(): Promise<void>
}

function EditDraft({ contract, now, onRefresh, onReload }: EditDraftProps) {
  const t = useWords(draftWords)
  const detail = useWords(contractDetailWords)
  const instant = useInstantText()
  const navigate = useNavigate()
  // Kept as it was when the form opened, whatever arrives later.
  const [opened] = useState(contract)
  const before = valuesOf(opened)
  const draft = useFormDraft<DraftValues>(`contract.${opened.id}`)
  const carried = draft.found?.carried === true
  const [restored, setRestored] = useState(carried ? null : draft.found)
  const [submitting, setSubmitting] = useState(false)
  const attempt = useSaveAttempt()
  const columns = useDraftColumns()
  const saving = useAutosave(opened, columns, () => {
    draft.drop()
    setRestored(null)
  })
  const form = useDraftForm(draft.found === null ? before : { ...before, ...draft.found.values }, columns, (values) => {
    draft.keep(values)
    saving.changed(values)
  })
  const carriedValues = useRef(carried ? form.values : null)
  useEffect(() => {
    if (carriedValues.current !== null) saving.changed(carriedValues.current)
    carriedValues.current = null
  }, [saving])
  const { state } = saving
  useLeaveWarning(['waiting', 'saving', 'unreadable', 'failed', 'stale'].includes(state.kind))

  const finish = async (then: () => void | Promise<void>) => {
    attempt.setStrict(true)
    if (form.validate().hasErrors) return focusFirstError()
    if (restored !== null) saving.changed(form.values)
    // After the warning about leaving has heard that all is saved.
    if (await saving.flush()) setTimeout(() => void then())
  }
  const submit = async () => {
    // What is submitted is what was just saved.
    await onRefresh()
    setSubmitting(true)
  }
  const back = () => void navigate({ to: '/contracts/$id', params: { id: opened.id } })
  return (
    <>
      <DraftEditor
        form={form}
        columns={columns}
        title={`${opened.draftNumber} ${form.values.title}`}
        number={opened.number ?? opened.draftNumber}
        contractId={opened.id}
        strict={attempt.strict}
        state={stateWords(state, t, instant)}
        notices={
          <>
            <DraftNotice
              at={restored?.at ?? null}
              onDrop={() => {
                form.setValues(before)
                form.resetDirty(before)
                setRestored(null)
                draft.drop()
              }}
            />
            <SaveProblem
              error={'error' in state ? state.error : null}
              table="contracts"
              record={opened}
              saving={false}
              onReload={() => {
                draft.drop()
                void onReload()
              }}
              onKeepMine={() => void saving.keepMine()}
            />
          </>
        }
        actions={
          <>
            <Button variant="default" onClick={() => void finish(back)}>
              {t('done')}
            </Button>
            <Button loading={state.kind === 'saving'} onClick={() => void finish(submit)}>
              {detail('primary.submit')}
            </Button>
          </>
        }
        onSave={() => void finish(() => {})}
        onBack={back}
      />
      {submitting && (
        <SubmitDialog
          contract={now}
          onClose={() => {
            setSubmitting(false)
            back()
          }}
        />
      )}
    </>
  )
}

function stateWords(
  state: SaveState,
  t: (key: 'saving' | 'savedAt' | 'unreadable' | 'kept', params?: Record<string, string>) => string,
  instant: (at: number) => string,
): string {
  switch (state.kind) {
    case 'saving':
    case 'waiting':
      return t('saving')
    case 'saved':
      return t('savedAt', { time: instant(state.at).slice(-5) })
    case 'unreadable':
      return t('unreadable')
    case 'failed':
    case 'stale':
      return t('kept')
    case 'clean':
      return ''
  }
}

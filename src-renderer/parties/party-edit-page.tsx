import { Button } from '@mantine/core'
import { useForm } from '@mantine/form'
import { notifications } from '@mantine/notifications'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import type { PartyDetail } from '../../src-shared/parties/parties-operations.ts'
import { PageBody, RecordPending } from '../components/detail-page.tsx'
import { DraftNotice } from '../components/draft-notice.tsx'
import { focusFirstError, FormFrame, useLeaveWarning } from '../components/form-frame.tsx'
import { PageHead } from '../components/page-head.tsx'
import { RefusalAlert } from '../components/refusal-alert.tsx'
import { isStale, StaleRecord } from '../components/stale-record.tsx'
import { useFormDraft } from '../lib/form-draft.ts'
import { useMyself } from '../lib/rights.ts'
import { rpc, wire } from '../lib/rpc.ts'
import { useLanguage, useWords } from '../lib/words.ts'
import { emptyParty, partyChanges, partyErrors, partyInput, partyValues, type PartyValues } from './party-form.ts'
import { PartyFields } from './party-fields.tsx'
import { partyWords } from './party-words.ts'

export function PartyNewPage() {
  const me = useMyself()
  return me === undefined ? null : <PartyForm party={null} ownerId={me.id} />
}

export function PartyEditPage() {
  const { id } = useParams({ from: '/parties/$id/edit' })
  // What the person began with: a change by someone else must not replace what is being typed.
  const { data, error, refetch } = useQuery({
    ...wire['parties.get'].queryOptions({ input: { id } }),
    structuralSharing: false,
  })
  const [began, setBegan] = useState<PartyDetail | null>(null)
  if (data === undefined) return <RecordPending error={error} onRetry={() => void refetch()} />
  const party = began ?? data
  return (
    <PartyForm
      key={party.version}
      party={party}
      ownerId={null}
      onBegin={() => began ?? setBegan(data)}
      onReload={async () => setBegan(await rpc['parties.get']({ id }))}
    />
  )
}

interface PartyFormProps {
  party: PartyDetail | null
  ownerId: string | null
  /** Called at the first change. */
  onBegin?(): void
  onReload?(): Promise<void>
}

function PartyForm({ party, ownerId, onBegin, onReload }: PartyFormProps) {
  const t = useWords(partyWords)
  const language = useLanguage()
  const navigate = useNavigate()
  const before = party === null ? emptyParty(ownerId) : partyValues(party)
  const draft = useFormDraft<PartyValues>(party === null ? 'party.new' : `party.${party.id}`)
  const [restored, setRestored] = useState(draft.found)
  const form = useForm<PartyValues>({
    initialValues: draft.found === null ? before : { ...before, ...draft.found.values },
    validate: (values) => partyErrors(values, language),
    onValuesChange: (values) => {
      onBegin?.()
      draft.keep(values)
    },
  })
  const [saved, setSaved] = useState(false)
  const changed =
    party === null ? form.isDirty() || restored !== null : Object.keys(partyChanges(before, form.values)).length > 0
  useLeaveWarning(changed && !saved)

  const save = useMutation({
    mutationFn: async ({ values, version }: { values: PartyValues; version: number | null }) => {
      if (party === null || version === null) return rpc['parties.create'](partyInput(values))
      return rpc['parties.update']({ id: party.id, version, changes: partyChanges(before, values) })
    },
    onSuccess: ({ id }, { values }) => {
      draft.drop()
      setSaved(true)
      notifications.show({ message: t('saved', { name: values.name }) })
      // After the warning about leaving has heard that all is saved.
      setTimeout(() => void navigate({ to: '/parties/$id', params: { id } }))
    },
  })
  const submit = () => {
    if (form.validate().hasErrors) focusFirstError()
    else save.mutate({ values: form.values, version: party?.version ?? null })
  }
  const keepMine = async () => {
    const now = await rpc['parties.get']({ id: party!.id })
    save.mutate({ values: form.values, version: now.version })
  }
  const back = () =>
    void (party === null ? navigate({ to: '/parties' }) : navigate({ to: '/parties/$id', params: { id: party.id } }))
  return (
    <>
      <PageHead title={party === null ? t('create') : party.name} sticky>
        <Button variant="default" onClick={back}>
          {t('cancel')}
        </Button>
        <Button type="submit" form="party-form" loading={save.isPending}>
          {t('save')}
        </Button>
      </PageHead>
      <PageBody>
        <FormFrame id="party-form" onSave={submit} onBack={back}>
          <DraftNotice
            at={restored?.at ?? null}
            onDrop={() => {
              form.setValues(before)
              form.resetDirty(before)
              setRestored(null)
              draft.drop()
            }}
          />
          {isStale(save.error) && party !== null ? (
            <StaleRecord
              table="parties"
              id={party.id}
              since={party.updatedAt}
              saving={save.isPending}
              onReload={() => {
                draft.drop()
                void onReload?.()
              }}
              onKeepMine={() => void keepMine()}
            />
          ) : (
            <RefusalAlert error={save.error} />
          )}
          <PartyFields
            form={form}
            except={party?.id ?? null}
            onUse={(id) => {
              draft.drop()
              setSaved(true)
              setTimeout(() => void navigate({ to: '/parties/$id', params: { id } }))
            }}
          />
        </FormFrame>
      </PageBody>
    </>
  )
}

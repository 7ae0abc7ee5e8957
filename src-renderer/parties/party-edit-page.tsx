import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import type { PartyDetail } from '../../src-shared/parties/parties-operations.ts'
import { PageBody, RecordPending } from '../components/detail-page.tsx'
import { DraftNotice } from '../components/draft-notice.tsx'
import { focusFirstError, FormFrame } from '../components/form-frame.tsx'
import { useKeptForm } from '../components/kept-form.ts'
import { PageHead } from '../components/page-head.tsx'
import { SaveProblem } from '../components/stale-record.tsx'
import { useBegan, type Editing } from '../lib/began.ts'
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
  const query = useQuery(wire['parties.get'].queryOptions({ input: { id } }))
  const { record: party, editing } = useBegan(query)
  if (party === undefined) return <RecordPending query={query} />
  return <PartyForm key={party.version} party={party} ownerId={null} {...editing} />
}

interface PartyFormProps extends Editing {
  party: PartyDetail | null
  ownerId: string | null
}

function PartyForm({ party, ownerId, onBegin, onReload }: PartyFormProps) {
  const t = useWords(partyWords)
  const language = useLanguage()
  const navigate = useNavigate()
  const before = party === null ? emptyParty(ownerId) : partyValues(party)
  const { form, restored, done } = useKeptForm<PartyValues>({
    name: party === null ? 'party.new' : `party.${party.id}`,
    before,
    validate: (values) => partyErrors(values, language),
    ...(onBegin && { onChange: onBegin }),
    page: true,
  })
  const open = (id: string) => done(() => void navigate({ to: '/parties/$id', params: { id } }))
  const save = useMutation({
    mutationFn: async (version: number | null) => {
      if (party === null || version === null) return rpc['parties.create'](partyInput(form.values))
      return rpc['parties.update']({ id: party.id, version, changes: partyChanges(before, form.values) })
    },
    onSuccess: ({ id }) => {
      notifications.show({ message: t('saved', { name: form.values.name }) })
      open(id)
    },
  })
  const submit = () => {
    if (form.validate().hasErrors) focusFirstError()
    else save.mutate(party?.version ?? null)
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
          <DraftNotice {...restored} />
          <SaveProblem
            error={save.error}
            table="parties"
            record={party}
            saving={save.isPending}
            onReload={() => done(onReload)}
            onKeepMine={() => void rpc['parties.get']({ id: party!.id }).then(({ version }) => save.mutate(version))}
          />
          <PartyFields form={form} except={party?.id ?? null} onUse={open} />
        </FormFrame>
      </PageBody>
    </>
  )
}

import { Button, Group, Loader, SimpleGrid, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { notifications } from '@mantine/notifications'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { saveCompany, type CompanyDetail } from '../../src-shared/settings/settings-operations.ts'
import { CreditCodeField } from '../components/credit-code-field.tsx'
import { DraftNotice } from '../components/draft-notice.tsx'
import { Section } from '../components/facts.tsx'
import { focusFirstError, FormFrame, useLeaveWarning } from '../components/form-frame.tsx'
import { RefusalAlert } from '../components/refusal-alert.tsx'
import { isStale, StaleRecord } from '../components/stale-record.tsx'
import { schemaErrors } from '../lib/field-errors.ts'
import { fieldProps } from '../lib/field-props.ts'
import { useFormDraft } from '../lib/form-draft.ts'
import { useRefusalFields } from '../lib/refusal-fields.ts'
import { useRights } from '../lib/rights.ts'
import { rpc, wire } from '../lib/rpc.ts'
import { useLanguage, useWords } from '../lib/words.ts'
import { companyWords } from './company-words.ts'

const empty = {
  name: '',
  shortName: '',
  creditCode: '',
  legalRepresentative: '',
  address: '',
  phone: '',
  email: '',
  bankName: '',
  bankAccount: '',
}
type CompanyValues = typeof empty

const fieldOfRefusal = {
  'party.creditCodeTaken': 'creditCode',
  'party.creditCodeLength': 'creditCode',
  'party.creditCodeCharacter': 'creditCode',
  'party.creditCodeCheck': 'creditCode',
} as const

function valuesOf(company: CompanyDetail | null): CompanyValues {
  if (company === null) return empty
  const { partyId: _, version: __, updatedAt: ___, creditCode, ...texts } = company
  return { ...texts, creditCode: creditCode ?? '' }
}

const profileOf = ({ creditCode, ...texts }: CompanyValues) => ({
  ...texts,
  creditCode: creditCode === '' ? null : creditCode,
})

/** The company whose desk this is. */
export function CompanySection() {
  const { data, error, refetch } = useQuery(wire['settings.getCompany'].queryOptions({ input: {} }))
  // A change by someone else must not replace what is being typed.
  const [began, setBegan] = useState<{ company: CompanyDetail | null } | null>(null)
  if (data === undefined)
    return error === null ? <Loader /> : <RefusalAlert error={error} onRetry={() => void refetch()} />
  const { company } = began ?? data
  return (
    <CompanyForm
      key={company?.version ?? 0}
      company={company}
      onBegin={() => began ?? setBegan(data)}
      onReload={async () => {
        await refetch()
        setBegan(null)
      }}
    />
  )
}

interface CompanyFormProps {
  company: CompanyDetail | null
  /** Called at the first change. */
  onBegin(): void
  /** Shows what is stored now. */
  onReload(): Promise<void>
}

function CompanyForm({ company, onBegin, onReload }: CompanyFormProps) {
  const t = useWords(companyWords)
  const language = useLanguage()
  const editable = useRights()('settings.edit')
  const before = valuesOf(company)
  const draft = useFormDraft<CompanyValues>('settings.company')
  const [restored, setRestored] = useState(editable ? draft.found : null)
  const form = useForm<CompanyValues>({
    initialValues: { ...before, ...restored?.values },
    validate: (values) => schemaErrors(saveCompany.input.shape.profile, profileOf(values), language),
    onValuesChange: (values) => {
      onBegin()
      draft.keep(values)
    },
  })
  const [saved, setSaved] = useState(false)
  const changed = Object.entries(form.values).some(([key, value]) => value !== before[key as keyof CompanyValues])
  useLeaveWarning(changed && !saved)
  const save = useMutation({
    mutationFn: (version: number | null) => rpc['settings.saveCompany']({ profile: profileOf(form.values), version }),
    onSuccess: () => {
      draft.drop()
      setSaved(true)
      notifications.show({ message: t('saved') })
      void onReload()
    },
  })
  const { atField, rest } = useRefusalFields(save.error, fieldOfRefusal)
  const submit = () => {
    if (!editable || !changed) return
    if (form.validate().hasErrors) focusFirstError()
    else save.mutate(company?.version ?? null)
  }
  const text = (key: Exclude<keyof CompanyValues, 'creditCode'>, most: number, required = false) => (
    <TextInput
      label={t(key)}
      maxLength={most}
      required={required}
      readOnly={!editable}
      autoComplete="off"
      {...form.getInputProps(key)}
    />
  )
  return (
    <FormFrame onSave={submit}>
      <Text fz={13} c="dimmed">
        {t(editable ? 'hint' : 'readOnly')}
      </Text>
      <DraftNotice
        at={restored?.at ?? null}
        onDrop={() => {
          form.setValues(before)
          setRestored(null)
          draft.drop()
        }}
      />
      {isStale(save.error) && company !== null ? (
        <StaleRecord
          table="parties"
          id={company.partyId}
          since={company.updatedAt}
          saving={save.isPending}
          onReload={() => {
            draft.drop()
            save.reset()
            void onReload()
          }}
          onKeepMine={() =>
            void rpc['settings.getCompany']({}).then((now) => save.mutate(now.company?.version ?? null))
          }
        />
      ) : (
        <RefusalAlert error={rest} />
      )}
      <div>
        <Section title={t('basic')}>
          <SimpleGrid cols={2} spacing="md">
            {text('name', 120, true)}
            <CreditCodeField
              readOnly={!editable}
              maxLength={40}
              {...fieldProps(form, 'creditCode')}
              error={atField.creditCode ?? form.errors['creditCode']}
            />
            {text('shortName', 60)}
            {text('legalRepresentative', 60)}
          </SimpleGrid>
        </Section>
        <Section title={t('contact')}>
          <SimpleGrid cols={2} spacing="md" mb="md">
            {text('phone', 40)}
            {text('email', 120)}
          </SimpleGrid>
          {text('address', 200)}
        </Section>
        <Section title={t('bank')}>
          <SimpleGrid cols={2} spacing="md">
            {text('bankName', 120)}
            {text('bankAccount', 60)}
          </SimpleGrid>
        </Section>
      </div>
      {editable && (
        <Group justify="flex-end">
          <Button type="submit" disabled={!changed} loading={save.isPending}>
            {t('save')}
          </Button>
        </Group>
      )}
    </FormFrame>
  )
}

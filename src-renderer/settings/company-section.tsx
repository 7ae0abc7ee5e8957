import { Button, Group, SimpleGrid, Text, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation, useQuery } from '@tanstack/react-query'
import { saveCompany, type CompanyDetail } from '../../src-shared/settings/settings-operations.ts'
import { CreditCodeField } from '../components/credit-code-field.tsx'
import { RecordPending } from '../components/detail-page.tsx'
import { DraftNotice } from '../components/draft-notice.tsx'
import { Section } from '../components/facts.tsx'
import { focusFirstError, FormFrame } from '../components/form-frame.tsx'
import { useKeptForm } from '../components/kept-form.ts'
import { SaveProblem } from '../components/stale-record.tsx'
import { useBegan, type Editing } from '../lib/began.ts'
import { schemaErrors } from '../lib/field-errors.ts'
import { fieldProps } from '../lib/field-props.ts'
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
  const query = useQuery(wire['settings.getCompany'].queryOptions({ input: {} }))
  const { record, editing } = useBegan(query)
  if (record === undefined) return <RecordPending query={query} />
  return <CompanyForm key={record.company?.version ?? 0} company={record.company} {...editing} />
}

interface CompanyFormProps extends Required<Editing> {
  company: CompanyDetail | null
}

function CompanyForm({ company, onBegin, onReload }: CompanyFormProps) {
  const t = useWords(companyWords)
  const language = useLanguage()
  const editable = useRights()('settings.edit')
  const before = valuesOf(company)
  const { form, changed, restored, done } = useKeptForm<CompanyValues>({
    name: 'settings.company',
    before,
    validate: (values) => schemaErrors(saveCompany.input.shape.profile, profileOf(values), language),
    onChange: onBegin,
    page: true,
  })
  const save = useMutation({
    mutationFn: (version: number | null) => rpc['settings.saveCompany']({ profile: profileOf(form.values), version }),
    onSuccess: () => {
      done()
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
      <DraftNotice {...restored} />
      <SaveProblem
        error={rest}
        table="parties"
        record={company && { id: company.partyId, updatedAt: company.updatedAt }}
        saving={save.isPending}
        onReload={() => done(onReload)}
        onKeepMine={() => void rpc['settings.getCompany']({}).then((now) => save.mutate(now.company?.version ?? null))}
      />
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

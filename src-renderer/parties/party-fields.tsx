import { NumberInput, Select, SimpleGrid, Text, Textarea, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useDebouncedValue } from '@mantine/hooks'
import type { Id } from '../../src-shared/kernel/ids.ts'
import { PartyKind } from '../../src-shared/parties/party.ts'
import { CreditCodeField } from '../components/credit-code-field.tsx'
import { Section } from '../components/facts.tsx'
import { AmountField } from '../components/number-fields.tsx'
import { SimilarParties } from '../components/similar-parties.tsx'
import { UserPicker } from '../components/user-picker.tsx'
import { fieldProps } from '../lib/field-props.ts'
import { useRights } from '../lib/rights.ts'
import { useWords } from '../lib/words.ts'
import type { PartyValues } from './party-form.ts'
import { partyWords } from './party-words.ts'

type TextKey = { [K in keyof PartyValues]: PartyValues[K] extends string ? K : never }[keyof PartyValues]

interface PartyFieldsProps {
  form: UseFormReturnType<PartyValues>
  /** The party that is edited, no duplicate of itself. */
  except: Id<'Party'> | null
  /** Goes to a party that exists already instead. */
  onUse(id: Id<'Party'>): void
}

/** The fields of a party, with a live word about others that may be the same. */
export function PartyFields({ form, except, onUse }: PartyFieldsProps) {
  const t = useWords(partyWords)
  const may = useRights()
  const { name, creditCode } = form.values
  const [asked] = useDebouncedValue({ name, creditCode }, 200)
  // Our own companies are a matter of the settings.
  const kinds = PartyKind.options.filter((kind) => kind !== 'own' || form.values.kind === 'own' || may('settings.edit'))
  const text = (key: Exclude<TextKey, 'kind' | 'creditCode'>, most: number, required = false) => (
    <TextInput label={t(key)} maxLength={most} required={required} autoComplete="off" {...form.getInputProps(key)} />
  )
  return (
    <div>
      <Section title={t('sections.basic')}>
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
          {text('name', 120, true)}
          <Select
            label={t('kind')}
            required
            allowDeselect={false}
            data={kinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
            {...form.getInputProps('kind')}
          />
          <CreditCodeField {...fieldProps(form, 'creditCode')} />
          {text('shortName', 60)}
        </SimpleGrid>
        <div style={{ marginTop: 12 }}>
          <SimilarParties
            name={asked.name}
            creditCode={asked.creditCode}
            onUse={onUse}
            {...(except === null ? {} : { except })}
          />
        </div>
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md" mt="md">
          {text('legalRepresentative', 60)}
          <UserPicker label={t('owner')} clearable {...fieldProps(form, 'ownerId')} />
        </SimpleGrid>
        <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="md" mt="md">
          {text('industry', 60)}
          {text('region', 60)}
          {text('level', 20)}
        </SimpleGrid>
      </Section>
      <Section title={t('sections.contact')}>
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md" mb="md">
          {text('phone', 40)}
          {text('email', 120)}
        </SimpleGrid>
        {text('address', 200)}
      </Section>
      <Section title={t('sections.bank')}>
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
          {text('bankName', 120)}
          {text('bankAccount', 60)}
        </SimpleGrid>
      </Section>
      <Section title={t('sections.terms')}>
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
          <AmountField label={t('creditLimit')} placeholder={t('noLimit')} {...fieldProps(form, 'creditLimit')} />
          <NumberInput
            label={t('paymentTermDays')}
            min={0}
            max={3650}
            allowDecimal={false}
            hideControls
            rightSection={
              <Text span fz={13} c="dimmed">
                {t('daysUnit')}
              </Text>
            }
            rightSectionWidth={48}
            value={form.values.paymentTermDays ?? ''}
            error={form.errors['paymentTermDays']}
            onChange={(value) => form.setFieldValue('paymentTermDays', typeof value === 'number' ? value : null)}
          />
        </SimpleGrid>
      </Section>
      <Section title={t('sections.notes')}>
        <Textarea
          aria-label={t('notes')}
          autosize
          minRows={3}
          maxRows={12}
          maxLength={4000}
          {...form.getInputProps('notes')}
        />
      </Section>
    </div>
  )
}

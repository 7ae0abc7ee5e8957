import { SimpleGrid, Textarea, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import type { LocalDate } from '../../src-shared/kernel/local-date.ts'
import { DateField } from '../components/date-field.tsx'
import { fieldProps } from '../lib/field-props.ts'
import { useWords } from '../lib/words.ts'
import { orderWords } from './order-words.ts'

/** What every order has besides its lines. */
export interface OrderTerms {
  orderedOn: LocalDate | null
  deliverBy: LocalDate | null
  deliveryAddress: string
  remark: string
}

/** Dates, address and remark; without the day of ordering where that stands already. */
export function OrderTermsFields<V extends Omit<OrderTerms, 'orderedOn'> & { orderedOn?: LocalDate | null }>({
  form: given,
  withOrderedOn,
}: {
  form: UseFormReturnType<V>
  withOrderedOn: boolean
}) {
  const t = useWords(orderWords)
  const form = given as unknown as UseFormReturnType<OrderTerms>
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
      {withOrderedOn && <DateField label={t('orderedOn')} required {...fieldProps(form, 'orderedOn')} />}
      <DateField label={t('deliverBy')} {...fieldProps(form, 'deliverBy')} />
      <TextInput
        label={t('deliveryAddress')}
        maxLength={300}
        autoComplete="off"
        // A date in focus would lay its calendar over a small dialog.
        {...(withOrderedOn ? {} : { 'data-autofocus': true })}
        {...form.getInputProps('deliveryAddress')}
      />
      <Textarea label={t('remark')} autosize minRows={1} maxLength={2000} {...form.getInputProps('remark')} />
    </SimpleGrid>
  )
}

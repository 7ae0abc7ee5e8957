import { SimpleGrid, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import type { Rate, UnitPrice } from '../../src-shared/kernel/decimal.ts'
import { taxRatesOnOffer } from '../../src-shared/kernel/tax.ts'
import { describeReason } from '../../src-shared/messages/describe-issues.ts'
import { createProduct } from '../../src-shared/products/products-operations.ts'
import { schemaErrors } from '../lib/field-errors.ts'
import { fieldProps } from '../lib/field-props.ts'
import { rpc } from '../lib/rpc.ts'
import { useLanguage, useWords } from '../lib/words.ts'
import { FormDialog } from './form-dialog.tsx'
import { fieldWords } from './field-words.ts'
import { RateSelect, UnitPriceField } from './number-fields.tsx'

export interface QuickProduct {
  id: string
  name: string
  specification: string
  unit: string
  unitPrice: UnitPrice
  taxRate: Rate
}

/** The least a product needs, asked where one is missing. */
export function QuickProductDialog(props: { name: string; onClose(): void; onPick(product: QuickProduct): void }) {
  const t = useWords(fieldWords)
  const language = useLanguage()
  const form = useForm({
    initialValues: {
      code: '',
      name: props.name,
      specification: '',
      unit: '',
      unitPrice: null as UnitPrice | null,
      taxRate: taxRatesOnOffer[0]!,
    },
    validate: (values) => ({
      ...schemaErrors(createProduct.input, values, language),
      ...(values.unitPrice === null && { unitPrice: describeReason('empty', language) }),
    }),
  })
  const create = useMutation({
    mutationFn: (product: Omit<QuickProduct, 'id'> & { code: string }) => rpc['products.create'](product),
    onSuccess: ({ id }, product) => props.onPick({ id, ...product }),
  })
  const submit = () => {
    const { unitPrice } = form.values
    if (!form.validate().hasErrors && unitPrice !== null) create.mutate({ ...form.values, unitPrice })
  }
  const text = (key: 'code' | 'name' | 'specification' | 'unit') => (
    <TextInput
      label={t(key)}
      required={key !== 'specification'}
      autoComplete="off"
      data-autofocus={key === 'code' || undefined}
      {...form.getInputProps(key)}
    />
  )
  return (
    <FormDialog
      title={t('createProductEmpty')}
      confirm={t('create')}
      busy={create.isPending}
      error={create.error}
      onSubmit={submit}
      onClose={props.onClose}
    >
      <SimpleGrid cols={2} spacing="sm">
        {text('code')}
        {text('name')}
        {text('specification')}
        {text('unit')}
        <UnitPriceField label={t('unitPrice')} required {...fieldProps(form, 'unitPrice')} />
        <RateSelect
          label={t('taxRate')}
          required
          value={form.values.taxRate}
          onChange={(rate) => rate !== null && form.setFieldValue('taxRate', rate)}
        />
      </SimpleGrid>
    </FormDialog>
  )
}

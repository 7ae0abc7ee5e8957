import { Modal, SimpleGrid, Stack, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { Rate, UnitPrice } from '../../src-shared/kernel/decimal.ts'
import { taxRatesOnOffer } from '../../src-shared/kernel/tax.ts'
import { wire } from '../lib/rpc.ts'
import { useWords } from '../lib/words.ts'
import { DialogButtons } from './dialog-buttons.tsx'
import { fieldWords } from './field-words.ts'
import { RateSelect, UnitPriceField } from './number-fields.tsx'
import { RefusalAlert } from './refusal-alert.tsx'

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
  const [code, setCode] = useState('')
  const [name, setName] = useState(props.name)
  const [specification, setSpecification] = useState('')
  const [unit, setUnit] = useState('')
  const [unitPrice, setUnitPrice] = useState<UnitPrice | null>(null)
  const [taxRate, setTaxRate] = useState<Rate | null>(taxRatesOnOffer[0]!)
  const create = useMutation(wire['products.create'].mutationOptions())
  const save = async () => {
    if (unitPrice === null || taxRate === null) return
    const product = {
      code,
      name: name.trim(),
      specification: specification.trim(),
      unit: unit.trim(),
      unitPrice,
      taxRate,
    }
    const { id } = await create.mutateAsync(product)
    props.onPick({ id, ...product })
  }
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={t('createProductEmpty')}
      closeButtonProps={{ 'aria-label': t('cancel') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          event.stopPropagation()
          // Shown by the alert below.
          save().catch(() => {})
        }}
      >
        <Stack gap="sm">
          <SimpleGrid cols={2} spacing="sm">
            <TextInput
              label={t('code')}
              required
              value={code}
              onChange={(event) => setCode(event.currentTarget.value)}
              data-autofocus
            />
            <TextInput
              label={t('name')}
              required
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <TextInput
              label={t('specification')}
              value={specification}
              onChange={(event) => setSpecification(event.currentTarget.value)}
            />
            <TextInput
              label={t('unit')}
              required
              value={unit}
              onChange={(event) => setUnit(event.currentTarget.value)}
            />
            <UnitPriceField label={t('unitPrice')} required value={unitPrice} onChange={setUnitPrice} />
            <RateSelect label={t('taxRate')} required value={taxRate} onChange={setTaxRate} />
          </SimpleGrid>
          <RefusalAlert error={create.error} />
          <DialogButtons confirm={t('create')} busy={create.isPending} onCancel={props.onClose} />
        </Stack>
      </form>
    </Modal>
  )
}

import { Accordion, Button, Drawer, Group, Loader, SimpleGrid, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { notifications } from '@mantine/notifications'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ProductRow } from '../../src-shared/products/products-operations.ts'
import { askBefore } from '../components/action-dialog.tsx'
import { FormFrame } from '../components/form-frame.tsx'
import { RecordHistory } from '../components/history/record-history.tsx'
import { RateSelect, UnitPriceField } from '../components/number-fields.tsx'
import { RefusalAlert } from '../components/refusal-alert.tsx'
import { isStale, StaleRecord } from '../components/stale-record.tsx'
import { fieldProps } from '../lib/field-props.ts'
import { useFormDraft } from '../lib/form-draft.ts'
import { useRights } from '../lib/rights.ts'
import { rpc, wire } from '../lib/rpc.ts'
import { useLanguage, useWords } from '../lib/words.ts'
import { DraftNotice } from '../components/draft-notice.tsx'
import {
  emptyProduct,
  productChanges,
  productErrors,
  productInput,
  productValues,
  type ProductValues,
} from './product-form.ts'
import { productWords } from './product-words.ts'

/** A product beside the list: `new`, the id of one, or closed. */
export function ProductDrawer({ id, onClose }: { id: string | null; onClose(): void }) {
  const t = useWords(productWords)
  return (
    <Drawer
      opened={id !== null}
      onClose={onClose}
      position="right"
      size={520}
      title={
        <Text fw={600} fz={16}>
          {t(id === 'new' ? 'create' : 'edit')}
        </Text>
      }
      closeButtonProps={{ 'aria-label': t('close') }}
      closeOnClickOutside={false}
    >
      {id === 'new' && <ProductForm key="new" product={null} onClose={onClose} onReload={() => {}} />}
      {id !== null && id !== 'new' && <ExistingProduct key={id} id={id} onClose={onClose} />}
    </Drawer>
  )
}

function ExistingProduct({ id, onClose }: { id: string; onClose(): void }) {
  const { data, error, refetch } = useQuery(wire['products.get'].queryOptions({ input: { id } }))
  // A change by someone else must not replace what is being typed.
  const [began, setBegan] = useState<ProductRow | null>(null)
  if (data === undefined)
    return error === null ? <Loader /> : <RefusalAlert error={error} onRetry={() => void refetch()} />
  const product = began ?? data
  return (
    <>
      <ProductForm
        key={product.version}
        product={product}
        onBegin={() => began ?? setBegan(data)}
        onReload={() => setBegan(null)}
        onClose={onClose}
      />
      <ProductHistory id={id} />
    </>
  )
}

function ProductHistory({ id }: { id: string }) {
  const t = useWords(productWords)
  const may = useRights()
  if (!may('audit.history')) return null
  return (
    <Accordion mt="lg" variant="contained">
      <Accordion.Item value="history">
        <Accordion.Control>{t('history')}</Accordion.Control>
        <Accordion.Panel>
          <RecordHistory table="products" id={id} />
        </Accordion.Panel>
      </Accordion.Item>
    </Accordion>
  )
}

interface ProductFormProps {
  product: ProductRow | null
  onClose(): void
  onBegin?(): void
  /** Takes what is stored now instead of what was read. */
  onReload(): void
}

function ProductForm({ product, onClose, onBegin, onReload }: ProductFormProps) {
  const t = useWords(productWords)
  const language = useLanguage()
  const may = useRights()
  const before = product === null ? emptyProduct : productValues(product)
  const draft = useFormDraft<ProductValues>(product === null ? 'product.new' : `product.${product.id}`)
  const [restored, setRestored] = useState(draft.found)
  const form = useForm<ProductValues>({
    initialValues: { ...before, ...draft.found?.values },
    validate: (values) => productErrors(values, language, missingText[language]),
    onValuesChange: (values) => {
      onBegin?.()
      draft.keep(values)
    },
  })
  const save = useMutation({
    mutationFn: ({ values, version }: { values: ProductValues; version: number | null }) =>
      product === null || version === null
        ? rpc['products.create'](productInput(values))
        : rpc['products.update']({ id: product.id, version, changes: productChanges(before, values) }),
    onSuccess: (_, { values }) => {
      draft.drop()
      notifications.show({ message: t('saved', { name: values.name }) })
      onClose()
    },
  })
  const editable = may('products.edit')
  const text = (key: 'code' | 'name' | 'specification' | 'unit' | 'category', most: number, required = false) => (
    <TextInput
      label={t(key)}
      maxLength={most}
      required={required}
      autoComplete="off"
      readOnly={!editable}
      {...form.getInputProps(key)}
    />
  )
  return (
    <FormFrame
      onSave={() => {
        if (editable && !form.validate().hasErrors)
          save.mutate({ values: form.values, version: product?.version ?? null })
      }}
    >
      <DraftNotice
        at={restored?.at ?? null}
        onDrop={() => {
          form.setValues(before)
          setRestored(null)
          draft.drop()
        }}
      />
      {!editable && (
        <Text fz="sm" c="dimmed">
          {t('readOnly')}
        </Text>
      )}
      {isStale(save.error) && product !== null ? (
        <StaleRecord
          table="products"
          id={product.id}
          since={product.updatedAt}
          saving={save.isPending}
          onReload={() => {
            draft.drop()
            save.reset()
            onReload()
          }}
          onKeepMine={() => {
            void rpc['products.get']({ id: product.id }).then(({ version }) =>
              save.mutate({ values: form.values, version }),
            )
          }}
        />
      ) : (
        <RefusalAlert error={save.error} />
      )}
      <SimpleGrid cols={2} spacing="md">
        {text('code', 60, true)}
        {text('category', 60)}
      </SimpleGrid>
      {text('name', 120, true)}
      {text('specification', 200)}
      <SimpleGrid cols={3} spacing="md">
        {text('unit', 20, true)}
        <UnitPriceField
          label={t('unitPrice')}
          required
          readOnly={!editable}
          unit={form.values.unit}
          {...fieldProps(form, 'unitPrice')}
        />
        <RateSelect label={t('taxRate')} required disabled={!editable} {...fieldProps(form, 'taxRate')} />
      </SimpleGrid>
      <Textarea
        label={t('notes')}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={2000}
        readOnly={!editable}
        {...form.getInputProps('notes')}
      />
      {editable && (
        <Group justify="space-between" mt="xs">
          {product === null ? <span /> : <RetireButton product={product} onDone={onClose} />}
          <Group>
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button type="submit" loading={save.isPending}>
              {t('save')}
            </Button>
          </Group>
        </Group>
      )}
    </FormFrame>
  )
}

const missingText = { zh: '不能为空', en: 'must not be empty' } as const

function RetireButton({ product, onDone }: { product: ProductRow; onDone(): void }) {
  const t = useWords(productWords)
  const { id, version, name, active } = product
  const restore = useMutation({
    mutationFn: () => rpc['products.restore']({ id, version }),
    onSuccess: () => {
      notifications.show({ message: t('restored', { name }) })
      onDone()
    },
  })
  if (!active)
    return (
      <Stack gap={4}>
        <Button variant="default" loading={restore.isPending} onClick={() => restore.mutate()}>
          {t('restore')}
        </Button>
        <RefusalAlert error={restore.error} />
      </Stack>
    )
  return (
    <Button
      variant="default"
      onClick={() =>
        askBefore({
          title: t('retireTitle', { name }),
          text: t('retireText'),
          confirm: t('retire'),
          run: async () => {
            await rpc['products.retire']({ id, version })
            notifications.show({ message: t('retired', { name }) })
            onDone()
          },
        })
      }
    >
      {t('retire')}
    </Button>
  )
}

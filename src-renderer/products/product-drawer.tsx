import { Button, SimpleGrid, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation, useQuery } from '@tanstack/react-query'
import type { ProductRow } from '../../src-shared/products/products-operations.ts'
import { askBefore } from '../components/action-dialog.tsx'
import { RecordPending } from '../components/detail-page.tsx'
import { DraftNotice } from '../components/draft-notice.tsx'
import { FormFrame } from '../components/form-frame.tsx'
import { useKeptForm } from '../components/kept-form.ts'
import { RateSelect, UnitPriceField } from '../components/number-fields.tsx'
import { DrawerButtons, DrawerHistory, RecordDrawer } from '../components/record-drawer.tsx'
import { RefusalAlert } from '../components/refusal-alert.tsx'
import { SaveProblem } from '../components/stale-record.tsx'
import { useBegan, type Editing } from '../lib/began.ts'
import { fieldProps } from '../lib/field-props.ts'
import { useRights } from '../lib/rights.ts'
import { rpc, wire } from '../lib/rpc.ts'
import { useLanguage, useWords } from '../lib/words.ts'
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
    <RecordDrawer id={id} title={t(id === 'new' ? 'create' : 'edit')} onClose={onClose}>
      {id === 'new' && <ProductForm key="new" product={null} onClose={onClose} />}
      {id !== null && id !== 'new' && <ExistingProduct key={id} id={id} onClose={onClose} />}
    </RecordDrawer>
  )
}

function ExistingProduct({ id, onClose }: { id: string; onClose(): void }) {
  const query = useQuery(wire['products.get'].queryOptions({ input: { id } }))
  const { record: product, editing } = useBegan(query)
  if (product === undefined) return <RecordPending query={query} />
  return (
    <>
      <ProductForm key={product.version} product={product} onClose={onClose} {...editing} />
      <DrawerHistory table="products" id={id} />
    </>
  )
}

interface ProductFormProps extends Editing {
  product: ProductRow | null
  onClose(): void
}

function ProductForm({ product, onClose, onBegin, onReload }: ProductFormProps) {
  const t = useWords(productWords)
  const language = useLanguage()
  const may = useRights()
  const before = product === null ? emptyProduct : productValues(product)
  const { form, restored, done } = useKeptForm<ProductValues>({
    name: product === null ? 'product.new' : `product.${product.id}`,
    before,
    validate: (values) => productErrors(values, language),
    ...(onBegin && { onChange: onBegin }),
  })
  const save = useMutation({
    mutationFn: (version: number | null) =>
      product === null || version === null
        ? rpc['products.create'](productInput(form.values))
        : rpc['products.update']({ id: product.id, version, changes: productChanges(before, form.values) }),
    onSuccess: () => {
      done()
      notifications.show({ message: t('saved', { name: form.values.name }) })
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
        if (editable && !form.validate().hasErrors) save.mutate(product?.version ?? null)
      }}
    >
      <DraftNotice {...restored} />
      {!editable && (
        <Text fz="sm" c="dimmed">
          {t('readOnly')}
        </Text>
      )}
      <SaveProblem
        error={save.error}
        table="products"
        record={product}
        saving={save.isPending}
        onReload={() => done(onReload)}
        onKeepMine={() => void rpc['products.get']({ id: product!.id }).then(({ version }) => save.mutate(version))}
      />
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
        <DrawerButtons busy={save.isPending} onCancel={onClose}>
          {product !== null && <RetireButton product={product} onDone={onClose} />}
        </DrawerButtons>
      )}
    </FormFrame>
  )
}

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

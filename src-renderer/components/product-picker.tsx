import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatUnitPrice, type UnitPrice } from '../../src-shared/kernel/decimal.ts'
import { useRights } from '../lib/rights.ts'
import { wire } from '../lib/rpc.ts'
import { useWords } from '../lib/words.ts'
import { fieldWords } from './field-words.ts'
import { QuickProductDialog } from './quick-product-dialog.tsx'
import { noSearch, RecordPicker, type PickedRecord, type RecordPickerProps } from './record-picker.tsx'

const shownProduct = (product: {
  id: string
  name: string
  specification: string
  unitPrice: UnitPrice
  unit: string
}): PickedRecord => ({
  id: product.id,
  title: product.name,
  note: [product.specification, `¥${formatUnitPrice(product.unitPrice)}/${product.unit}`].filter(Boolean).join(' · '),
})

/** A product on offer by name, code, specification or pinyin initials; a new one is made on the spot. */
export function ProductPicker(props: RecordPickerProps & { clearable?: boolean }) {
  const t = useWords(fieldWords)
  const may = useRights()
  const [creating, setCreating] = useState<string | null>(null)
  const [search, setSearch] = useState(noSearch)
  const found = useQuery({
    ...wire['products.list'].queryOptions({
      input: { ...(search.text === '' ? {} : { text: search.text }), limit: 20 },
    }),
    enabled: search.opened,
    placeholderData: keepPreviousData,
  })
  const picked = useQuery({
    ...wire['products.get'].queryOptions({ input: { id: props.value ?? '' } }),
    enabled: props.value !== null,
  })
  return (
    <>
      <RecordPicker
        {...props}
        source={{
          recentName: 'product',
          onSearch: setSearch,
          found: found.data?.rows.map(shownProduct),
          picked: props.value === null || picked.data === undefined ? undefined : shownProduct(picked.data),
          ...(may('products.edit')
            ? {
                create: {
                  label: (text) => (text === '' ? t('createProductEmpty') : t('createProduct', { text })),
                  open: setCreating,
                },
              }
            : {}),
        }}
      />
      {creating !== null && (
        <QuickProductDialog
          name={creating}
          onClose={() => setCreating(null)}
          onPick={({ id }) => {
            setCreating(null)
            props.onChange(id)
          }}
        />
      )}
    </>
  )
}

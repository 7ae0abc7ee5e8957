import { Text } from '@mantine/core'
import { formatRate } from '../../src-shared/kernel/decimal.ts'
import type { ProductRow } from '../../src-shared/products/products-operations.ts'
import type { Column } from '../components/data-table.tsx'
import { StatusBadge } from '../components/status-badge.tsx'
import { priceText } from '../lib/price-text.ts'
import type { TranslateOf } from '../lib/words.ts'
import type { productWords } from './product-words.ts'

type ProductTranslate = TranslateOf<typeof productWords>

export function productColumns(t: ProductTranslate, instant: (ms: number) => string): Column<ProductRow>[] {
  const text = (
    key: 'code' | 'name' | 'specification' | 'unit' | 'category',
    width: number,
    more: Partial<Column<ProductRow>> = {},
  ): Column<ProductRow> => ({ key, label: t(key), width, text: (row) => row[key], render: (row) => row[key], ...more })
  return [
    text('code', 130, { sort: 'code' }),
    text('name', 240, {
      sort: 'name',
      grow: true,
      render: (row) => (
        <>
          <Text span inherit fw={500} {...(row.active ? {} : { c: 'dimmed' })}>
            {row.name}
          </Text>{' '}
          {!row.active && <StatusBadge tone="draft" label={t('states.retired')} />}
        </>
      ),
    }),
    text('specification', 200),
    text('category', 110),
    text('unit', 64),
    {
      key: 'unitPrice',
      label: t('unitPrice'),
      width: 130,
      align: 'end',
      text: (row) => priceText(row.unitPrice),
      render: (row) => priceText(row.unitPrice),
    },
    {
      key: 'taxRate',
      label: t('taxRate'),
      width: 70,
      align: 'end',
      text: (row) => formatRate(row.taxRate),
      render: (row) => formatRate(row.taxRate),
    },
    {
      key: 'updatedAt',
      label: t('updatedAt'),
      width: 140,
      sort: 'updated',
      text: (row) => instant(row.updatedAt),
      render: (row) => instant(row.updatedAt),
    },
  ]
}

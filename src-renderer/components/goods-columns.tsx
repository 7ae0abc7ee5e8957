import { Text } from '@mantine/core'
import type { Cents } from '../../src-shared/kernel/cents.ts'
import {
  formatQuantity,
  formatRate,
  type Quantity,
  type Rate,
  type UnitPrice,
} from '../../src-shared/kernel/decimal.ts'
import { priceText } from '../lib/price-text.ts'
import { useWords } from '../lib/words.ts'
import { Amount } from './amount.tsx'
import { goodsWords } from './line-grid/goods-words.ts'
import type { RecordColumn } from './record-table.tsx'

interface Goods {
  lineNo: number
  name: string
  specification: string
  unit: string
  quantity: Quantity
  unitPrice: UnitPrice
  taxRate: Rate
  amount: Cents
  remark: string
}

/** The columns in which lines of goods are read, in a contract, an order or a shipment: each takes those it needs. */
export function useGoodsColumns() {
  const t = useWords(goodsWords)
  return {
    no: { key: 'no', label: t('no'), render: (line) => line.lineNo },
    name: { key: 'name', label: t('name'), render: (line) => line.name },
    /** Name and specification in one, where there is little room. */
    goods: {
      key: 'name',
      label: t('name'),
      render: (line) => (
        <>
          {line.name}{' '}
          <Text span fz={12} c="dimmed">
            {line.specification}
          </Text>
        </>
      ),
    },
    specification: { key: 'specification', label: t('specification'), render: (line) => line.specification },
    quantity: {
      key: 'quantity',
      label: t('quantity'),
      end: true,
      render: (line) => `${formatQuantity(line.quantity)} ${line.unit}`,
    },
    unitPrice: { key: 'unitPrice', label: t('unitPrice'), end: true, render: (line) => priceText(line.unitPrice) },
    taxRate: { key: 'taxRate', label: t('taxRate'), end: true, render: (line) => formatRate(line.taxRate) },
    amount: { key: 'amount', label: t('amount'), end: true, render: (line) => <Amount value={line.amount} /> },
    remark: { key: 'remark', label: t('remark'), render: (line) => line.remark },
  } satisfies Record<string, RecordColumn<Goods>>
}

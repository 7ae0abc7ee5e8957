import { goodsColumns } from '../imports/goods-columns.ts'
import type { ImportColumn } from '../imports/sheet-table.ts'

export type LineImportColumn =
  | 'name'
  | 'specification'
  | 'unit'
  | 'quantity'
  | 'unitPrice'
  | 'taxRate'
  | 'deliverBy'
  | 'remark'

/** Columns of a sheet of goods, as customers' orders and our own quotations have them. */
export const lineColumns: readonly ImportColumn<LineImportColumn>[] = [
  {
    key: 'name',
    title: { zh: '名称', en: 'Name' },
    also: [
      '产品或服务',
      '产品名称',
      '商品名称',
      '货物名称',
      '品名',
      '产品',
      '货物或应税劳务名称',
      'product or service',
    ],
    required: true,
    hint: { zh: '产品或服务的名称', en: 'What is sold or bought' },
    example: '三坐标测量机',
  },
  goodsColumns.specification,
  goodsColumns.unit,
  {
    key: 'quantity',
    title: { zh: '数量', en: 'Quantity' },
    also: ['订购数量', 'qty'],
    required: true,
    hint: { zh: '大于零', en: 'Above zero' },
    example: '2',
  },
  { ...goodsColumns.unitPrice, hint: { zh: '元，含税', en: 'CNY, tax included' } },
  { ...goodsColumns.taxRate, hint: { zh: '不填为 13%', en: '13% when left out' } },
  {
    key: 'deliverBy',
    title: { zh: '交货日期', en: 'Deliver by' },
    also: ['交期', '交货期', '交付日期'],
    hint: { zh: '如 2026-12-31，可不填', en: 'Such as 2026-12-31; may be left out' },
    example: '2026-12-31',
  },
  {
    key: 'remark',
    title: { zh: '备注', en: 'Remark' },
    also: ['说明'],
    hint: { zh: '可不填', en: 'May be left out' },
    example: '',
  },
]

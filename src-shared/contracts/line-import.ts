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
  {
    key: 'specification',
    title: { zh: '规格型号', en: 'Specification' },
    also: ['规格', '型号'],
    hint: { zh: '可不填', en: 'May be left out' },
    example: '1000×600×800 mm',
  },
  {
    key: 'unit',
    title: { zh: '单位', en: 'Unit' },
    also: ['计量单位'],
    hint: { zh: '台、件、吨等', en: 'pcs, set, t…' },
    example: '台',
  },
  {
    key: 'quantity',
    title: { zh: '数量', en: 'Quantity' },
    also: ['订购数量', 'qty'],
    required: true,
    hint: { zh: '大于零', en: 'Above zero' },
    example: '2',
  },
  {
    key: 'unitPrice',
    title: { zh: '含税单价', en: 'Price incl. tax' },
    also: ['单价', '价格', 'price', 'unit price'],
    required: true,
    hint: { zh: '元，含税', en: 'CNY, tax included' },
    example: '268000',
  },
  {
    key: 'taxRate',
    title: { zh: '税率', en: 'Tax rate' },
    also: ['增值税税率'],
    hint: { zh: '不填为 13%', en: '13% when left out' },
    example: '13%',
  },
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

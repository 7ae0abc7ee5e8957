import { parseUnitPrice } from '../kernel/decimal.ts'
import { readRate } from '../kernel/read-rate.ts'
import { goodsColumns } from '../imports/goods-columns.ts'
import type { CellReader } from '../imports/read-cells.ts'
import type { ImportColumn } from '../imports/sheet-table.ts'
import { productFields } from './product-fields.ts'

export type ProductColumn = keyof typeof productFields

export const productColumns: readonly ImportColumn<ProductColumn>[] = [
  {
    key: 'code',
    title: { zh: '编码', en: 'Code' },
    also: ['产品编码', '商品编码', '物料编码', '编号', '货号'],
    required: true,
    hint: { zh: '每个产品一个，不能重复', en: 'One for each product, never twice' },
    example: 'LC-CMM-1068',
  },
  {
    key: 'name',
    title: { zh: '名称', en: 'Name' },
    also: ['产品名称', '商品名称', '品名', '物料名称', '产品'],
    required: true,
    hint: { zh: '最多 120 字', en: 'At most 120 characters' },
    example: '三坐标测量机',
  },
  goodsColumns.specification,
  { ...goodsColumns.unit, required: true },
  goodsColumns.unitPrice,
  { ...goodsColumns.taxRate, required: true },
  {
    key: 'category',
    title: { zh: '类别', en: 'Category' },
    also: ['分类', '产品类别'],
    hint: { zh: '可不填', en: 'May be left out' },
    example: '测量设备',
  },
  {
    key: 'notes',
    title: { zh: '备注', en: 'Notes' },
    also: ['说明'],
    hint: { zh: '可不填', en: 'May be left out' },
    example: '',
  },
]

export const productReaders: Readonly<Record<ProductColumn, CellReader>> = {
  code: { schema: productFields.code, required: true },
  name: { schema: productFields.name, required: true },
  specification: { schema: productFields.specification },
  unit: { schema: productFields.unit, required: true },
  unitPrice: { schema: productFields.unitPrice, parse: parseUnitPrice, required: true },
  taxRate: { schema: productFields.taxRate, parse: readRate, required: true },
  category: { schema: productFields.category },
  notes: { schema: productFields.notes },
}

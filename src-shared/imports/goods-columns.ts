import type { ImportColumn } from './sheet-table.ts'

/** What sheets of goods have alike, whether they list products or lines of a contract. */
export const goodsColumns = {
  specification: {
    key: 'specification',
    title: { zh: '规格型号', en: 'Specification' },
    also: ['规格', '型号'],
    hint: { zh: '可不填', en: 'May be left out' },
    example: '1000×600×800 mm',
  },
  unit: {
    key: 'unit',
    title: { zh: '单位', en: 'Unit' },
    also: ['计量单位'],
    hint: { zh: '台、件、吨等', en: 'pcs, set, t…' },
    example: '台',
  },
  unitPrice: {
    key: 'unitPrice',
    title: { zh: '含税单价', en: 'Price incl. tax' },
    also: ['单价', '价格', 'price', 'unit price'],
    required: true,
    hint: { zh: '元，含税，最多六位小数', en: 'CNY, tax included, six decimals at most' },
    example: '268000',
  },
  taxRate: {
    key: 'taxRate',
    title: { zh: '税率', en: 'Tax rate' },
    also: ['增值税税率'],
    hint: { zh: '13%、0.13 或 13 都可以', en: '13%, 0.13 or 13' },
    example: '13%',
  },
} as const satisfies Record<string, ImportColumn>

import { defineWords, type TranslateOf } from '../../lib/words.ts'

export const goodsWords = defineWords(
  'goods',
  {
    label: '标的明细',
    no: '序号',
    name: '产品或服务',
    specification: '规格型号',
    unit: '单位',
    quantity: '数量',
    unitPrice: '含税单价',
    amount: '金额',
    taxRate: '税率',
    deliverBy: '交货日期',
    remark: '备注',
    totals: '含税合计 {{amount}}，其中不含税 {{net}}、税额 {{tax}}',
  },
  {
    label: 'Lines',
    no: 'No.',
    name: 'Product or service',
    specification: 'Specification',
    unit: 'Unit',
    quantity: 'Quantity',
    unitPrice: 'Price incl. tax',
    amount: 'Amount',
    taxRate: 'Tax rate',
    deliverBy: 'Deliver by',
    remark: 'Remark',
    totals: 'Total incl. tax {{amount}}; net {{net}}, tax {{tax}}',
  },
)

export type GoodsTranslate = TranslateOf<typeof goodsWords>

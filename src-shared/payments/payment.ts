import { z } from 'zod'

/** 回款 comes in, 付款 goes out. */
export const PaymentDirection = z.enum(['in', 'out'])
export type PaymentDirection = z.infer<typeof PaymentDirection>

/** 银行转账, 承兑汇票, 现金, 支票, 其他. */
export const PaymentMethod = z.enum(['transfer', 'acceptanceBill', 'cash', 'cheque', 'other'])
export type PaymentMethod = z.infer<typeof PaymentMethod>

import type { z } from 'zod'
import type { getPayment } from '../../src-shared/payments/payments-operations.ts'

export type PaymentDetail = z.output<(typeof getPayment)['output']>

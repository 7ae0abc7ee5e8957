import { z } from 'zod'
import { defineStatusTable } from '../kernel/status-table.ts'

export const PaymentStatus = z.enum(['recorded', 'void'])
export type PaymentStatus = z.infer<typeof PaymentStatus>

export const paymentStatuses = defineStatusTable({
  void: { recorded: 'void' },
} satisfies Record<string, Partial<Record<PaymentStatus, PaymentStatus>>>)

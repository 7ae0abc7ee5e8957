import { subtractCents, type Cents } from '../../src-shared/kernel/cents.ts'
import type { Id } from '../../src-shared/kernel/ids.ts'
import { refuse } from '../../src-shared/kernel/refusal.ts'
import {
  recordPayment,
  settlePayment,
  unsettlePayment,
  voidPayment,
} from '../../src-shared/payments/payments-operations.ts'
import { paymentStatuses } from '../../src-shared/payments/payment-status.ts'
import { parties } from '../db/schema/parties.ts'
import { payments, settlements } from '../db/schema/payments.ts'
import { recordById } from '../db/record-by-id.ts'
import type { ReadDatabase } from '../db/workspace-database.ts'
import { handleCommand } from '../execution/handlers.ts'
import { takeNumber } from '../numbering/take-number.ts'
import { settle, takeBack, type PaymentRecord } from './settle.ts'

export const handleRecordPayment = handleCommand(recordPayment, (context, { settlements: wanted, ...values }) => {
  const party = recordById(context.read, parties, values.partyId)
  if (values.paidOn > context.today) throw refuse('payment.inFuture', { paidOn: values.paidOn, today: context.today })
  const payment = context.write.insert(payments, {
    id: context.newId<'Payment'>(),
    number: takeNumber(context, 'payment', values.direction, context.today),
    status: 'recorded',
    settledAmount: 0 as Cents,
    voidReason: '',
    ...values,
  })
  context.index('payment', payment.id, { title: `${payment.number} ${party.name}`, text: payment.bankReference })
  const settled = settle(context, payment, wanted)
  return { ...progress(settled), number: payment.number }
})

export const handleSettlePayment = handleCommand(settlePayment, (context, { id, version, settlements: wanted }) => {
  const payment = readPayment(context.read, id)
  if (payment.version !== version)
    throw refuse('record.stale', { table: 'payments', id, seen: version, version: payment.version })
  return progress(settle(context, payment, wanted))
})

export const handleUnsettlePayment = handleCommand(unsettlePayment, (context, { id, version, settlementId }) => {
  const payment = readPayment(context.read, id)
  const settlement = recordById(context.read, settlements, settlementId, { paymentId: id })
  takeBack(context, payment, settlement)
  const updated = context.write.update(
    payments,
    id,
    { settledAmount: subtractCents(payment.settledAmount, settlement.amount) },
    version,
  )
  return progress(updated)
})

export const handleVoidPayment = handleCommand(voidPayment, (context, { id, version, reason }) => {
  const payment = readPayment(context.read, id)
  const status = paymentStatuses.move('void', payment.status)
  if (payment.settledAmount !== 0)
    throw refuse('payment.voidWhileSettled', { number: payment.number, settled: payment.settledAmount })
  const updated = context.write.update(payments, id, { status, voidReason: reason }, version)
  return { id, version: updated.version, status }
})

/** Refuses `record.missing`. */
const readPayment = (read: ReadDatabase, id: Id<'Payment'>) => recordById(read, payments, id)

const progress = ({ id, version, amount, settledAmount }: PaymentRecord) => ({
  id,
  version,
  settledAmount,
  openAmount: subtractCents(amount, settledAmount),
})

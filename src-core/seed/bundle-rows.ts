import type { ContractBundle, OrderBundle, WorldRecord } from './world-rows.ts'

/** A contract and all that hangs on it, what is named before what names it. */
export function* contractRows(bundle: ContractBundle): Generator<WorldRecord> {
  yield { table: 'contracts', row: bundle.contract }
  for (const row of bundle.parties) yield { table: 'contractParties', row }
  for (const row of bundle.lines) yield { table: 'contractLines', row }
  for (const row of bundle.plan) yield { table: 'paymentPlanItems', row }
  for (const order of bundle.orders) yield* orderRows(order)
  for (const row of bundle.payments) yield { table: 'payments', row }
  for (const row of bundle.settlements) yield { table: 'settlements', row }
}

/** An order and all that hangs on it. */
export function* orderRows(bundle: OrderBundle): Generator<WorldRecord> {
  yield { table: 'orders', row: bundle.order }
  for (const row of bundle.lines) yield { table: 'orderLines', row }
  for (const row of bundle.shipments) yield { table: 'shipments', row }
  for (const row of bundle.shipmentLines) yield { table: 'shipmentLines', row }
  for (const row of bundle.events) yield { table: 'trackingEvents', row }
}

import { z } from 'zod'
import type { ContractStage } from '../contracts/contract-stage.ts'
import type { MoneyDirection } from '../contracts/contract.ts'
import { subtractCents, ZERO_CENTS, type Cents } from '../kernel/cents.ts'
import type { PaymentDirection } from './payment.ts'

/** What an amount is settled against: an instalment, a contract that has none as a whole, or what was paid on a contract before (退款). */
export const SettledAs = z.enum(['instalment', 'contract', 'refund'])
export type SettledAs = z.infer<typeof SettledAs>

/** Stages in which money moves on a contract; of a terminated one the last of it: what is still owed, and what goes back. */
export const settleableStages: readonly ContractStage[] = ['signed', 'active', 'completed', 'terminated']

interface ContractMoney {
  direction: MoneyDirection
  amount: Cents
  orderedAmount: Cents
  settledAmount: Cents
}

/** Money that goes against the contract's direction goes back; null where no money moves on the contract. */
export function settledAs(contract: Pick<ContractMoney, 'direction'>, direction: PaymentDirection): SettledAs | null {
  if (contract.direction === 'none') return null
  return contract.direction === direction ? 'contract' : 'refund'
}

/** What may still be settled against the contract as a whole: its amount, or what was ordered where it names none (framework), less what was paid. */
export function openOfContract({ amount, orderedAmount, settledAmount }: ContractMoney): Cents {
  const whole = amount > 0 ? amount : orderedAmount
  return whole > settledAmount ? subtractCents(whole, settledAmount) : ZERO_CENTS
}

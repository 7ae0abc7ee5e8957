import { addQuantity, rateOfQuantity, subtractQuantity, type Quantity, type Rate } from '../kernel/decimal.ts'

/** What orders may still take of a contract line: its quantity plus the allowance, less what is ordered. */
export function remainingQuantity(line: { quantity: Quantity; orderedQuantity: Quantity }, allowance: Rate): Quantity {
  return subtractQuantity(addQuantity(line.quantity, rateOfQuantity(line.quantity, allowance)), line.orderedQuantity)
}

import { useDebouncedValue } from '@mantine/hooks'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { subtractCents, ZERO_CENTS, type Cents } from '../../src-shared/kernel/cents.ts'
import { refuse, type Refusal } from '../../src-shared/kernel/refusal.ts'
import type { PaymentDirection } from '../../src-shared/payments/payment.ts'
import { wire } from '../lib/rpc.ts'
import { amountOf, proposedAmounts, remainderOf, settlementsOf, targetOf, type Amounts } from './settlement-amounts.ts'

interface Wanted {
  partyId: string | null
  direction: PaymentDirection
  /** What there is to settle, null while it is not known. */
  amount: Cents | null
  contractId?: string | undefined
  /** What a person gave each instalment; null follows the proposal. */
  byHand: Amounts | null
}

/** The open instalments of a party and what of an amount goes to each: as proposed, until a person says otherwise. */
export function useSettlement({ partyId, direction, amount, contractId, byHand }: Wanted) {
  const [asked] = useDebouncedValue(amount ?? ZERO_CENTS, 120)
  const client = useQueryClient()
  const proposalFor = (of: Cents) =>
    wire['payments.proposeSettlement'].queryOptions({
      input: { partyId: partyId ?? '', direction, amount: of, ...(contractId === undefined ? {} : { contractId }) },
    })
  const query = useQuery({
    ...proposalFor(asked),
    enabled: partyId !== null,
    placeholderData: (before, earlier) =>
      // While the amount is typed the list stays; of another party it would be wrong.
      sameParty(earlier?.queryKey, partyId) ? before : undefined,
  })
  const items = useMemo(() => (partyId === null ? [] : (query.data ?? [])), [partyId, query.data])
  const amounts = byHand ?? proposedAmounts(items)
  const total = amount ?? ZERO_CENTS
  const problemOf = (item: (typeof items)[number]): Refusal | undefined => {
    const wanted = amountOf(amounts, targetOf(item))
    if (wanted <= item.openAmount) return undefined
    const settled = subtractCents(item.planned, item.openAmount)
    const [contract, open] = [item.contractNumber, item.openAmount]
    if (item.settledAs === 'contract') return refuse('payment.overContract', { contract, wanted, open, settled })
    if (item.settledAs === 'refund') return refuse('payment.overRefund', { contract, wanted, paid: open })
    return refuse('payment.overPlanItem', { contract, item: item.item, wanted, open, planned: item.planned, settled })
  }
  const remainder = remainderOf(total, items, amounts)
  const settlements = settlementsOf(items, amounts)
  const pending = byHand === null && partyId !== null && (asked !== total || query.isFetching)
  return {
    items,
    amounts,
    total,
    remainder,
    problemOf,
    error: query.error,
    known: partyId !== null && query.data !== undefined,
    proposed: proposedAmounts(items),
    settlements,
    /** The same, but of what is proposed for the amount where that was typed a moment ago. */
    settlementsNow: async () => {
      if (!pending) return settlements
      const fresh = await client.fetchQuery(proposalFor(total))
      return settlementsOf(fresh, proposedAmounts(fresh))
    },
    /** Whether it can be saved: nothing beyond what is open or what there is. A proposal never is. */
    sound: pending || (remainder >= 0 && items.every((item) => problemOf(item) === undefined)),
  }
}

export type Settlement = ReturnType<typeof useSettlement>

function sameParty(key: readonly unknown[] | undefined, partyId: string | null): boolean {
  return partyId !== null && JSON.stringify(key ?? []).includes(partyId)
}

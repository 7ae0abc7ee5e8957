import type { SettledAs } from '../../src-shared/payments/settlement.ts'
import { useWords } from '../lib/words.ts'
import { tradeWords } from './trade-words.ts'

/** What an amount is settled against, in words: the instalment's name, the contract as a whole, or that it goes back. */
export function useSettledName(): (settlement: { settledAs: SettledAs; item: string }) => string {
  const t = useWords(tradeWords)
  return ({ settledAs, item }) => (settledAs === 'instalment' ? item : t(`settledAs.${settledAs}`))
}

import type { z } from 'zod'
import type { NumberedKind } from '../../src-shared/numbering/numbering.ts'
import type { NumberingRuleRow } from '../../src-shared/numbering/numbering-operations.ts'
import { contractWords } from '../components/contract-words.ts'
import { tradeWords } from '../components/trade-words.ts'
import { useWords } from '../lib/words.ts'
import { numberingWords } from './numbering-words.ts'

export type Rule = z.infer<typeof NumberingRuleRow>

/** What a rule's type is called: contract type, order kind, direction of a payment. */
export function useTypeName(): (kind: NumberedKind, type: string | null) => string {
  const t = useWords(numberingWords)
  const contract = useWords(contractWords)
  const trade = useWords(tradeWords)
  return (kind, type) => {
    if (type === null) return t('allTypes')
    const known: Record<NumberedKind, (key: never) => string> = {
      contract: (key) => contract(`types.${key}`),
      draft: (key) => contract(`types.${key}`),
      order: (key) => trade(`orderKinds.${key}`),
      shipment: (key) => t(`shipmentTypes.${key}`),
      payment: (key) => trade(`directions.${key}`),
    }
    return known[kind](type as never)
  }
}

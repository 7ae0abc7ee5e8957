import { Anchor } from '@mantine/core'
import { formatYuan } from '../../src-shared/kernel/cents.ts'
import type { PartyDetail } from '../../src-shared/parties/parties-operations.ts'
import { Facts } from '../components/facts.tsx'
import { useWords } from '../lib/words.ts'
import { partyWords } from './party-words.ts'

/** What is known of a party, grouped as people look for it. */
export function PartyFacts({ party, columns = 2 }: { party: PartyDetail; columns?: 1 | 2 }) {
  const t = useWords(partyWords)
  const email = party.email === '' ? '' : <Anchor href={`mailto:${party.email}`}>{party.email}</Anchor>
  const notes = party.notes === '' ? '' : <span style={{ whiteSpace: 'pre-wrap' }}>{party.notes}</span>
  return (
    <Facts
      columns={columns}
      items={[
        [t('kind'), t(`kinds.${party.kind}`)],
        [t('creditCode'), party.creditCode],
        [t('shortName'), party.shortName],
        [t('owner'), party.owner],
        [t('legalRepresentative'), party.legalRepresentative],
        [t('phone'), party.phone],
        [t('email'), email],
        [t('address'), party.address],
        [t('industry'), party.industry],
        [t('region'), party.region],
        [t('level'), party.level],
        [t('bankName'), party.bankName],
        [t('bankAccount'), party.bankAccount],
        [t('creditLimit'), party.creditLimit === null ? t('noLimit') : formatYuan(party.creditLimit)],
        [t('paymentTermDays'), party.paymentTermDays === null ? '' : t('days', { count: party.paymentTermDays })],
        [t('notes'), notes],
      ]}
    />
  )
}

import type { ContractDetail } from '../../src-shared/contracts/contracts-operations.ts'
import { formatYuan, subtractCents } from '../../src-shared/kernel/cents.ts'
import { daysBetween } from '../../src-shared/kernel/local-date.ts'
import { Amount } from '../components/amount.tsx'
import { Figure, Figures } from '../components/figures.tsx'
import { StatusBadge } from '../components/status-badge.tsx'
import { useToday } from '../lib/instants.ts'
import { useWords } from '../lib/words.ts'
import { contractDetailWords } from './contract-detail-words.ts'

/** How the contract stands, in four figures. */
export function ContractFigures({ contract }: { contract: ContractDetail }) {
  const t = useWords(contractDetailWords)
  const today = useToday()
  const { amount, settledAmount, direction, stage } = contract
  const runs = stage === 'signed' || stage === 'active'
  const left = contract.expiresOn === null ? null : daysBetween(today, contract.expiresOn)
  return (
    <Figures>
      <Figure
        label={t('figures.amount')}
        value={<Amount value={amount} />}
        note={t('figures.net', { net: formatYuan(contract.netAmount), tax: formatYuan(contract.taxAmount) })}
      />
      {direction !== 'none' && (
        <Figure
          label={t(direction === 'in' ? 'figures.received' : 'figures.paid')}
          value={<Amount value={settledAmount} />}
          note={t('figures.open', { amount: formatYuan(subtractCents(amount, settledAmount)) })}
          share={[settledAmount, amount]}
        />
      )}
      {contract.lines.length > 0 && (
        <Figure
          label={t('figures.shipped')}
          value={<Amount value={contract.shippedAmount} />}
          note={t('figures.ordered', { amount: formatYuan(contract.orderedAmount) })}
          share={[contract.shippedAmount, amount]}
        />
      )}
      <Figure
        label={t('figures.term')}
        value={contract.expiresOn ?? t('figures.noTerm')}
        note={
          <>
            {contract.signedOn === null ? t('figures.notSigned') : t('figures.signedOn', { date: contract.signedOn })}{' '}
            {runs && left !== null && left <= 90 && (
              <StatusBadge
                tone={left < 0 ? 'late' : 'waiting'}
                label={left < 0 ? t('figures.over', { days: -left }) : t('figures.days', { days: left })}
              />
            )}
          </>
        }
      />
    </Figures>
  )
}

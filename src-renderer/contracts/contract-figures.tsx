import { Progress } from '@mantine/core'
import type { ReactNode } from 'react'
import type { ContractDetail } from '../../src-shared/contracts/contracts-operations.ts'
import { formatYuan, subtractCents, type Cents } from '../../src-shared/kernel/cents.ts'
import { daysBetween } from '../../src-shared/kernel/local-date.ts'
import { Amount } from '../components/amount.tsx'
import { StatusBadge } from '../components/status-badge.tsx'
import { useToday } from '../lib/instants.ts'
import { useWords } from '../lib/words.ts'
import { contractDetailWords } from './contract-detail-words.ts'
import classes from './contract-detail.module.css'

/** How the contract stands, in four figures. */
export function ContractFigures({ contract }: { contract: ContractDetail }) {
  const t = useWords(contractDetailWords)
  const today = useToday()
  const { amount, settledAmount, direction, stage } = contract
  const runs = stage === 'signed' || stage === 'active'
  const left = contract.expiresOn === null ? null : daysBetween(today, contract.expiresOn)
  return (
    <dl className={classes.figures} style={{ margin: 0 }}>
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
    </dl>
  )
}

function Figure({
  label,
  value,
  note,
  share,
}: {
  label: string
  value: ReactNode
  note: ReactNode
  share?: readonly [part: Cents, whole: Cents]
}) {
  const percent = share === undefined || share[1] === 0 ? null : Math.min(100, Math.floor((share[0] / share[1]) * 100))
  return (
    <div className={classes.figure}>
      <dt>{label}</dt>
      <dd style={{ margin: 0 }}>
        <div className={classes.value}>{value}</div>
        {percent !== null && <Progress value={percent} size={4} my={4} aria-label={`${label} ${percent}%`} />}
        <div className={classes.note}>{note}</div>
      </dd>
    </div>
  )
}

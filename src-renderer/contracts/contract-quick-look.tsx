import { Group, Skeleton, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { Id } from '../../src-shared/kernel/ids.ts'
import { subtractCents } from '../../src-shared/kernel/cents.ts'
import { formatQuantity } from '../../src-shared/kernel/decimal.ts'
import { Amount } from '../components/amount.tsx'
import { contractWords } from '../components/contract-words.ts'
import { LookPart, LookRow } from '../components/look-rows.tsx'
import { RefusalAlert } from '../components/refusal-alert.tsx'
import { StageBadge } from '../components/stage-badge.tsx'
import { wire } from '../lib/rpc.ts'
import { useWords } from '../lib/words.ts'
import { contractListWords } from './contract-list-words.ts'
import { inRoleOrder } from './party-order.ts'

const shownLines = 8

/** The main figures of a contract beside the list. */
export function ContractQuickLook({ id }: { id: Id<'Contract'> }) {
  const t = useWords(contractListWords)
  const words = useWords(contractWords)
  const { data: contract, error, refetch } = useQuery(wire['contracts.get'].queryOptions({ input: { id } }))
  if (error) return <RefusalAlert error={error} onRetry={() => void refetch()} />
  if (contract === undefined) return <Skeleton height={180} />
  return (
    <Stack gap="lg">
      <Group gap={8}>
        <StageBadge stage={contract.stage} />
        <Text fz={13} c="dimmed">
          {words(`types.${contract.type}`)}
        </Text>
      </Group>
      <Stack gap={6}>
        <LookRow left={t('columns.amount')} right={<Amount value={contract.amount} fw={600} />} />
        <LookRow left={t('columns.settled')} right={<Amount value={contract.settledAmount} />} />
        <LookRow
          left={t('columns.open')}
          right={<Amount value={subtractCents(contract.amount, contract.settledAmount)} />}
        />
        <LookRow left={t('columns.shipped')} right={<Amount value={contract.shippedAmount} />} />
        <LookRow left={t('columns.signedOn')} right={contract.signedOn ?? '—'} />
        <LookRow left={t('columns.expiresOn')} right={contract.expiresOn ?? '—'} />
        <LookRow left={t('columns.owner')} right={contract.owner} />
      </Stack>
      <LookPart title={t('lookParties')}>
        {inRoleOrder(contract.parties).map(({ role, snapshot }) => (
          <LookRow key={role} left={role} right={snapshot.name} />
        ))}
      </LookPart>
      {contract.lines.length > 0 && (
        <LookPart title={t('lookLines')}>
          {contract.lines.slice(0, shownLines).map((line) => (
            <LookRow
              key={line.id}
              left={`${line.name} × ${formatQuantity(line.quantity)} ${line.unit}`}
              right={<Amount value={line.amount} />}
            />
          ))}
          {contract.lines.length > shownLines && (
            <Text fz={12} c="dimmed">
              {t('moreLines', { count: contract.lines.length - shownLines })}
            </Text>
          )}
        </LookPart>
      )}
      {contract.paymentPlan.length > 0 && (
        <LookPart title={t('lookPlan')}>
          {contract.paymentPlan.map((item) => (
            <LookRow
              key={item.id}
              left={`${item.name}${item.dueOn === null ? '' : ` · ${item.dueOn}`}`}
              right={<Amount value={item.amount} />}
            />
          ))}
        </LookPart>
      )}
    </Stack>
  )
}

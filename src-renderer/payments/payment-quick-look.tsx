import { Group, Skeleton, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Amount } from '../components/amount.tsx'
import { LookPart, LookRow } from '../components/look-rows.tsx'
import { RefusalAlert } from '../components/refusal-alert.tsx'
import { useSettledName } from '../components/settled-name.ts'
import { SettlementBadge } from '../components/trade-badges.tsx'
import { tradeWords } from '../components/trade-words.ts'
import { wire } from '../lib/rpc.ts'
import { useWords } from '../lib/words.ts'
import { openAmount } from './payment-columns.tsx'
import { paymentWords } from './payment-words.ts'

/** The main figures of a payment and what it settled, beside the list. */
export function PaymentQuickLook({ id }: { id: string }) {
  const t = useWords(paymentWords)
  const trade = useWords(tradeWords)
  const nameOf = useSettledName()
  const { data: payment, error, refetch } = useQuery(wire['payments.get'].queryOptions({ input: { id } }))
  if (error) return <RefusalAlert error={error} onRetry={() => void refetch()} />
  if (payment === undefined) return <Skeleton height={180} />
  return (
    <Stack gap="lg">
      <Group gap={8}>
        <SettlementBadge {...payment} />
        <Text fz={13} c="dimmed">
          {trade(`directions.${payment.direction}`)}
        </Text>
      </Group>
      <Stack gap={6}>
        <LookRow left={t('columns.amount')} right={<Amount value={payment.amount} fw={600} />} />
        <LookRow left={t('columns.settled')} right={<Amount value={payment.settledAmount} />} />
        <LookRow left={t('columns.open')} right={<Amount value={openAmount(payment)} />} />
        <LookRow left={t('columns.paidOn')} right={payment.paidOn} />
        <LookRow left={t('columns.method')} right={trade(`methods.${payment.method}`)} />
        <LookRow left={t('columns.bankReference')} right={payment.bankReference || '—'} />
      </Stack>
      {payment.settlements.length > 0 && (
        <LookPart title={t('settlements')}>
          {payment.settlements.map((settlement) => (
            <LookRow
              key={settlement.id}
              left={`${settlement.contractNumber} · ${nameOf(settlement)}`}
              right={<Amount value={settlement.amount} />}
            />
          ))}
        </LookPart>
      )}
      {payment.remark !== '' && (
        <Text fz={13} style={{ whiteSpace: 'pre-line' }}>
          {payment.remark}
        </Text>
      )}
    </Stack>
  )
}

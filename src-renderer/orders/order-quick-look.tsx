import { Group, Skeleton, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { formatQuantity } from '../../src-shared/kernel/decimal.ts'
import { Amount } from '../components/amount.tsx'
import { LookPart, LookRow } from '../components/look-rows.tsx'
import { RefusalAlert } from '../components/refusal-alert.tsx'
import { OrderBadge, ShipmentBadge } from '../components/trade-badges.tsx'
import { tradeWords } from '../components/trade-words.ts'
import { wire } from '../lib/rpc.ts'
import { useWords } from '../lib/words.ts'
import { unshippedAmount } from './order-columns.tsx'
import { orderWords } from './order-words.ts'

const shownLines = 8

/** The main figures of an order beside the list. */
export function OrderQuickLook({ id }: { id: string }) {
  const t = useWords(orderWords)
  const trade = useWords(tradeWords)
  const { data: order, error, refetch } = useQuery(wire['orders.get'].queryOptions({ input: { id } }))
  if (error) return <RefusalAlert error={error} onRetry={() => void refetch()} />
  if (order === undefined) return <Skeleton height={180} />
  return (
    <Stack gap="lg">
      <Group gap={8}>
        <OrderBadge status={order.status} />
        <Text fz={13} c="dimmed">
          {trade(`orderKinds.${order.kind}`)}
        </Text>
      </Group>
      <Stack gap={6}>
        <LookRow left={t('columns.amount')} right={<Amount value={order.amount} fw={600} />} />
        <LookRow left={t('columns.shipped')} right={<Amount value={order.shippedAmount} />} />
        <LookRow left={t('columns.unshipped')} right={<Amount value={unshippedAmount(order)} />} />
        <LookRow left={t('columns.contract')} right={order.contractNumber ?? t('facts.byHand')} />
        <LookRow left={t('columns.orderedOn')} right={order.orderedOn} />
        <LookRow left={t('columns.deliverBy')} right={order.deliverBy ?? '—'} />
        <LookRow left={t('columns.owner')} right={order.owner} />
      </Stack>
      <LookPart title={t('look.lines')}>
        {order.lines.slice(0, shownLines).map((line) => (
          <LookRow
            key={line.id}
            left={`${line.name} ${line.specification}`}
            right={`${formatQuantity(line.shippedQuantity)} / ${formatQuantity(line.quantity)} ${line.unit}`}
          />
        ))}
        {order.lines.length > shownLines && (
          <Text fz={12} c="dimmed">
            {t('look.moreLines', { count: order.lines.length - shownLines })}
          </Text>
        )}
      </LookPart>
      {order.shipments.length > 0 && (
        <LookPart title={t('look.shipments')}>
          {order.shipments.map((shipment) => (
            <LookRow
              key={shipment.id}
              left={`${shipment.shippedOn} ${shipment.carrier} ${shipment.waybill}`}
              right={<ShipmentBadge status={shipment.status} />}
            />
          ))}
        </LookPart>
      )}
    </Stack>
  )
}

import { Anchor, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { formatYuan } from '../../src-shared/kernel/cents.ts'
import { formatQuantity } from '../../src-shared/kernel/decimal.ts'
import { daysBetween } from '../../src-shared/kernel/local-date.ts'
import { isLate } from '../../src-shared/orders/order-status.ts'
import { Amount } from '../components/amount.tsx'
import { Attachments } from '../components/attachments.tsx'
import { isMissing, RecordPending, RecordTabs, RecordTitle, RecordTop } from '../components/detail-page.tsx'
import { Facts, Section } from '../components/facts.tsx'
import { Figure, Figures } from '../components/figures.tsx'
import { useGoodsColumns } from '../components/goods-columns.tsx'
import { RecordHistory } from '../components/history/record-history.tsx'
import { PageHead } from '../components/page-head.tsx'
import { RecordTable } from '../components/record-table.tsx'
import { StatusBadge } from '../components/status-badge.tsx'
import { OrderBadge } from '../components/trade-badges.tsx'
import { tradeWords } from '../components/trade-words.ts'
import { useToday } from '../lib/instants.ts'
import { useRights } from '../lib/rights.ts'
import { wire } from '../lib/rpc.ts'
import { useWords } from '../lib/words.ts'
import { OrderActions } from './order-actions.tsx'
import { unshippedAmount } from './order-columns.tsx'
import { openQuantity, type OrderDetail } from './order-detail.ts'
import { orderTabs } from './order-search.ts'
import { OrderStageBar } from './order-stage-bar.tsx'
import { orderWords } from './order-words.ts'
import { ShipmentsSection } from './shipments-section.tsx'

/** One order: where it stands, what of each line has left and arrived, and its shipments. */
export function OrderDetailPage() {
  const { id } = useParams({ from: '/orders/$id' })
  const query = useQuery(wire['orders.get'].queryOptions({ input: { id } }))
  const order = query.data
  if (order === undefined || isMissing(query.error)) return <RecordPending query={query} list="/orders" />
  return <Order key={order.id} order={order} />
}

function Order({ order }: { order: OrderDetail }) {
  const t = useWords(orderWords)
  const trade = useWords(tradeWords)
  const may = useRights()
  const navigate = useNavigate()
  const { tab = 'overview' } = useSearch({ from: '/orders/$id' })
  const shown = orderTabs.filter((each) => each !== 'history' || may('audit.history'))
  return (
    <>
      <RecordTop>
        <PageHead
          title={<RecordTitle number={order.number}>{order.party}</RecordTitle>}
          beside={
            <>
              <OrderBadge status={order.status} />
              <Text fz={13} c="dimmed" style={{ whiteSpace: 'nowrap' }}>
                {trade(`orderKinds.${order.kind}`)}
              </Text>
            </>
          }
        >
          <OrderActions order={order} />
        </PageHead>
        <OrderStageBar status={order.status} shipped={order.shippedAmount > 0} />
      </RecordTop>
      <OrderFigures order={order} />
      <RecordTabs
        name="order"
        tabs={shown}
        tab={tab}
        label={(each) => t(`tabs.${each}`)}
        onTab={(next) =>
          void navigate({
            to: '/orders/$id',
            params: { id: order.id },
            search: next === 'overview' ? {} : { tab: next },
            replace: true,
          })
        }
        shape="wide"
      >
        {tab === 'overview' && (
          <>
            <OrderFacts order={order} />
            <OrderLines order={order} />
            {may('shipments.read') && <ShipmentsSection order={order} />}
          </>
        )}
        {tab === 'attachments' && (
          <Section>
            <Attachments attachedTo="order" recordId={order.id} />
          </Section>
        )}
        {tab === 'history' && (
          <Section>
            <RecordHistory table="orders" id={order.id} />
          </Section>
        )}
      </RecordTabs>
    </>
  )
}

function OrderFigures({ order }: { order: OrderDetail }) {
  const t = useWords(orderWords)
  const today = useToday()
  const sent = order.shipments.filter(({ status }) => status !== 'void')
  const onWay = sent.filter(({ status }) => status === 'shipped').length
  const { deliverBy } = order
  const left = deliverBy === null ? null : daysBetween(today, deliverBy)
  const waits = ['draft', 'confirmed', 'partShipped', 'partReceived'].includes(order.status)
  return (
    <Figures>
      <Figure
        label={t('figures.amount')}
        value={<Amount value={order.amount} />}
        note={t('orderedAt', { date: order.orderedOn })}
      />
      <Figure
        label={t('figures.shipped')}
        value={<Amount value={order.shippedAmount} />}
        note={t('figures.open', { amount: formatYuan(unshippedAmount(order)) })}
        share={[order.shippedAmount, order.amount]}
      />
      <Figure
        label={t('figures.deliver')}
        value={deliverBy ?? t('figures.noDeliver')}
        note={
          left === null || !waits ? null : isLate(order, today) ? (
            <StatusBadge tone="late" label={t('late', { days: -left })} />
          ) : left === 0 ? (
            <StatusBadge tone="waiting" label={t('figures.today')} />
          ) : left > 0 ? (
            t('figures.days', { days: left })
          ) : null
        }
      />
      <Figure
        label={t('figures.shipments')}
        value={sent.length}
        note={onWay > 0 ? t('figures.onWay', { count: onWay }) : t('figures.allReceived')}
      />
    </Figures>
  )
}

function OrderFacts({ order }: { order: OrderDetail }) {
  const t = useWords(orderWords)
  return (
    <Section>
      <Facts
        columns={3}
        items={[
          [
            t('columns.party'),
            <Anchor key="party" component={Link} to={`/parties/${order.partyId}`} fz="inherit">
              {order.party}
            </Anchor>,
          ],
          [
            t('columns.contract'),
            order.contractId === null ? (
              t('facts.byHand')
            ) : (
              <Anchor key="contract" component={Link} to={`/contracts/${order.contractId}?tab=orders`} fz="inherit">
                {order.contractNumber}
              </Anchor>
            ),
          ],
          [t('facts.owner'), order.owner],
          [t('deliveryAddress'), order.deliveryAddress],
          order.remark !== '' && [
            t('remark'),
            <span key="remark" style={{ whiteSpace: 'pre-line' }}>
              {order.remark}
            </span>,
          ],
          order.cancelReason !== '' && [t('facts.cancelReason'), order.cancelReason],
        ]}
      />
    </Section>
  )
}

function OrderLines({ order }: { order: OrderDetail }) {
  const t = useWords(orderWords)
  const goods = useGoodsColumns()
  return (
    <Section title={t('lines')} flush>
      <RecordTable
        label={t('lines')}
        rows={order.lines}
        rowKey={({ id }) => id}
        columns={[
          goods.no,
          { ...goods.name, total: t('columns.total') },
          goods.specification,
          goods.quantity,
          {
            key: 'shipped',
            label: t('columns.shippedQuantity'),
            end: true,
            render: (line) => formatQuantity(line.shippedQuantity),
          },
          {
            key: 'received',
            label: t('columns.receivedQuantity'),
            end: true,
            render: (line) => formatQuantity(line.receivedQuantity),
          },
          {
            key: 'open',
            label: t('columns.openQuantity'),
            end: true,
            render: (line) => (order.status === 'cancelled' ? '—' : formatQuantity(openQuantity(line))),
          },
          goods.unitPrice,
          goods.taxRate,
          { ...goods.amount, total: <Amount value={order.amount} /> },
          goods.remark,
        ]}
      />
    </Section>
  )
}

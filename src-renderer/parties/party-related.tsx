import { Anchor, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { formatYuan } from '../../src-shared/kernel/cents.ts'
import { Section } from '../components/facts.tsx'
import { PlainTable } from '../components/plain-table.tsx'
import { RefusalAlert } from '../components/refusal-alert.tsx'
import { StageBadge } from '../components/stage-badge.tsx'
import { OrderBadge, SettlementBadge } from '../components/trade-badges.tsx'
import { tradeWords } from '../components/trade-words.ts'
import { wire } from '../lib/rpc.ts'
import { useWords } from '../lib/words.ts'
import { partyWords } from './party-words.ts'

const shown = 50

/** The newest contracts with a party. */
export function PartyContracts({ partyId }: { partyId: string }) {
  const t = useWords(partyWords)
  const { data, error } = useQuery(
    wire['contracts.list'].queryOptions({ input: { counterpartyId: partyId, limit: shown } }),
  )
  return (
    <Section flush>
      <RefusalAlert error={error} />
      <PlainTable
        label={t('tabs.contracts')}
        rows={data?.rows}
        empty={t('related.contractsEmpty')}
        columns={[
          {
            key: 'number',
            label: t('related.number'),
            render: (row) => (
              <RecordLink>
                <Link to="/contracts/$id" params={{ id: row.id }}>
                  {row.number ?? row.draftNumber}
                </Link>
              </RecordLink>
            ),
          },
          { key: 'title', label: t('related.title'), render: (row) => row.title },
          { key: 'stage', label: t('related.status'), render: (row) => <StageBadge stage={row.stage} /> },
          { key: 'signedOn', label: t('related.date'), render: (row) => row.signedOn ?? '—' },
          { key: 'amount', label: t('related.amount'), align: 'end', render: (row) => formatYuan(row.amount) },
          { key: 'settled', label: t('related.settled'), align: 'end', render: (row) => formatYuan(row.settledAmount) },
        ]}
      />
      {data !== undefined && data.total > shown && (
        <More>
          <Link to="/contracts" search={{ party: partyId }}>
            {t('related.all', { count: data.total })}
          </Link>
        </More>
      )}
    </Section>
  )
}

/** The newest orders with a party. */
export function PartyOrders({ partyId }: { partyId: string }) {
  const t = useWords(partyWords)
  const trade = useWords(tradeWords)
  const { data, error } = useQuery(wire['orders.list'].queryOptions({ input: { partyId, limit: shown } }))
  return (
    <Section flush>
      <RefusalAlert error={error} />
      <PlainTable
        label={t('tabs.orders')}
        rows={data?.rows}
        empty={t('related.ordersEmpty')}
        columns={[
          {
            key: 'number',
            label: t('related.number'),
            render: (row) => (
              <RecordLink>
                <Link to="/orders/$id" params={{ id: row.id }}>
                  {row.number}
                </Link>
              </RecordLink>
            ),
          },
          { key: 'kind', label: t('kind'), render: (row) => trade(`orderKinds.${row.kind}`) },
          { key: 'status', label: t('related.status'), render: (row) => <OrderBadge status={row.status} /> },
          { key: 'orderedOn', label: t('related.date'), render: (row) => row.orderedOn },
          { key: 'amount', label: t('related.amount'), align: 'end', render: (row) => formatYuan(row.amount) },
          { key: 'shipped', label: t('related.shipped'), align: 'end', render: (row) => formatYuan(row.shippedAmount) },
        ]}
      />
      {data !== undefined && data.total > shown && (
        <More>
          <Link to="/orders" search={{ party: partyId }}>
            {t('related.all', { count: data.total })}
          </Link>
        </More>
      )}
    </Section>
  )
}

/** The newest payments of a party. */
export function PartyPayments({ partyId }: { partyId: string }) {
  const t = useWords(partyWords)
  const trade = useWords(tradeWords)
  const { data, error } = useQuery(wire['payments.list'].queryOptions({ input: { partyId, limit: shown } }))
  return (
    <Section flush>
      <RefusalAlert error={error} />
      <PlainTable
        label={t('tabs.payments')}
        rows={data?.rows}
        empty={t('related.paymentsEmpty')}
        columns={[
          {
            key: 'number',
            label: t('related.number'),
            render: (row) => (
              <RecordLink>
                <Link to="/payments/$id" params={{ id: row.id }}>
                  {row.number}
                </Link>
              </RecordLink>
            ),
          },
          { key: 'direction', label: t('related.direction'), render: (row) => trade(`directions.${row.direction}`) },
          { key: 'status', label: t('related.status'), render: (row) => <SettlementBadge {...row} /> },
          { key: 'paidOn', label: t('related.date'), render: (row) => row.paidOn },
          { key: 'method', label: t('related.method'), render: (row) => trade(`methods.${row.method}`) },
          { key: 'amount', label: t('related.amount'), align: 'end', render: (row) => formatYuan(row.amount) },
        ]}
      />
      {data !== undefined && data.total > shown && (
        <More>
          <Link to="/payments" search={{ party: partyId }}>
            {t('related.all', { count: data.total })}
          </Link>
        </More>
      )}
    </Section>
  )
}

function RecordLink({ children }: { children: ReactNode }) {
  return (
    <Anchor component="span" fz="inherit" style={{ whiteSpace: 'nowrap' }} className="record-link">
      {children}
    </Anchor>
  )
}

function More({ children }: { children: ReactNode }) {
  return (
    <Text p="sm" fz={13} className="record-link">
      {children}
    </Text>
  )
}

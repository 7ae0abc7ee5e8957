import { Anchor, Button, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { formatYuan } from '../../src-shared/kernel/cents.ts'
import { UPPERCASE_LIMIT, uppercaseAmount } from '../../src-shared/kernel/uppercase-amount.ts'
import { askBefore } from '../components/action-dialog.tsx'
import { Amount } from '../components/amount.tsx'
import { Attachments } from '../components/attachments.tsx'
import { isMissing, RecordPending, RecordTabs, RecordTitle } from '../components/detail-page.tsx'
import { Facts, Section } from '../components/facts.tsx'
import { Figure, Figures } from '../components/figures.tsx'
import { RecordHistory } from '../components/history/record-history.tsx'
import { PageHead } from '../components/page-head.tsx'
import { RecordTable } from '../components/record-table.tsx'
import { useSettledName } from '../components/settled-name.ts'
import { SettlementBadge } from '../components/trade-badges.tsx'
import { tradeWords } from '../components/trade-words.ts'
import { useRights } from '../lib/rights.ts'
import { rpc, wire } from '../lib/rpc.ts'
import { useWords } from '../lib/words.ts'
import { PaymentActions } from './payment-actions.tsx'
import { openAmount } from './payment-columns.tsx'
import type { PaymentDetail } from './payment-detail.ts'
import { paymentTabs } from './payment-search.ts'
import { paymentWords } from './payment-words.ts'

/** One payment: what it was, what it settled, and what of it is open. */
export function PaymentDetailPage() {
  const { id } = useParams({ from: '/payments/$id' })
  const query = useQuery(wire['payments.get'].queryOptions({ input: { id } }))
  const payment = query.data
  if (payment === undefined || isMissing(query.error)) return <RecordPending query={query} list="/payments" />
  return <Payment key={payment.id} payment={payment} />
}

function Payment({ payment }: { payment: PaymentDetail }) {
  const t = useWords(paymentWords)
  const trade = useWords(tradeWords)
  const may = useRights()
  const navigate = useNavigate()
  const { tab = 'overview' } = useSearch({ from: '/payments/$id' })
  const shown = paymentTabs.filter((each) => each !== 'history' || may('audit.history'))
  return (
    <>
      <PageHead
        sticky
        title={<RecordTitle number={payment.number}>{payment.party}</RecordTitle>}
        beside={
          <>
            <SettlementBadge {...payment} />
            <Text fz={13} c="dimmed" style={{ whiteSpace: 'nowrap' }}>
              {trade(`directions.${payment.direction}`)}
            </Text>
          </>
        }
      >
        <PaymentActions payment={payment} />
      </PageHead>
      <PaymentFigures payment={payment} />
      <RecordTabs
        name="payment"
        tabs={shown}
        tab={tab}
        label={(each) => t(`tabs.${each}`)}
        onTab={(next) =>
          void navigate({
            to: '/payments/$id',
            params: { id: payment.id },
            search: next === 'overview' ? {} : { tab: next },
            replace: true,
          })
        }
        shape="narrow"
      >
        {tab === 'overview' && (
          <>
            <PaymentFacts payment={payment} />
            <Settlements payment={payment} />
          </>
        )}
        {tab === 'attachments' && (
          <Section>
            <Attachments attachedTo="payment" recordId={payment.id} />
          </Section>
        )}
        {tab === 'history' && (
          <Section>
            <RecordHistory table="payments" id={payment.id} />
          </Section>
        )}
      </RecordTabs>
    </>
  )
}

function PaymentFigures({ payment }: { payment: PaymentDetail }) {
  const t = useWords(paymentWords)
  const { amount, settledAmount, settlements } = payment
  const open = openAmount(payment)
  return (
    <Figures>
      <Figure
        label={t('figures.amount')}
        value={<Amount value={amount} {...(payment.status === 'void' ? { td: 'line-through' } : {})} />}
        note={amount > UPPERCASE_LIMIT ? null : uppercaseAmount(amount)}
      />
      <Figure
        label={t('figures.settled')}
        value={<Amount value={settledAmount} />}
        note={t('figures.count', { count: settlements.length })}
        share={[settledAmount, amount]}
      />
      <Figure
        label={t('figures.open')}
        value={<Amount value={open} />}
        note={
          payment.status === 'void'
            ? null
            : t(open === 0 ? 'figures.allSettled' : payment.direction === 'in' ? 'board.restIn' : 'board.restOut')
        }
      />
    </Figures>
  )
}

function PaymentFacts({ payment }: { payment: PaymentDetail }) {
  const t = useWords(paymentWords)
  const trade = useWords(tradeWords)
  return (
    <Section>
      <Facts
        columns={3}
        items={[
          [
            t(payment.direction === 'in' ? 'payer' : 'payee'),
            <Anchor key="party" component={Link} to={`/parties/${payment.partyId}`} fz="inherit">
              {payment.party}
            </Anchor>,
          ],
          [t('paidOn'), payment.paidOn],
          [t('method'), trade(`methods.${payment.method}`)],
          [t('bankReference'), payment.bankReference],
          payment.remark !== '' && [
            t('remark'),
            <span key="remark" style={{ whiteSpace: 'pre-line' }}>
              {payment.remark}
            </span>,
          ],
          payment.voidReason !== '' && [t('voidReason'), payment.voidReason],
        ]}
      />
    </Section>
  )
}

function Settlements({ payment }: { payment: PaymentDetail }) {
  const t = useWords(paymentWords)
  const may = useRights()
  const nameOf = useSettledName()
  const undo = ({ id: settlementId, amount, ...what }: PaymentDetail['settlements'][number]) =>
    askBefore({
      title: t('undo'),
      text: t('undoText', { item: nameOf(what), amount: formatYuan(amount) }),
      confirm: t('undo'),
      run: () => rpc['payments.unsettle']({ id: payment.id, version: payment.version, settlementId }),
    })
  return (
    <Section title={t('settlements')} flush>
      {payment.settlements.length === 0 ? (
        <Text c="dimmed" fz={13} p={16}>
          {t('noSettlements')}
        </Text>
      ) : (
        <RecordTable
          label={t('settlements')}
          rows={payment.settlements}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'contract',
              label: t('columns.contract'),
              render: (row) => (
                <Anchor component={Link} to={`/contracts/${row.contractId}?tab=plan`} fz="inherit">
                  {row.contractNumber}
                </Anchor>
              ),
            },
            { key: 'item', label: t('columns.item'), render: (row) => nameOf(row) },
            { key: 'settledOn', label: t('columns.settledOn'), render: (row) => row.settledOn },
            {
              key: 'amount',
              label: t('columns.amount'),
              end: true,
              render: (row) => <Amount value={row.amount} />,
              total: <Amount value={payment.settledAmount} />,
            },
            ...(may('payments.settle')
              ? [
                  {
                    key: 'do',
                    label: '',
                    end: true,
                    render: (row: PaymentDetail['settlements'][number]) => (
                      <Button variant="subtle" color="gray" size="compact-xs" onClick={() => undo(row)}>
                        {t('undo')}
                      </Button>
                    ),
                  },
                ]
              : []),
          ]}
        />
      )}
    </Section>
  )
}

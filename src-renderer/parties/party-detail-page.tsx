import { ActionIcon, Button, Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import type { PartyDetail } from '../../src-shared/parties/parties-operations.ts'
import { askBefore, askReason } from '../components/action-dialog.tsx'
import { isMissing, RecordPending, RecordTabs } from '../components/detail-page.tsx'
import { Section } from '../components/facts.tsx'
import { RecordHistory } from '../components/history/record-history.tsx'
import { PageHead } from '../components/page-head.tsx'
import { StatusBadge } from '../components/status-badge.tsx'
import { useRights } from '../lib/rights.ts'
import { rpc, wire } from '../lib/rpc.ts'
import { useWords } from '../lib/words.ts'
import { PartyContacts } from './party-contacts.tsx'
import { PartyFacts } from './party-facts.tsx'
import { PartyContracts, PartyOrders, PartyPayments } from './party-related.tsx'
import { partyTabs } from './party-search.ts'
import { partyWords } from './party-words.ts'

/** A party with everything that hangs on it. */
export function PartyDetailPage() {
  const t = useWords(partyWords)
  const may = useRights()
  const navigate = useNavigate()
  const { id } = useParams({ from: '/parties/$id' })
  const { tab = 'overview' } = useSearch({ from: '/parties/$id' })
  const query = useQuery(wire['parties.get'].queryOptions({ input: { id } }))
  const party = query.data
  if (party === undefined || isMissing(query.error)) return <RecordPending query={query} list="/parties" />
  const shown = partyTabs.filter(
    (each) =>
      (each !== 'contracts' || may('contracts.read')) &&
      (each !== 'orders' || may('orders.read')) &&
      (each !== 'payments' || may('payments.read')) &&
      (each !== 'history' || may('audit.history')),
  )
  return (
    <>
      <PageHead
        sticky
        title={party.name}
        beside={
          <>
            <StatusBadge tone="draft" label={t(`kinds.${party.kind}`)} />
            {party.blocked && <StatusBadge tone="late" label={t('blocked')} />}
          </>
        }
      >
        <PartyMenu party={party} />
        {may('parties.edit') && (
          <Button component={Link} to="/parties/$id/edit" params={{ id } as never}>
            {t('edit')}
          </Button>
        )}
      </PageHead>
      <RecordTabs
        name="party"
        tabs={shown}
        tab={tab}
        label={(each) =>
          each === 'contacts' && party.contacts.length > 0
            ? `${t('tabs.contacts')} ${party.contacts.length}`
            : t(`tabs.${each}`)
        }
        onTab={(next) =>
          void navigate({
            to: '/parties/$id',
            params: { id },
            search: next === 'overview' ? {} : { tab: next },
            replace: true,
          })
        }
        shape={['contracts', 'orders', 'payments'].includes(tab) ? 'wide' : 'narrow'}
      >
        {tab === 'overview' && (
          <>
            <Section>
              <PartyFacts party={party} />
            </Section>
            <PartyContacts party={party} />
          </>
        )}
        {tab === 'contacts' && <PartyContacts party={party} />}
        {tab === 'contracts' && <PartyContracts partyId={id} />}
        {tab === 'orders' && <PartyOrders partyId={id} />}
        {tab === 'payments' && <PartyPayments partyId={id} />}
        {tab === 'history' && (
          <Section>
            <RecordHistory table="parties" id={id} />
          </Section>
        )}
      </RecordTabs>
    </>
  )
}

function PartyMenu({ party }: { party: PartyDetail }) {
  const t = useWords(partyWords)
  const may = useRights()
  const navigate = useNavigate()
  const { id, version, name } = party
  const own = party.kind === 'own'
  const block = () =>
    askReason({
      title: t('blockTitle', { name }),
      text: t('blockText'),
      confirm: t('block'),
      danger: true,
      run: (reason) => rpc['parties.block']({ id, version, reason }),
    })
  const unblock = () =>
    askReason({
      title: t('unblockTitle', { name }),
      text: t('unblockText'),
      confirm: t('unblock'),
      run: (reason) => rpc['parties.unblock']({ id, version, reason }),
    })
  const remove = () =>
    askBefore({
      title: t('removeTitle', { name }),
      text: t('removeText'),
      confirm: t('remove'),
      danger: true,
      run: async () => {
        await rpc['parties.remove']({ id, version })
        await navigate({ to: '/parties' })
      },
    })
  const buys = party.kind === 'supplier'
  const trades = !party.blocked && !own
  const items = [
    { key: 'newContract', may: trades && may('contracts.draft'), run: () => void navigate({ to: '/contracts/new' }) },
    {
      key: 'newOrder',
      may: trades && may('orders.create'),
      run: () => void navigate({ to: '/orders/new', search: { party: id, kind: buys ? 'purchase' : 'sales' } }),
    },
    {
      key: 'newPayment',
      may: trades && may('payments.record'),
      run: () => void navigate({ to: '/payments/new', search: { party: id, direction: buys ? 'out' : 'in' } }),
    },
    { key: 'block', may: !party.blocked && !own && may('parties.block'), run: block },
    { key: 'unblock', may: party.blocked && may('parties.block'), run: unblock },
    { key: 'remove', may: may('parties.edit'), run: remove },
  ] as const
  const offered = items.filter((item) => item.may)
  if (offered.length === 0) return null
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="default" size={36} aria-label={t('more')}>
          <IconDots size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {offered.map(({ key, run }) => (
          <Menu.Item
            key={key}
            onClick={run}
            {...(key === 'remove' || key === 'block' ? { c: 'var(--tone-late-text)' } : {})}
          >
            {t(key)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

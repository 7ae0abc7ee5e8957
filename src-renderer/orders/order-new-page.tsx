import { SegmentedControl, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { PageBody, RecordPending } from '../components/detail-page.tsx'
import { ContractPicker } from '../components/contract-picker.tsx'
import { Section } from '../components/facts.tsx'
import { PageHead } from '../components/page-head.tsx'
import { wire } from '../lib/rpc.ts'
import { useWords } from '../lib/words.ts'
import { OrderByHand } from './order-by-hand.tsx'
import { OrderFromContract } from './order-from-contract.tsx'
import type { OrderNewSearch } from './order-search.ts'
import { orderWords } from './order-words.ts'

/** A new order: what remains of a contract, goods entered by hand, or a copy of an order. */
export function OrderNewPage() {
  const search = useSearch({ from: '/orders/new' })
  const copied = useQuery({
    ...wire['orders.get'].queryOptions({ input: { id: search.copy ?? '' } }),
    enabled: search.copy !== undefined,
  })
  if (search.copy !== undefined && copied.data === undefined) return <RecordPending query={copied} />
  const copy = copied.data ?? null
  const contractId = search.contract ?? copy?.contractId ?? null
  if (contractId !== null) return <FromContract key={contractId} contractId={contractId} search={search} copy={copy} />
  if (search.party !== undefined || search.kind !== undefined || copy !== null)
    return <OrderByHand key={search.copy ?? search.party ?? ''} search={search} copy={copy} source={<Source hand />} />
  return <NoContractYet />
}

/** From what an order is made; the address keeps the choice. */
export function Source({ hand }: { hand: boolean }) {
  const t = useWords(orderWords)
  const navigate = useNavigate()
  return (
    <SegmentedControl
      aria-label={t('from.label')}
      value={hand ? 'hand' : 'contract'}
      onChange={(next) =>
        void navigate({ to: '/orders/new', search: next === 'hand' ? { kind: 'sales' } : {}, replace: true })
      }
      data={[
        { value: 'contract', label: t('from.contract') },
        { value: 'hand', label: t('from.hand') },
      ]}
    />
  )
}

/** Chooses the contract; another one starts the form anew. */
function Picker({ value }: { value: string | null }) {
  const t = useWords(orderWords)
  const navigate = useNavigate()
  return (
    <ContractPicker
      label={t('contract')}
      placeholder={t('contractHint')}
      required
      stages={['signed', 'active']}
      value={value}
      onChange={(id) =>
        void navigate({ to: '/orders/new', search: id === null ? {} : { contract: id }, replace: true })
      }
    />
  )
}

function NoContractYet() {
  const t = useWords(orderWords)
  return (
    <>
      <PageHead title={t('create')} sticky />
      <PageBody wide>
        <div style={{ marginBottom: 16 }}>
          <Source hand={false} />
        </div>
        <Section>
          <div style={{ maxWidth: 920 }}>
            <Picker value={null} />
          </div>
          <Text fz={13} c="dimmed" mt={12}>
            {t('chooseContract')}
          </Text>
        </Section>
      </PageBody>
    </>
  )
}

function FromContract({
  contractId,
  search,
  copy,
}: {
  contractId: string
  search: OrderNewSearch
  copy: React.ComponentProps<typeof OrderFromContract>['copy']
}) {
  const contract = useQuery({
    ...wire['contracts.get'].queryOptions({ input: { id: contractId } }),
  })
  const partyId = contract.data?.counterpartyId
  const party = useQuery({
    ...wire['parties.get'].queryOptions({ input: { id: partyId ?? '' } }),
    enabled: partyId !== undefined,
  })
  if (contract.data === undefined) return <RecordPending query={contract} />
  if (party.data === undefined) return <RecordPending query={party} />
  return (
    <OrderFromContract
      contract={contract.data}
      address={party.data.address}
      copy={copy}
      draftName={search.copy === undefined ? `order.contract.${contractId}` : `order.copy.${search.copy}`}
      source={<Source hand={false} />}
      picker={<Picker value={contractId} />}
    />
  )
}

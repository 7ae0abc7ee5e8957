import { Anchor, Button, Skeleton, Tabs, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useEffect, useEffectEvent } from 'react'
import type { ContractDetail } from '../../src-shared/contracts/contracts-operations.ts'
import { formatYuan } from '../../src-shared/kernel/cents.ts'
import { formatRate } from '../../src-shared/kernel/decimal.ts'
import type { Id } from '../../src-shared/kernel/ids.ts'
import { ApprovalTimeline } from '../components/approval-timeline.tsx'
import { Attachments } from '../components/attachments.tsx'
import { contractWords } from '../components/contract-words.ts'
import { RecordTop } from '../components/detail-page.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { Facts, Section } from '../components/facts.tsx'
import { RecordHistory } from '../components/history/record-history.tsx'
import { PageHead } from '../components/page-head.tsx'
import { useRecent } from '../components/recent-records.ts'
import { RefusalAlert } from '../components/refusal-alert.tsx'
import { StageBadge } from '../components/stage-badge.tsx'
import { refusalOf, wire } from '../lib/rpc.ts'
import { useWords } from '../lib/words.ts'
import { ContractActions } from './contract-actions.tsx'
import { ContractFigures } from './contract-figures.tsx'
import { LinesTab, OrdersTab, PlanTab, Quiet } from './contract-parts.tsx'
import { contractDetailWords } from './contract-detail-words.ts'
import { detailTabs, type DetailTab } from './contract-detail-search.ts'
import { DocumentTab } from './document-tab.tsx'
import { useMakeDocument } from './make-document.ts'
import { inRoleOrder } from './party-order.ts'
import { ContractStageBar } from './contract-stage-bar.tsx'
import { VersionsTab } from './versions-tab.tsx'
import classes from './contract-detail.module.css'

/** One contract: where it stands, its document, and all that belongs to it. */
export function ContractDetailPage() {
  const { id } = useParams({ from: '/contracts/$id' })
  const t = useWords(contractDetailWords)
  const { data: contract, error, refetch } = useQuery(wire['contracts.get'].queryOptions({ input: { id } }))
  if (error)
    return refusalOf(error)?.code === 'record.missing' || refusalOf(error)?.code === 'input.invalid' ? (
      <EmptyState title={t('missing')}>
        <Button component={Link} to="/contracts">
          {t('back')}
        </Button>
      </EmptyState>
    ) : (
      <RefusalAlert error={error} onRetry={() => void refetch()} />
    )
  if (contract === undefined) return <Skeleton height={220} radius={0} />
  return <Contract key={contract.id} contract={contract} />
}

function Contract({ contract }: { contract: ContractDetail }) {
  const t = useWords(contractDetailWords)
  const navigate = useNavigate()
  const { tab = 'document' } = useSearch({ from: '/contracts/$id' })
  const making = useMakeDocument(contract.id)
  const [, remember] = useRecent('contract.opened')
  // The desk lists what was opened last.
  const opened = useEffectEvent(() =>
    remember({
      id: contract.id,
      title: contract.title,
      note: `${contract.number ?? contract.draftNumber} · ${contract.counterparty}`,
    }),
  )
  useEffect(() => opened(), [])
  const open = (next: string | null) =>
    void navigate({
      to: '/contracts/$id',
      params: { id: contract.id },
      search: { tab: next as DetailTab },
      replace: true,
    })
  return (
    <div className={classes.page}>
      <RecordTop>
        <PageHead
          title={
            <>
              <Text span inherit c="dimmed" fw={500}>
                {contract.number ?? contract.draftNumber}
              </Text>{' '}
              {contract.title}
            </>
          }
          beside={<StageBadge stage={contract.stage} />}
        >
          <ContractActions contract={contract} making={making} />
        </PageHead>
        <ContractStageBar stage={contract.stage} signed={contract.signedOn !== null && contract.number !== null} />
      </RecordTop>
      <ContractFigures contract={contract} />
      <Tabs value={tab} onChange={open} className={classes.tabs ?? ''} keepMounted={false}>
        <Tabs.List px={12}>
          {detailTabs.map((each) => (
            <Tabs.Tab key={each} value={each}>
              {t(`tabs.${each}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="document" style={{ flex: 1, display: tab === 'document' ? 'flex' : 'none' }}>
          <DocumentTab contract={contract} making={making} />
        </Tabs.Panel>
        <Tabs.Panel value="lines" className={classes.panel ?? ''}>
          <About contract={contract} />
          <LinesTab contract={contract} />
        </Tabs.Panel>
        <Tabs.Panel value="plan" className={classes.panel ?? ''}>
          <PlanTab contract={contract} />
        </Tabs.Panel>
        <Tabs.Panel value="orders" className={classes.panel ?? ''}>
          <OrdersTab contract={contract} />
        </Tabs.Panel>
        <Tabs.Panel value="approval" className={classes.panel ?? ''}>
          <ApprovalTab approvalId={contract.approvalId} />
        </Tabs.Panel>
        <Tabs.Panel value="versions" className={classes.panel ?? ''}>
          <VersionsTab contract={contract} />
        </Tabs.Panel>
        <Tabs.Panel value="attachments" className={classes.panel ?? ''}>
          <Section>
            <Attachments attachedTo="contract" recordId={contract.id} />
          </Section>
        </Tabs.Panel>
        <Tabs.Panel value="history" className={classes.panel ?? ''}>
          <RecordHistory table="contracts" id={contract.id} />
        </Tabs.Panel>
      </Tabs>
    </div>
  )
}

/** Who and what, beside the figures. */
function About({ contract }: { contract: ContractDetail }) {
  const t = useWords(contractDetailWords)
  const words = useWords(contractWords)
  const parent = useQuery({
    ...wire['contracts.get'].queryOptions({ input: { id: contract.parentId ?? '' } }),
    enabled: contract.parentId !== null,
  })
  const children = useQuery(wire['contracts.list'].queryOptions({ input: { parentId: contract.id, limit: 50 } }))
  const template = useQuery({
    ...wire['templates.getVersion'].queryOptions({ input: { id: contract.templateVersionId ?? '' } }),
    enabled: contract.templateVersionId !== null,
  })
  return (
    <Section>
      <Facts
        columns={3}
        items={[
          ...inRoleOrder(contract.parties).map(
            ({ role, snapshot }) =>
              [
                role,
                <>
                  {snapshot.name}
                  {snapshot.agent !== '' && (
                    <Text span fz={12} c="dimmed">
                      {' '}
                      {t('facts.agent', { name: snapshot.agent })}
                    </Text>
                  )}
                </>,
              ] as const,
          ),
          [t('facts.owner'), contract.owner],
          [
            t('facts.template'),
            template.data === undefined ? t('facts.noTemplate') : `${template.data.name} v${template.data.no}`,
          ],
          contract.signedAt !== '' && [t('facts.signedAt'), contract.signedAt],
          contract.retentionAmount !== null && [
            t('facts.retention'),
            `${formatYuan(contract.retentionAmount)} ${contract.retentionReleaseOn === null ? '' : t('facts.retentionUntil', { date: contract.retentionReleaseOn })}`,
          ],
          contract.orderAllowance > 0 && [t('facts.allowance'), formatRate(contract.orderAllowance)],
          parent.data !== undefined && [
            t('facts.parent'),
            <ContractLink
              key="parent"
              id={parent.data.id}
              name={`${parent.data.number ?? parent.data.draftNumber} ${parent.data.title}`}
            />,
          ],
          (children.data?.rows.length ?? 0) > 0 && [
            t('facts.supplements'),
            children.data!.rows.map((row) => (
              <div key={row.id}>
                <ContractLink
                  id={row.id}
                  name={`${row.number ?? row.draftNumber} ${row.title}（${words(`stages.${row.stage}`)}）`}
                />
              </div>
            )),
          ],
          contract.notes !== '' && [t('facts.notes'), contract.notes],
          contract.endReason !== '' && [t('facts.endReason'), contract.endReason],
        ]}
      />
    </Section>
  )
}

function ContractLink({ id, name }: { id: Id<'Contract'>; name: string }) {
  return (
    <Anchor component={Link} to={`/contracts/${id}`} fz="inherit">
      {name}
    </Anchor>
  )
}

function ApprovalTab({ approvalId }: { approvalId: Id<'Approval'> | null }) {
  const t = useWords(contractDetailWords)
  const { data, error } = useQuery({
    ...wire['approvals.get'].queryOptions({ input: { id: approvalId ?? '' } }),
    enabled: approvalId !== null,
  })
  if (approvalId === null) return <Quiet text={t('noApproval')} />
  if (error) return <RefusalAlert error={error} />
  if (data === undefined) return null
  return (
    <Section
      title={t('tabs.approval')}
      actions={
        <Button component={Link} to={`/approvals/${data.id}`} variant="default" size="compact-sm">
          {t('openApproval')}
        </Button>
      }
    >
      <div style={{ maxWidth: 640 }}>
        <ApprovalTimeline approval={data} />
      </div>
    </Section>
  )
}

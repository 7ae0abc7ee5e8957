import { Anchor, Button, Text } from '@mantine/core'
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
import { isMissing, RecordPending, RecordTabs, RecordTitle, RecordTop } from '../components/detail-page.tsx'
import { Facts, Section } from '../components/facts.tsx'
import { RecordHistory } from '../components/history/record-history.tsx'
import { PageHead } from '../components/page-head.tsx'
import { useRecent } from '../components/recent-records.ts'
import { RefusalAlert } from '../components/refusal-alert.tsx'
import { StageBadge } from '../components/stage-badge.tsx'
import { wire } from '../lib/rpc.ts'
import { useWords } from '../lib/words.ts'
import { ContractActions } from './contract-actions.tsx'
import { ContractFigures } from './contract-figures.tsx'
import { LinesTab, OrdersTab, PlanTab, Quiet } from './contract-parts.tsx'
import { contractDetailWords } from './contract-detail-words.ts'
import { detailTabs } from './contract-detail-search.ts'
import { DocumentTab } from './document-tab.tsx'
import { useMakeDocument } from './make-document.ts'
import { inRoleOrder } from './party-order.ts'
import { ContractStageBar } from './contract-stage-bar.tsx'
import { VersionsTab } from './versions-tab.tsx'
import classes from './contract-detail.module.css'

/** One contract: where it stands, its document, and all that belongs to it. */
export function ContractDetailPage() {
  const { id } = useParams({ from: '/contracts/$id' })
  const query = useQuery(wire['contracts.get'].queryOptions({ input: { id } }))
  const contract = query.data
  if (contract === undefined || isMissing(query.error)) return <RecordPending query={query} list="/contracts" />
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
  return (
    <div className={classes.page}>
      <RecordTop>
        <PageHead
          title={<RecordTitle number={contract.number ?? contract.draftNumber}>{contract.title}</RecordTitle>}
          beside={<StageBadge stage={contract.stage} />}
        >
          <ContractActions contract={contract} making={making} />
        </PageHead>
        <ContractStageBar stage={contract.stage} signed={contract.signedOn !== null && contract.number !== null} />
      </RecordTop>
      <ContractFigures contract={contract} />
      <RecordTabs
        name="contract"
        tabs={detailTabs}
        tab={tab}
        label={(each) => t(`tabs.${each}`)}
        onTab={(next) =>
          void navigate({ to: '/contracts/$id', params: { id: contract.id }, search: { tab: next }, replace: true })
        }
        shape={tab === 'document' ? 'whole' : 'wide'}
      >
        {tab === 'document' && <DocumentTab contract={contract} making={making} />}
        {tab === 'lines' && (
          <>
            <About contract={contract} />
            <LinesTab contract={contract} />
          </>
        )}
        {tab === 'plan' && <PlanTab contract={contract} />}
        {tab === 'orders' && <OrdersTab contract={contract} />}
        {tab === 'approval' && <ApprovalTab approvalId={contract.approvalId} />}
        {tab === 'versions' && <VersionsTab contract={contract} />}
        {tab === 'attachments' && (
          <Section>
            <Attachments attachedTo="contract" recordId={contract.id} />
          </Section>
        )}
        {tab === 'history' && <RecordHistory table="contracts" id={contract.id} />}
      </RecordTabs>
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

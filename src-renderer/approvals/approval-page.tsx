import { ActionIcon, Anchor, Button, Group, Kbd, Menu, Skeleton, Text } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { IconArrowForwardUp, IconBellRinging, IconDots, IconDownload, IconUserPlus } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import type { z } from 'zod'
import type { getApproval } from '../../src-shared/approvals/approvals-operations.ts'
import type { Decision } from '../../src-shared/approvals/approval-state.ts'
import { askBefore } from '../components/action-dialog.tsx'
import { Amount } from '../components/amount.tsx'
import { ApprovalTimeline } from '../components/approval-timeline.tsx'
import { contractWords } from '../components/contract-words.ts'
import { isMissing, RecordPending } from '../components/detail-page.tsx'
import { Facts } from '../components/facts.tsx'
import { PageHead } from '../components/page-head.tsx'
import { PdfViewer } from '../components/pdf-viewer.tsx'
import { fileAddress } from '../lib/files.ts'
import { useErrorText } from '../lib/refusal-text.ts'
import { useMyself, useRights } from '../lib/rights.ts'
import { rpc, wire } from '../lib/rpc.ts'
import { saveFile } from '../lib/save-file.tsx'
import { useWords } from '../lib/words.ts'
import { ApprovalStatusBadge } from './approval-status-badge.tsx'
import { approvalWords } from './approval-words.ts'
import { AskOtherDialog, type AskOther } from './ask-other-dialog.tsx'
import { DecisionDialog } from './decision-dialog.tsx'
import classes from './approval-page.module.css'

type Approval = z.output<(typeof getApproval)['output']>

/** The document in front of the one who decides, beside it what it is about and who said what. */
export function ApprovalPage() {
  const { id } = useParams({ from: '/approvals/$id' })
  const query = useQuery(wire['approvals.get'].queryOptions({ input: { id } }))
  const { data } = query
  if (data === undefined || isMissing(query.error)) return <RecordPending query={query} list="/approvals" />
  return <Reading key={data.id} approval={data} />
}

function Reading({ approval }: { approval: Approval }) {
  const t = useWords(approvalWords)
  const may = useRights()
  const me = useMyself()
  const navigate = useNavigate()
  const [decision, setDecision] = useState<Decision | null>(null)
  const [askOther, setAskOther] = useState<AskOther | null>(null)
  const mine = approval.taskId !== null && may('approvals.decide')
  const keys = (choose: Decision) => () => {
    if (mine && decision === null && askOther === null) setDecision(choose)
  }
  useHotkeys([
    ['a', keys('agree')],
    ['b', keys('sendBack')],
    ['r', keys('refuse')],
  ])
  const decided = () => {
    notifications.show({ message: t(`decided.${decision!}`) })
    setDecision(null)
    return goOn()
  }
  const goOn = async () => {
    // Whoever decides much goes from one to the next.
    const { rows } = await rpc['approvals.list']({ box: 'inbox', limit: 2 })
    const next = rows.find(({ id }) => id !== approval.id)
    await (next === undefined
      ? navigate({ to: '/approvals' })
      : navigate({ to: '/approvals/$id', params: { id: next.id } }))
  }
  const withdrawable =
    me?.id === approval.initiatorId && ['running', 'returned'].includes(approval.status) && may('approvals.withdraw')
  return (
    <>
      <PageHead title={approval.title} beside={<ApprovalStatusBadge status={approval.status} />} sticky>
        {me?.id === approval.initiatorId && approval.status === 'running' && may('approvals.urge') && (
          <UrgeButton approval={approval} />
        )}
        {withdrawable && (
          <Button
            variant="default"
            onClick={() =>
              askBefore({
                title: t('withdraw'),
                text: t('withdrawText'),
                confirm: t('withdraw'),
                run: () => rpc['approvals.withdraw']({ id: approval.id, version: approval.version }),
              })
            }
          >
            {t('withdraw')}
          </Button>
        )}
        {mine && (
          <>
            <Menu position="bottom-end">
              <Menu.Target>
                <ActionIcon variant="default" size={36} aria-label={t('more')}>
                  <IconDots size={18} />
                </ActionIcon>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item leftSection={<IconUserPlus size={15} />} onClick={() => setAskOther('addSigner')}>
                  {t('addSigner')}
                </Menu.Item>
                <Menu.Item leftSection={<IconArrowForwardUp size={15} />} onClick={() => setAskOther('transfer')}>
                  {t('transfer')}
                </Menu.Item>
              </Menu.Dropdown>
            </Menu>
            <Button variant="default" onClick={() => setDecision('refuse')} rightSection={<Kbd size="xs">R</Kbd>}>
              {t('refuse')}
            </Button>
            <Button variant="default" onClick={() => setDecision('sendBack')} rightSection={<Kbd size="xs">B</Kbd>}>
              {t('sendBack')}
            </Button>
            <Button onClick={() => setDecision('agree')} rightSection={<Kbd size="xs">A</Kbd>}>
              {t('agree')}
            </Button>
          </>
        )}
      </PageHead>
      <div className={classes.frame}>
        <div className={classes.document}>
          <PdfViewer
            source={fileAddress(approval.pdfHash)}
            label={`${t('document')} ${approval.title}`}
            actions={
              <Button
                size="compact-sm"
                variant="default"
                leftSection={<IconDownload size={15} aria-hidden />}
                onClick={() => void saveFile(approval.pdfHash, `${approval.title}.pdf`)}
              >
                {t('download')}
              </Button>
            }
          />
        </div>
        <aside className={classes.side} aria-label={t('timeline')}>
          {approval.kind === 'contract' && <ContractFacts approval={approval} />}
          <h2 className={classes.heading}>{t('timeline')}</h2>
          <ApprovalTimeline approval={approval} />
          {mine && (
            <Text fz={12} c="dimmed">
              {t('keys')}
            </Text>
          )}
        </aside>
      </div>
      {askOther !== null && mine && (
        <AskOtherDialog
          approval={approval}
          what={askOther}
          onDone={() => {
            setAskOther(null)
            void goOn()
          }}
          onClose={() => setAskOther(null)}
        />
      )}
      {decision !== null && approval.taskId !== null && (
        <DecisionDialog
          approval={approval}
          decision={decision}
          onDone={() => void decided()}
          onClose={() => setDecision(null)}
        />
      )}
    </>
  )
}

function UrgeButton({ approval }: { approval: Approval }) {
  const t = useWords(approvalWords)
  const errorText = useErrorText()
  const urge = useMutation({
    mutationFn: () => rpc['approvals.urge']({ id: approval.id }),
    onSuccess: ({ urged }) => notifications.show({ message: t('urged', { names: urged.join('、') }) }),
    onError: (error) => notifications.show({ color: 'red', message: errorText(error) }),
  })
  return (
    <Button
      variant="default"
      leftSection={<IconBellRinging size={16} aria-hidden />}
      title={t('urgeWait')}
      loading={urge.isPending}
      onClick={() => urge.mutate()}
    >
      {t('urge')}
    </Button>
  )
}

function ContractFacts({ approval }: { approval: Approval }) {
  const t = useWords(approvalWords)
  const words = useWords(contractWords)
  const { data: contract } = useQuery(wire['contracts.get'].queryOptions({ input: { id: approval.recordId } }))
  if (contract === undefined) return <Skeleton height={120} mb="lg" />
  return (
    <div style={{ marginBottom: 20 }}>
      <Group justify="space-between" mb={10}>
        <h2 className={classes.heading} style={{ margin: 0 }}>
          {t('facts')}
        </h2>
        <Anchor component={Link} to={`/contracts/${contract.id}`} fz={13}>
          {t('openContract')}
        </Anchor>
      </Group>
      {contract.contentHash !== approval.contentHash && (
        <Text fz={13} className={classes.notice ?? ''} role="status">
          {t('changed')}
        </Text>
      )}
      <Facts
        columns={1}
        items={[
          [t('columns.amount'), <Amount key="amount" value={contract.amount} fw={600} fz={18} />],
          [t('columns.party'), contract.counterparty],
          [
            t('type'),
            contract.lines.length === 0
              ? words(`types.${contract.type}`)
              : `${words(`types.${contract.type}`)} · ${t('lines', { count: contract.lines.length })}`,
          ],
          [t('owner'), contract.owner],
          contract.expiresOn !== null && [t('expiresOn'), contract.expiresOn],
        ]}
      />
      {contract.paymentPlan.length > 0 && (
        <>
          <h2 className={classes.heading} style={{ marginTop: 20 }}>
            {t('plan')}
          </h2>
          {contract.paymentPlan.map((item) => (
            <Group key={item.id} justify="space-between" gap={8} wrap="nowrap" fz={13} mt={4}>
              <span>{[item.name, item.dueOn].filter(Boolean).join(' · ')}</span>
              <Amount value={item.amount} />
            </Group>
          ))}
        </>
      )}
    </div>
  )
}

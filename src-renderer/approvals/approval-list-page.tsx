import { Button, Tabs } from '@mantine/core'
import { IconChecks, IconChecklist } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import type { ApprovalRow } from '../../src-shared/approvals/approvals-operations.ts'
import { formatYuan, sumCents } from '../../src-shared/kernel/cents.ts'
import { Amount } from '../components/amount.tsx'
import { ColumnMenu } from '../components/column-menu.tsx'
import type { Column } from '../components/data-table.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { chosenOf, ListTable } from '../components/list-table.tsx'
import { PageHead } from '../components/page-head.tsx'
import { StatusBadge } from '../components/status-badge.tsx'
import { useInstantText } from '../lib/instants.ts'
import { byCursor, listPages } from '../lib/list-pages.ts'
import { wire } from '../lib/rpc.ts'
import { useWords, type TranslateOf } from '../lib/words.ts'
import { approvalBoxes, type ApprovalBox } from './approval-search.ts'
import { ApprovalStatusBadge } from './approval-status-badge.tsx'
import { approvalWords } from './approval-words.ts'
import { BatchDialog } from './batch-dialog.tsx'

type Words = TranslateOf<typeof approvalWords>

/** What waits for me, what I have sent, what I have decided. */
export function ApprovalListPage() {
  const t = useWords(approvalWords)
  const instant = useInstantText()
  const navigate = useNavigate()
  const { box = 'inbox' } = useSearch({ from: '/approvals' })
  const [current, setCurrent] = useState<string | null>(null)
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [batch, setBatch] = useState<ApprovalRow[] | null>(null)
  const query = useInfiniteQuery(
    wire['approvals.list'].infiniteOptions({
      input: (after: string | null) => ({ box, after, limit: 100 }),
      ...byCursor,
    }),
  )
  const columns = useMemo(() => approvalColumns(t, instant, box), [t, instant, box])
  const chosen = chosenOf(listPages(query).rows, selected).filter(({ taskId }) => taskId !== null)
  const go = (next: string | null) => {
    setSelected(new Set())
    void navigate({ to: '/approvals', search: { box: next as ApprovalBox }, replace: true })
  }
  return (
    <>
      <PageHead title={t('title')}>
        {box === 'inbox' && chosen.length > 0 && (
          <Button leftSection={<IconChecks size={16} aria-hidden />} onClick={() => setBatch(chosen)}>
            {t('batch')}
          </Button>
        )}
        <ColumnMenu name={`approvals.${box}`} columns={columns} />
      </PageHead>
      <Tabs value={box} onChange={go} style={{ background: 'var(--surface)' }}>
        <Tabs.List px={12}>
          {approvalBoxes.map((each) => (
            <Tabs.Tab key={each} value={each} aria-controls={undefined}>
              {t(`boxes.${each}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
      </Tabs>
      <ListTable
        name={`approvals.${box}`}
        label={t(`boxes.${box}`)}
        query={query}
        columns={columns}
        {...(box === 'inbox' && { selected, onSelect: setSelected, rowName: ({ title }: ApprovalRow) => title })}
        current={current}
        onCurrent={setCurrent}
        onOpen={({ id }) => void navigate({ to: '/approvals/$id', params: { id } })}
        empty={<Nothing box={box} />}
        total={(count) => t('total', { count })}
        sums={(rows) => (rows.length === 0 ? null : t('sum', { amount: formatYuan(amountOf(rows)) }))}
      />
      {batch !== null && (
        <BatchDialog
          rows={batch}
          onClose={() => {
            setBatch(null)
            setSelected(new Set())
          }}
        />
      )}
    </>
  )
}

const amountOf = (rows: readonly ApprovalRow[]) =>
  sumCents(rows.flatMap(({ amount }) => (amount === null ? [] : [amount])))

function approvalColumns(t: Words, instant: (at: number) => string, box: ApprovalBox): Column<ApprovalRow>[] {
  const columns: Column<ApprovalRow>[] = [
    {
      key: 'title',
      label: t('columns.title'),
      width: 320,
      grow: true,
      render: (row) => (
        <>
          {row.title} {row.urgedAt !== null && <StatusBadge tone="late" label={t('urgedBadge')} />}
        </>
      ),
      text: (row) => row.title,
    },
    { key: 'party', label: t('columns.party'), width: 220, render: (row) => row.party, text: (row) => row.party },
    {
      key: 'amount',
      label: t('columns.amount'),
      width: 150,
      align: 'end',
      render: (row) => (row.amount === null ? '' : <Amount value={row.amount} />),
      text: (row) => (row.amount === null ? '' : formatYuan(row.amount)),
    },
    {
      key: 'status',
      label: t('columns.status'),
      width: 100,
      render: (row) => <ApprovalStatusBadge status={row.status} />,
      text: (row) => t(`statuses.${row.status}`),
    },
    {
      key: 'step',
      label: t('columns.step'),
      width: 130,
      render: (row) => row.currentStep ?? '',
      text: (row) => row.currentStep ?? '',
    },
    {
      key: 'initiator',
      label: t('columns.initiator'),
      width: 96,
      render: (row) => row.initiator,
      text: (row) => row.initiator,
    },
    {
      key: 'started',
      label: t('columns.started'),
      width: 144,
      render: (row) => instant(row.startedAt),
      text: (row) => instant(row.startedAt),
    },
    {
      key: 'finished',
      label: t('columns.finished'),
      width: 144,
      optional: true,
      render: (row) => (row.finishedAt === null ? '' : instant(row.finishedAt)),
      text: (row) => (row.finishedAt === null ? '' : instant(row.finishedAt)),
    },
  ]
  // Who sent it is oneself, and all that waits is running.
  return columns.filter(({ key }) => !(key === 'initiator' && box === 'sent') && !(key === 'status' && box === 'inbox'))
}

function Nothing({ box }: { box: ApprovalBox }) {
  const t = useWords(approvalWords)
  const key = { inbox: 'emptyInbox', sent: 'emptySent', done: 'emptyDone' } as const
  return <EmptyState title={t(key[box])} text={t(`${key[box]}Text`)} icon={IconChecklist} />
}

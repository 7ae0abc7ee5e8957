import { formatYuan, subtractCents } from '../../src-shared/kernel/cents.ts'
import type { ContractRow } from '../../src-shared/contracts/contracts-operations.ts'
import { Amount } from '../components/amount.tsx'
import type { contractWords } from '../components/contract-words.ts'
import type { Column } from '../components/data-table.tsx'
import { StageBadge } from '../components/stage-badge.tsx'
import type { TranslateOf } from '../lib/words.ts'
import type { contractListWords } from './contract-list-words.ts'

const open = (row: ContractRow) => subtractCents(row.amount, row.settledAmount)

/** Columns of the list of contracts; the instant of change is shown in the workspace's time. */
export function contractColumns(
  t: TranslateOf<typeof contractListWords>,
  words: TranslateOf<typeof contractWords>,
  instant: (at: number) => string,
): Column<ContractRow>[] {
  return [
    {
      key: 'number',
      label: t('columns.number'),
      width: 168,
      render: (row) => row.number ?? row.draftNumber,
      text: (row) => row.number ?? row.draftNumber,
    },
    {
      key: 'title',
      label: t('columns.title'),
      width: 240,
      grow: true,
      render: (row) => row.title,
      text: (row) => row.title,
    },
    {
      key: 'counterparty',
      label: t('columns.counterparty'),
      width: 210,
      render: (row) => row.counterparty,
      text: (row) => row.counterparty,
    },
    {
      key: 'stage',
      label: t('columns.stage'),
      width: 114,
      render: (row) => <StageBadge stage={row.stage} />,
      text: (row) => words(`stages.${row.stage}`),
    },
    {
      key: 'amount',
      label: t('columns.amount'),
      width: 134,
      align: 'end',
      sort: 'amount',
      render: (row) => <Amount value={row.amount} quiet />,
      text: (row) => formatYuan(row.amount),
    },
    {
      key: 'settled',
      label: t('columns.settled'),
      width: 140,
      align: 'end',
      render: (row) => <Amount value={row.settledAmount} quiet />,
      text: (row) => formatYuan(row.settledAmount),
    },
    {
      key: 'open',
      label: t('columns.open'),
      width: 140,
      align: 'end',
      optional: true,
      render: (row) => <Amount value={open(row)} quiet />,
      text: (row) => formatYuan(open(row)),
    },
    {
      key: 'shipped',
      label: t('columns.shipped'),
      width: 140,
      align: 'end',
      optional: true,
      render: (row) => <Amount value={row.shippedAmount} quiet />,
      text: (row) => formatYuan(row.shippedAmount),
    },
    {
      key: 'type',
      label: t('columns.type'),
      width: 100,
      render: (row) => words(`types.${row.type}`),
      text: (row) => words(`types.${row.type}`),
    },
    {
      key: 'direction',
      label: t('columns.direction'),
      width: 90,
      optional: true,
      render: (row) => words(`directions.${row.direction}`),
      text: (row) => words(`directions.${row.direction}`),
    },
    { key: 'owner', label: t('columns.owner'), width: 84, render: (row) => row.owner, text: (row) => row.owner },
    {
      key: 'signedOn',
      label: t('columns.signedOn'),
      width: 108,
      sort: 'signedOn',
      render: (row) => row.signedOn ?? '',
      text: (row) => row.signedOn ?? '',
    },
    {
      key: 'expiresOn',
      label: t('columns.expiresOn'),
      width: 108,
      sort: 'expiresOn',
      optional: true,
      render: (row) => row.expiresOn ?? '',
      text: (row) => row.expiresOn ?? '',
    },
    {
      key: 'updated',
      label: t('columns.updated'),
      width: 144,
      sort: 'updated',
      render: (row) => instant(row.updatedAt),
      text: (row) => instant(row.updatedAt),
    },
  ]
}

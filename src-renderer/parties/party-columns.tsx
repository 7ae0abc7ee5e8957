import { Text } from '@mantine/core'
import { formatYuan } from '../../src-shared/kernel/cents.ts'
import type { PartyRow } from '../../src-shared/parties/parties-operations.ts'
import type { Column } from '../components/data-table.tsx'
import { StatusBadge } from '../components/status-badge.tsx'
import type { TranslateOf } from '../lib/words.ts'
import type { partyWords } from './party-words.ts'

export type PartyTranslate = TranslateOf<typeof partyWords>

export function partyColumns(t: PartyTranslate, instant: (ms: number) => string): Column<PartyRow>[] {
  const text = (
    key: keyof PartyRow & string,
    label: string,
    width: number,
    more: Partial<Column<PartyRow>> = {},
  ): Column<PartyRow> => ({
    key,
    label,
    width,
    text: (row) => String(row[key] ?? ''),
    render: (row) => String(row[key] ?? ''),
    ...more,
  })
  return [
    text('name', t('name'), 260, {
      sort: 'name',
      grow: true,
      render: (row) => (
        <>
          <Text span inherit fw={500} {...(row.blocked ? { c: 'dimmed' } : {})}>
            {row.name}
          </Text>
          {row.blocked && (
            <>
              {' '}
              <StatusBadge tone="late" label={t('blocked')} />
            </>
          )}
        </>
      ),
    }),
    {
      key: 'kind',
      label: t('kind'),
      width: 110,
      text: (row) => t(`kinds.${row.kind}`),
      render: (row) => t(`kinds.${row.kind}`),
    },
    text('creditCode', t('creditCode'), 180),
    text('contact', t('contact'), 90),
    text('phone', t('phone'), 130),
    text('region', t('region'), 90),
    text('level', t('level'), 64),
    {
      key: 'creditLimit',
      label: t('creditLimit'),
      width: 140,
      align: 'end',
      text: (row) => (row.creditLimit === null ? t('noLimit') : formatYuan(row.creditLimit)),
      render: (row) =>
        row.creditLimit === null ? (
          <Text span inherit c="dimmed">
            {t('noLimit')}
          </Text>
        ) : (
          formatYuan(row.creditLimit)
        ),
    },
    text('owner', t('owner'), 80),
    text('shortName', t('shortName'), 120, { optional: true }),
    text('industry', t('industry'), 120, { optional: true }),
    {
      key: 'updatedAt',
      label: t('updatedAt'),
      width: 140,
      sort: 'updated',
      text: (row) => instant(row.updatedAt),
      render: (row) => instant(row.updatedAt),
    },
  ]
}

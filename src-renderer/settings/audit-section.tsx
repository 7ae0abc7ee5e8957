import { Button, Text } from '@mantine/core'
import { IconHistory, IconShieldCheck } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { AuditRow } from '../../src-shared/audit/audit-operations.ts'
import type { Id } from '../../src-shared/kernel/ids.ts'
import { areaWords, wordOf } from '../../src-shared/messages/words.ts'
import { operationByName, operations } from '../../src-shared/rpc/registry.ts'
import { PeriodFilter, PersonFilter } from '../components/common-filters.tsx'
import type { Column } from '../components/data-table.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { FilterBar, OneFilter } from '../components/filter-bar.tsx'
import { ListTable } from '../components/list-table.tsx'
import { useInstantText } from '../lib/instants.ts'
import { byCursor } from '../lib/list-pages.ts'
import { isFiltered } from '../lib/list-search.ts'
import { wire } from '../lib/rpc.ts'
import { useLanguage, useWords, type Language, type TranslateOf } from '../lib/words.ts'
import { AuditDrawer } from './audit-drawer.tsx'
import { auditWords } from './audit-words.ts'
import { OutcomeBadge } from './outcome-badge.tsx'
import { useSettingsSearch } from './use-settings-search.ts'
import { VerifyDialog } from './verify-dialog.tsx'

/** Areas in which something can be done, in the order of the registry. */
const areas = [
  ...new Set(operations.filter(({ kind }) => kind === 'command').map(({ name }) => name.split('.')[0] as string)),
]

/** A word of a sentence as it begins a label. */
const asLabel = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)

type ShownEntry = AuditRow & { id: string }
const shown = (row: AuditRow): ShownEntry => ({ ...row, id: String(row.seq) })

/** All that was done or refused, newest first; each entry opens in a drawer with what it changed. */
export function AuditSection() {
  const t = useWords(auditWords)
  const language = useLanguage()
  const instant = useInstantText()
  const [search, go, reset] = useSettingsSearch('audit')
  const { actor, area, outcome, from, to, entry } = search
  const [current, setCurrent] = useState<string | null>(entry === undefined ? null : String(entry))
  const [verifying, setVerifying] = useState(false)
  const query = useInfiniteQuery(
    wire['audit.listEntries'].infiniteOptions({
      input: (after: string | null) => ({
        ...(actor === undefined ? {} : { actorId: actor as Id<'User'> }),
        ...(area === undefined ? {} : { name: `${area}.` }),
        ...(outcome === undefined ? {} : { outcome }),
        ...(from === undefined ? {} : { from }),
        ...(to === undefined ? {} : { to }),
        after,
        limit: 100,
      }),
      ...byCursor,
      select: ({ pages, pageParams }) => ({
        pages: pages.map((page) => ({ ...page, rows: page.rows.map(shown) })),
        pageParams,
      }),
    }),
  )
  const columns = useMemo(() => auditColumns(t, language, instant), [t, language, instant])
  const open = ({ seq }: ShownEntry) => go({ entry: seq })
  return (
    <>
      <FilterBar
        filtered={isFiltered(search)}
        onReset={reset}
        end={
          <Button
            variant="default"
            leftSection={<IconShieldCheck size={16} aria-hidden />}
            onClick={() => setVerifying(true)}
          >
            {t('verify')}
          </Button>
        }
      >
        <PersonFilter label={t('actor')} person={actor} onChange={(id) => go({ actor: id })} />
        <OneFilter
          label={t('area')}
          options={areas.map((value) => ({ value, label: asLabel(wordOf(areaWords, value, language)) }))}
          value={area}
          onChange={(chosen) => go({ area: chosen })}
        />
        <OneFilter
          label={t('outcome')}
          options={(['done', 'refused'] as const).map((value) => ({ value, label: t(`outcomes.${value}`) }))}
          value={outcome}
          onChange={(chosen) => go({ outcome: chosen })}
        />
        <PeriodFilter label={t('when')} from={from} to={to} onChange={(begin, end) => go({ from: begin, to: end })} />
      </FilterBar>
      <ListTable
        name="audit"
        label={t('title')}
        query={query}
        columns={columns}
        current={current}
        onCurrent={setCurrent}
        onOpen={open}
        onQuickLook={open}
        filters={{ on: isFiltered(search), noMatch: t('noMatchTitle'), onReset: reset }}
        empty={<EmptyState title={t('emptyTitle')} text={t('emptyText')} icon={IconHistory} />}
        total={(count) => t('total', { count })}
      />
      <AuditDrawer seq={entry ?? null} onClose={() => go({ entry: undefined })} />
      {verifying && (
        <VerifyDialog
          onClose={() => setVerifying(false)}
          onShow={(seq) => {
            setVerifying(false)
            go({ entry: seq })
          }}
        />
      )}
    </>
  )
}

type AuditTranslate = TranslateOf<typeof auditWords>

function auditColumns(t: AuditTranslate, language: Language, instant: (ms: number) => string): Column<ShownEntry>[] {
  const what = ({ name }: ShownEntry) => operationByName.get(name)?.summary[language] ?? name
  return [
    {
      key: 'seq',
      label: t('seq'),
      width: 80,
      align: 'end',
      text: ({ seq }) => String(seq),
      render: ({ seq }) => seq,
    },
    {
      key: 'when',
      label: t('when'),
      width: 150,
      text: ({ issuedAt }) => instant(issuedAt),
      render: ({ issuedAt }) => instant(issuedAt),
    },
    { key: 'actor', label: t('actor'), width: 120, text: ({ actor }) => actor, render: ({ actor }) => actor },
    {
      key: 'what',
      label: t('what'),
      width: 220,
      grow: true,
      text: what,
      render: (row) => (
        <Text span inherit fw={500}>
          {what(row)}
        </Text>
      ),
    },
    {
      key: 'outcome',
      label: t('outcome'),
      width: 100,
      text: ({ outcome }) => t(`outcomes.${outcome}`),
      render: ({ outcome }) => <OutcomeBadge outcome={outcome} />,
    },
    {
      key: 'changes',
      label: t('changes'),
      width: 80,
      align: 'end',
      text: ({ changes }) => String(changes),
      render: ({ changes }) => changes,
    },
  ]
}

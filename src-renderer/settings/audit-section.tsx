import { Button, Text } from '@mantine/core'
import { IconHistory, IconShieldCheck } from '@tabler/icons-react'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { AuditRow } from '../../src-shared/audit/audit-operations.ts'
import type { Id } from '../../src-shared/kernel/ids.ts'
import { areaWords, wordOf } from '../../src-shared/messages/words.ts'
import { operationByName, operations } from '../../src-shared/rpc/registry.ts'
import { PeriodFilter } from '../components/common-filters.tsx'
import { DataTable, type Column } from '../components/data-table.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { ChoiceFilter, FilterBar, PopoverFilter } from '../components/filter-bar.tsx'
import { ListError } from '../components/list-error.tsx'
import { NoMatch } from '../components/no-match.tsx'
import { UserPicker } from '../components/user-picker.tsx'
import { useInstantText } from '../lib/instants.ts'
import { byCursor, listPages } from '../lib/list-pages.ts'
import { wire } from '../lib/rpc.ts'
import { useLanguage, useWords, type Language, type Translate, type WordsOf } from '../lib/words.ts'
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

/** All that was done or refused, newest first; each entry opens in a drawer with what it changed. */
export function AuditSection() {
  const t = useWords(auditWords)
  const language = useLanguage()
  const instant = useInstantText()
  const [search, go] = useSettingsSearch('audit')
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
    }),
  )
  const { rows, total, more } = listPages(query)
  const shown = rows?.map((row): ShownEntry => ({ ...row, id: String(row.seq) }))
  const columns = useMemo(() => auditColumns(t, language, instant), [t, language, instant])
  const reset = () => go({ actor: undefined, area: undefined, outcome: undefined, from: undefined, to: undefined })
  const filtered = [actor, area, outcome, from, to].some((filter) => filter !== undefined)
  return (
    <>
      <FilterBar
        filtered={filtered}
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
        <ActorFilter actor={actor} onChange={(id) => go({ actor: id })} />
        <ChoiceFilter
          single
          label={t('area')}
          options={areas.map((value) => ({ value, label: asLabel(wordOf(areaWords, value, language)) }))}
          value={area === undefined ? [] : [area]}
          onChange={([chosen]) => go({ area: chosen })}
        />
        <ChoiceFilter
          single
          label={t('outcome')}
          options={(['done', 'refused'] as const).map((value) => ({ value, label: t(`outcomes.${value}`) }))}
          value={outcome === undefined ? [] : [outcome]}
          onChange={([chosen]) => go({ outcome: chosen })}
        />
        <PeriodFilter label={t('when')} from={from} to={to} onChange={(begin, end) => go({ from: begin, to: end })} />
      </FilterBar>
      <ListError query={query} />
      <DataTable
        name="audit"
        label={t('title')}
        columns={columns}
        rows={query.isError ? [] : shown}
        total={total}
        onMore={more}
        current={current}
        onCurrent={setCurrent}
        onOpen={({ seq }) => go({ entry: seq })}
        onQuickLook={({ seq }) => go({ entry: seq })}
        empty={
          query.isError ? null : filtered ? (
            <NoMatch title={t('noMatchTitle')} onReset={reset} />
          ) : (
            <EmptyState
              title={t('emptyTitle')}
              text={t('emptyText')}
              icon={<IconHistory size={36} stroke={1.3} aria-hidden />}
            />
          )
        }
        foot={<span>{t('total', { count: total })}</span>}
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

function ActorFilter({ actor, onChange }: { actor: string | undefined; onChange(id: string | undefined): void }) {
  const t = useWords(auditWords)
  const { data } = useQuery({
    ...wire['people.getUser'].queryOptions({ input: { id: actor ?? '' } }),
    enabled: actor !== undefined,
  })
  return (
    <PopoverFilter
      label={t('actor')}
      summary={actor === undefined ? '' : (data?.name ?? '…')}
      onClear={() => onChange(undefined)}
    >
      <UserPicker
        label={t('actor')}
        clearable
        value={actor ?? null}
        onChange={(id) => onChange(id ?? undefined)}
        comboboxProps={{ withinPortal: false }}
      />
    </PopoverFilter>
  )
}

type AuditTranslate = Translate<typeof auditWords extends WordsOf<infer T> ? T : never>

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

import { Anchor, Button, Loader, Text } from '@mantine/core'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { HistoryRow } from '../../../src-shared/audit/audit-operations.ts'
import { tableWords, wordOf } from '../../../src-shared/messages/words.ts'
import { operationByName } from '../../../src-shared/rpc/registry.ts'
import { useInstantText } from '../../lib/instants.ts'
import { byCursor, listPages } from '../../lib/list-pages.ts'
import { wire } from '../../lib/rpc.ts'
import { defineWords, useLanguage, useWords } from '../../lib/words.ts'
import { RefusalAlert } from '../refusal-alert.tsx'
import { fieldLabel, type FieldLabel } from './field-labels.ts'
import { fieldValue } from './field-value.ts'
import classes from './record-history.module.css'

const words = defineWords(
  'history',
  {
    more: '更早的记录',
    empty: '没有记录',
    nothing: '空',
    yes: '是',
    no: '否',
    changed: '已更改',
    unseen: '无权查看',
    allFields: '全部字段',
    added: '新增{{table}}',
    removed: '删除{{table}}',
  },
  {
    more: 'Earlier',
    empty: 'Nothing yet',
    nothing: 'empty',
    yes: 'yes',
    no: 'no',
    changed: 'changed',
    unseen: 'not yours to see',
    allFields: 'All fields',
    added: 'added {{table}}',
    removed: 'removed {{table}}',
  },
)

/** Who changed what of a record and when, newest first: each command with the fields it changed, before and after. */
export function RecordHistory({ table, id }: { table: string; id: string }) {
  const t = useWords(words)
  const query = useInfiniteQuery(
    wire['audit.readHistory'].infiniteOptions({
      input: (after: string | null) => ({ table, id, after, limit: 100 }),
      ...byCursor,
    }),
  )
  const { rows, more } = listPages(query)
  if (query.error !== null) return <RefusalAlert error={query.error} onRetry={() => void query.refetch()} />
  if (rows === undefined) return <Loader />
  if (rows.length === 0) return <Text c="dimmed">{t('empty')}</Text>
  const entries = [...Map.groupBy(rows, ({ seq }) => seq).values()]
  return (
    <>
      <ol className={classes.list}>
        {entries.map((changes) => (
          <Entry key={changes[0]!.seq} changes={changes} recordId={id} />
        ))}
      </ol>
      {query.hasNextPage && (
        <Button variant="default" size="xs" onClick={more} loading={query.isFetchingNextPage}>
          {t('more')}
        </Button>
      )}
    </>
  )
}

function Entry({ changes, recordId }: { changes: HistoryRow[]; recordId: string }) {
  const t = useWords(words)
  const language = useLanguage()
  const instant = useInstantText()
  const { at, actor, name } = changes[0]!
  // A record that appears brings all its fields; the sentence says it all.
  const born = changes.find(({ op, id }) => op === 'insert' && id === recordId)
  const [open, setOpen] = useState(born === undefined)
  return (
    <li className={classes.entry}>
      <div className={classes.head}>
        <b>{operationByName.get(name)?.summary[language] ?? name}</b>
        <Text span fz={12} c="dimmed">
          {actor} · <time dateTime={new Date(at).toISOString()}>{instant(at)}</time>
        </Text>
      </div>
      {open ? (
        changes.map((change) => <Change key={change.id} change={change} own={change.id === recordId} />)
      ) : (
        <Anchor component="button" type="button" fz={12} onClick={() => setOpen(true)}>
          {t('allFields')}
        </Anchor>
      )}
    </li>
  )
}

interface ChangeProps {
  change: Pick<HistoryRow, 'table' | 'op' | 'fields'>
  /** Of the record whose history is read: its name goes without saying. */
  own: boolean
}

/** What one command did to one record: its fields before and after, in words. */
export function Change({ change, own }: ChangeProps) {
  const t = useWords(words)
  const language = useLanguage()
  const fields = change.fields.flatMap(({ field, from, to }) => {
    const label = fieldLabel(field)
    return label === undefined || (change.op === 'insert' && (to === '' || to === null || to === 0))
      ? []
      : [{ field, label, from, to }]
  })
  if (own && fields.length === 0) return null
  const part = change.fields.find(({ field }) => field === 'name' || field === 'number')
  const named = String(part?.to ?? part?.from ?? '')
  return (
    <div className={classes.change}>
      {!own && (
        <Text fz={12} fw={600}>
          {change.op === 'update'
            ? wordOf(tableWords, change.table, language)
            : t(change.op === 'insert' ? 'added' : 'removed', { table: wordOf(tableWords, change.table, language) })}
          {named !== '' && `：${named}`}
        </Text>
      )}
      {change.op !== 'delete' && (
        <dl>
          {fields.map(({ field, label, from, to }) => (
            <div key={field}>
              <dt>{label[language]}</dt>
              <dd>
                {change.op === 'update' && label.kind !== 'reference' && (
                  <>
                    <del>
                      <Value value={from} label={label} />
                    </del>
                    <span aria-hidden> → </span>
                  </>
                )}
                {label.kind === 'reference' ? t('changed') : <Value value={to} label={label} />}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  )
}

function Value({ value, label }: { value: HistoryRow['fields'][number]['to']; label: FieldLabel }) {
  const t = useWords(words)
  const language = useLanguage()
  const instant = useInstantText()
  if (typeof value === 'string' && value !== '' && label.kind === 'person') return <PersonName id={value} />
  if (typeof value === 'string' && value !== '' && label.kind === 'party') return <PartyName id={value} />
  const text = fieldValue(value, label.kind, { language, instant, yes: t('yes'), no: t('no') })
  return text === '' ? <span className={classes.nothing}>{t('nothing')}</span> : text
}

function PersonName({ id }: { id: string }) {
  return useQuery(wire['people.getUser'].queryOptions({ input: { id } })).data?.name ?? '…'
}

function PartyName({ id }: { id: string }) {
  const t = useWords(words)
  const { data, isError } = useQuery(wire['parties.get'].queryOptions({ input: { id } }))
  if (isError) return <span className={classes.nothing}>{t('unseen')}</span>
  return data?.name ?? '…'
}

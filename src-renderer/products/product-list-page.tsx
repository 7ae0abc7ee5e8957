import { Button } from '@mantine/core'
import { IconBox, IconPlus } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useMemo, useState } from 'react'
import { ColumnMenu } from '../components/column-menu.tsx'
import { DataTable } from '../components/data-table.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { ChoiceFilter, FilterBar } from '../components/filter-bar.tsx'
import { ListError } from '../components/list-error.tsx'
import { NoMatch } from '../components/no-match.tsx'
import { PageHead } from '../components/page-head.tsx'
import { useInstantText } from '../lib/instants.ts'
import { byCursor, listPages } from '../lib/list-pages.ts'
import { useRights } from '../lib/rights.ts'
import { wire } from '../lib/rpc.ts'
import { useWords } from '../lib/words.ts'
import { productColumns } from './product-columns.tsx'
import { ProductDrawer } from './product-drawer.tsx'
import { productListInput, type ProductListSearch } from './product-search.ts'
import { productWords } from './product-words.ts'

/** What is bought and sold; each opens in a drawer beside the list. */
export function ProductListPage() {
  const t = useWords(productWords)
  const may = useRights()
  const instant = useInstantText()
  const navigate = useNavigate()
  const search = useSearch({ from: '/products' })
  const [current, setCurrent] = useState<string | null>(search.id ?? null)
  const query = useInfiniteQuery(
    wire['products.list'].infiniteOptions({
      input: (after: string | null) => ({ ...productListInput(search), after, limit: 100 }),
      ...byCursor,
    }),
  )
  const { rows, total, more } = listPages(query)
  const columns = useMemo(() => productColumns(t, instant), [t, instant])
  const go = useCallback(
    (change: Partial<Record<keyof ProductListSearch, unknown>>) =>
      void navigate({ to: '/products', search: (now) => ({ ...now, ...change }) as ProductListSearch, replace: true }),
    [navigate],
  )
  const onText = useCallback((text: string) => go({ text: text === '' ? undefined : text }), [go])
  const reset = () => go({ text: undefined, state: undefined, category: undefined })
  const filtered = search.text !== undefined || search.state !== undefined || search.category !== undefined
  const create = () => go({ new: true, id: undefined })
  return (
    <>
      <PageHead title={t('title')}>
        {may('products.edit') && (
          <Button onClick={create} leftSection={<IconPlus size={16} aria-hidden />}>
            {t('create')}
          </Button>
        )}
      </PageHead>
      <FilterBar
        text={search.text ?? ''}
        onText={onText}
        placeholder={t('search')}
        filtered={filtered}
        onReset={reset}
        end={<ColumnMenu name="products" columns={columns} />}
      >
        <ChoiceFilter
          single
          label={t('state')}
          options={(['offered', 'retired', 'all'] as const).map((value) => ({ value, label: t(`states.${value}`) }))}
          value={search.state === undefined ? [] : [search.state]}
          onChange={([state]) => go({ state })}
        />
      </FilterBar>
      <ListError query={query} />
      <DataTable
        name="products"
        label={t('title')}
        columns={columns}
        rows={query.isError ? [] : rows}
        total={total}
        sorting={{ key: search.sort ?? 'name', descending: search.descending ?? false }}
        onSort={({ key, descending }) => go({ sort: key, descending: descending || undefined })}
        onMore={more}
        current={current}
        onCurrent={setCurrent}
        onOpen={({ id }) => go({ id, new: undefined })}
        onQuickLook={({ id }) => go({ id, new: undefined })}
        empty={query.isError ? null : <NoProducts filtered={filtered} onReset={reset} onCreate={create} />}
        foot={<span>{t('total', { count: total })}</span>}
      />
      <ProductDrawer
        id={search.new ? 'new' : (search.id ?? null)}
        onClose={() => go({ id: undefined, new: undefined })}
      />
    </>
  )
}

function NoProducts({ filtered, onReset, onCreate }: { filtered: boolean; onReset(): void; onCreate(): void }) {
  const t = useWords(productWords)
  const may = useRights()
  if (filtered) return <NoMatch title={t('noMatchTitle')} onReset={onReset} />
  return (
    <EmptyState title={t('emptyTitle')} text={t('emptyText')} icon={<IconBox size={36} stroke={1.3} aria-hidden />}>
      {may('products.edit') && <Button onClick={onCreate}>{t('create')}</Button>}
    </EmptyState>
  )
}

import { Button } from '@mantine/core'
import { IconBox, IconPlus } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { ProductRow } from '../../src-shared/products/products-operations.ts'
import { OneFilter } from '../components/filter-bar.tsx'
import { ListPage } from '../components/list-page.tsx'
import { ImportRecords } from '../components/sheet-import/import-records.tsx'
import { useInstantText } from '../lib/instants.ts'
import { byCursor } from '../lib/list-pages.ts'
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
  const input = productListInput(search)
  const query = useInfiniteQuery(
    wire['products.list'].infiniteOptions({
      input: (after: string | null) => ({ ...input, after, limit: 100 }),
      ...byCursor,
    }),
  )
  const columns = useMemo(() => productColumns(t, instant), [t, instant])
  const { id, new: creating, ...list } = search
  const go = (next: ProductListSearch) => void navigate({ to: '/products', search: next, replace: true })
  const create = may('products.edit') && (
    <Button onClick={() => go({ ...list, new: true })} leftSection={<IconPlus size={16} aria-hidden />}>
      {t('create')}
    </Button>
  )
  return (
    <>
      <ListPage<ProductRow, ProductListSearch>
        name="products"
        words={t}
        actions={
          create && (
            <>
              <ImportRecords kind="products" />
              {create}
            </>
          )
        }
        search={search}
        onSearch={go}
        filters={(change) => (
          <OneFilter
            label={t('state')}
            options={(['offered', 'retired', 'all'] as const).map((value) => ({ value, label: t(`states.${value}`) }))}
            value={search.state}
            onChange={(state) => change({ state })}
          />
        )}
        query={query}
        columns={columns}
        sorted={input}
        onOpen={(row) => go({ ...list, id: row.id })}
        icon={IconBox}
        firstStep={create}
      />
      <ProductDrawer id={creating ? 'new' : (id ?? null)} onClose={() => go(list)} />
    </>
  )
}

import { Button } from '@mantine/core'
import { IconFileSpreadsheet, IconFileText, IconPlus } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import type { ContractRow } from '../../src-shared/contracts/contracts-operations.ts'
import { formatYuan, subtractCents, sumCents } from '../../src-shared/kernel/cents.ts'
import { addDays } from '../../src-shared/kernel/local-date.ts'
import { contractWords } from '../components/contract-words.ts'
import { ListPage } from '../components/list-page.tsx'
import { useInstantText, useToday } from '../lib/instants.ts'
import { byCursor } from '../lib/list-pages.ts'
import { useMyself, useRights } from '../lib/rights.ts'
import { wire } from '../lib/rpc.ts'
import { useWords } from '../lib/words.ts'
import { contractColumns } from './contract-columns.tsx'
import { ContractFilters } from './contract-filters.tsx'
import { contractListWords } from './contract-list-words.ts'
import { ContractQuickLook } from './contract-quick-look.tsx'
import { contractListInput, type ContractListSearch } from './contract-search.ts'
import { ExportLedgerDialog } from './export-ledger-dialog.tsx'

/** All contracts one may read, by stage, type, party, person and date. */
export function ContractListPage() {
  const t = useWords(contractListWords)
  const words = useWords(contractWords)
  const may = useRights()
  const me = useMyself()
  const today = useToday()
  const instant = useInstantText()
  const navigate = useNavigate()
  const search = useSearch({ from: '/contracts' })
  const [exporting, setExporting] = useState(false)
  const input = contractListInput(search)
  const query = useInfiniteQuery(
    wire['contracts.list'].infiniteOptions({
      input: (after: string | null) => ({ ...input, after, limit: 100 }),
      ...byCursor,
    }),
  )
  const columns = useMemo(() => contractColumns(t, words, instant), [t, words, instant])
  const create = may('contracts.draft') && (
    <Button component={Link} to="/contracts/new" leftSection={<IconPlus size={16} aria-hidden />}>
      {t('create')}
    </Button>
  )
  const inForce = ['signed', 'active'] satisfies ContractListSearch['stage']
  return (
    <>
      <ListPage<ContractRow, ContractListSearch>
        name="contracts"
        words={t}
        actions={
          <>
            {may('reports.read') && (
              <Button
                variant="default"
                leftSection={<IconFileSpreadsheet size={16} aria-hidden />}
                onClick={() => setExporting(true)}
              >
                {t('export')}
              </Button>
            )}
            {create}
          </>
        }
        search={search}
        onSearch={(next) => void navigate({ to: '/contracts', search: next, replace: true })}
        filters={(change) => <ContractFilters search={search} onChange={change} />}
        views={[
          { name: t('views.all'), search: {} },
          ...(me === undefined ? [] : [{ name: t('views.mine'), search: { owner: me.id } }]),
          { name: t('views.waiting'), search: { stage: ['pending', 'approved'] } },
          { name: t('views.active'), search: { stage: inForce } },
          {
            name: t('views.expiring'),
            search: { stage: inForce, expiresFrom: today, expiresTo: addDays(today, 90), sort: 'expiresOn' },
          },
        ]}
        query={query}
        columns={columns}
        sorted={input}
        onOpen={({ id }) => void navigate({ to: '/contracts/$id', params: { id } })}
        look={({ id, number, draftNumber, title }) => ({
          title: `${number ?? draftNumber} ${title}`,
          body: <ContractQuickLook id={id} />,
        })}
        rowName={({ number, draftNumber }) => number ?? draftNumber}
        sums={(chosen) => {
          if (chosen.length === 0) return null
          const amount = sumCents(chosen.map((row) => row.amount))
          const settled = sumCents(chosen.map((row) => row.settledAmount))
          return t('sums', {
            amount: formatYuan(amount),
            settled: formatYuan(settled),
            open: formatYuan(subtractCents(amount, settled)),
          })
        }}
        icon={IconFileText}
        firstStep={create}
      />
      {exporting && (
        <ExportLedgerDialog
          from={search.signedFrom ?? null}
          to={search.signedTo ?? null}
          onClose={() => setExporting(false)}
        />
      )}
    </>
  )
}

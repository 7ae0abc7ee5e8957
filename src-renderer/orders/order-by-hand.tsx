import { SegmentedControl, Stack, Text } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useMemo, useState, type ReactNode } from 'react'
import type { z } from 'zod'
import { formatYuan } from '../../src-shared/kernel/cents.ts'
import type { Id } from '../../src-shared/kernel/ids.ts'
import { OrderKind } from '../../src-shared/orders/order.ts'
import type { getOrder } from '../../src-shared/orders/orders-operations.ts'
import { PageBody } from '../components/detail-page.tsx'
import { DraftNotice } from '../components/draft-notice.tsx'
import { Section } from '../components/facts.tsx'
import { focusFirstError, FormFrame } from '../components/form-frame.tsx'
import { useKeptForm } from '../components/kept-form.ts'
import {
  goodsColumns,
  goodsRow,
  goodsTotals,
  newGoodsRow,
  readGoodsLines,
} from '../components/line-grid/goods-lines.ts'
import { goodsWords } from '../components/line-grid/goods-words.ts'
import { ImportLines } from '../components/line-grid/import-lines.tsx'
import { LineGrid } from '../components/line-grid/line-grid.tsx'
import type { LineRow } from '../components/line-grid/line-rows.ts'
import { PageHead } from '../components/page-head.tsx'
import { PartyPicker } from '../components/party-picker.tsx'
import { RefusalAlert } from '../components/refusal-alert.tsx'
import { tradeWords } from '../components/trade-words.ts'
import { useToday } from '../lib/instants.ts'
import { rpc } from '../lib/rpc.ts'
import { useWords } from '../lib/words.ts'
import { OrderSaveButtons } from './order-save-buttons.tsx'
import type { OrderNewSearch } from './order-search.ts'
import { OrderTermsFields, type OrderTerms } from './order-terms.tsx'
import { orderWords } from './order-words.ts'
import { useSaveOrder } from './use-save-order.ts'

interface Values extends OrderTerms {
  kind: OrderKind
  partyId: string | null
  rows: readonly LineRow[]
}

interface OrderByHandProps {
  search: OrderNewSearch
  copy: z.output<(typeof getOrder)['output']> | null
  source: ReactNode
}

/** An order without a contract: a party, and goods typed or taken from the products. */
export function OrderByHand({ search, copy, source }: OrderByHandProps) {
  const t = useWords(orderWords)
  const goods = useWords(goodsWords)
  const trade = useWords(tradeWords)
  const navigate = useNavigate()
  const today = useToday()
  const columns = useMemo(() => goodsColumns(goods), [goods])
  const [before] = useState<Values>(() => ({
    kind: copy?.kind ?? search.kind ?? 'sales',
    partyId: copy?.partyId ?? search.party ?? null,
    orderedOn: today,
    deliverBy: null,
    deliveryAddress: copy?.deliveryAddress ?? '',
    remark: copy?.remark ?? '',
    rows: copy === null ? [newGoodsRow()] : copy.lines.map((line) => goodsRow({ ...line, deliverBy: null })),
  }))
  const [strict, setStrict] = useState(false)
  const { form, restored, done } = useKeptForm<Values>({
    name: `order.${copy?.id ?? search.party ?? 'hand'}`,
    before,
    validate: {
      partyId: (id) => (id === null ? t('fill') : null),
      orderedOn: (day) => (day === null ? t('fill') : null),
    },
    page: true,
  })
  const { rows, partyId, ...head } = form.values
  const lines = readGoodsLines(rows, columns)
  const totals = goodsTotals(rows)
  const save = useSaveOrder(
    () =>
      rpc['orders.create']({
        ...head,
        partyId: partyId!,
        lines: (lines ?? []).map(({ deliverBy: _deliverBy, ...line }) => line),
      }),
    done,
  )
  const submit = (confirm: boolean) => {
    setStrict(true)
    if (form.validate().hasErrors) focusFirstError()
    else if (lines !== undefined && lines.length > 0) save.mutate({ confirm })
  }
  const choose = async (id: string | null) => {
    form.setFieldValue('partyId', id)
    if (id === null || head.deliveryAddress !== '' || head.kind !== 'sales') return
    const { address } = await rpc['parties.get']({ id: id as Id<'Party'> })
    form.setFieldValue('deliveryAddress', address)
  }
  const back = () => void navigate({ to: '/orders' })
  return (
    <>
      <PageHead title={t('create')} sticky>
        <OrderSaveButtons pending={save.isPending} onCancel={back} onConfirm={() => submit(true)} />
      </PageHead>
      <PageBody wide>
        <FormFrame id="order-form" onSave={() => submit(false)} onBack={back}>
          <div>{source}</div>
          <DraftNotice {...restored} />
          <RefusalAlert error={save.error} />
          <Section>
            <Stack gap="md" maw={920}>
              <div>
                <SegmentedControl
                  aria-label={t('kind')}
                  value={head.kind}
                  onChange={(kind) => form.setFieldValue('kind', OrderKind.parse(kind))}
                  data={OrderKind.options.map((value) => ({ value, label: trade(`orderKinds.${value}`) }))}
                />
              </div>
              <PartyPicker
                label={t(head.kind === 'sales' ? 'customer' : 'supplier')}
                required
                kinds={head.kind === 'sales' ? ['customer'] : ['supplier']}
                value={partyId}
                error={form.errors['partyId']}
                onChange={(id) => void choose(id)}
              />
              <OrderTermsFields form={form} withOrderedOn />
            </Stack>
          </Section>
          <Section title={t('lines')}>
            <LineGrid
              label={t('lines')}
              columns={columns}
              rows={rows}
              onChange={(next) => form.setFieldValue('rows', next)}
              newRow={newGoodsRow}
              tools={
                <ImportLines columns={columns} rows={rows} onChange={(next) => form.setFieldValue('rows', next)} />
              }
              strict={strict}
              totals={totals.amount === 0 ? {} : { amount: formatYuan(totals.amount) }}
            />
            {strict && lines?.length === 0 && (
              <Text fz={13} mt={8} role="alert" c="var(--tone-late-text)">
                {t('noLines')}
              </Text>
            )}
            {totals.amount > 0 && (
              <Text fz={13} c="dimmed" mt={8}>
                {goods('totals', {
                  amount: formatYuan(totals.amount),
                  net: formatYuan(totals.net),
                  tax: formatYuan(totals.tax),
                })}
              </Text>
            )}
          </Section>
        </FormFrame>
      </PageBody>
    </>
  )
}

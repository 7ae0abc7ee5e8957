import { Button, Group, Stack, Text } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import type { z } from 'zod'
import type { ContractDetail } from '../../src-shared/contracts/contracts-operations.ts'
import { lineAmount, type Cents } from '../../src-shared/kernel/cents.ts'
import { formatQuantity, type Quantity } from '../../src-shared/kernel/decimal.ts'
import type { LocalDate } from '../../src-shared/kernel/local-date.ts'
import type { getOrder } from '../../src-shared/orders/orders-operations.ts'
import { Amount } from '../components/amount.tsx'
import { PageBody } from '../components/detail-page.tsx'
import { DraftNotice } from '../components/draft-notice.tsx'
import { Section } from '../components/facts.tsx'
import { focusFirstError, FormFrame } from '../components/form-frame.tsx'
import { useKeptForm } from '../components/kept-form.ts'
import { useGoodsColumns } from '../components/goods-columns.tsx'
import { QuantityField } from '../components/number-fields.tsx'
import { PageHead } from '../components/page-head.tsx'
import { problemId, QuantityTable } from '../components/quantity-table.tsx'
import { RefusalAlert } from '../components/refusal-alert.tsx'
import { useToday } from '../lib/instants.ts'
import { useErrorText } from '../lib/refusal-text.ts'
import { refusalOf, rpc } from '../lib/rpc.ts'
import { useWords } from '../lib/words.ts'
import { allRemaining, orderedAmount, overRemaining, wantedLines, type Quantities } from './contract-line-quantities.ts'
import { OrderSaveButtons } from './order-save-buttons.tsx'
import { OrderTermsFields, type OrderTerms } from './order-terms.tsx'
import { orderWords } from './order-words.ts'
import { useSaveOrder } from './use-save-order.ts'

interface Values extends OrderTerms {
  quantities: Quantities
}

interface OrderFromContractProps {
  contract: ContractDetail
  /** Where the other party is, as a first address. */
  address: string
  copy: z.output<(typeof getOrder)['output']> | null
  draftName: string
  source: ReactNode
  picker: ReactNode
}

/** An order of what remains of a contract: quantities are edited, everything else stands in the contract. */
export function OrderFromContract({ contract, address, copy, draftName, source, picker }: OrderFromContractProps) {
  const t = useWords(orderWords)
  const today = useToday()
  const navigate = useNavigate()
  const errorText = useErrorText()
  const goods = useGoodsColumns()
  const before = firstValues(contract, address, copy, today)
  const [missing, setMissing] = useState(false)
  const { form, restored, done } = useKeptForm<Values>({
    name: draftName,
    before,
    onChange: () => setMissing(false),
    page: true,
  })
  const { quantities, ...terms } = form.values
  const save = useSaveOrder(
    () =>
      rpc['orders.createFromContract']({
        contractId: contract.id,
        ...terms,
        lines: wantedLines(contract.lines, quantities),
      }),
    done,
  )

  const refusal = refusalOf(save.error)
  const problemOf = (line: ContractDetail['lines'][number]) =>
    overRemaining(line, quantities[line.id]) ??
    (refusal?.code === 'order.overRemaining' && refusal.params['line'] === line.lineNo ? save.error : undefined)
  const submit = (confirm: boolean) => {
    if (contract.lines.some((line) => overRemaining(line, quantities[line.id]) !== undefined)) focusFirstError()
    else if (wantedLines(contract.lines, quantities).length === 0) setMissing(true)
    else save.mutate({ confirm })
  }
  const set = (next: Quantities) => {
    save.reset()
    form.setFieldValue('quantities', next)
  }
  const back = () => void navigate({ to: '/contracts/$id', params: { id: contract.id }, search: { tab: 'orders' } })
  const used = contract.lines.every((line) => line.remainingQuantity <= 0)
  return (
    <>
      <PageHead title={t('create')} sticky>
        <OrderSaveButtons pending={save.isPending} disabled={used} onCancel={back} onConfirm={() => submit(true)} />
      </PageHead>
      <PageBody wide>
        <FormFrame id="order-form" onSave={() => submit(false)} onBack={back}>
          <div>{source}</div>
          <DraftNotice {...restored} />
          {refusal?.code !== 'order.overRemaining' && <RefusalAlert error={save.error} />}
          <Section>
            <Stack gap="md" maw={920}>
              {picker}
              <Text fz={13} c="dimmed">
                {t('contractParty')} {contract.counterparty}
              </Text>
              <OrderTermsFields form={form} withOrderedOn />
            </Stack>
          </Section>
          <Section
            flush
            title={t('lines')}
            actions={
              <Group gap={8}>
                <Button variant="default" size="compact-sm" onClick={() => set({})}>
                  {t('clearAll')}
                </Button>
                <Button variant="default" size="compact-sm" onClick={() => set(allRemaining(contract.lines))}>
                  {t('takeAll')}
                </Button>
              </Group>
            }
          >
            {used && (
              <Text fz={13} p={16} role="status">
                {t('nothingRemains')}
              </Text>
            )}
            <QuantityTable
              label={t('lines')}
              minWidth={900}
              rows={contract.lines}
              rowKey={({ id }) => id}
              problem={(line) => {
                const problem = problemOf(line)
                return problem === undefined ? null : errorText(problem)
              }}
              columns={[
                { ...goods.no, width: 56 },
                goods.goods,
                goods.unitPrice,
                { ...goods.quantity, label: t('columns.contracted') },
                {
                  key: 'ordered',
                  label: t('columns.ordered'),
                  end: true,
                  render: (line) => formatQuantity(line.orderedQuantity),
                },
                {
                  key: 'remaining',
                  label: t('columns.remaining'),
                  end: true,
                  render: (line) => formatQuantity(line.remainingQuantity),
                },
                {
                  key: 'thisOrder',
                  label: t('columns.thisOrder'),
                  end: true,
                  width: 170,
                  render: (line) => (
                    <QuantityField
                      aria-label={`${t('columns.thisOrder')} ${line.name}`}
                      aria-describedby={problemId(line.id)}
                      unit={line.unit}
                      styles={{ input: { textAlign: 'right' } }}
                      disabled={line.remainingQuantity <= 0 && (quantities[line.id] ?? null) === null}
                      value={quantities[line.id] ?? null}
                      error={problemOf(line) !== undefined}
                      onChange={(quantity) => set({ ...quantities, [line.id]: quantity })}
                    />
                  ),
                },
                {
                  key: 'amount',
                  label: t('columns.amount'),
                  end: true,
                  width: 140,
                  render: (line) => (
                    <Amount value={lineAmount(line.unitPrice, quantities[line.id] ?? (0 as Quantity))} quiet />
                  ),
                },
              ]}
            />
            <Total amount={orderedAmount(contract.lines, quantities)} missing={missing ? t('noQuantity') : null} />
          </Section>
        </FormFrame>
      </PageBody>
    </>
  )
}

function Total({ amount, missing }: { amount: Cents; missing: string | null }) {
  const t = useWords(orderWords)
  return (
    <Group justify="space-between" px={16} py={12} gap={16}>
      <Text fz={13} c="var(--tone-late-text)" role="alert">
        {missing}
      </Text>
      <Text fz={14} aria-live="polite">
        {t('orderAmount')} <Amount value={amount} fw={600} fz={16} />
      </Text>
    </Group>
  )
}

function firstValues(
  contract: ContractDetail,
  address: string,
  copy: OrderFromContractProps['copy'],
  today: LocalDate,
): Values {
  const remaining = allRemaining(contract.lines)
  // A copy asks for what the other order asked for, as far as it is still there.
  const copied = (id: string) => {
    const wanted = copy?.lines.find(({ contractLineId }) => contractLineId === id)?.quantity
    const most = remaining[id] ?? null
    return wanted === undefined || most === null ? null : wanted < most ? wanted : most
  }
  return {
    orderedOn: today,
    deliverBy: contract.lines.flatMap(({ deliverBy }) => deliverBy ?? []).toSorted()[0] ?? null,
    deliveryAddress: copy?.deliveryAddress ?? (contract.direction === 'in' ? address : ''),
    remark: copy?.remark ?? '',
    quantities: copy === null ? remaining : Object.fromEntries(Object.keys(remaining).map((id) => [id, copied(id)])),
  }
}

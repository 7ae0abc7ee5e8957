import { Autocomplete, SimpleGrid, Text, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { formatQuantity, type Quantity } from '../../src-shared/kernel/decimal.ts'
import type { LocalDate } from '../../src-shared/kernel/local-date.ts'
import { refuse, type Refusal } from '../../src-shared/kernel/refusal.ts'
import { DateField } from '../components/date-field.tsx'
import { FormDialog } from '../components/form-dialog.tsx'
import { focusFirstError } from '../components/form-frame.tsx'
import { useGoodsColumns } from '../components/goods-columns.tsx'
import { QuantityField } from '../components/number-fields.tsx'
import { problemId, QuantityTable } from '../components/quantity-table.tsx'
import { fieldProps } from '../lib/field-props.ts'
import { useToday } from '../lib/instants.ts'
import { useErrorText } from '../lib/refusal-text.ts'
import { rpc } from '../lib/rpc.ts'
import { useWords } from '../lib/words.ts'
import { openQuantity, type OrderDetail, type OrderLine, type Shipment } from './order-detail.ts'
import { orderWords } from './order-words.ts'

interface Values {
  carrier: string
  waybill: string
  shippedOn: LocalDate | null
  remark: string
}

/** Offered while one types; any other may be typed. */
const carriers = [
  '顺丰速运',
  '京东物流',
  '德邦快递',
  '中通快递',
  '圆通速递',
  '韵达快递',
  '申通快递',
  '中国邮政 EMS',
  '跨越速运',
  '客户自提',
]

interface ShipmentDialogProps {
  order: OrderDetail
  /** One to be changed; its quantities stay. */
  shipment: Shipment | null
  onClose(): void
}

/** A shipment, new or changed: with which carrier, and how much of each line that is still to ship. */
export function ShipmentDialog({ order, shipment, onClose }: ShipmentDialogProps) {
  const t = useWords(orderWords)
  const errorText = useErrorText()
  const today = useToday()
  const goods = useGoodsColumns()
  // What was still to ship when the dialog was opened.
  const [lines] = useState(() => order.lines.filter((line) => openQuantity(line) > 0))
  const [quantities, setQuantities] = useState<Record<string, Quantity | null>>(() =>
    Object.fromEntries(lines.map((line) => [line.id, openQuantity(line)])),
  )
  const [missing, setMissing] = useState(false)
  const form = useForm<Values>({
    initialValues: {
      carrier: shipment?.carrier ?? '',
      waybill: shipment?.waybill ?? '',
      shippedOn: shipment?.shippedOn ?? today,
      remark: shipment?.remark ?? '',
    },
  })
  const wanted = lines.flatMap(({ id }) => {
    const quantity = quantities[id] ?? null
    return quantity === null || quantity === 0 ? [] : [{ orderLineId: id, quantity }]
  })
  const save = useMutation({
    mutationFn: async ({ shippedOn, ...values }: Values) => {
      if (shipment === null) {
        const { number } = await rpc['shipments.create']({ orderId: order.id, lines: wanted, shippedOn, ...values })
        notifications.show({ message: t('shipment.done', { number }) })
        return
      }
      await rpc['shipments.update']({
        id: shipment.id,
        version: shipment.version,
        changes: { ...values, ...(shippedOn === null ? {} : { shippedOn }) },
      })
    },
    onSuccess: onClose,
  })
  const submit = () => {
    if (shipment === null && lines.some((line) => overOpen(line, quantities[line.id]) !== undefined)) focusFirstError()
    else if (shipment === null && wanted.length === 0) setMissing(true)
    else save.mutate(form.values)
  }
  return (
    <FormDialog
      title={shipment === null ? t('shipment.newTitle') : t('shipment.editTitle', { number: shipment.number })}
      size={860}
      confirm={shipment === null ? t('shipment.newTitle') : t('shipment.save')}
      busy={save.isPending}
      error={save.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="md">
        <Autocomplete
          label={t('shipment.carrier')}
          data={carriers}
          openOnFocus={false}
          maxLength={60}
          data-autofocus
          {...form.getInputProps('carrier')}
        />
        <TextInput label={t('shipment.waybill')} maxLength={60} autoComplete="off" {...form.getInputProps('waybill')} />
        <DateField label={t('shipment.shippedOn')} required {...fieldProps(form, 'shippedOn')} />
      </SimpleGrid>
      {shipment === null && (
        <>
          <QuantityTable
            label={t('lines')}
            minWidth={620}
            rows={lines}
            rowKey={({ id }) => id}
            problem={(line) => {
              const problem = overOpen(line, quantities[line.id])
              return problem === undefined ? null : errorText(problem)
            }}
            columns={[
              goods.goods,
              goods.quantity,
              {
                key: 'shipped',
                label: t('columns.shippedQuantity'),
                end: true,
                render: (line) => formatQuantity(line.shippedQuantity),
              },
              {
                key: 'open',
                label: t('columns.openQuantity'),
                end: true,
                render: (line) => formatQuantity(openQuantity(line)),
              },
              {
                key: 'this',
                label: t('columns.thisShipment'),
                end: true,
                width: 170,
                render: (line) => (
                  <QuantityField
                    aria-label={`${t('columns.thisShipment')} ${line.name}`}
                    aria-describedby={problemId(line.id)}
                    unit={line.unit}
                    styles={{ input: { textAlign: 'right' } }}
                    value={quantities[line.id] ?? null}
                    error={overOpen(line, quantities[line.id]) !== undefined}
                    onChange={(quantity) => {
                      setMissing(false)
                      setQuantities((now) => ({ ...now, [line.id]: quantity }))
                    }}
                  />
                ),
              },
            ]}
          />
          {missing && (
            <Text fz={13} role="alert" c="var(--tone-late-text)">
              {t('noQuantity')}
            </Text>
          )}
        </>
      )}
      <Textarea label={t('shipment.remark')} autosize minRows={1} maxLength={2000} {...form.getInputProps('remark')} />
    </FormDialog>
  )
}

/** The refusal that saving would meet, with its figures; undefined when all is well. */
function overOpen(line: OrderLine, wanted: Quantity | null | undefined): Refusal | undefined {
  const open = openQuantity(line)
  if (wanted === null || wanted === undefined || wanted <= open) return undefined
  return refuse('shipment.overOpen', {
    line: line.lineNo,
    name: line.name,
    wanted: formatQuantity(wanted),
    open: formatQuantity(open),
    ordered: formatQuantity(line.quantity),
    shipped: formatQuantity(line.shippedQuantity),
    unit: line.unit,
  })
}

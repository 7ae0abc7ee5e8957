import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { FormDialog } from '../components/form-dialog.tsx'
import { SaveProblem } from '../components/stale-record.tsx'
import { rpc } from '../lib/rpc.ts'
import { useWords } from '../lib/words.ts'
import type { OrderDetail } from './order-detail.ts'
import { OrderTermsFields } from './order-terms.tsx'
import { orderWords } from './order-words.ts'

/** Changes when and where an order is delivered. */
export function TermsDialog({ order: given, onClose }: { order: OrderDetail; onClose(): void }) {
  const t = useWords(orderWords)
  // What the person began with: a change by someone else is told when saving, not slipped in.
  const [order] = useState(given)
  const { deliverBy, deliveryAddress, remark } = order
  const form = useForm({ initialValues: { deliverBy, deliveryAddress, remark } })
  const save = useMutation({
    mutationFn: (version: number) => rpc['orders.update']({ id: order.id, version, changes: form.values }),
    onSuccess: onClose,
  })
  return (
    <FormDialog
      title={t('actions.edit')}
      size="lg"
      confirm={t('shipment.save')}
      busy={save.isPending}
      error={null}
      onSubmit={() => save.mutate(order.version)}
      onClose={onClose}
    >
      <OrderTermsFields form={form} withOrderedOn={false} />
      <SaveProblem
        error={save.error}
        table="orders"
        record={order}
        saving={save.isPending}
        onReload={onClose}
        onKeepMine={() => save.mutate(given.version)}
      />
    </FormDialog>
  )
}

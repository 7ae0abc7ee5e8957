import { Modal } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { DialogButtons } from '../components/dialog-buttons.tsx'
import { FormFrame } from '../components/form-frame.tsx'
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
    <Modal opened onClose={onClose} title={t('actions.edit')} size="lg" withCloseButton={false}>
      <FormFrame onSave={() => save.mutate(order.version)}>
        <OrderTermsFields form={form} withOrderedOn={false} />
        <SaveProblem
          error={save.error}
          table="orders"
          record={order}
          saving={save.isPending}
          onReload={onClose}
          onKeepMine={() => save.mutate(given.version)}
        />
        <DialogButtons confirm={t('shipment.save')} busy={save.isPending} onCancel={onClose} />
      </FormFrame>
    </Modal>
  )
}

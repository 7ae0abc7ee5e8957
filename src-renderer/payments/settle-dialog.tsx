import { Modal } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { formatYuan, sumCents } from '../../src-shared/kernel/cents.ts'
import { DialogButtons } from '../components/dialog-buttons.tsx'
import { focusFirstError, FormFrame } from '../components/form-frame.tsx'
import { RefusalAlert } from '../components/refusal-alert.tsx'
import { rpc } from '../lib/rpc.ts'
import { useWords } from '../lib/words.ts'
import { openAmount } from './payment-columns.tsx'
import type { PaymentDetail } from './payment-detail.ts'
import { paymentWords } from './payment-words.ts'
import type { Amounts } from './settlement-amounts.ts'
import { SettlementBoard } from './settlement-board.tsx'
import { useSettlement } from './use-settlement.ts'

/** Settles what is open of a payment against instalments of its party. */
export function SettleDialog({ payment, onClose }: { payment: PaymentDetail; onClose(): void }) {
  const t = useWords(paymentWords)
  const [byHand, setByHand] = useState<Amounts | null>(null)
  const { partyId, direction } = payment
  const settlement = useSettlement({ partyId, direction, amount: openAmount(payment), byHand })
  const { settlements } = settlement
  const save = useMutation({
    mutationFn: () => rpc['payments.settle']({ id: payment.id, version: payment.version, settlements }),
    onSuccess: () => {
      notifications.show({
        message: t('settled', { amount: formatYuan(sumCents(settlements.map((each) => each.amount))) }),
      })
      onClose()
    },
  })
  return (
    <Modal
      opened
      onClose={onClose}
      size={1080}
      title={t('settleTitle', { number: payment.number })}
      withCloseButton={false}
      closeOnClickOutside={false}
    >
      <FormFrame
        onSave={() => {
          if (!settlement.sound) focusFirstError()
          else if (settlements.length > 0) save.mutate()
        }}
      >
        <div>
          <SettlementBoard settlement={settlement} direction={direction} onChange={setByHand} inDialog />
        </div>
        <RefusalAlert error={save.error} />
        <DialogButtons confirm={t('settle')} busy={save.isPending} onCancel={onClose} />
      </FormFrame>
    </Modal>
  )
}

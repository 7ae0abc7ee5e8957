import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { formatYuan, sumCents } from '../../src-shared/kernel/cents.ts'
import { FormDialog } from '../components/form-dialog.tsx'
import { focusFirstError } from '../components/form-frame.tsx'
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
    <FormDialog
      title={t('settleTitle', { number: payment.number })}
      size={1080}
      confirm={t('settle')}
      busy={save.isPending}
      error={save.error}
      onSubmit={() => {
        if (!settlement.sound) focusFirstError()
        else if (settlements.length > 0) save.mutate()
      }}
      onClose={onClose}
    >
      <div>
        <SettlementBoard settlement={settlement} direction={direction} onChange={setByHand} inDialog />
      </div>
    </FormDialog>
  )
}

import { Button } from '@mantine/core'
import { useRights } from '../lib/rights.ts'
import { useWords } from '../lib/words.ts'
import { orderWords } from './order-words.ts'

interface OrderSaveButtonsProps {
  pending: boolean
  disabled?: boolean
  onCancel(): void
  onConfirm(): void
}

/** Saving as a draft, and at once as confirmed for whoever may. */
export function OrderSaveButtons({ pending, disabled = false, onCancel, onConfirm }: OrderSaveButtonsProps) {
  const t = useWords(orderWords)
  const may = useRights()
  return (
    <>
      <Button variant="default" onClick={onCancel}>
        {t('cancel')}
      </Button>
      {may('orders.confirm') && (
        <Button variant="default" onClick={onConfirm} disabled={disabled || pending}>
          {t('saveConfirm')}
        </Button>
      )}
      <Button type="submit" form="order-form" loading={pending} disabled={disabled}>
        {t('save')}
      </Button>
    </>
  )
}

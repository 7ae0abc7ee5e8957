import { Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { LocalDate } from '../../src-shared/kernel/local-date.ts'
import { DateField } from '../components/date-field.tsx'
import { FormDialog } from '../components/form-dialog.tsx'
import { useToday } from '../lib/instants.ts'
import { rpc } from '../lib/rpc.ts'
import { useWords } from '../lib/words.ts'
import type { Shipment } from './order-detail.ts'
import { orderWords } from './order-words.ts'

/** On which day a shipment arrived. */
export function ReceiveDialog({ shipment, onClose }: { shipment: Shipment; onClose(): void }) {
  const t = useWords(orderWords)
  const [receivedOn, setReceivedOn] = useState<LocalDate | null>(useToday())
  const save = useMutation({
    mutationFn: () => rpc['shipments.receive']({ id: shipment.id, version: shipment.version, receivedOn }),
    onSuccess: onClose,
  })
  return (
    <FormDialog
      title={t('shipment.receive')}
      confirm={t('shipment.receive')}
      busy={save.isPending}
      error={save.error}
      onSubmit={() => receivedOn !== null && save.mutate()}
      onClose={onClose}
    >
      <Text fz="sm">{t('shipment.receiveText', { number: shipment.number })}</Text>
      <DateField label={t('shipment.receivedOn')} required value={receivedOn} onChange={setReceivedOn} />
    </FormDialog>
  )
}

import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { LocalDate } from '../../src-shared/kernel/local-date.ts'
import { DateField } from '../components/date-field.tsx'
import { RefusalAlert } from '../components/refusal-alert.tsx'
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
    <Modal opened onClose={onClose} title={t('shipment.receive')} withCloseButton={false}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          save.mutate()
        }}
      >
        <Stack gap="md">
          <Text fz="sm">{t('shipment.receiveText', { number: shipment.number })}</Text>
          <DateField label={t('shipment.receivedOn')} required value={receivedOn} onChange={setReceivedOn} />
          <RefusalAlert error={save.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button type="submit" loading={save.isPending} disabled={receivedOn === null} data-autofocus>
              {t('shipment.receive')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}

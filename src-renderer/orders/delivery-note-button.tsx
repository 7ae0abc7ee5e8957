import { Button, Group, Modal } from '@mantine/core'
import { IconFileText } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { PdfViewer } from '../components/pdf-viewer.tsx'
import { RefusalAlert } from '../components/refusal-alert.tsx'
import { fileAddress } from '../lib/files.ts'
import { rpc } from '../lib/rpc.ts'
import { saveFile } from '../lib/save-file.tsx'
import { followTask } from '../lib/task.ts'
import { useWords } from '../lib/words.ts'
import type { Shipment } from './order-detail.ts'
import { orderWords } from './order-words.ts'

/** Makes the delivery note of a shipment as it is now, and shows it to be printed or saved. */
export function DeliveryNoteButton({ shipment, title }: { shipment: Shipment; title: string }) {
  const t = useWords(orderWords)
  const [opened, setOpened] = useState(false)
  const make = useMutation({
    mutationFn: async () => followTask(await rpc['shipments.makeDeliveryNote']({ id: shipment.id })),
  })
  return (
    <>
      <Button
        variant="default"
        size="compact-sm"
        leftSection={<IconFileText size={15} aria-hidden />}
        aria-label={`${title} ${shipment.number}`}
        loading={make.isPending}
        onClick={() => {
          setOpened(true)
          make.mutate()
        }}
      >
        {title}
      </Button>
      <Modal
        opened={opened && !make.isPending}
        onClose={() => setOpened(false)}
        title={`${title} ${shipment.number}`}
        size="min(960px, 94vw)"
        closeButtonProps={{ 'aria-label': t('shipment.close') }}
      >
        <RefusalAlert error={make.error} />
        {make.data !== undefined && (
          <>
            <div style={{ height: 'min(68vh, 900px)', display: 'flex' }}>
              <PdfViewer source={fileAddress(make.data.fileHash)} label={`${title} ${shipment.number}`} />
            </div>
            <Group justify="flex-end" mt="md">
              <Button variant="default" onClick={() => setOpened(false)}>
                {t('shipment.close')}
              </Button>
              <Button onClick={() => void saveFile(make.data.fileHash, `${title} ${shipment.number}.pdf`)}>
                {t('shipment.saveNote')}
              </Button>
            </Group>
          </>
        )}
      </Modal>
    </>
  )
}

import { SimpleGrid, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { LocalDate } from '../../src-shared/kernel/local-date.ts'
import { DateField } from '../components/date-field.tsx'
import { FormDialog } from '../components/form-dialog.tsx'
import { focusFirstError } from '../components/form-frame.tsx'
import { fieldProps } from '../lib/field-props.ts'
import { instantOf, useInstantText, useTimeZone, useToday } from '../lib/instants.ts'
import { rpc } from '../lib/rpc.ts'
import { useWords } from '../lib/words.ts'
import type { Shipment } from './order-detail.ts'
import { orderWords } from './order-words.ts'

/** Where a shipment was seen, and when. */
export function TrackingDialog({ shipment, onClose }: { shipment: Shipment; onClose(): void }) {
  const t = useWords(orderWords)
  const today = useToday()
  const timeZone = useTimeZone()
  const instant = useInstantText()
  const [now] = useState(() => Date.now())
  const form = useForm<{ date: LocalDate | null; time: string; place: string; description: string }>({
    initialValues: { date: today, time: instant(now).slice(-5), place: '', description: '' },
    validate: {
      date: (date) => (date === null ? t('fill') : null),
      time: (time) => (/^([01]?\d|2[0-3])[:：][0-5]\d$/.test(time.trim()) ? null : t('shipment.timeWrong')),
      description: (text) => (text.trim() === '' ? t('fill') : null),
    },
  })
  const save = useMutation({
    mutationFn: () => {
      const { date, time, place, description } = form.values
      const happenedAt = instantOf(date!, time.trim().replace('：', ':'), timeZone)
      return rpc['shipments.addTrackingEvent']({ shipmentId: shipment.id, happenedAt, place, description })
    },
    onSuccess: onClose,
  })
  return (
    <FormDialog
      title={t('shipment.track')}
      confirm={t('shipment.save')}
      busy={save.isPending}
      error={save.error}
      onSubmit={() => (form.validate().hasErrors ? focusFirstError() : save.mutate())}
      onClose={onClose}
    >
      <SimpleGrid cols={2} spacing="md">
        <DateField label={t('shipment.date')} required {...fieldProps(form, 'date')} />
        <TextInput
          label={t('shipment.time')}
          required
          inputMode="numeric"
          placeholder={t('shipment.timeHint')}
          {...form.getInputProps('time')}
        />
      </SimpleGrid>
      <TextInput label={t('shipment.place')} maxLength={100} data-autofocus {...form.getInputProps('place')} />
      <TextInput label={t('shipment.description')} required maxLength={300} {...form.getInputProps('description')} />
    </FormDialog>
  )
}

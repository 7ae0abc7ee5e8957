import { Button, List, Modal, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { describeRefusal } from '../../src-shared/messages/describe-refusal.ts'
import type { UserDetail } from '../../src-shared/people/people-operations.ts'
import { DateField } from '../components/date-field.tsx'
import { DialogButtons } from '../components/dialog-buttons.tsx'
import { RefusalAlert } from '../components/refusal-alert.tsx'
import { useToday } from '../lib/instants.ts'
import { rpc } from '../lib/rpc.ts'
import { useLanguage, useWords } from '../lib/words.ts'
import { peopleWords } from './people-words.ts'

/** Marks a person as having left, telling what waits for others; or takes one back. */
export function LeaveButton({ person, onDone }: { person: UserDetail; onDone(): void }) {
  const t = useWords(peopleWords)
  const [asking, setAsking] = useState(false)
  const { id, version, name } = person
  const back = useMutation({
    mutationFn: () => rpc['people.reactivateUser']({ id, version }),
    onSuccess: () => {
      notifications.show({ message: t('reactivated', { name }) })
      onDone()
    },
  })
  if (!person.active)
    return (
      <Stack gap={4}>
        <Button variant="default" loading={back.isPending} onClick={() => back.mutate()}>
          {t('reactivate')}
        </Button>
        <RefusalAlert error={back.error} />
      </Stack>
    )
  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        {t('deactivate')}
      </Button>
      {asking && <LeaveDialog person={person} onClose={() => setAsking(false)} onDone={onDone} />}
    </>
  )
}

function LeaveDialog({ person, onClose, onDone }: { person: UserDetail; onClose(): void; onDone(): void }) {
  const t = useWords(peopleWords)
  const language = useLanguage()
  const today = useToday()
  const [leftOn, setLeftOn] = useState<typeof today | null>(today)
  const { id, version, name } = person
  const leave = useMutation({
    mutationFn: () => rpc['people.deactivateUser']({ id, version, leftOn }),
    onSuccess: ({ warnings }) => {
      notifications.show({ message: t('left', { name }) })
      if (warnings.length === 0) onDone()
    },
  })
  const warnings = leave.data?.warnings ?? []
  return (
    <Modal
      opened
      onClose={warnings.length > 0 ? onDone : onClose}
      title={t('deactivateTitle', { name })}
      withCloseButton={false}
    >
      {warnings.length > 0 ? (
        <Stack>
          <Text fz="sm">{t('leftBehind')}</Text>
          <List fz="sm" spacing={6}>
            {warnings.map((warning) => (
              <List.Item key={warning.code}>{describeRefusal(warning, language)}</List.Item>
            ))}
          </List>
          <Button style={{ alignSelf: 'flex-end' }} data-autofocus onClick={onDone}>
            {t('close')}
          </Button>
        </Stack>
      ) : (
        // Drawn elsewhere, but in React still inside the form of the person.
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            event.stopPropagation()
            leave.mutate()
          }}
        >
          <Stack>
            <Text fz="sm">{t('deactivateText')}</Text>
            <DateField label={t('leftOn')} required value={leftOn} onChange={setLeftOn} maxDate={today} />
            <RefusalAlert error={leave.error} />
            <DialogButtons confirm={t('deactivate')} busy={leave.isPending} onCancel={onClose} />
          </Stack>
        </form>
      )}
    </Modal>
  )
}

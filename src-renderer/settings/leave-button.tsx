import { Button, List, Stack, Text } from '@mantine/core'
import { modals } from '@mantine/modals'
import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { LocalDate } from '../../src-shared/kernel/local-date.ts'
import type { Warning } from '../../src-shared/kernel/warning.ts'
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
  const { id, version, name } = person
  const back = useMutation({
    mutationFn: () => rpc['people.reactivateUser']({ id, version }),
    onSuccess: () => {
      notifications.show({ message: t('reactivated', { name }) })
      onDone()
    },
  })
  if (person.active)
    return (
      <Button
        variant="default"
        onClick={() =>
          modals.open({
            modalId: leaveId,
            title: t('deactivateTitle', { name }),
            children: <LeaveForm person={person} onDone={onDone} />,
            withCloseButton: false,
          })
        }
      >
        {t('deactivate')}
      </Button>
    )
  return (
    <Stack gap={4}>
      <Button variant="default" loading={back.isPending} onClick={() => back.mutate()}>
        {t('reactivate')}
      </Button>
      <RefusalAlert error={back.error} />
    </Stack>
  )
}

const leaveId = 'person-leaves'

function LeaveForm({ person, onDone }: { person: UserDetail; onDone(): void }) {
  const t = useWords(peopleWords)
  const today = useToday()
  const [leftOn, setLeftOn] = useState<LocalDate | null>(today)
  const { id, version, name } = person
  const leave = useMutation({
    mutationFn: () => rpc['people.deactivateUser']({ id, version, leftOn }),
    onSuccess: ({ warnings }) => {
      notifications.show({ message: t('left', { name }) })
      onDone()
      // What waits for others stays to be read, though the person's drawer is closed.
      if (warnings.length === 0) modals.close(leaveId)
    },
  })
  if (leave.data !== undefined) return <LeftBehind warnings={leave.data.warnings} />
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        leave.mutate()
      }}
    >
      <Stack>
        <Text fz="sm">{t('deactivateText')}</Text>
        <DateField label={t('leftOn')} required value={leftOn} onChange={setLeftOn} maxDate={today} />
        <RefusalAlert error={leave.error} />
        <DialogButtons
          confirm={t('deactivate')}
          busy={leave.isPending}
          onCancel={() => modals.close(leaveId)}
          autofocus
        />
      </Stack>
    </form>
  )
}

function LeftBehind({ warnings }: { warnings: readonly Warning[] }) {
  const t = useWords(peopleWords)
  const language = useLanguage()
  return (
    <Stack>
      <Text fz="sm">{t('leftBehind')}</Text>
      <List fz="sm" spacing={6}>
        {warnings.map((warning) => (
          <List.Item key={warning.code}>{describeRefusal(warning, language)}</List.Item>
        ))}
      </List>
      <Button style={{ alignSelf: 'flex-end' }} onClick={() => modals.close(leaveId)}>
        {t('close')}
      </Button>
    </Stack>
  )
}

import { Modal, Select, Stack, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { PartyKind } from '../../src-shared/parties/party.ts'
import { wire } from '../lib/rpc.ts'
import { useWords } from '../lib/words.ts'
import { CreditCodeField } from './credit-code-field.tsx'
import { DialogButtons } from './dialog-buttons.tsx'
import { fieldWords } from './field-words.ts'
import { RefusalAlert } from './refusal-alert.tsx'
import { SimilarParties } from './similar-parties.tsx'

/** The least a party needs, asked where one is missing; the rest is filled in later on its own page. */
export function QuickPartyDialog(props: { name: string; kind: PartyKind; onClose(): void; onPick(id: string): void }) {
  const t = useWords(fieldWords)
  const [name, setName] = useState(props.name)
  const [kind, setKind] = useState<PartyKind>(props.kind)
  const [creditCode, setCreditCode] = useState('')
  const [asked] = useDebouncedValue({ name, creditCode }, 200)
  const create = useMutation(wire['parties.create'].mutationOptions({ onSuccess: ({ id }) => props.onPick(id) }))
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={t('createPartyEmpty')}
      closeButtonProps={{ 'aria-label': t('cancel') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          event.stopPropagation()
          create.mutate({ kind, name, creditCode: creditCode === '' ? null : creditCode })
        }}
      >
        <Stack gap="sm">
          <TextInput
            label={t('name')}
            required
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            data-autofocus
          />
          <Select
            label={t('kind')}
            data={PartyKind.options
              .filter((each) => each !== 'own')
              .map((value) => ({ value, label: t(`partyKinds.${value}`) }))}
            value={kind}
            allowDeselect={false}
            onChange={(value) => setKind(PartyKind.parse(value))}
          />
          <CreditCodeField value={creditCode} onChange={setCreditCode} />
          <SimilarParties name={asked.name} creditCode={asked.creditCode} onUse={props.onPick} />
          <RefusalAlert error={create.error} />
          <DialogButtons confirm={t('create')} busy={create.isPending} onCancel={props.onClose} />
        </Stack>
      </form>
    </Modal>
  )
}

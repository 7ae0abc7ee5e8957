import { Select, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useDebouncedValue } from '@mantine/hooks'
import { useMutation } from '@tanstack/react-query'
import { createParty } from '../../src-shared/parties/parties-operations.ts'
import { PartyKind } from '../../src-shared/parties/party.ts'
import { schemaErrors } from '../lib/field-errors.ts'
import { fieldProps } from '../lib/field-props.ts'
import { wire } from '../lib/rpc.ts'
import { useLanguage, useWords } from '../lib/words.ts'
import { CreditCodeField } from './credit-code-field.tsx'
import { FormDialog } from './form-dialog.tsx'
import { fieldWords } from './field-words.ts'
import { SimilarParties } from './similar-parties.tsx'

/** The least a party needs, asked where one is missing; the rest is filled in later on its own page. */
export function QuickPartyDialog(props: { name: string; kind: PartyKind; onClose(): void; onPick(id: string): void }) {
  const t = useWords(fieldWords)
  const language = useLanguage()
  const form = useForm({
    initialValues: { name: props.name, kind: props.kind, creditCode: '' },
    validate: (values) => schemaErrors(createParty.input, inputOf(values), language),
  })
  const [asked] = useDebouncedValue(form.values, 200)
  const create = useMutation(wire['parties.create'].mutationOptions({ onSuccess: ({ id }) => props.onPick(id) }))
  return (
    <FormDialog
      title={t('createPartyEmpty')}
      confirm={t('create')}
      busy={create.isPending}
      error={create.error}
      onSubmit={() => {
        if (!form.validate().hasErrors) create.mutate(inputOf(form.values))
      }}
      onClose={props.onClose}
    >
      <TextInput label={t('name')} required autoComplete="off" data-autofocus {...form.getInputProps('name')} />
      <Select
        label={t('kind')}
        data={PartyKind.options
          .filter((each) => each !== 'own')
          .map((value) => ({ value, label: t(`partyKinds.${value}`) }))}
        value={form.values.kind}
        allowDeselect={false}
        onChange={(value) => form.setFieldValue('kind', PartyKind.parse(value))}
      />
      <CreditCodeField {...fieldProps(form, 'creditCode')} />
      <SimilarParties name={asked.name} creditCode={asked.creditCode} onUse={props.onPick} />
    </FormDialog>
  )
}

const inputOf = ({ name, kind, creditCode }: { name: string; kind: PartyKind; creditCode: string }) => ({
  name,
  kind,
  creditCode: creditCode === '' ? null : creditCode,
})

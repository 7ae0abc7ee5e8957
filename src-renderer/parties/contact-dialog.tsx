import { Checkbox, SimpleGrid, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import type { Id } from '../../src-shared/kernel/ids.ts'
import type { ContactRow } from '../../src-shared/parties/parties-operations.ts'
import { NewContact } from '../../src-shared/parties/party-fields.ts'
import { FormDialog } from '../components/form-dialog.tsx'
import { schemaErrors } from '../lib/field-errors.ts'
import { rpc } from '../lib/rpc.ts'
import { useLanguage, useWords } from '../lib/words.ts'
import { partyWords } from './party-words.ts'

interface ContactDialogProps {
  partyId: Id<'Party'>
  contact: ContactRow | null
  /** The first person known there is the one to call. */
  first: boolean
  onClose(): void
}

/** A contact, new or changed. */
export function ContactDialog({ partyId, contact, first, onClose }: ContactDialogProps) {
  const t = useWords(partyWords)
  const language = useLanguage()
  const form = useForm({
    initialValues: {
      name: contact?.name ?? '',
      position: contact?.position ?? '',
      mobile: contact?.mobile ?? '',
      phone: contact?.phone ?? '',
      email: contact?.email ?? '',
      isPrimary: contact?.isPrimary ?? first,
      notes: contact?.notes ?? '',
    },
    validate: (values) => schemaErrors(NewContact, values, language),
  })
  const save = useMutation({
    mutationFn: (values: typeof form.values) =>
      contact === null
        ? rpc['parties.addContact']({ partyId, ...values })
        : rpc['parties.updateContact']({ id: contact.id, version: contact.version, changes: values }),
    onSuccess: onClose,
  })
  const text = (key: 'name' | 'position' | 'mobile' | 'phone' | 'email', most: number) => (
    <TextInput
      label={t(`contacts.${key}`)}
      maxLength={most}
      autoComplete="off"
      {...(key === 'name' ? { required: true, 'data-autofocus': true } : {})}
      {...form.getInputProps(key)}
    />
  )
  return (
    <FormDialog
      title={t(contact === null ? 'contacts.add' : 'contacts.edit')}
      confirm={t('save')}
      busy={save.isPending}
      error={save.error}
      onSubmit={() => {
        if (!form.validate().hasErrors) save.mutate(form.values)
      }}
      onClose={onClose}
    >
      <SimpleGrid cols={2} spacing="md">
        {text('name', 60)}
        {text('position', 60)}
        {text('mobile', 30)}
        {text('phone', 40)}
      </SimpleGrid>
      {text('email', 120)}
      <Checkbox
        label={t('contacts.isPrimary')}
        description={t('contacts.primaryHint')}
        {...form.getInputProps('isPrimary', { type: 'checkbox' })}
      />
      <Textarea label={t('contacts.notes')} autosize minRows={2} maxLength={1000} {...form.getInputProps('notes')} />
    </FormDialog>
  )
}

import { Accordion, Button, Checkbox, Drawer, Group, Loader, SimpleGrid, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { notifications } from '@mantine/notifications'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { RoleName } from '../../src-shared/access/roles.ts'
import { roleWords, wordOf } from '../../src-shared/messages/words.ts'
import type { UserDetail } from '../../src-shared/people/people-operations.ts'
import { DraftNotice } from '../components/draft-notice.tsx'
import { FormFrame } from '../components/form-frame.tsx'
import { RecordHistory } from '../components/history/record-history.tsx'
import { RefusalAlert } from '../components/refusal-alert.tsx'
import { StatusBadge } from '../components/status-badge.tsx'
import { isStale, StaleRecord } from '../components/stale-record.tsx'
import { fieldProps } from '../lib/field-props.ts'
import { useFormDraft } from '../lib/form-draft.ts'
import { useRefusalFields } from '../lib/refusal-fields.ts'
import { useMyself, useRights } from '../lib/rights.ts'
import { rpc, wire } from '../lib/rpc.ts'
import { useLanguage, useWords } from '../lib/words.ts'
import { DepartmentSelect } from './department-select.tsx'
import { LeaveButton } from './leave-button.tsx'
import { emptyPerson, personChanges, personErrors, personValues, type PersonValues } from './person-form.ts'
import { peopleWords } from './people-words.ts'

/** A person beside the list: `new`, the id of one, or closed. */
export function PersonDrawer({ id, onClose }: { id: string | null; onClose(): void }) {
  const t = useWords(peopleWords)
  return (
    <Drawer
      opened={id !== null}
      onClose={onClose}
      position="right"
      size={520}
      title={
        <Text fw={600} fz={16}>
          {t(id === 'new' ? 'create' : 'edit')}
        </Text>
      }
      closeButtonProps={{ 'aria-label': t('close') }}
      closeOnClickOutside={false}
    >
      {id === 'new' && <PersonForm key="new" person={null} onClose={onClose} onReload={() => {}} />}
      {id !== null && id !== 'new' && <ExistingPerson key={id} id={id} onClose={onClose} />}
    </Drawer>
  )
}

function ExistingPerson({ id, onClose }: { id: string; onClose(): void }) {
  const t = useWords(peopleWords)
  const may = useRights()
  const { data, error, refetch } = useQuery(wire['people.getUser'].queryOptions({ input: { id } }))
  // A change by someone else must not replace what is being typed.
  const [began, setBegan] = useState<UserDetail | null>(null)
  if (data === undefined)
    return error === null ? <Loader /> : <RefusalAlert error={error} onRetry={() => void refetch()} />
  const person = began ?? data
  return (
    <>
      <PersonForm
        key={person.version}
        person={person}
        onBegin={() => began ?? setBegan(data)}
        onReload={() => setBegan(null)}
        onClose={onClose}
      />
      {may('audit.history') && (
        <Accordion mt="lg" variant="contained">
          <Accordion.Item value="history">
            <Accordion.Control>{t('history')}</Accordion.Control>
            <Accordion.Panel>
              <RecordHistory table="users" id={id} />
            </Accordion.Panel>
          </Accordion.Item>
        </Accordion>
      )}
    </>
  )
}

interface PersonFormProps {
  person: UserDetail | null
  onClose(): void
  onBegin?(): void
  /** Takes what is stored now instead of what was read. */
  onReload(): void
}

const fieldOfRefusal = {
  'people.accountTaken': 'account',
  'people.ownRoles': 'roles',
  'people.lastAdministrator': 'roles',
} as const

function PersonForm({ person, onClose, onBegin, onReload }: PersonFormProps) {
  const t = useWords(peopleWords)
  const language = useLanguage()
  const may = useRights()
  const me = useMyself()
  const before = person === null ? emptyPerson : personValues(person)
  const draft = useFormDraft<PersonValues>(person === null ? 'person.new' : `person.${person.id}`)
  const [restored, setRestored] = useState(draft.found)
  const form = useForm<PersonValues>({
    initialValues: { ...before, ...draft.found?.values },
    validate: (values) => personErrors(values, language),
    onValuesChange: (values) => {
      onBegin?.()
      draft.keep(values)
    },
  })
  const save = useMutation({
    mutationFn: ({ values, version }: { values: PersonValues; version: number | null }) =>
      person === null || version === null
        ? rpc['people.createUser'](values)
        : rpc['people.updateUser']({ id: person.id, version, changes: personChanges(before, values) }),
    onSuccess: (_, { values }) => {
      draft.drop()
      notifications.show({ message: t('saved', { name: values.name }) })
      onClose()
    },
  })
  const { atField, rest } = useRefusalFields(save.error, fieldOfRefusal)
  const editable = may('people.edit')
  const itsMe = person !== null && person.id === me?.id
  const text = (key: 'name' | 'position' | 'mobile' | 'email', most: number, required = false) => (
    <TextInput
      label={t(key)}
      maxLength={most}
      required={required}
      autoComplete="off"
      readOnly={!editable}
      {...form.getInputProps(key)}
    />
  )
  return (
    <FormFrame
      onSave={() => {
        if (editable && !form.validate().hasErrors)
          save.mutate({ values: form.values, version: person?.version ?? null })
      }}
    >
      <DraftNotice
        at={restored?.at ?? null}
        onDrop={() => {
          form.setValues(before)
          setRestored(null)
          draft.drop()
        }}
      />
      {person !== null && !person.active && (
        <Group gap={8}>
          <StatusBadge tone="draft" label={t('states.left')} />
          <Text fz={13}>{person.leftOn}</Text>
        </Group>
      )}
      {!editable && (
        <Text fz="sm" c="dimmed">
          {t('readOnly')}
        </Text>
      )}
      {isStale(save.error) && person !== null ? (
        <StaleRecord
          table="users"
          id={person.id}
          since={person.updatedAt}
          saving={save.isPending}
          onReload={() => {
            draft.drop()
            save.reset()
            onReload()
          }}
          onKeepMine={() =>
            void rpc['people.getUser']({ id: person.id }).then(({ version }) =>
              save.mutate({ values: form.values, version }),
            )
          }
        />
      ) : (
        <RefusalAlert error={rest} />
      )}
      <SimpleGrid cols={2} spacing="md">
        {text('name', 60, true)}
        <TextInput
          label={t('account')}
          required
          maxLength={64}
          autoComplete="off"
          spellCheck={false}
          readOnly={!editable}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          {...(atField.account === undefined && form.errors['account'] === undefined
            ? { description: t('accountHint') }
            : {})}
          value={form.values.account}
          onChange={(event) => form.setFieldValue('account', event.currentTarget.value.toLowerCase())}
          error={atField.account ?? form.errors['account']}
        />
        <DepartmentSelect
          label={t('department')}
          placeholder={t('noDepartment')}
          disabled={!editable}
          comboboxProps={{ withinPortal: true }}
          {...fieldProps(form, 'departmentId')}
        />
        {text('position', 60)}
        {text('mobile', 30)}
        {text('email', 120)}
      </SimpleGrid>
      <Checkbox.Group
        label={t('roles')}
        description={t(itsMe ? 'ownRoles' : 'rolesHint')}
        value={form.values.roles}
        onChange={(roles) => form.setFieldValue('roles', roles as RoleName[])}
        error={atField.roles ?? form.errors['roles']}
      >
        <Stack gap={10} mt={8}>
          {RoleName.options.map((role) => (
            <Checkbox
              key={role}
              size="sm"
              value={role}
              disabled={!editable || itsMe}
              label={wordOf(roleWords, role, language)}
              description={t(`roleMeans.${role}`)}
            />
          ))}
        </Stack>
      </Checkbox.Group>
      {person !== null && person.headOf.length > 0 && (
        <Text fz={13}>
          {t('headOf')} {person.headOf.map(({ name }) => name).join('、')}
        </Text>
      )}
      {editable && (
        <Group justify="space-between" mt="xs">
          {person === null || itsMe ? <span /> : <LeaveButton person={person} onDone={onClose} />}
          <Group>
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button type="submit" loading={save.isPending}>
              {t('save')}
            </Button>
          </Group>
        </Group>
      )}
    </FormFrame>
  )
}

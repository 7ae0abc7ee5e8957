import { Checkbox, Group, SimpleGrid, Stack, Text, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation, useQuery } from '@tanstack/react-query'
import { RoleName } from '../../src-shared/access/roles.ts'
import { roleWords, wordOf } from '../../src-shared/messages/words.ts'
import type { UserDetail } from '../../src-shared/people/people-operations.ts'
import { RecordPending } from '../components/detail-page.tsx'
import { DraftNotice } from '../components/draft-notice.tsx'
import { FormFrame } from '../components/form-frame.tsx'
import { useKeptForm } from '../components/kept-form.ts'
import { DrawerButtons, DrawerHistory, RecordDrawer } from '../components/record-drawer.tsx'
import { StatusBadge } from '../components/status-badge.tsx'
import { SaveProblem } from '../components/stale-record.tsx'
import { useBegan, type Editing } from '../lib/began.ts'
import { fieldProps } from '../lib/field-props.ts'
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
    <RecordDrawer id={id} title={t(id === 'new' ? 'create' : 'edit')} onClose={onClose}>
      {id === 'new' && <PersonForm key="new" person={null} onClose={onClose} />}
      {id !== null && id !== 'new' && <ExistingPerson key={id} id={id} onClose={onClose} />}
    </RecordDrawer>
  )
}

function ExistingPerson({ id, onClose }: { id: string; onClose(): void }) {
  const query = useQuery(wire['people.getUser'].queryOptions({ input: { id } }))
  const { record: person, editing } = useBegan(query)
  if (person === undefined) return <RecordPending query={query} />
  return (
    <>
      <PersonForm key={person.version} person={person} onClose={onClose} {...editing} />
      <DrawerHistory table="users" id={id} />
    </>
  )
}

interface PersonFormProps extends Editing {
  person: UserDetail | null
  onClose(): void
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
  const { form, restored, done } = useKeptForm<PersonValues>({
    name: person === null ? 'person.new' : `person.${person.id}`,
    before,
    validate: (values) => personErrors(values, language),
    ...(onBegin && { onChange: onBegin }),
  })
  const save = useMutation({
    mutationFn: (version: number | null) =>
      person === null || version === null
        ? rpc['people.createUser'](form.values)
        : rpc['people.updateUser']({ id: person.id, version, changes: personChanges(before, form.values) }),
    onSuccess: () => {
      done()
      notifications.show({ message: t('saved', { name: form.values.name }) })
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
        if (editable && !form.validate().hasErrors) save.mutate(person?.version ?? null)
      }}
    >
      <DraftNotice {...restored} />
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
      <SaveProblem
        error={rest}
        table="users"
        record={person}
        saving={save.isPending}
        onReload={() => done(onReload)}
        onKeepMine={() => void rpc['people.getUser']({ id: person!.id }).then(({ version }) => save.mutate(version))}
      />
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
        <DrawerButtons busy={save.isPending} onCancel={onClose}>
          {person !== null && !itsMe && <LeaveButton person={person} onDone={onClose} />}
        </DrawerButtons>
      )}
    </FormFrame>
  )
}

import { TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import type { Id } from '../../src-shared/kernel/ids.ts'
import { departmentsBelow } from '../../src-shared/people/department-tree.ts'
import { createDepartment, type DepartmentRow } from '../../src-shared/people/people-operations.ts'
import { FormDialog } from '../components/form-dialog.tsx'
import { UserPicker } from '../components/user-picker.tsx'
import { schemaErrors } from '../lib/field-errors.ts'
import { fieldProps } from '../lib/field-props.ts'
import { useRefusalFields } from '../lib/refusal-fields.ts'
import { rpc } from '../lib/rpc.ts'
import { useLanguage, useWords } from '../lib/words.ts'
import { DepartmentSelect } from './department-select.tsx'
import { departmentWords } from './department-words.ts'

/** What the dialog is for: a department that exists, or a new one below another. */
export type DepartmentTask = { edit: DepartmentRow } | { createBelow: DepartmentRow | null }

const fieldOfRefusal = {
  'people.departmentNameTaken': 'name',
  'people.departmentCycle': 'parentId',
  'people.headNotActive': 'headId',
} as const

interface DepartmentDialogProps {
  task: DepartmentTask
  all: readonly DepartmentRow[]
  onClose(): void
}

/** Name, place in the tree and head of a department. */
export function DepartmentDialog({ task, all, onClose }: DepartmentDialogProps) {
  const t = useWords(departmentWords)
  const language = useLanguage()
  const standing = 'edit' in task ? task.edit : null
  const form = useForm({
    initialValues: {
      name: standing?.name ?? '',
      parentId: 'edit' in task ? task.edit.parentId : (task.createBelow?.id ?? null),
      headId: (standing?.headId ?? null) as string | null,
    },
    validate: (values) => schemaErrors(createDepartment.input, values, language),
  })
  const save = useMutation({
    mutationFn: async () => {
      const { name, parentId, headId } = form.values
      const last = Math.max(-1, ...all.filter((row) => row.parentId === parentId).map((row) => row.sortOrder)) + 1
      if (standing === null)
        return rpc['people.createDepartment']({ name, parentId, headId, sortOrder: Math.min(last, 9999) })
      const { id, version } = standing
      const place = parentId === standing.parentId ? {} : { parentId, sortOrder: Math.min(last, 9999) }
      return rpc['people.updateDepartment']({ id, version, changes: { name, headId, ...place } })
    },
    onSuccess: () => {
      notifications.show({ message: t('saved', { name: form.values.name }) })
      onClose()
    },
  })
  const { atField, rest } = useRefusalFields(save.error, fieldOfRefusal)
  const below = standing === null ? new Set<Id<'Department'>>() : departmentsBelow(all, standing.id)
  return (
    <FormDialog
      title={t(standing === null ? 'create' : 'editTitle')}
      confirm={t('save')}
      busy={save.isPending}
      error={rest}
      onSubmit={() => {
        if (!form.validate().hasErrors) save.mutate()
      }}
      onClose={onClose}
    >
      <TextInput
        label={t('name')}
        required
        maxLength={60}
        autoComplete="off"
        data-autofocus
        {...form.getInputProps('name')}
        error={form.errors['name'] ?? atField.name}
      />
      <DepartmentSelect
        label={t('parent')}
        placeholder={t('top')}
        without={below}
        {...fieldProps(form, 'parentId')}
        error={atField.parentId}
      />
      <UserPicker
        label={t('head')}
        description={t('headHint')}
        clearable
        {...fieldProps(form, 'headId')}
        error={atField.headId}
      />
    </FormDialog>
  )
}

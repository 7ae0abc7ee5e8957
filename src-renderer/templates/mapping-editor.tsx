import { Checkbox, Select, Table, Text, TextInput } from '@mantine/core'
import { contractFields } from '../../src-shared/templates/contract-fields.ts'
import { FieldType, type TemplateField, type TemplateMapping } from '../../src-shared/templates/template.ts'
import { useLanguage, useWords } from '../lib/words.ts'
import { templateWords } from './template-words.ts'
import classes from './templates.module.css'

const ask = '?'

interface MappingEditorProps {
  fields: readonly TemplateField[]
  mapping: TemplateMapping
  onChange(mapping: TemplateMapping): void
  disabled?: boolean
}

/** What fills each field of a template: the contract's own data, or a question of the draft form. */
export function MappingEditor({ fields, mapping, onChange, disabled = false }: MappingEditorProps) {
  const t = useWords(templateWords)
  const known = Object.values(mapping).filter(({ kind }) => kind === 'contract').length
  const asked = Object.values(mapping).length - known
  if (fields.length === 0)
    return (
      <Text fz={13} c="dimmed" p={16}>
        {t('noFields')}
      </Text>
    )
  return (
    <>
      <Text fz={13} c="dimmed" px={16} pt={12}>
        {t('fieldsText', { known, asked })}
      </Text>
      <Table.ScrollContainer minWidth={860} type="native">
        <Table
          className={classes.mapping ?? ''}
          verticalSpacing={6}
          horizontalSpacing={12}
          aria-label={t('fieldsTitle')}
        >
          <Table.Thead>
            <Table.Tr>
              <Table.Th w={190}>{t('fieldColumns.field')}</Table.Th>
              <Table.Th>{t('fieldColumns.sentence')}</Table.Th>
              <Table.Th w={230}>{t('fieldColumns.fill')}</Table.Th>
              <Table.Th w={170}>{t('fieldColumns.label')}</Table.Th>
              <Table.Th w={110}>{t('fieldColumns.kind')}</Table.Th>
              <Table.Th w={60}>{t('fieldColumns.required')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {fields.map((field) => (
              <FieldRow
                key={field.path}
                field={field}
                filling={mapping[field.path]}
                disabled={disabled}
                onChange={(filling) => onChange({ ...mapping, [field.path]: filling })}
              />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </>
  )
}

interface FieldRowProps {
  field: TemplateField
  /** Undefined for a column of a list that the contract does not know: it comes with its list. */
  filling: TemplateMapping[string] | undefined
  disabled: boolean
  onChange(filling: TemplateMapping[string]): void
}

function FieldRow({ field, filling, disabled, onChange }: FieldRowProps) {
  const t = useWords(templateWords)
  const language = useLanguage()
  // Below a list only its own columns make sense, and nothing of a row outside of it.
  const offered = contractFields.filter(({ path, type }) =>
    field.loop === null
      ? !/明细\.|付款计划\./.test(path) && (field.type === 'list') === (type === 'list')
      : path.startsWith(`${field.loop}.`),
  )
  const choose = (value: string | null) => {
    if (value === null) return
    onChange(
      value === ask
        ? {
            kind: 'question',
            label: field.path.split('.').at(-1)!,
            type: field.type,
            required: field.type !== 'boolean',
          }
        : { kind: 'contract', path: value },
    )
  }
  const question = filling?.kind === 'question' ? filling : null
  const name = field.path
  return (
    <Table.Tr>
      <Table.Td>
        <code className={classes.path}>{field.path}</code>
      </Table.Td>
      <Table.Td>
        <Text fz={12} c="dimmed" lineClamp={2}>
          {field.sentence}
          {field.count > 1 && ` ×${field.count}`}
        </Text>
      </Table.Td>
      <Table.Td>
        {filling === undefined ? (
          <Text fz={13} c="dimmed">
            {t('inList', { list: field.loop ?? '' })}
          </Text>
        ) : (
          <Select
            size="xs"
            aria-label={`${name} ${t('fieldColumns.fill')}`}
            searchable
            allowDeselect={false}
            disabled={disabled}
            value={filling.kind === 'question' ? ask : filling.path}
            onChange={choose}
            data={[
              ...(field.loop === null ? [{ value: ask, label: t('ask') }] : []),
              ...offered.map((each) => ({
                value: each.path,
                label: language === 'zh' ? each.path : `${each.label.en} (${each.path})`,
              })),
            ]}
          />
        )}
      </Table.Td>
      <Table.Td>
        {question !== null && (
          <TextInput
            size="xs"
            aria-label={`${name} ${t('fieldColumns.label')}`}
            maxLength={60}
            disabled={disabled}
            value={question.label}
            onChange={(event) => onChange({ ...question, label: event.currentTarget.value })}
          />
        )}
      </Table.Td>
      <Table.Td>
        {question !== null && (
          <Select
            size="xs"
            aria-label={`${name} ${t('fieldColumns.kind')}`}
            allowDeselect={false}
            disabled={disabled}
            value={question.type}
            onChange={(type) => onChange({ ...question, type: FieldType.parse(type) })}
            data={FieldType.options.map((value) => ({ value, label: t(`kinds.${value}`) }))}
          />
        )}
      </Table.Td>
      <Table.Td>
        {question !== null && (
          <Checkbox
            size="xs"
            aria-label={`${name} ${t('fieldColumns.required')}`}
            disabled={disabled}
            checked={question.required}
            onChange={(event) => onChange({ ...question, required: event.currentTarget.checked })}
          />
        )}
      </Table.Td>
    </Table.Tr>
  )
}

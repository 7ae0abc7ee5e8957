import {
  CloseButton,
  Combobox,
  Loader,
  Text,
  TextInput,
  useCombobox,
  type ComboboxProps,
  type TextInputProps,
} from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconPlus, IconSelector } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useWords } from '../lib/words.ts'
import { fieldWords } from './field-words.ts'
import { useRecent } from './recent-records.ts'
import classes from './record-picker.module.css'

/** A record as a picker shows it: its name and what tells it from another of the same name. */
export interface PickedRecord {
  id: string
  title: string
  note: string
}

export interface RecordPickerProps extends Omit<TextInputProps, 'value' | 'onChange' | 'defaultValue'> {
  /** Id of the record, null for none. */
  value: string | null
  onChange(id: string | null): void
  /** Where the list is drawn: inside a popover it must not leave it. */
  comboboxProps?: ComboboxProps
}

/** What the picker wants to be found: ask the host only while the list is open. */
export interface PickerSearch {
  text: string
  opened: boolean
}

export const noSearch: PickerSearch = { text: '', opened: false }

interface Source {
  /** Under which the last used records are kept; absent where it makes no sense. */
  recentName?: string
  onSearch(search: PickerSearch): void
  /** Records for the text, best first; undefined while they are being looked for. */
  found: PickedRecord[] | undefined
  /** The record that is picked, wherever it was picked. */
  picked: PickedRecord | undefined
  create?: { label(text: string): string; open(text: string): void }
}

/**
 * A field that takes a record by a few characters, pinyin initials or its number: last used ones first, the host searches,
 * "create new" at the end. Arrow keys and Enter choose, Esc leaves the list.
 */
export function RecordPicker({
  value,
  onChange,
  source,
  clearable,
  comboboxProps,
  ...input
}: RecordPickerProps & { source: Source; clearable?: boolean }) {
  const t = useWords(fieldWords)
  const [text, setText] = useState<string | null>(null)
  const combobox = useCombobox({
    onDropdownClose: () => {
      setText(null)
      combobox.resetSelectedOption()
    },
  })
  const { picked, found, onSearch } = source
  const [asked] = useDebouncedValue((text ?? '').trim(), 80)
  const opened = combobox.dropdownOpened
  useEffect(() => onSearch({ text: asked, opened }), [onSearch, asked, opened])
  const [recent, remember] = useRecent(source.recentName ?? '')
  const shownRecent = asked === '' && source.recentName !== undefined ? recent : []
  const rest = (found ?? []).filter((record) => !shownRecent.some(({ id }) => id === record.id))

  const choose = (key: string) => {
    if (key === createKey) source.create?.open((text ?? '').trim())
    else {
      const record = [...shownRecent, ...rest].find(({ id }) => id === key)
      if (record !== undefined && source.recentName !== undefined) remember(record)
      onChange(key)
    }
    combobox.closeDropdown()
  }

  return (
    <Combobox store={combobox} onOptionSubmit={choose} shadow="md" {...comboboxProps}>
      <Combobox.Target>
        <TextInput
          placeholder={t('searchHint')}
          {...input}
          value={text ?? picked?.title ?? ''}
          rightSection={
            value !== null && clearable && !input.disabled ? (
              <CloseButton size="sm" tabIndex={-1} aria-label={t('clear')} onClick={() => onChange(null)} />
            ) : (
              <IconSelector size={15} stroke={1.6} aria-hidden />
            )
          }
          rightSectionPointerEvents={value !== null && clearable ? 'auto' : 'none'}
          onChange={(event) => {
            setText(event.currentTarget.value)
            combobox.openDropdown()
            combobox.updateSelectedOptionIndex()
          }}
          onClick={() => combobox.openDropdown()}
          onFocus={(event) => {
            event.currentTarget.select()
            input.onFocus?.(event)
          }}
          onBlur={(event) => {
            // Emptied by hand means none, where none is allowed.
            if (text === '' && clearable) onChange(null)
            combobox.closeDropdown()
            input.onBlur?.(event)
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Options
          mah={300}
          style={{ overflowY: 'auto' }}
          aria-label={typeof input.label === 'string' ? input.label : (input['aria-label'] ?? t('none'))}
        >
          {shownRecent.length > 0 && (
            <Combobox.Group label={t('recent')}>
              {shownRecent.map((record) => (
                <PickedOption key={record.id} record={record} on={record.id === value} />
              ))}
            </Combobox.Group>
          )}
          {rest.map((record) => (
            <PickedOption key={record.id} record={record} on={record.id === value} />
          ))}
          {found === undefined && (
            <Combobox.Empty>
              <Loader size="xs" aria-label={t('searching')} />
            </Combobox.Empty>
          )}
          {found !== undefined && rest.length + shownRecent.length === 0 && (
            <Combobox.Empty>{t('none')}</Combobox.Empty>
          )}
          {source.create !== undefined && (
            <Combobox.Option value={createKey} className={classes.create ?? ''}>
              <IconPlus size={14} aria-hidden />
              {source.create.label((text ?? '').trim())}
            </Combobox.Option>
          )}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}

const createKey = '+'

function PickedOption({ record, on }: { record: PickedRecord; on: boolean }) {
  return (
    <Combobox.Option value={record.id} active={on} className={classes.option ?? ''}>
      <Text span inherit truncate>
        {record.title}
      </Text>
      <Text span fz={12} c="dimmed" truncate className={classes.note ?? ''}>
        {record.note}
      </Text>
    </Combobox.Option>
  )
}

import { ActionIcon, Button, CloseButton, Group, Menu, Popover, TextInput } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { IconChevronDown, IconSearch } from '@tabler/icons-react'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { defineWords, useWords } from '../lib/words.ts'
import classes from './filter-bar.module.css'

const words = defineWords(
  'filter',
  { clear: '清除{{label}}', all: '全部', reset: '清除筛选', search: '搜索' },
  { clear: 'Clear {{label}}', all: 'All', reset: 'Clear filters', search: 'Search' },
)

interface FilterBarProps {
  /** What is searched for, as it stands in the address. */
  text?: string
  /** Without it there is no search box: a list that is only filtered. */
  onText?(text: string): void
  placeholder?: string
  /** Whether anything is filtered; then all of it can be cleared at once. */
  filtered: boolean
  onReset(): void
  children?: ReactNode
  /** At the right end: the column menu. */
  end?: ReactNode
}

/** Search and filters above a list; `/` goes to the search. What is typed is asked for after a moment. */
export function FilterBar({ text = '', onText, placeholder, filtered, onReset, children, end }: FilterBarProps) {
  const t = useWords(words)
  const input = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState(text)
  const told = useRef(text)
  useHotkeys([['/', () => input.current?.focus()]])
  useEffect(() => {
    // Changed from outside: back button, a saved view, clearing.
    if (text !== told.current) {
      told.current = text
      setTyped(text)
    }
  }, [text])
  useEffect(() => {
    if (typed.trim() === told.current) return
    const timer = setTimeout(() => {
      told.current = typed.trim()
      onText?.(typed.trim())
    }, 150)
    return () => clearTimeout(timer)
  }, [typed, onText])
  return (
    <div className={classes.bar} role="search">
      {onText !== undefined && (
        <TextInput
          ref={input}
          className={classes.search ?? ''}
          size="sm"
          aria-label={placeholder}
          placeholder={placeholder}
          leftSection={<IconSearch size={15} aria-hidden />}
          rightSection={
            typed === '' ? null : (
              <CloseButton size="sm" aria-label={t('clear', { label: t('search') })} onClick={() => setTyped('')} />
            )
          }
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape' && typed !== '') {
              setTyped('')
              event.stopPropagation()
            }
          }}
        />
      )}
      <Group gap={6} className={classes.chips ?? ''}>
        {children}
        {filtered && (
          <Button variant="subtle" color="gray" size="compact-sm" onClick={onReset}>
            {t('reset')}
          </Button>
        )}
      </Group>
      {end}
    </div>
  )
}

interface ChoiceFilterProps<V extends string> {
  label: string
  options: readonly { value: V; label: string }[]
  value: readonly V[]
  onChange(value: V[]): void
  /** Only one at a time. */
  single?: boolean
}

/** A filter by some of a few values; shows what is chosen. */
export function ChoiceFilter<V extends string>({
  label,
  options,
  value,
  onChange,
  single = false,
}: ChoiceFilterProps<V>) {
  const chosen = options.filter((option) => value.includes(option.value)).map((option) => option.label)
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <FilterChip label={label} summary={summaryOf(chosen)} onClear={() => onChange([])} />
      </Menu.Target>
      <Menu.Dropdown mah={360} style={{ overflowY: 'auto' }}>
        {options.map((option) => {
          const on = value.includes(option.value)
          const next = single
            ? on
              ? []
              : [option.value]
            : on
              ? value.filter((each) => each !== option.value)
              : [...value, option.value]
          return (
            <Menu.CheckboxItem
              key={option.value}
              checked={on}
              closeMenuOnClick={single}
              onChange={() => onChange(next)}
            >
              {option.label}
            </Menu.CheckboxItem>
          )
        })}
      </Menu.Dropdown>
    </Menu>
  )
}

interface OneFilterProps<V extends string> {
  label: string
  options: readonly { value: V; label: string }[]
  value: V | undefined
  onChange(value: V | undefined): void
}

/** A filter by one of a few values. */
export function OneFilter<V extends string>({ value, onChange, ...rest }: OneFilterProps<V>) {
  return (
    <ChoiceFilter
      {...rest}
      single
      value={value === undefined ? [] : [value]}
      onChange={([chosen]) => onChange(chosen)}
    />
  )
}

interface OnlyFilterProps {
  label: string
  /** Names the rows that are left. */
  option: string
  on: boolean | undefined
  onChange(on: true | undefined): void
}

/** A filter that is on or not. */
export function OnlyFilter({ label, option, on, onChange }: OnlyFilterProps) {
  return (
    <OneFilter
      label={label}
      options={[{ value: 'on', label: option }]}
      value={on ? 'on' : undefined}
      onChange={(chosen) => onChange(chosen && true)}
    />
  )
}

/** A filter that needs more than a list of values: a picker or two dates. */
export function PopoverFilter({
  label,
  summary,
  onClear,
  children,
}: {
  label: string
  summary: string
  onClear(): void
  children: ReactNode
}) {
  return (
    <Popover position="bottom-start" shadow="md" trapFocus width={280}>
      <Popover.Target>
        <FilterChip label={label} summary={summary} onClear={onClear} />
      </Popover.Target>
      <Popover.Dropdown>{children}</Popover.Dropdown>
    </Popover>
  )
}

function summaryOf(chosen: string[]): string {
  return chosen.length > 2 ? `${chosen[0]} +${chosen.length - 1}` : chosen.join('、')
}

function FilterChip({
  label,
  summary,
  onClear,
  ref,
  ...target
}: {
  label: string
  summary: string
  onClear(): void
  ref?: React.Ref<HTMLButtonElement>
}) {
  const t = useWords(words)
  const on = summary !== ''
  return (
    <Button.Group>
      <Button
        ref={ref ?? null}
        {...target}
        variant="default"
        size="xs"
        className={`${classes.chip} ${on ? classes.on : ''}`}
        rightSection={on ? null : <IconChevronDown size={13} aria-hidden />}
      >
        {label}
        {on && <b className={classes.summary}>{summary}</b>}
      </Button>
      {on && (
        <ActionIcon
          variant="default"
          size={30}
          className={`${classes.chip} ${classes.on}`}
          aria-label={t('clear', { label })}
          onClick={onClear}
        >
          <span aria-hidden>×</span>
        </ActionIcon>
      )}
    </Button.Group>
  )
}

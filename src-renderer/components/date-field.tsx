import { DateInput, type DateInputProps } from '@mantine/dates'
import { IconCalendar } from '@tabler/icons-react'
import { isLocalDate, parseDate, type LocalDate } from '../../src-shared/kernel/local-date.ts'
import { useWords } from '../lib/words.ts'
import { fieldWords } from './field-words.ts'

interface DateFieldProps extends Omit<DateInputProps, 'value' | 'onChange' | 'defaultValue'> {
  value: LocalDate | null
  onChange(value: LocalDate | null): void
}

/** A calendar date: typed as 2026-11-24, 2026/11/24 or 2026年11月24日, or taken from the calendar. */
export function DateField({ value, onChange, ...rest }: DateFieldProps) {
  const t = useWords(fieldWords)
  return (
    <DateInput
      valueFormat="YYYY-MM-DD"
      placeholder="YYYY-MM-DD"
      leftSection={<IconCalendar size={16} aria-hidden />}
      clearable={!rest.required}
      clearButtonProps={{ 'aria-label': t('clear') }}
      dateParser={read}
      hideOutsideDates
      // Red is kept for what is late or refused.
      weekendDays={[]}
      ariaLabels={{
        previousMonth: t('previousMonth'),
        nextMonth: t('nextMonth'),
        previousYear: t('previousYear'),
        nextYear: t('nextYear'),
        previousDecade: t('previousYears'),
        nextDecade: t('nextYears'),
      }}
      {...rest}
      value={value}
      onChange={(next) => onChange(next !== null && isLocalDate(next) ? next : null)}
    />
  )
}

function read(text: string): LocalDate | null {
  try {
    return parseDate(text)
  } catch {
    return null
  }
}

import { Autocomplete, Text, type TextInputProps } from '@mantine/core'
import { useState } from 'react'
import { formatCents, parseCents, type Cents } from '../../src-shared/kernel/cents.ts'
import {
  formatQuantity,
  formatRate,
  formatUnitPrice,
  parseQuantity,
  parseUnitPrice,
  type Quantity,
  type Rate,
  type UnitPrice,
} from '../../src-shared/kernel/decimal.ts'
import { taxRatesOnOffer } from '../../src-shared/kernel/tax.ts'
import { UPPERCASE_LIMIT, uppercaseAmount } from '../../src-shared/kernel/uppercase-amount.ts'
import { useErrorText } from '../lib/refusal-text.ts'
import { ParsedInput } from './parsed-input.tsx'
import { readRate } from '../../src-shared/kernel/read-rate.ts'

interface FieldProps<T> extends Omit<TextInputProps, 'value' | 'onChange' | 'defaultValue'> {
  value: T | null
  onChange(value: T | null): void
}

/** Money: takes `1234.5`, `50万`, `¥1,234.50`; shows 大写 under the field, except among the lines of a table. */
export function AmountField({ inTable = false, ...props }: FieldProps<Cents> & { inTable?: boolean }) {
  return (
    <ParsedInput
      parse={parseCents}
      format={formatCents}
      {...(inTable
        ? {}
        : { hint: (value: Cents) => (Math.abs(value) > UPPERCASE_LIMIT ? null : uppercaseAmount(value)) })}
      leftSection={<Unit text="¥" />}
      {...props}
    />
  )
}

/** A quantity with its unit inside the field. */
export function QuantityField({ unit, ...props }: FieldProps<Quantity> & { unit?: string }) {
  return (
    <ParsedInput
      parse={parseQuantity}
      format={formatQuantity}
      {...(unit ? { rightSection: <Unit text={unit} />, rightSectionWidth: 20 + unit.length * 14 } : {})}
      {...props}
    />
  )
}

/** 元 per unit, up to six decimals. */
export function UnitPriceField({ unit, ...props }: FieldProps<UnitPrice> & { unit?: string }) {
  return (
    <ParsedInput
      parse={parseUnitPrice}
      format={formatUnitPrice}
      leftSection={<Unit text="¥" />}
      {...(unit ? { rightSection: <Unit text={`/ ${unit}`} />, rightSectionWidth: 30 + unit.length * 14 } : {})}
      {...props}
    />
  )
}

function Unit({ text }: { text: string }) {
  return (
    <Text span fz={13} c="dimmed">
      {text}
    </Text>
  )
}

/** A tax rate: one of those in use, or any other typed as `13` or `13%`. */
export function RateSelect({
  value,
  onChange,
  error,
  label,
  required,
  disabled,
  w,
}: Pick<FieldProps<Rate>, 'value' | 'onChange' | 'error' | 'label' | 'required' | 'disabled' | 'w'>) {
  const errorText = useErrorText()
  const [typed, setTyped] = useState(() => ({ text: value === null ? '' : formatRate(value), value }))
  const current = Object.is(typed.value, value) ? typed : { text: value === null ? '' : formatRate(value), value }
  const problem = problemOf(current.text)
  const take = (text: string) => {
    const next = { text, value: text.trim() === '' || problemOf(text) !== undefined ? null : readRate(text) }
    setTyped(next)
    onChange(next.value)
  }
  const offered = taxRatesOnOffer.map(formatRate)
  return (
    <Autocomplete
      label={label}
      required={required ?? false}
      disabled={disabled ?? false}
      {...(w === undefined ? {} : { w })}
      value={current.text}
      data={offered}
      // All rates stay on offer while one stands in the field.
      filter={({ options }) => options}
      inputMode="decimal"
      error={problem === undefined ? error : errorText(problem)}
      data-unread={problem === undefined ? undefined : true}
      onChange={take}
      onBlur={() => value !== null && setTyped({ text: formatRate(value), value })}
    />
  )
}

function problemOf(text: string): unknown {
  if (text.trim() === '') return undefined
  try {
    readRate(text)
    return undefined
  } catch (problem) {
    return problem
  }
}

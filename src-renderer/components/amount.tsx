import { Text, type TextProps } from '@mantine/core'
import { formatCents, type Cents } from '../../src-shared/kernel/cents.ts'

/** Money as `¥1,234,567.00`, digits lined up. */
export function Amount({ value, quiet, ...text }: { value: Cents; quiet?: boolean } & TextProps) {
  return (
    <Text
      span
      inherit
      style={{ fontVariantNumeric: 'tabular-nums' }}
      {...(quiet && value === 0 ? { c: 'dimmed' } : {})}
      {...text}
    >
      ¥{formatCents(value)}
    </Text>
  )
}

import type { z } from 'zod'
import { describeReason } from '../../src-shared/messages/describe-issues.ts'
import type { Language } from './words.ts'

/**
 * What a command's schema says of what was typed, by field (`contacts.0.name`), in words: the `validate` of a form.
 * An empty record when all is well.
 */
export function schemaErrors(schema: z.ZodType, input: unknown, language: Language): Record<string, string> {
  const parsed = schema.safeParse(input)
  if (parsed.success) return {}
  const errors: Record<string, string> = {}
  for (const issue of parsed.error.issues) {
    const field = issue.path.join('.')
    errors[field] ??= describeReason(messageOf(issue), language)
  }
  return errors
}

/** Of a value that may be one of several things, such as nothing or an address, the last is what was meant. */
function messageOf(issue: z.core.$ZodIssue): string {
  return issue.code === 'invalid_union' ? (issue.errors.at(-1)?.[0]?.message ?? issue.message) : issue.message
}

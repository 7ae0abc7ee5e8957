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
    // A picker in which nothing was chosen.
    const message = messageOf(issue)
    const reason = message === 'id' && valueAt(input, issue.path) === '' ? 'empty' : message
    errors[field] ??= describeReason(reason, language)
  }
  return errors
}

/** Of a value that may be one of several things, such as nothing or an address, the last is what was meant. */
function messageOf(issue: z.core.$ZodIssue): string {
  return issue.code === 'invalid_union' ? (issue.errors.at(-1)?.[0]?.message ?? issue.message) : issue.message
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | null | undefined)?.[key], input)
}

import { z } from 'zod'

export const FieldType = z.enum(['text', 'number', 'money', 'date', 'rate', 'boolean', 'list', 'image'])
export type FieldType = z.infer<typeof FieldType>

/** A field found in a template: its path as written, and how it is used. */
export const TemplateField = z.object({
  path: z.string(),
  type: FieldType,
  /** How often it occurs. */
  count: z.number().int(),
  /** Path of the loop it stands in, when any. */
  loop: z.string().nullable(),
  /** The sentence around its first occurrence. */
  sentence: z.string(),
})
export type TemplateField = z.infer<typeof TemplateField>

/** Field path → what fills it: a path of the contract's own data, or a question of the draft form. */
export const TemplateMapping = z.record(
  z.string(),
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('contract'), path: z.string() }),
    z.object({ kind: z.literal('question'), label: z.string(), type: FieldType, required: z.boolean() }),
  ]),
)
export type TemplateMapping = z.infer<typeof TemplateMapping>

/** Answers to the template's questions, by field path. */
export const TemplateAnswers = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))
export type TemplateAnswers = z.infer<typeof TemplateAnswers>

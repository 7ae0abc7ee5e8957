import { useForm } from '@mantine/form'
import { useMemo, useState } from 'react'
import type { z } from 'zod'
import { ContractDraft } from '../../src-shared/contracts/contract-draft.ts'
import { goodsColumns } from '../components/line-grid/goods-lines.ts'
import { goodsWords } from '../components/line-grid/goods-words.ts'
import type { LineColumn } from '../components/line-grid/line-rows.ts'
import { schemaErrors } from '../lib/field-errors.ts'
import { useLanguage, useWords } from '../lib/words.ts'
import type { DraftForm } from './draft-sections.tsx'
import { checkWhole, draftInput, totalOf, type DraftValues } from './draft-values.ts'

/** What the commands for drafts are given. */
export type DraftInput = z.input<typeof ContractDraft>

/** Columns of a contract's lines, in the language of the moment. */
export function useDraftColumns(): LineColumn[] {
  const goods = useWords(goodsWords)
  return useMemo(() => goodsColumns(goods, { deliverBy: true }), [goods])
}

/** The form of a draft; its fields are checked as the command will check them. */
export function useDraftForm(
  initialValues: DraftValues,
  columns: readonly LineColumn[],
  onChange: (values: DraftValues) => void,
): DraftForm {
  const language = useLanguage()
  return useForm<DraftValues>({
    initialValues,
    validate: (values) => {
      const input = draftInput(values, columns)
      return input === undefined ? {} : schemaErrors(ContractDraft, input, language)
    },
    onValuesChange: onChange,
  })
}

/** What can be saved, or why not: `unreadable` while a line or a field is not right, a refusal for rules over several fields. */
export function savable(
  values: DraftValues,
  columns: readonly LineColumn[],
): { draft: DraftInput } | { draft: null; refusal: unknown } {
  const input = draftInput(values, columns)
  if (input === undefined) return { draft: null, refusal: null }
  const parsed = ContractDraft.safeParse(input)
  if (!parsed.success) return { draft: null, refusal: null }
  try {
    checkWhole(parsed.data, totalOf(values, columns))
  } catch (refusal) {
    return { draft: null, refusal }
  }
  return { draft: input }
}

/** Whether saving was tried, and what stood in its way. */
export function useSaveAttempt() {
  const [strict, setStrict] = useState(false)
  const [refusal, setRefusal] = useState<unknown>(null)
  return { strict, refusal, setStrict, setRefusal }
}

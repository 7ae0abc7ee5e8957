import { Button, Textarea } from '@mantine/core'
import { IconBookmarkPlus } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import type { TemplateMapping } from '../../src-shared/templates/template.ts'
import { useRights } from '../lib/rights.ts'
import { useWords } from '../lib/words.ts'
import { ClausePicker } from './clause-picker.tsx'
import type { DraftForm } from './draft-sections.tsx'
import { draftWords } from './draft-words.ts'
import { insertAt } from './questions-section.tsx'

/** Other terms, written or taken from the clause library; says when the template has no place for them. */
export function ClausesSection({ form, mapping }: { form: DraftForm; mapping: TemplateMapping | null }) {
  const t = useWords(draftWords)
  const may = useRights()
  const field = useRef<HTMLTextAreaElement>(null)
  const [picking, setPicking] = useState(false)
  const { notes } = form.values
  const printed =
    mapping !== null &&
    Object.entries(mapping).some(([, filling]) => filling.kind === 'contract' && filling.path === '合同.备注')
  return (
    <>
      <Textarea
        ref={field}
        label={t('clauses.notes')}
        {...(mapping === null ? {} : { description: t(printed ? 'clauses.hint' : 'clauses.notPrinted') })}
        autosize
        minRows={4}
        maxRows={18}
        maxLength={4000}
        {...form.getInputProps('notes')}
      />
      {may('clauses.read') && (
        <Button
          mt={10}
          variant="default"
          size="compact-sm"
          leftSection={<IconBookmarkPlus size={15} aria-hidden />}
          onClick={() => setPicking(true)}
        >
          {t('clauses.insert')}
        </Button>
      )}
      {picking && (
        <ClausePicker
          onClose={() => setPicking(false)}
          onPick={(clause) => {
            setPicking(false)
            form.setFieldValue('notes', insertAt(notes, field.current?.selectionStart ?? notes.length, clause))
          }}
        />
      )}
    </>
  )
}

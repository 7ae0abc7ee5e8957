import { Button, Checkbox, NumberInput, Text, Textarea } from '@mantine/core'
import { useRef, useState } from 'react'
import { formatCents, parseCents } from '../../src-shared/kernel/cents.ts'
import { formatQuantity, formatRate, parseQuantity, type Rate } from '../../src-shared/kernel/decimal.ts'
import { isLocalDate } from '../../src-shared/kernel/local-date.ts'
import type { TemplateAnswers, TemplateMapping } from '../../src-shared/templates/template.ts'
import { DateField } from '../components/date-field.tsx'
import { AmountField } from '../components/number-fields.tsx'
import { ParsedInput } from '../components/parsed-input.tsx'
import { readRate } from '../../src-shared/kernel/read-rate.ts'
import { useWords } from '../lib/words.ts'
import { ClausePicker } from './clause-picker.tsx'
import type { DraftForm } from './draft-sections.tsx'
import { draftWords } from './draft-words.ts'
import classes from './draft-editor.module.css'

type Question = Extract<TemplateMapping[string], { kind: 'question' }>

/** What the template asks for beyond the contract's own data, each in a field of its type. */
export function QuestionsSection({ form, mapping }: { form: DraftForm; mapping: TemplateMapping | null }) {
  const t = useWords(draftWords)
  if (mapping === null) return <Quiet text={t('questions.noTemplate')} />
  const questions = Object.entries(mapping).flatMap(([path, filling]) =>
    filling.kind === 'question' ? [{ path, ...filling }] : [],
  )
  if (questions.length === 0) return <Quiet text={t('questions.none')} />
  const answer = (path: string, value: TemplateAnswers[string]) =>
    form.setFieldValue('answers', { ...form.values.answers, [path]: value })
  return (
    <div className={classes.grid}>
      {questions.map((question) => (
        <QuestionField
          key={question.path}
          question={question}
          value={form.values.answers[question.path] ?? null}
          onChange={(value) => answer(question.path, value)}
        />
      ))}
    </div>
  )
}

interface QuestionFieldProps {
  question: Question
  value: TemplateAnswers[string]
  onChange(value: TemplateAnswers[string]): void
}

function QuestionField({ question, value, onChange }: QuestionFieldProps) {
  const t = useWords(draftWords)
  const { label, required } = question
  const text = typeof value === 'string' ? value : ''
  switch (question.type) {
    case 'boolean':
      return (
        <Checkbox
          label={label}
          mt={30}
          checked={value === true}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
      )
    case 'number':
      return (
        <NumberInput
          label={label}
          required={required}
          value={typeof value === 'number' ? value : ''}
          onChange={(next) => onChange(typeof next === 'number' ? next : null)}
        />
      )
    case 'money':
      // Templates take money as decimal 元.
      return (
        <AmountField
          label={label}
          required={required}
          value={text === '' ? null : readable(text, parseCents)}
          onChange={(amount) => onChange(amount === null ? null : formatCents(amount).replaceAll(',', ''))}
        />
      )
    case 'rate':
      // And shares as fractions: a rate has the scale of a quantity.
      return (
        <ParsedInput
          label={label}
          required={required}
          parse={readRate}
          format={formatRate}
          value={text === '' ? null : (readable(text, parseQuantity) as Rate | null)}
          onChange={(share) => onChange(share === null ? null : formatQuantity(share as number as never))}
        />
      )
    case 'date':
      return (
        <DateField
          label={label}
          required={required}
          value={isLocalDate(text) ? text : null}
          onChange={(date) => onChange(date)}
        />
      )
    case 'text':
      return <TextQuestion question={question} text={text} onChange={onChange} />
    case 'list':
    case 'image':
      return (
        <div>
          <Text fz={14} fw={500}>
            {label}
          </Text>
          <Text fz={13} c="dimmed">
            {t(question.type === 'list' ? 'questions.list' : 'questions.image')}
          </Text>
        </div>
      )
  }
}

function TextQuestion({
  question,
  text,
  onChange,
}: {
  question: Question
  text: string
  onChange(text: string | null): void
}) {
  const t = useWords(draftWords)
  const field = useRef<HTMLTextAreaElement>(null)
  const [picking, setPicking] = useState(false)
  const change = (next: string) => onChange(next === '' ? null : next)
  return (
    <div>
      <Textarea
        ref={field}
        label={question.label}
        required={question.required}
        autosize
        minRows={1}
        maxRows={8}
        maxLength={4000}
        value={text}
        onChange={(event) => change(event.currentTarget.value)}
      />
      <Button variant="subtle" size="compact-xs" mt={2} onClick={() => setPicking(true)}>
        {t('questions.insertClause')}
      </Button>
      {picking && (
        <ClausePicker
          onClose={() => setPicking(false)}
          onPick={(clause) => {
            setPicking(false)
            change(insertAt(text, field.current?.selectionStart ?? text.length, clause))
          }}
        />
      )}
    </div>
  )
}

/** Puts a clause where the caret stood, on lines of its own. */
export function insertAt(text: string, at: number, clause: string): string {
  const before = text.slice(0, at)
  const after = text.slice(at)
  return `${before}${before === '' || before.endsWith('\n') ? '' : '\n'}${clause}${after === '' || after.startsWith('\n') ? '' : '\n'}${after}`
}

function readable<T>(text: string, parse: (text: string) => T): T | null {
  try {
    return parse(text)
  } catch {
    // An answer of another type, from before the question was changed.
    return null
  }
}

function Quiet({ text }: { text: string }) {
  return (
    <Text fz={13} c="dimmed">
      {text}
    </Text>
  )
}

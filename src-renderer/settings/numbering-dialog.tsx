import { Button, Group, Select, SimpleGrid, Text, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useMemo, useRef, useState } from 'react'
import { NumberedKind, numberedTypes, ruleFor, SerialReset } from '../../src-shared/numbering/numbering.ts'
import { describeRefusal } from '../../src-shared/messages/describe-refusal.ts'
import { FormDialog } from '../components/form-dialog.tsx'
import { rpc, wire } from '../lib/rpc.ts'
import { useLanguage, useWords } from '../lib/words.ts'
import { useTypeName, type Rule } from './numbering-types.ts'
import { numberingWords } from './numbering-words.ts'

const pieces = {
  type: '{type}',
  yyyy: '{yyyy}',
  yy: '{yy}',
  mm: '{mm}',
  dd: '{dd}',
  serial: '{serial:4}',
} as const

interface NumberingDialogProps {
  /** Null for a new rule. */
  rule: Rule | null
  rules: readonly Rule[]
  onClose(): void
  onSaved(): void
}

/** One rule: what it is for, its pattern, and the number it gives, worked out by the core while it is typed. */
export function NumberingDialog({ rule, rules, onClose, onSaved }: NumberingDialogProps) {
  const t = useWords(numberingWords)
  const language = useLanguage()
  const typeName = useTypeName()
  const field = useRef<HTMLInputElement>(null)
  const [kind, setKind] = useState<NumberedKind>(rule?.kind ?? 'contract')
  const free = numberedTypes(kind).filter((type) => !rules.some((each) => each.kind === kind && each.type === type))
  const [type, setType] = useState<string | null>(rule === null ? (free[0] ?? null) : rule.type)
  const [pattern, setPattern] = useState((rule ?? ruleFor(rules, kind, type ?? '')).pattern)
  const [reset, setReset] = useState<SerialReset>((rule ?? ruleFor(rules, kind, type ?? '')).reset)
  const given = useMemo(
    () => ({ kind, type: type ?? numberedTypes(kind)[0]!, pattern, reset }),
    [kind, type, pattern, reset],
  )
  const [tried] = useDebouncedValue(given, 120)
  const preview = useQuery({
    ...wire['numbering.preview'].queryOptions({ input: tried }),
    placeholderData: keepPreviousData,
  })
  const problems = preview.data?.problems ?? []
  const save = useMutation({
    mutationFn: () => rpc['numbering.saveRule']({ kind, type, pattern, reset, version: rule?.version ?? null }),
    onSuccess: onSaved,
  })
  const chooseKind = (next: NumberedKind) => {
    const types = numberedTypes(next).filter(
      (each) => !rules.some((other) => other.kind === next && other.type === each),
    )
    const standing = ruleFor(rules, next, '')
    setKind(next)
    setType(types[0] ?? null)
    setPattern(standing.pattern)
    setReset(standing.reset)
  }
  const insert = (piece: string) => {
    const at = field.current?.selectionStart ?? pattern.length
    const to = field.current?.selectionEnd ?? at
    setPattern(pattern.slice(0, at) + piece + pattern.slice(to))
    requestAnimationFrame(() => {
      field.current?.focus()
      field.current?.setSelectionRange(at + piece.length, at + piece.length)
    })
  }
  return (
    <FormDialog
      title={t(rule === null ? 'newTitle' : 'editTitle')}
      size="lg"
      confirm={t('save')}
      busy={save.isPending}
      error={save.error ?? preview.error}
      onSubmit={() => {
        if (problems.length === 0) save.mutate()
      }}
      onClose={onClose}
    >
      {rule === null ? (
        <SimpleGrid cols={2}>
          <Select
            label={t('kind')}
            allowDeselect={false}
            value={kind}
            onChange={(value) => chooseKind(NumberedKind.parse(value))}
            data={NumberedKind.options
              .filter((each) => numberedTypes(each).some((own) => !has(rules, each, own)))
              .map((value) => ({ value, label: t(`kinds.${value}`) }))}
          />
          <Select
            label={t('type')}
            allowDeselect={false}
            value={type}
            onChange={setType}
            data={free.map((value) => ({ value, label: typeName(kind, value) }))}
          />
        </SimpleGrid>
      ) : (
        <Text fz={14}>
          {t(`kinds.${kind}`)} · {typeName(kind, type)}
        </Text>
      )}
      <div>
        <TextInput
          ref={field}
          label={t('pattern')}
          required
          data-autofocus
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
          value={pattern}
          onChange={(event) => setPattern(event.currentTarget.value)}
          error={problems.length === 0 ? undefined : problems.map((each) => describeRefusal(each, language)).join(' ')}
        />
        <Group gap={6} mt={8} role="group" aria-label={t('insert')}>
          {Object.entries(pieces).map(([name, piece]) => (
            <Button key={name} size="compact-xs" variant="default" onClick={() => insert(piece)}>
              {t(`pieces.${name as keyof typeof pieces}`)}
            </Button>
          ))}
        </Group>
      </div>
      <Select
        label={t('reset')}
        allowDeselect={false}
        w={220}
        value={reset}
        onChange={(value) => setReset(SerialReset.parse(value))}
        data={SerialReset.options.map((value) => ({ value, label: t(`resets.${value}`) }))}
      />
      <Text fz={14} fw={600} aria-live="polite" style={{ fontVariantNumeric: 'tabular-nums' }}>
        {preview.data?.next == null ? ' ' : t('nextIs', { number: preview.data.next })}
      </Text>
    </FormDialog>
  )
}

const has = (rules: readonly Rule[], kind: NumberedKind, type: string) =>
  rules.some((rule) => rule.kind === kind && rule.type === type)

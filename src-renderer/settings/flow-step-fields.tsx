import { ActionIcon, Checkbox, Group, MultiSelect, Select, SimpleGrid, Stack, Text, TextInput } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react'
import { DecisionMode, FlowStep } from '../../src-shared/approvals/flow-definition.ts'
import { Section } from '../components/facts.tsx'
import { AmountField } from '../components/number-fields.tsx'
import { useWords } from '../lib/words.ts'
import { approverKey, approverOf, stepFaults, type StepValues } from './flow-values.ts'
import { flowWords } from './flow-words.ts'
import type { useFlowNames } from './use-flow-names.ts'

interface StepFieldsProps {
  step: StepValues
  no: number
  last: boolean
  only: boolean
  /** Faults are told once saving was tried. */
  asked: boolean
  names: ReturnType<typeof useFlowNames>
  onChange(change: Partial<StepValues>): void
  onMove(by: -1 | 1): void
  onRemove(): void
}

const whenEmpty = FlowStep.shape.whenEmpty.unwrap()
const whenInitiator = FlowStep.shape.whenInitiator.unwrap()

/** One step of a flow: whom it asks, how they decide, when it applies; and all of that as a sentence. */
export function StepFields({ step, no, last, only, asked, names, onChange, onMove, onRemove }: StepFieldsProps) {
  const t = useWords(flowWords)
  const faults = asked ? stepFaults(step) : []
  const icon = { variant: 'subtle', color: 'gray' } as const
  return (
    <Section
      title={t('step', { no })}
      actions={
        <Group gap={4}>
          <ActionIcon {...icon} aria-label={t('up', { no })} disabled={no === 1} onClick={() => onMove(-1)}>
            <IconArrowUp size={16} />
          </ActionIcon>
          <ActionIcon {...icon} aria-label={t('down', { no })} disabled={last} onClick={() => onMove(1)}>
            <IconArrowDown size={16} />
          </ActionIcon>
          <ActionIcon {...icon} aria-label={t('remove', { no })} disabled={only} onClick={onRemove}>
            <IconTrash size={16} />
          </ActionIcon>
        </Group>
      }
    >
      <Stack gap="md">
        <SimpleGrid cols={2}>
          <TextInput
            label={t('stepName')}
            required
            maxLength={60}
            value={step.name}
            error={faults.includes('nameMissing') ? t('stepNameMissing') : undefined}
            onChange={(event) => onChange({ name: event.currentTarget.value })}
          />
          <Select
            label={t('mode')}
            allowDeselect={false}
            value={step.mode}
            onChange={(value) => onChange({ mode: DecisionMode.parse(value) })}
            data={DecisionMode.options.map((value) => ({ value, label: t(`modes.${value}`) }))}
          />
        </SimpleGrid>
        <MultiSelect
          label={t('approvers')}
          description={t('approversHint')}
          required
          searchable
          hidePickedOptions
          value={step.approvers.map(approverKey)}
          error={faults.includes('approversMissing') ? t('approversMissing') : undefined}
          onChange={(keys) => onChange({ approvers: keys.map(approverOf) })}
          data={names.choices(step.approvers)}
        />
        <Stack gap={8} role="group" aria-label={t('conditions')}>
          <Text fz={13} fw={600}>
            {t('conditions')}
          </Text>
          <SimpleGrid cols={2}>
            <AmountField label={t('from')} value={step.from} onChange={(from) => onChange({ from })} />
            <AmountField
              label={t('below')}
              value={step.below}
              error={faults.includes('amountsCrossed') ? t('amountsCrossed') : undefined}
              onChange={(below) => onChange({ below })}
            />
            <MultiSelect
              label={t('types')}
              value={step.types}
              onChange={(types) => onChange({ types })}
              data={names.types}
            />
            <MultiSelect
              label={t('departments')}
              searchable
              value={step.departments}
              onChange={(departments) => onChange({ departments })}
              data={names.departments}
            />
          </SimpleGrid>
          <Checkbox
            label={t('withoutTemplate')}
            checked={step.withoutTemplate}
            onChange={(event) => onChange({ withoutTemplate: event.currentTarget.checked })}
          />
          {step.others.length > 0 && (
            <Text fz={13} c="dimmed">
              {t('others', { count: step.others.length })}
            </Text>
          )}
        </Stack>
        <SimpleGrid cols={2}>
          <Select
            label={t('whenEmpty')}
            allowDeselect={false}
            value={step.whenEmpty}
            onChange={(value) => onChange({ whenEmpty: whenEmpty.parse(value) })}
            data={whenEmpty.options.map((value) => ({ value, label: t(`whenEmptyChoices.${value}`) }))}
          />
          <Select
            label={t('whenInitiator')}
            allowDeselect={false}
            value={step.whenInitiator}
            onChange={(value) => onChange({ whenInitiator: whenInitiator.parse(value) })}
            data={whenInitiator.options.map((value) => ({ value, label: t(`whenInitiatorChoices.${value}`) }))}
          />
        </SimpleGrid>
        {step.approvers.length > 0 && (
          <Text fz={13} c="dimmed" aria-live="polite">
            {names.sentence(step)}
          </Text>
        )}
      </Stack>
    </Section>
  )
}

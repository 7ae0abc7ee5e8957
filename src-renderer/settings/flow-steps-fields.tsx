import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useWords } from '../lib/words.ts'
import { StepFields } from './flow-step-fields.tsx'
import { emptyStep, type StepValues } from './flow-values.ts'
import { flowWords } from './flow-words.ts'
import { useFlowNames } from './use-flow-names.ts'

interface FlowStepsFieldsProps {
  steps: readonly StepValues[]
  asked: boolean
  onChange(steps: StepValues[]): void
}

/** The steps in the order in which they are asked; there is always one. */
export function FlowStepsFields({ steps, asked, onChange }: FlowStepsFieldsProps) {
  const t = useWords(flowWords)
  const names = useFlowNames()
  const nextKey = String(Math.max(...steps.map(({ key }) => Number(key))) + 1)
  return (
    <div>
      {steps.map((step, at) => (
        <StepFields
          key={step.key}
          step={step}
          no={at + 1}
          last={at === steps.length - 1}
          only={steps.length === 1}
          asked={asked}
          names={names}
          onChange={(change) => onChange(steps.with(at, { ...step, ...change }))}
          onMove={(by) => onChange(steps.with(at, steps[at + by]!).with(at + by, step))}
          onRemove={() => onChange(steps.toSpliced(at, 1))}
        />
      ))}
      <Button
        variant="default"
        leftSection={<IconPlus size={15} />}
        onClick={() => onChange([...steps, emptyStep(nextKey)])}
      >
        {t('addStep')}
      </Button>
    </div>
  )
}

import { Button, Group, Select, SimpleGrid, Switch, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { FlowDefinition } from '../../src-shared/approvals/flow-definition.ts'
import { Section } from '../components/facts.tsx'
import { focusFirstError, FormFrame, useLeaveWarning } from '../components/form-frame.tsx'
import { SaveProblem } from '../components/stale-record.tsx'
import { rpc } from '../lib/rpc.ts'
import { useWords } from '../lib/words.ts'
import { FlowStepsFields } from './flow-steps-fields.tsx'
import { emptyStep, flowDefinition, flowValues, stepFaults, type Flow, type FlowValues } from './flow-values.ts'
import { flowWords } from './flow-words.ts'

interface FlowEditorProps {
  /** Null for a new flow. */
  flow: Flow | null
  onClose(): void
  onSaved(name: string, no: number): void
}

const repeated = FlowDefinition.shape.repeatedApprover.unwrap()

/** A flow as a form; saving makes a new version of it. */
export function FlowEditor({ flow, onClose, onSaved }: FlowEditorProps) {
  const t = useWords(flowWords)
  const [first] = useState<FlowValues>(() =>
    flow === null ? { name: '', active: true, repeatedApprover: 'once', steps: [emptyStep('0')] } : flowValues(flow),
  )
  const [values, setValues] = useState(first)
  const [asked, setAsked] = useState(false)
  const save = useMutation({
    mutationFn: (seen: number | null) =>
      rpc['flows.save']({
        id: flow?.id ?? null,
        seen,
        name: values.name.trim(),
        // Contracts are what can be submitted for approval.
        kind: flow?.kind ?? 'contract',
        definition: flowDefinition(values),
        active: values.active,
      }),
    onSuccess: ({ no }) => onSaved(values.name.trim(), no),
  })
  const submit = () => {
    setAsked(true)
    if (values.name.trim() === '' || values.steps.some((step) => stepFaults(step).length > 0)) focusFirstError()
    else save.mutate(flow?.version ?? null)
  }
  const mayLeave = useLeaveWarning(values !== first && !save.isSuccess, { kept: false })
  const close = () => void mayLeave().then((may) => may && onClose())
  return (
    <FormFrame onSave={submit} onBack={close}>
      <Section title={flow === null ? t('newTitle') : flow.name}>
        <SimpleGrid cols={2}>
          <TextInput
            label={t('name')}
            required
            maxLength={60}
            value={values.name}
            error={asked && values.name.trim() === '' ? t('nameMissing') : undefined}
            onChange={(event) => setValues({ ...values, name: event.currentTarget.value })}
          />
          <Select
            label={t('repeated')}
            allowDeselect={false}
            value={values.repeatedApprover}
            onChange={(value) => setValues({ ...values, repeatedApprover: repeated.parse(value) })}
            data={repeated.options.map((value) => ({ value, label: t(`repeatedChoices.${value}`) }))}
          />
        </SimpleGrid>
        <Switch
          mt="md"
          label={t('activeLabel')}
          checked={values.active}
          onChange={(event) => setValues({ ...values, active: event.currentTarget.checked })}
        />
      </Section>
      <FlowStepsFields steps={values.steps} asked={asked} onChange={(steps) => setValues({ ...values, steps })} />
      <SaveProblem
        error={save.error}
        table="flows"
        record={flow}
        saving={save.isPending}
        onReload={onClose}
        onKeepMine={() =>
          void rpc['flows.list']({}).then((all) =>
            save.mutate(all.find(({ id }) => id === flow!.id)?.version ?? flow!.version),
          )
        }
      />
      <Group justify="flex-end">
        <Button variant="default" onClick={close}>
          {t('cancel')}
        </Button>
        <Button type="submit" loading={save.isPending}>
          {t(flow === null ? 'create' : 'save')}
        </Button>
      </Group>
    </FormFrame>
  )
}

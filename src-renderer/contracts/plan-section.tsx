import { ActionIcon, Button, Group, NumberInput, Select, Text, TextInput, Tooltip } from '@mantine/core'
import { IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react'
import { DueEvent } from '../../src-shared/contracts/payment-plan.ts'
import { formatYuan, negateCents, type Cents } from '../../src-shared/kernel/cents.ts'
import { formatRate } from '../../src-shared/kernel/decimal.ts'
import { contractWords } from '../components/contract-words.ts'
import { DateField } from '../components/date-field.tsx'
import { AmountField } from '../components/number-fields.tsx'
import { ParsedInput } from '../components/parsed-input.tsx'
import { readRate } from '../../src-shared/kernel/read-rate.ts'
import { useWords } from '../lib/words.ts'
import type { DraftForm } from './draft-sections.tsx'
import { draftWords } from './draft-words.ts'
import {
  byShares,
  newPlanItem,
  remainderIntoLast,
  remainderOf,
  withAmount,
  withShare,
  type PlanItem,
} from './plan-edits.ts'
import classes from './draft-editor.module.css'

const byDate = 'date'

/** Instalments: share and amount keep each other, and what is left of the total stands below. */
export function PlanSection({ form, total }: { form: DraftForm; total: Cents }) {
  const t = useWords(draftWords)
  const items = form.values.paymentPlan
  const set = (next: PlanItem[]) => form.setFieldValue('paymentPlan', next)
  const remainder = remainderOf(items, total)
  return (
    <>
      {items.length === 0 && (
        <Text fz={13} c="dimmed">
          {t('plan.empty')}
        </Text>
      )}
      {items.map((item, i) => (
        <Instalment
          key={item.key}
          form={form}
          at={i}
          total={total}
          onChange={(next) => set(items.map((each, at) => (at === i ? next : each)))}
          onRemove={() => set(items.filter((each) => each !== item))}
          onUp={i === 0 ? null : () => set([...items.slice(0, i - 1), item, items[i - 1]!, ...items.slice(i + 1)])}
        />
      ))}
      <div className={classes.remainder} style={{ marginTop: 12 }}>
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => set([...items, newPlanItem()])}
        >
          {t('plan.add')}
        </Button>
        {items.some((item) => item.rate !== null) && (
          <Button variant="default" size="compact-sm" onClick={() => set(byShares(items, total))}>
            {t('plan.byShares')}
          </Button>
        )}
        {items.length > 0 && (
          <span
            aria-live="polite"
            style={{ color: remainder === 0 ? 'var(--tone-done-text)' : 'var(--tone-late-text)', fontWeight: 600 }}
          >
            {remainder === 0
              ? t('plan.even')
              : remainder > 0
                ? t('plan.left', { amount: formatYuan(remainder) })
                : t('plan.over', { amount: formatYuan(negateCents(remainder)) })}
          </span>
        )}
        {total > 0 && (items.length === 0 || remainder !== 0) && (
          <Button size="compact-sm" variant="light" onClick={() => set(remainderIntoLast(items, total, t('plan.all')))}>
            {items.length === 0 ? t('plan.all') : t('plan.intoLast')}
          </Button>
        )}
      </div>
    </>
  )
}

interface InstalmentProps {
  form: DraftForm
  at: number
  total: Cents
  onChange(item: PlanItem): void
  onRemove(): void
  onUp: (() => void) | null
}

function Instalment({ form, at, total, onChange, onRemove, onUp }: InstalmentProps) {
  const t = useWords(draftWords)
  const words = useWords(contractWords)
  const item = form.values.paymentPlan[at]!
  const no = at + 1
  const error = (field: string) => form.errors[`paymentPlan.${at}.${field}`]
  return (
    <div
      className={classes.instalment}
      style={{ marginTop: at === 0 ? 0 : 12 }}
      role="group"
      aria-label={t('plan.no', { no })}
    >
      <TextInput
        label={t('plan.name')}
        required
        maxLength={60}
        value={item.name}
        onChange={(event) => onChange({ ...item, name: event.currentTarget.value })}
        error={error('name')}
      />
      <AmountField
        label={t('plan.amount')}
        required
        value={item.amount}
        onChange={(amount) => onChange(withAmount(item, amount, total))}
        error={error('amount')}
      />
      <ParsedInput
        label={t('plan.share')}
        parse={readRate}
        format={formatRate}
        value={item.rate}
        onChange={(share) => onChange(withShare(item, share, total))}
      />
      <Group gap={0} mt={29} wrap="nowrap" style={{ flexDirection: 'column' }}>
        <Tooltip label={t('plan.remove', { no })}>
          <ActionIcon size={28} aria-label={t('plan.remove', { no })} onClick={onRemove}>
            <IconTrash size={15} />
          </ActionIcon>
        </Tooltip>
        {onUp !== null && (
          <Tooltip label={t('plan.up', { no })}>
            <ActionIcon size={28} aria-label={t('plan.up', { no })} onClick={onUp}>
              <IconArrowUp size={15} />
            </ActionIcon>
          </Tooltip>
        )}
      </Group>
      <div className={classes.when}>
        <Select
          label={t('plan.due')}
          allowDeselect={false}
          value={item.dueEvent ?? byDate}
          onChange={(value) => {
            const event = DueEvent.safeParse(value)
            onChange(
              event.success
                ? { ...item, dueEvent: event.data, dueDays: item.dueDays ?? 0, dueOn: null }
                : { ...item, dueEvent: null, dueDays: null },
            )
          }}
          data={[
            { value: byDate, label: t('plan.byDate') },
            ...DueEvent.options.map((value) => ({ value, label: words(`dueEvents.${value}`) })),
          ]}
        />
        {item.dueEvent === null ? (
          <DateField
            label={t('plan.dueOn')}
            value={item.dueOn}
            onChange={(dueOn) => onChange({ ...item, dueOn })}
            error={error('dueOn')}
          />
        ) : (
          <NumberInput
            label={t('plan.days')}
            suffix={` ${t('plan.daysUnit')}`}
            min={0}
            max={3650}
            allowDecimal={false}
            clampBehavior="strict"
            value={item.dueDays ?? ''}
            onChange={(days) => onChange({ ...item, dueDays: typeof days === 'number' ? days : null })}
            error={error('dueDays')}
          />
        )}
        <TextInput
          label={t('plan.condition')}
          maxLength={200}
          value={item.condition}
          onChange={(event) => onChange({ ...item, condition: event.currentTarget.value })}
          error={error('condition')}
        />
      </div>
    </div>
  )
}

import { ActionIcon, Anchor, Button, Text, Tooltip } from '@mantine/core'
import { IconArrowBarToDown, IconGripVertical } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState, type DragEvent } from 'react'
import { negateCents, subtractCents } from '../../src-shared/kernel/cents.ts'
import { daysBetween } from '../../src-shared/kernel/local-date.ts'
import type { PaymentDirection } from '../../src-shared/payments/payment.ts'
import { formatYuan } from '../../src-shared/kernel/cents.ts'
import { Amount } from '../components/amount.tsx'
import { AmountField } from '../components/number-fields.tsx'
import { problemId, QuantityTable } from '../components/quantity-table.tsx'
import { RefusalAlert } from '../components/refusal-alert.tsx'
import { useSettledName } from '../components/settled-name.ts'
import { StatusBadge } from '../components/status-badge.tsx'
import { useToday } from '../lib/instants.ts'
import { useErrorText } from '../lib/refusal-text.ts'
import { useWords } from '../lib/words.ts'
import { paymentWords } from './payment-words.ts'
import { amountOf, moveInto, targetOf, type Amounts, type MoveSource } from './settlement-amounts.ts'
import classes from './settlement-board.module.css'
import type { Settlement } from './use-settlement.ts'

interface SettlementBoardProps {
  settlement: Settlement
  direction: PaymentDirection
  /** A change by hand; null goes back to the proposal. */
  onChange(amounts: Amounts | null): void
  inDialog?: boolean
}

/**
 * Gives an amount to open instalments: what is left stands above and is dragged onto an instalment, an amount is dragged from one to another or
 * back; every step works in the amount fields and buttons too.
 */
export function SettlementBoard({ settlement, direction, onChange, inDialog = false }: SettlementBoardProps) {
  const t = useWords(paymentWords)
  const today = useToday()
  const errorText = useErrorText()
  const nameOf = useSettledName()
  const { items, amounts, total, remainder, problemOf } = settlement
  const [dragged, setDragged] = useState<MoveSource | null>(null)
  const [over, setOver] = useState<string | null>(null)
  const end = () => {
    setDragged(null)
    setOver(null)
  }
  const drag = (from: MoveSource) => ({
    draggable: true,
    onDragStart: (event: DragEvent) => {
      event.dataTransfer.effectAllowed = 'move'
      event.dataTransfer.setData('text/plain', formatYuan(from === 'rest' ? remainder : amountOf(amounts, from)))
      setDragged(from)
    },
    onDragEnd: end,
  })
  const target = (id: string, drop: (from: MoveSource) => void) => ({
    onDragOver: (event: DragEvent) => {
      if (dragged === null || dragged === id) return
      event.preventDefault()
      setOver(id)
    },
    onDragLeave: (event: DragEvent) => {
      if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(null)
    },
    onDrop: (event: DragEvent) => {
      event.preventDefault()
      if (dragged !== null) drop(dragged)
      end()
    },
  })
  if (!settlement.known || settlement.error)
    return settlement.error ? (
      <RefusalAlert error={settlement.error} />
    ) : (
      <Text fz={13} c="dimmed" p={16}>
        {t('board.chooseParty')}
      </Text>
    )
  if (items.length === 0)
    return (
      <Text fz={13} c="dimmed" p={16}>
        {t(direction === 'in' ? 'board.noneIn' : 'board.noneOut')}
      </Text>
    )
  const state = remainder < 0 ? 'over' : remainder === 0 ? 'none' : 'some'
  return (
    <>
      <div
        className={inDialog ? `${classes.bar} ${classes.inDialog}` : classes.bar}
        data-sticky
        data-over={over === 'rest' || undefined}
        {...target('rest', (from) => from !== 'rest' && onChange({ ...amounts, [from]: null }))}
      >
        <span className={classes.figure}>
          {t('board.available')} <b>{formatYuan(total)}</b>
        </span>
        <span className={classes.figure}>
          {t('board.assigned')} <b>{formatYuan(subtractCents(total, remainder))}</b>
        </span>
        <span
          className={`${classes.figure} ${classes.rest}`}
          data-state={state}
          aria-live="polite"
          {...(state === 'some' ? { ...drag('rest'), title: t('board.dragRest') } : {})}
        >
          {state === 'some' && <IconGripVertical size={15} aria-hidden style={{ alignSelf: 'center' }} />}
          {state === 'over' ? (
            t('board.over', { amount: formatYuan(negateCents(remainder)) })
          ) : (
            <>
              {t('board.rest')} <b>{formatYuan(remainder)}</b>
              <span className={classes.note}>
                {t(state === 'none' ? 'board.restNone' : direction === 'in' ? 'board.restIn' : 'board.restOut')}
              </span>
            </>
          )}
        </span>
        <div className={classes.buttons}>
          <Button variant="default" size="compact-sm" onClick={() => onChange({})}>
            {t('board.clear')}
          </Button>
          <Button variant="default" size="compact-sm" onClick={() => onChange(null)}>
            {t('board.propose')}
          </Button>
        </div>
      </div>
      <QuantityTable
        label={t('board.title')}
        minWidth={820}
        rows={items}
        rowKey={(item) => targetOf(item)}
        problem={(item) => {
          const problem = problemOf(item)
          return problem === undefined ? null : errorText(problem)
        }}
        rowProps={(item) => ({
          ...target(targetOf(item), (from) => onChange(moveInto(total, items, amounts, from, targetOf(item)))),
          ...(over === targetOf(item) ? { className: classes.target } : {}),
        })}
        columns={[
          {
            key: 'contract',
            label: t('columns.contract'),
            render: (item) => (
              <>
                <Anchor component={Link} to={`/contracts/${item.contractId}?tab=plan`} fz="inherit" target="_blank">
                  {item.contractNumber}
                </Anchor>{' '}
                <Text span fz={12} c="dimmed">
                  {item.contractTitle}
                </Text>{' '}
                {item.contractStage === 'terminated' && <StatusBadge tone="late" label={t('board.terminated')} />}
              </>
            ),
          },
          { key: 'item', label: t('columns.item'), render: (row) => nameOf(row) },
          {
            key: 'due',
            label: t(direction === 'in' ? 'columns.dueIn' : 'columns.due'),
            render: ({ dueOn, settledAs }) => {
              if (dueOn === null)
                return (
                  <Text span fz={13} c="dimmed">
                    {settledAs === 'instalment' ? t('board.noDate') : '—'}
                  </Text>
                )
              const late = daysBetween(dueOn, today)
              return (
                <span style={{ whiteSpace: 'nowrap' }}>
                  {dueOn} {late > 0 && <StatusBadge tone="late" label={t('board.late', { days: late })} />}
                </span>
              )
            },
          },
          {
            key: 'planned',
            label: t('columns.planned'),
            end: true,
            render: (item) => <Amount value={item.planned} />,
          },
          {
            key: 'open',
            label: t('columns.openAmount'),
            end: true,
            render: (item) => <Amount value={item.openAmount} />,
          },
          {
            key: 'this',
            label: t('columns.thisAmount'),
            end: true,
            width: 230,
            render: (item) => {
              const id = targetOf(item)
              const given = amountOf(amounts, id)
              return (
                <div className={classes.cell}>
                  <span
                    className={classes.grip}
                    aria-hidden
                    title={t('board.drag')}
                    {...(given > 0 ? drag(id) : { 'data-off': true })}
                  >
                    <IconGripVertical size={16} />
                  </span>
                  <AmountField
                    inTable
                    style={{ flex: 1 }}
                    styles={{ input: { textAlign: 'right' } }}
                    aria-label={`${t('columns.thisAmount')} ${item.contractNumber} ${nameOf(item)}`}
                    aria-describedby={problemId(id)}
                    value={amounts[id] ?? null}
                    error={problemOf(item) !== undefined}
                    onChange={(amount) => onChange({ ...amounts, [id]: amount })}
                  />
                  <Tooltip label={t('board.fill', { item: nameOf(item) })}>
                    <ActionIcon
                      aria-label={t('board.fill', { item: nameOf(item) })}
                      disabled={remainder <= 0 || given >= item.openAmount}
                      onClick={() => onChange(moveInto(total, items, amounts, 'rest', id))}
                    >
                      <IconArrowBarToDown size={16} />
                    </ActionIcon>
                  </Tooltip>
                </div>
              )
            },
          },
        ]}
      />
    </>
  )
}

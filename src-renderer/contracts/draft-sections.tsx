import { ActionIcon, Autocomplete, Button, Group, Select, Text, TextInput, Tooltip } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { IconArrowsExchange, IconPlus, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { ContractType, MoneyDirection, PartyRole } from '../../src-shared/contracts/contract.ts'
import { formatYuan, ZERO_CENTS, type Cents } from '../../src-shared/kernel/cents.ts'
import { UPPERCASE_LIMIT, uppercaseAmount } from '../../src-shared/kernel/uppercase-amount.ts'
import { contractWords } from '../components/contract-words.ts'
import { DateField } from '../components/date-field.tsx'
import { goodsTotals, newGoodsRow } from '../components/line-grid/goods-lines.ts'
import { ImportLines } from '../components/line-grid/import-lines.tsx'
import { LineGrid } from '../components/line-grid/line-grid.tsx'
import type { LineColumn } from '../components/line-grid/line-rows.ts'
import { AmountField, RateSelect } from '../components/number-fields.tsx'
import { PartyPicker } from '../components/party-picker.tsx'
import { wire } from '../lib/rpc.ts'
import { useWords } from '../lib/words.ts'
import { hasLines, type DraftValues } from './draft-values.ts'
import { draftWords } from './draft-words.ts'
import classes from './draft-editor.module.css'

export type DraftForm = UseFormReturnType<DraftValues>

export function BasicsSection({ form }: { form: DraftForm }) {
  const t = useWords(draftWords)
  const words = useWords(contractWords)
  const { values } = form
  const date = (field: 'signedOn' | 'effectiveOn' | 'expiresOn' | 'retentionReleaseOn') => ({
    value: values[field],
    onChange: (next: DraftValues['signedOn']) => form.setFieldValue(field, next),
    error: form.errors[field],
  })
  return (
    <div className={classes.grid}>
      <TextInput
        className={classes.wide ?? ''}
        label={t('basics.title')}
        required
        maxLength={200}
        {...form.getInputProps('title')}
      />
      <Select
        label={t('basics.type')}
        allowDeselect={false}
        data={ContractType.options.map((value) => ({ value, label: words(`types.${value}`) }))}
        {...form.getInputProps('type')}
      />
      <Select
        label={t('basics.direction')}
        allowDeselect={false}
        data={MoneyDirection.options.map((value) => ({ value, label: words(`directions.${value}`) }))}
        {...form.getInputProps('direction')}
      />
      <DateField label={t('basics.signedOn')} {...date('signedOn')} />
      <TextInput label={t('basics.signedAt')} maxLength={100} {...form.getInputProps('signedAt')} />
      <DateField label={t('basics.effectiveOn')} {...date('effectiveOn')} />
      <DateField label={t('basics.expiresOn')} {...date('expiresOn')} />
      {values.direction !== 'none' && (
        <>
          <AmountField
            label={t('basics.retention')}
            value={values.retentionAmount}
            onChange={(amount) => form.setFieldValue('retentionAmount', amount)}
            error={form.errors['retentionAmount']}
          />
          <DateField label={t('basics.retentionUntil')} {...date('retentionReleaseOn')} />
        </>
      )}
      <div>
        <RateSelect
          label={t('basics.allowance')}
          value={values.orderAllowance}
          onChange={(rate) => form.setFieldValue('orderAllowance', rate)}
          error={form.errors['orderAllowance']}
        />
        <Text fz={12} c="dimmed" mt={4}>
          {t('basics.allowanceHint')}
        </Text>
      </div>
    </div>
  )
}

export function PartiesSection({ form, needed }: { form: DraftForm; needed: readonly PartyRole[] }) {
  const t = useWords(draftWords)
  const { parties } = form.values
  const missing = PartyRole.options.find((role) => !parties.some((party) => party.role === role))
  const add = (role: PartyRole) =>
    form.setFieldValue('parties', [...parties, { role, partyId: null, agent: '', contact: '' }])
  const swap = () =>
    form.setFieldValue(
      'parties',
      parties.map((party) => {
        const other = parties.find(({ role }) => role === (party.role === '甲方' ? '乙方' : '甲方'))
        return party.role === '甲方' || party.role === '乙方' ? { ...other!, role: party.role } : party
      }),
    )
  return (
    <>
      {parties.map((party, i) => (
        <PartyFields
          key={party.role}
          form={form}
          at={i}
          onRemove={
            needed.includes(party.role)
              ? null
              : () =>
                  form.setFieldValue(
                    'parties',
                    parties.filter((each) => each !== party),
                  )
          }
        />
      ))}
      <Group gap={8} mt={12}>
        {missing !== undefined && (
          <Button
            variant="default"
            size="compact-sm"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => add(missing)}
          >
            {t('parties.add', { role: missing })}
          </Button>
        )}
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<IconArrowsExchange size={14} aria-hidden />}
          onClick={swap}
        >
          {t('parties.swap')}
        </Button>
      </Group>
    </>
  )
}

function PartyFields({ form, at, onRemove }: { form: DraftForm; at: number; onRemove: (() => void) | null }) {
  const t = useWords(draftWords)
  const party = form.values.parties[at]!
  const record = useQuery({
    ...wire['parties.get'].queryOptions({ input: { id: party.partyId ?? '' } }),
    enabled: party.partyId !== null,
  })
  const contacts = [...new Set(record.data?.contacts.map(({ name }) => name))]
  return (
    <div className={classes.party} style={{ marginTop: at === 0 ? 0 : 12 }}>
      <div className={classes.role}>{party.role}</div>
      <PartyPicker
        label={`${party.role}${t('parties.party')}`}
        required={onRemove === null}
        value={party.partyId}
        onChange={(id) => form.setFieldValue(`parties.${at}.partyId`, id)}
        error={form.errors[`parties.${at}.partyId`]}
      />
      <TextInput label={t('parties.agent')} maxLength={60} {...form.getInputProps(`parties.${at}.agent`)} />
      <Autocomplete
        label={t('parties.contact')}
        maxLength={60}
        data={contacts}
        {...form.getInputProps(`parties.${at}.contact`)}
      />
      {onRemove === null ? (
        <span />
      ) : (
        <Tooltip label={t('parties.remove', { role: party.role })}>
          <ActionIcon size={28} aria-label={t('parties.remove', { role: party.role })} onClick={onRemove}>
            <IconTrash size={15} />
          </ActionIcon>
        </Tooltip>
      )}
    </div>
  )
}

export function LinesSection({
  form,
  columns,
  strict,
}: {
  form: DraftForm
  columns: readonly LineColumn[]
  strict: boolean
}) {
  const t = useWords(draftWords)
  const { rows } = form.values
  const totals = goodsTotals(rows)
  const lines = hasLines(rows, columns)
  return (
    <>
      <LineGrid
        label={t('sections.lines')}
        columns={columns}
        rows={rows}
        onChange={(next) => form.setFieldValue('rows', next)}
        newRow={newGoodsRow}
        tools={<ImportLines columns={columns} rows={rows} onChange={(next) => form.setFieldValue('rows', next)} />}
        strict={strict}
        totals={lines ? { amount: formatYuan(totals.amount) } : {}}
      />
      {lines ? (
        <Capital
          amount={totals.amount}
          text={t('lines.totals', {
            amount: formatYuan(totals.amount),
            net: formatYuan(totals.net),
            tax: formatYuan(totals.tax),
          })}
        />
      ) : (
        form.values.direction !== 'none' && (
          <div className={classes.grid} style={{ marginTop: 14, maxWidth: 560 }}>
            <AmountField
              label={t('lines.total')}
              value={form.values.amount}
              onChange={(amount) => form.setFieldValue('amount', amount)}
              error={form.errors['amount']}
            />
            <RateSelect
              label={t('lines.taxRate')}
              value={form.values.taxRate}
              onChange={(rate) => form.setFieldValue('taxRate', rate)}
              error={form.errors['taxRate']}
            />
          </div>
        )
      )}
    </>
  )
}

function Capital({ amount, text }: { amount: Cents; text: string }) {
  const capital = amount === ZERO_CENTS || amount > UPPERCASE_LIMIT ? null : uppercaseAmount(amount)
  return (
    <Text fz={13} c="dimmed" mt={8}>
      {text}
      {capital !== null && <> · {capital}</>}
    </Text>
  )
}

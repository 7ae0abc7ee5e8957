import { Button, SegmentedControl, Select, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import type { Cents } from '../../src-shared/kernel/cents.ts'
import type { LocalDate } from '../../src-shared/kernel/local-date.ts'
import { refuse } from '../../src-shared/kernel/refusal.ts'
import { PaymentDirection, PaymentMethod } from '../../src-shared/payments/payment.ts'
import { DateField } from '../components/date-field.tsx'
import { PageBody } from '../components/detail-page.tsx'
import { DraftNotice } from '../components/draft-notice.tsx'
import { Section } from '../components/facts.tsx'
import { focusFirstError, FormFrame } from '../components/form-frame.tsx'
import { useKeptForm } from '../components/kept-form.ts'
import { AmountField } from '../components/number-fields.tsx'
import { PageHead } from '../components/page-head.tsx'
import { PartyPicker } from '../components/party-picker.tsx'
import { RefusalAlert } from '../components/refusal-alert.tsx'
import { tradeWords } from '../components/trade-words.ts'
import { fieldProps } from '../lib/field-props.ts'
import { useToday } from '../lib/instants.ts'
import { useErrorText } from '../lib/refusal-text.ts'
import { rpc } from '../lib/rpc.ts'
import { useWords } from '../lib/words.ts'
import type { PaymentNewSearch } from './payment-search.ts'
import { paymentWords } from './payment-words.ts'
import type { Amounts } from './settlement-amounts.ts'
import { SettlementBoard } from './settlement-board.tsx'
import { useSettlement } from './use-settlement.ts'

interface Values {
  direction: PaymentDirection
  partyId: string | null
  amount: Cents | null
  paidOn: LocalDate | null
  method: PaymentMethod
  bankReference: string
  remark: string
  /** Amounts given to instalments by hand; null follows the proposal. */
  byHand: Amounts | null
}

/** Records money received or paid, settled at once as far as one wants. */
export function PaymentNewPage() {
  const search = useSearch({ from: '/payments/new' })
  // After "record and go on" the same form begins anew.
  const [round, setRound] = useState(0)
  return (
    <PaymentForm
      key={`${search.party}-${search.direction}-${search.contract}-${round}`}
      search={search}
      onNext={() => setRound(round + 1)}
    />
  )
}

function PaymentForm({ search, onNext }: { search: PaymentNewSearch; onNext(): void }) {
  const t = useWords(paymentWords)
  const trade = useWords(tradeWords)
  const errorText = useErrorText()
  const navigate = useNavigate()
  const today = useToday()
  const before: Values = {
    direction: search.direction ?? 'in',
    partyId: search.party ?? null,
    amount: null,
    paidOn: today,
    method: 'transfer',
    bankReference: '',
    remark: '',
    byHand: null,
  }
  const { form, restored, done } = useKeptForm<Values>({
    name: search.contract === undefined ? `payment.${search.party ?? 'new'}` : `payment.contract.${search.contract}`,
    before,
    validate: {
      partyId: (id) => (id === null ? t('fill') : null),
      amount: (amount) => (amount === null ? t('fill') : amount <= 0 ? t('positive') : null),
      paidOn: (day) =>
        day === null ? t('fill') : day > today ? errorText(refuse('payment.inFuture', { paidOn: day, today })) : null,
    },
    page: true,
  })
  const { byHand, partyId, amount, paidOn, ...rest } = form.values
  const settlement = useSettlement({
    partyId,
    direction: rest.direction,
    amount,
    contractId: search.contract,
    byHand,
  })
  const save = useMutation({
    mutationFn: async (_next: boolean) =>
      rpc['payments.record']({
        ...rest,
        partyId: partyId!,
        amount: amount!,
        paidOn: paidOn!,
        settlements: await settlement.settlementsNow(),
      }),
    onSuccess: ({ id, number }, next) => {
      notifications.show({ message: t('saved', { number }) })
      done(next ? onNext : () => void navigate({ to: '/payments/$id', params: { id } }))
    },
  })
  const submit = (next: boolean) => {
    if (form.validate().hasErrors || !settlement.sound) focusFirstError()
    else save.mutate(next)
  }
  const back = () => void navigate({ to: '/payments' })
  /** Other instalments: what was given to the ones before means nothing. */
  const choose = (change: Partial<Pick<Values, 'partyId' | 'direction'>>) => form.setValues({ ...change, byHand: null })
  return (
    <>
      <PageHead title={t('create')} sticky>
        <Button variant="default" onClick={back}>
          {t('cancel')}
        </Button>
        <Button variant="default" onClick={() => submit(true)} disabled={save.isPending}>
          {t('saveNext')}
        </Button>
        <Button type="submit" form="payment-form" loading={save.isPending}>
          {t('save')}
        </Button>
      </PageHead>
      <PageBody wide>
        <FormFrame id="payment-form" onSave={() => submit(false)} onBack={back}>
          <DraftNotice {...restored} />
          <RefusalAlert error={save.error} />
          <Section>
            <Stack gap="md" maw={920}>
              <div>
                <SegmentedControl
                  aria-label={t('filters.direction')}
                  value={rest.direction}
                  onChange={(direction) => choose({ direction: PaymentDirection.parse(direction) })}
                  data={PaymentDirection.options.map((value) => ({ value, label: trade(`directions.${value}`) }))}
                />
              </div>
              <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
                <PartyPicker
                  label={t(rest.direction === 'in' ? 'payer' : 'payee')}
                  required
                  kinds={rest.direction === 'in' ? ['customer', 'supplier'] : ['supplier', 'customer']}
                  value={partyId}
                  error={form.errors['partyId']}
                  onChange={(id) => choose({ partyId: id })}
                />
                <AmountField
                  label={t('amount')}
                  required
                  {...(search.party === undefined ? {} : { 'data-autofocus': true, autoFocus: true })}
                  {...fieldProps(form, 'amount')}
                />
                <DateField label={t('paidOn')} required maxDate={today} {...fieldProps(form, 'paidOn')} />
                <Select
                  label={t('method')}
                  allowDeselect={false}
                  data={PaymentMethod.options.map((value) => ({ value, label: trade(`methods.${value}`) }))}
                  value={rest.method}
                  onChange={(method) => form.setFieldValue('method', PaymentMethod.parse(method))}
                />
                <TextInput
                  label={t('bankReference')}
                  maxLength={100}
                  autoComplete="off"
                  {...form.getInputProps('bankReference')}
                />
                <Textarea label={t('remark')} autosize minRows={1} maxLength={2000} {...form.getInputProps('remark')} />
              </SimpleGrid>
            </Stack>
          </Section>
          <Section title={t('board.title')} flush>
            <SettlementBoard
              settlement={settlement}
              direction={rest.direction}
              onChange={(amounts) => form.setFieldValue('byHand', amounts)}
            />
          </Section>
        </FormFrame>
      </PageBody>
    </>
  )
}

import { Button, Checkbox, Group, SimpleGrid, Stack, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { isCreditCode } from '../../src-shared/kernel/credit-code.ts'
import { Account } from '../../src-shared/people/account.ts'
import { CreditCodeField } from '../components/credit-code-field.tsx'
import { isLongEnough, PassphraseFields } from '../components/passphrase-fields.tsx'
import { RefusalAlert } from '../components/refusal-alert.tsx'
import { useHostState } from '../lib/host-state.ts'
import { newRecoveryKey } from '../lib/new-recovery-key.ts'
import { rpc } from '../lib/rpc.ts'
import { useWords } from '../lib/words.ts'
import { focusFirstField } from './first-field.ts'
import classes from './welcome.module.css'
import { WelcomeFrame } from './welcome-frame.tsx'
import { welcomeWords } from './welcome-words.ts'

const steps = ['passphrase', 'company', 'person'] as const
const emptyCompany = { name: '', creditCode: '', address: '', legalRepresentative: '', phone: '' }

/** Three short steps: passphrase, company, person. Nothing is written before the last one. */
export function CreateWorkspace({ onBack }: { onBack(): void }) {
  const t = useWords(welcomeWords)
  const [step, setStep] = useState(0)
  const [asked, setAsked] = useState(false)
  const [passphrase, setPassphrase] = useState('')
  const [again, setAgain] = useState('')
  const [company, setCompany] = useState(emptyCompany)
  const [person, setPerson] = useState({ name: '', account: '' })
  const [remember, setRemember] = useState(false)
  const { state } = useHostState()
  const create = useMutation({
    mutationFn: () =>
      rpc['host.createWorkspace']({
        passphrase,
        remember,
        company: { ...company, name: company.name.trim() },
        person: { name: person.name.trim(), account: Account.parse(person.account) },
      }),
    onSuccess: ({ recoveryKey }) => newRecoveryKey.show(recoveryKey),
  })
  const ready = [
    isLongEnough(passphrase) && passphrase === again,
    company.name.trim() !== '' && (company.creditCode === '' || isCreditCode(company.creditCode)),
    person.name.trim() !== '' && Account.safeParse(person.account).success,
  ]
  const next = () => {
    setAsked(!ready[step])
    if (!ready[step]) return
    if (step === steps.length - 1) create.mutate()
    else setStep(step + 1)
  }
  const missing = (text: string) => (asked && text.trim() === '' ? t('fill') : undefined)
  const companyField = (key: Exclude<keyof typeof emptyCompany, 'creditCode'>, label: string, most: number) => (
    <TextInput
      label={label}
      maxLength={most}
      value={company[key]}
      onChange={(event) => setCompany({ ...company, [key]: event.currentTarget.value })}
      {...(key === 'name' ? { required: true, error: missing(company.name) } : {})}
    />
  )
  return (
    <WelcomeFrame width={520}>
      <h1>{t('create')}</h1>
      <ol className={classes.steps} aria-label={t('create')}>
        {steps.map((each, at) => (
          <li key={each} data-reached={at <= step || undefined} aria-current={at === step ? 'step' : undefined}>
            {t(`steps.${each}`)}
          </li>
        ))}
      </ol>
      <form
        key={step}
        ref={focusFirstField}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          next()
        }}
      >
        {step === 0 && (
          <>
            <p className={classes.lead}>{t('passphraseLead')}</p>
            <PassphraseFields
              passphrase={passphrase}
              again={again}
              names={[company.name, person.name, person.account]}
              onPassphrase={setPassphrase}
              onAgain={setAgain}
            />
            {state?.keychain === 'keychain' && (
              <Checkbox
                mt="md"
                label={t('unlock.remember')}
                description={t('unlock.rememberHint')}
                checked={remember}
                onChange={(event) => setRemember(event.currentTarget.checked)}
              />
            )}
          </>
        )}
        {step === 1 && (
          <>
            <p className={classes.lead}>{t('companyLead')}</p>
            <Stack gap="md">
              {companyField('name', t('companyName'), 120)}
              <CreditCodeField
                value={company.creditCode}
                onChange={(creditCode) => setCompany({ ...company, creditCode })}
                maxLength={40}
              />
              {companyField('address', t('address'), 200)}
              <SimpleGrid cols={2}>
                {companyField('legalRepresentative', t('legalRepresentative'), 60)}
                {companyField('phone', t('phone'), 40)}
              </SimpleGrid>
            </Stack>
          </>
        )}
        {step === 2 && (
          <>
            <p className={classes.lead}>{t('personLead')}</p>
            <Stack gap="md">
              <TextInput
                label={t('personName')}
                required
                maxLength={60}
                value={person.name}
                error={missing(person.name)}
                onChange={(event) => setPerson({ ...person, name: event.currentTarget.value })}
              />
              <TextInput
                label={t('account')}
                required
                description={t('accountHint')}
                autoComplete="off"
                spellCheck={false}
                maxLength={64}
                value={person.account}
                error={
                  missing(person.account) ??
                  (asked && !Account.safeParse(person.account).success ? t('accountWrong') : undefined)
                }
                onChange={(event) => setPerson({ ...person, account: event.currentTarget.value.toLowerCase() })}
              />
            </Stack>
          </>
        )}
        <Stack gap="md" mt="lg">
          <RefusalAlert error={create.error} />
          <Group justify="space-between">
            <Button
              variant="default"
              disabled={create.isPending}
              onClick={() => {
                setAsked(false)
                if (step === 0) onBack()
                else setStep(step - 1)
              }}
            >
              {t('back')}
            </Button>
            <Button type="submit" loading={create.isPending} disabled={step === 0 && !ready[0]}>
              {t(step === steps.length - 1 ? 'finish' : 'next')}
            </Button>
          </Group>
        </Stack>
      </form>
    </WelcomeFrame>
  )
}

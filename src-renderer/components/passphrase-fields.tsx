import { Group, PasswordInput, Stack, Text } from '@mantine/core'
import { IconCheck, IconPoint } from '@tabler/icons-react'
import { useWords } from '../lib/words.ts'
import { passphraseStrength, shortestPassphrase } from './passphrase-strength.ts'
import classes from './passphrase-fields.module.css'
import { passphraseWords } from './passphrase-words.ts'

const meterColors = [
  '--tone-late-text',
  '--tone-late-text',
  '--tone-waiting-text',
  '--tone-done-text',
  '--tone-done-text',
]

interface PassphraseFieldsProps {
  passphrase: string
  again: string
  /** What would be easy to guess for those who know the company. */
  names: readonly string[]
  onPassphrase(text: string): void
  onAgain(text: string): void
}

/** A new passphrase twice, with its rules, how strong it is and what would make it stronger. */
export function PassphraseFields({ passphrase, again, names, onPassphrase, onAgain }: PassphraseFieldsProps) {
  const t = useWords(passphraseWords)
  const { score, advice } = passphraseStrength(passphrase, names)
  const rules = [
    { label: t('rules.length'), kept: isLongEnough(passphrase) },
    { label: t('rules.same'), kept: passphrase !== '' && passphrase === again },
  ]
  return (
    <Stack gap="md">
      <div>
        <PasswordInput
          label={t('passphrase')}
          autoComplete="new-password"
          value={passphrase}
          visibilityToggleButtonProps={{ 'aria-label': t('show') }}
          onChange={(event) => onPassphrase(event.currentTarget.value)}
        />
        {passphrase !== '' && (
          <Group gap={10} mt={8} wrap="nowrap" style={{ ['--meter' as string]: `var(${meterColors[score]})` }}>
            <div
              className={classes.meter}
              role="meter"
              aria-label={t('strength.label')}
              aria-valuemin={0}
              aria-valuemax={4}
              aria-valuenow={score}
              aria-valuetext={t(`strength.s${score}`)}
            >
              {[1, 2, 3, 4].map((step) => (
                <span key={step} data-on={step <= Math.max(score, 1) || undefined} />
              ))}
            </div>
            <Text fz={13} miw={44} ta="right">
              {t(`strength.s${score}`)}
            </Text>
          </Group>
        )}
        {passphrase !== '' && advice[0] !== undefined && (
          <Text fz={13} c="dimmed" mt={2}>
            {t(`advice.${advice[0]}`)}
          </Text>
        )}
      </div>
      <PasswordInput
        label={t('again')}
        autoComplete="new-password"
        value={again}
        visibilityToggleButtonProps={{ 'aria-label': t('show') }}
        onChange={(event) => onAgain(event.currentTarget.value)}
      />
      <ul className={classes.rules}>
        {rules.map(({ label, kept }) => (
          <li key={label} data-kept={kept || undefined}>
            {kept ? <IconCheck size={15} aria-hidden /> : <IconPoint size={15} aria-hidden />}
            {label}
          </li>
        ))}
      </ul>
    </Stack>
  )
}

export const isLongEnough = (passphrase: string): boolean => [...passphrase].length >= shortestPassphrase

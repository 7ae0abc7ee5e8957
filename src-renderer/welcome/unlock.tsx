import { Anchor, Button, Checkbox, Group, PasswordInput, Stack, Text, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { RefusalAlert } from '../components/refusal-alert.tsx'
import { useHostState } from '../lib/host-state.ts'
import { rpc } from '../lib/rpc.ts'
import { useWords } from '../lib/words.ts'
import { focusFirstField } from './first-field.ts'
import classes from './welcome.module.css'
import { WelcomeFrame } from './welcome-frame.tsx'
import { useOpenSample } from './open-sample.ts'
import { welcomeWords } from './welcome-words.ts'

/** A workspace is there and closed: its passphrase, or the recovery key from paper. */
export function Unlock() {
  const t = useWords(welcomeWords)
  const { state, arrive } = useHostState()
  const [byKey, setByKey] = useState(false)
  const [secret, setSecret] = useState('')
  const [remember, setRemember] = useState(false)
  const sample = useOpenSample()
  const unlock = useMutation({
    mutationFn: () => rpc['host.unlock']({ ...(byKey ? { recoveryKey: secret } : { passphrase: secret }), remember }),
    onSuccess: arrive,
  })
  const field = {
    required: true,
    withAsterisk: false,
    value: secret,
    onChange: (event: { currentTarget: { value: string } }) => setSecret(event.currentTarget.value),
  }
  return (
    <WelcomeFrame width={420}>
      <h1>{t('unlock.title')}</h1>
      <p className={classes.lead} style={{ overflowWrap: 'anywhere' }}>
        {state?.folder}
      </p>
      <form
        key={String(byKey)}
        ref={focusFirstField}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (secret.trim() !== '') unlock.mutate()
        }}
      >
        <Stack gap="md">
          {byKey ? (
            <TextInput
              key="key"
              label={t('unlock.key')}
              description={t('unlock.keyHint')}
              autoComplete="off"
              spellCheck={false}
              {...field}
            />
          ) : (
            <PasswordInput
              key="passphrase"
              label={t('unlock.passphrase')}
              autoComplete="current-password"
              visibilityToggleButtonProps={{ 'aria-label': t('show') }}
              {...field}
            />
          )}
          {state?.keychain === 'keychain' && (
            <Checkbox
              label={t('unlock.remember')}
              description={t('unlock.rememberHint')}
              checked={remember}
              onChange={(event) => setRemember(event.currentTarget.checked)}
            />
          )}
          {state?.keychain === 'plain' && (
            <Text fz={13} c="dimmed" role="note">
              {t('unlock.keychainPlain')}
            </Text>
          )}
          <RefusalAlert error={unlock.error ?? sample.error} />
          <Button type="submit" size="md" loading={unlock.isPending} disabled={secret.trim() === ''}>
            {t('unlock.action')}
          </Button>
          <Group justify="space-between">
            <Anchor
              component="button"
              type="button"
              fz={13}
              onClick={() => {
                setByKey(!byKey)
                setSecret('')
                unlock.reset()
              }}
            >
              {t(byKey ? 'unlock.know' : 'unlock.forgot')}
            </Anchor>
            <Anchor component="button" type="button" fz={13} onClick={() => sample.mutate()}>
              {t('sample')}
            </Anchor>
          </Group>
        </Stack>
      </form>
    </WelcomeFrame>
  )
}

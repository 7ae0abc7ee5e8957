import { Anchor, PasswordInput, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { FormDialog } from '../components/form-dialog.tsx'
import { isLongEnough, PassphraseFields } from '../components/passphrase-fields.tsx'
import { useErrorText } from '../lib/refusal-text.ts'
import { refusalOf, rpc } from '../lib/rpc.ts'
import { useWords } from '../lib/words.ts'
import { dataWords } from './data-words.ts'

/** A new passphrase, for whoever knows the one there is or has the recovery key. */
export function PassphraseDialog({ onClose }: { onClose(): void }) {
  const t = useWords(dataWords)
  const errorText = useErrorText()
  const [byKey, setByKey] = useState(false)
  const [secret, setSecret] = useState('')
  const [next, setNext] = useState('')
  const [again, setAgain] = useState('')
  const change = useMutation({
    mutationFn: () =>
      rpc['host.changePassphrase']({ ...(byKey ? { recoveryKey: secret } : { passphrase: secret }), next }),
    onSuccess: () => {
      notifications.show({ message: t('changed') })
      onClose()
    },
  })
  const wrong = refusalOf(change.error)?.code === 'workspace.wrongPassphrase'
  const field = {
    required: true,
    value: secret,
    error: wrong ? errorText(change.error) : undefined,
    onChange: (event: { currentTarget: { value: string } }) => setSecret(event.currentTarget.value),
  }
  return (
    <FormDialog
      title={t('change')}
      confirm={t('change')}
      busy={change.isPending}
      error={wrong ? null : change.error}
      onSubmit={() => {
        if (secret !== '' && isLongEnough(next) && next === again) change.mutate()
      }}
      onClose={onClose}
    >
      <div>
        {byKey ? (
          <TextInput label={t('currentByKey')} autoComplete="off" spellCheck={false} {...field} />
        ) : (
          <PasswordInput
            label={t('current')}
            data-autofocus
            autoComplete="current-password"
            visibilityToggleButtonProps={{ 'aria-label': t('show') }}
            {...field}
          />
        )}
        <Anchor
          component="button"
          type="button"
          fz={13}
          mt={6}
          onClick={() => {
            setByKey(!byKey)
            setSecret('')
            change.reset()
          }}
        >
          {t(byKey ? 'usePassphrase' : 'useKey')}
        </Anchor>
      </div>
      <PassphraseFields passphrase={next} again={again} names={[]} onPassphrase={setNext} onAgain={setAgain} />
    </FormDialog>
  )
}

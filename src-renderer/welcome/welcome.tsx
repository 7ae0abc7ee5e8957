import { Loader, Text, UnstyledButton } from '@mantine/core'
import { IconBuilding, IconEye } from '@tabler/icons-react'
import { useState } from 'react'
import type { HostState } from '../../src-shared/rpc/host-operations.ts'
import { RefusalAlert } from '../components/refusal-alert.tsx'
import { useNewRecoveryKey } from '../lib/new-recovery-key.ts'
import { useWords } from '../lib/words.ts'
import { ChoosePerson } from './choose-person.tsx'
import { CreateWorkspace } from './create-workspace.tsx'
import { useOpenSample } from './open-sample.ts'
import { RecoveryKey } from './recovery-key.tsx'
import { Unlock } from './unlock.tsx'
import classes from './welcome.module.css'
import { WelcomeFrame } from './welcome-frame.tsx'
import { welcomeWords } from './welcome-words.ts'

/** Everything before the desk: the first run, the key to write down, unlocking, and who sits here. */
export function Welcome({ state }: { state: HostState }) {
  const recoveryKey = useNewRecoveryKey()
  const [creating, setCreating] = useState(false)
  if (recoveryKey !== null) return <RecoveryKey recoveryKey={recoveryKey} />
  if (state.workspace === 'open') return <ChoosePerson />
  if (state.workspace === 'locked') return <Unlock />
  return creating ? (
    <CreateWorkspace onBack={() => setCreating(false)} />
  ) : (
    <FirstRun state={state} onCreate={() => setCreating(true)} />
  )
}

function FirstRun({ state, onCreate }: { state: HostState; onCreate(): void }) {
  const t = useWords(welcomeWords)
  const sample = useOpenSample()
  return (
    <WelcomeFrame>
      <h1>{t('tagline')}</h1>
      <p className={classes.lead}>{t('lead')}</p>
      <UnstyledButton className={classes.choice ?? ''} data-first onClick={onCreate} disabled={sample.isPending}>
        <IconBuilding size={24} stroke={1.5} aria-hidden />
        <span>
          <b>{t('create')}</b>
          <small>{t('createHint')}</small>
        </span>
      </UnstyledButton>
      <UnstyledButton className={classes.choice ?? ''} onClick={() => sample.mutate()} disabled={sample.isPending}>
        {sample.isPending ? (
          <Loader size={24} type="oval" aria-hidden />
        ) : (
          <IconEye size={24} stroke={1.5} aria-hidden />
        )}
        <span>
          <b>{t('sample')}</b>
          <small aria-live="polite">{t(sample.isPending ? 'opening' : 'sampleHint')}</small>
        </span>
      </UnstyledButton>
      <RefusalAlert error={sample.error} />
      <Text className={classes.folder ?? ''}>
        {t('folder')} {state.folder}
      </Text>
    </WelcomeFrame>
  )
}

import { Button, Checkbox, CopyButton, Group, Text } from '@mantine/core'
import { IconCheck, IconCopy, IconPrinter } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { RefusalAlert } from '../components/refusal-alert.tsx'
import { desktop } from '../lib/desktop.ts'
import { useHostState } from '../lib/host-state.ts'
import { newRecoveryKey } from '../lib/new-recovery-key.ts'
import { rpc } from '../lib/rpc.ts'
import { useWords } from '../lib/words.ts'
import classes from './welcome.module.css'
import { WelcomeFrame } from './welcome-frame.tsx'
import { welcomeWords } from './welcome-words.ts'

/** Shown once after a workspace was made; the desk opens only when it was written down. */
export function RecoveryKey({ recoveryKey }: { recoveryKey: string }) {
  const t = useWords(welcomeWords)
  const { state, arrive } = useHostState()
  const [written, setWritten] = useState(false)
  const open = useMutation({
    mutationFn: () => rpc['host.state'](),
    onSuccess: (next) => {
      newRecoveryKey.done()
      arrive(next)
    },
  })
  return (
    <WelcomeFrame width={540}>
      <h1>{t('key.title')}</h1>
      <p className={`${classes.lead} no-print`}>{t('key.lead')}</p>
      <div className={classes.onlyPrint}>
        <Text fw={600}>{t('key.printTitle')}</Text>
        <Text mb="md">{t('key.printText')}</Text>
        <Text mb="md">{state?.folder}</Text>
      </div>
      <ol className={classes.key}>
        {recoveryKey.split('-').map((group, at) => (
          <li key={`${at}-${group}`} aria-label={`${t('key.group', { n: at + 1 })} ${group}`}>
            {group}
          </li>
        ))}
      </ol>
      <div className="no-print">
        <Group gap="xs" mb="lg">
          <CopyButton value={recoveryKey} timeout={3000}>
            {({ copied, copy }) => (
              <Button
                variant="default"
                leftSection={copied ? <IconCheck size={16} /> : <IconCopy size={16} />}
                onClick={copy}
              >
                {t(copied ? 'key.copied' : 'key.copy')}
              </Button>
            )}
          </CopyButton>
          <Button
            variant="default"
            leftSection={<IconPrinter size={16} />}
            onClick={() => (desktop === undefined ? window.print() : void desktop.print())}
          >
            {t('key.print')}
          </Button>
        </Group>
        <Checkbox
          label={t('key.confirm')}
          checked={written}
          onChange={(event) => setWritten(event.currentTarget.checked)}
          mb="md"
        />
        <RefusalAlert error={open.error} />
        <Button fullWidth size="md" disabled={!written} loading={open.isPending} onClick={() => open.mutate()}>
          {t('key.done')}
        </Button>
      </div>
    </WelcomeFrame>
  )
}

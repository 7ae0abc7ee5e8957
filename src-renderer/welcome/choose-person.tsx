import { Anchor, Avatar, Loader, Text, UnstyledButton } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { RefusalAlert } from '../components/refusal-alert.tsx'
import { useHostState } from '../lib/host-state.ts'
import { wire } from '../lib/rpc.ts'
import { useWords } from '../lib/words.ts'
import classes from './welcome.module.css'
import { WelcomeFrame } from './welcome-frame.tsx'
import { welcomeWords } from './welcome-words.ts'

/** The workspace is open and nobody has said who they are. */
export function ChoosePerson() {
  const t = useWords(welcomeWords)
  const { signIn, lock } = useHostState()
  const { data: people, error, refetch } = useQuery(wire['host.people'].queryOptions())
  const choose = useMutation({ mutationFn: signIn })
  return (
    <WelcomeFrame>
      <h1>{t('who.title')}</h1>
      <p className={classes.lead}>{t('who.lead')}</p>
      {people === undefined && error === null && <Loader />}
      {people?.length === 0 && <Text c="dimmed">{t('who.none')}</Text>}
      <ul className={classes.people}>
        {people?.map((person) => (
          <li key={person.id}>
            <UnstyledButton
              className={classes.choice ?? ''}
              style={{ marginTop: 0, padding: '9px 12px' }}
              disabled={choose.isPending}
              onClick={() => choose.mutate(person.account)}
            >
              <Avatar size={32} color="teal" variant="filled" aria-hidden>
                {person.name.slice(-2)}
              </Avatar>
              <span>
                <b>{person.name}</b>
                <small>{[person.department, person.position].filter(Boolean).join(' · ')}</small>
              </span>
            </UnstyledButton>
          </li>
        ))}
      </ul>
      <RefusalAlert error={choose.error ?? error} onRetry={() => void refetch()} />
      <Text ta="center" mt="md">
        <Anchor component="button" fz={13} onClick={() => void lock()}>
          {t('who.lock')}
        </Anchor>
      </Text>
    </WelcomeFrame>
  )
}

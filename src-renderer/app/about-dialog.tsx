import { Button, Group, Select, Stack, Text, TextInput } from '@mantine/core'
import { modals } from '@mantine/modals'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { UpdateCheck, UpdateSettings } from '../../src-shared/rpc/desktop-bridge.ts'
import { desktop } from '../lib/desktop.ts'
import { useHostState } from '../lib/host-state.ts'
import { useWords } from '../lib/words.ts'
import { aboutWords } from './about-words.ts'
import { openWhatsNew } from './whats-new.tsx'

export function openAbout(): void {
  modals.open({ modalId: 'about', title: <Title />, children: <About />, size: 'md' })
}

function Title() {
  return <>{useWords(aboutWords)('title')}</>
}

/** Version, where the data are, and in the desktop app: new versions and the log. */
export function About() {
  const t = useWords(aboutWords)
  const { state } = useHostState()
  return (
    <Stack gap="md">
      <div>
        <Group gap="sm" align="baseline">
          <Text fw={600}>
            {t('product')} {state?.version}
          </Text>
          <Button variant="subtle" size="compact-sm" onClick={() => openWhatsNew()}>
            {t('whatsNew')}
          </Button>
        </Group>
        <Text fz={13} style={{ overflowWrap: 'anywhere' }}>
          {t('folder')} {state?.folder}
        </Text>
        {desktop !== undefined && state?.keychain === 'plain' && (
          <Text fz={13} role="note" mt={4}>
            {t('keychainPlain')}
          </Text>
        )}
      </div>
      {desktop !== undefined && (
        <>
          <Updates />
          <Group>
            <Button variant="default" onClick={() => void desktop?.openLogs()}>
              {t('logs')}
            </Button>
            <Text fz={13} c="dimmed">
              {t('logsHint')}
            </Text>
          </Group>
        </>
      )}
    </Stack>
  )
}

function Updates() {
  const { data: settings, refetch } = useQuery({
    queryKey: [['host.updateSettings']],
    queryFn: () => desktop!.updateSettings(),
  })
  return settings === undefined ? null : <UpdateForm settings={settings} onSaved={() => void refetch()} />
}

function UpdateForm({ settings, onSaved }: { settings: UpdateSettings; onSaved(): void }) {
  const t = useWords(aboutWords)
  const [feed, setFeed] = useState(settings.feed ?? '')
  const [channel, setChannel] = useState(settings.channel)
  const save = useMutation({
    mutationFn: () => desktop!.saveUpdateSettings({ feed: feed.trim() === '' ? null : feed.trim(), channel }),
    onSuccess: onSaved,
  })
  const check = useMutation({ mutationFn: () => desktop!.checkForUpdates() })
  const changed = feed.trim() !== (settings.feed ?? '') || channel !== settings.channel
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate()
      }}
    >
      <Stack gap="sm">
        <TextInput
          label={t('feed')}
          description={t('feedHint')}
          placeholder="https://"
          maxLength={500}
          value={feed}
          error={save.isError ? t('feedWrong') : undefined}
          onChange={(event) => setFeed(event.currentTarget.value)}
        />
        <Select
          label={t('channel')}
          allowDeselect={false}
          value={channel}
          onChange={(value) => setChannel(value === 'beta' ? 'beta' : 'latest')}
          data={[
            { value: 'latest', label: t('channels.latest') },
            { value: 'beta', label: t('channels.beta') },
          ]}
        />
        <Group>
          <Button type="submit" variant="default" disabled={!changed} loading={save.isPending}>
            {t('save')}
          </Button>
          <Button disabled={changed} loading={check.isPending} onClick={() => check.mutate()}>
            {t('check')}
          </Button>
          <Found found={check.data} />
        </Group>
      </Stack>
    </form>
  )
}

function Found({ found }: { found: UpdateCheck | undefined }) {
  const t = useWords(aboutWords)
  if (found === undefined) return null
  return (
    <Group gap="xs" aria-live="polite">
      <Text fz={13}>{t(`found.${found.status}`, { version: found.version ?? '' })}</Text>
      {found.status === 'ready' && (
        <Button size="compact-sm" onClick={() => void desktop?.installUpdate()}>
          {t('install')}
        </Button>
      )}
    </Group>
  )
}

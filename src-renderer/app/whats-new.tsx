import { Button, Group, List, Stack, Text, Title } from '@mantine/core'
import { modals } from '@mantine/modals'
import { useEffect } from 'react'
import changelog from '../../CHANGELOG.md?raw'
import { useHostState } from '../lib/host-state.ts'
import { useLanguage, useWords } from '../lib/words.ts'
import { aboutWords } from './about-words.ts'
import { readChangelog, releasesSince, type Release } from './read-changelog.ts'

const releases = readChangelog(changelog)
const seenKey = 'qidan.seenVersion'
const modalId = 'whats-new'

/** What is new in some versions, or in all of them. */
export function openWhatsNew(shown: readonly Release[] = releases): void {
  modals.open({ modalId, title: <Heading />, children: <WhatsNew shown={shown} />, size: 'lg' })
}

function Heading() {
  return <>{useWords(aboutWords)('whatsNew')}</>
}

function WhatsNew({ shown }: { shown: readonly Release[] }) {
  const t = useWords(aboutWords)
  const language = useLanguage()
  return (
    <Stack gap="lg">
      {shown.map(({ version, date, points }) => (
        <section key={version} aria-label={t('versionOf', { version, date })}>
          <Group gap="xs" align="baseline" mb={8}>
            <Title order={3} fz={16}>
              {version}
            </Title>
            <Text fz={13} c="dimmed">
              {date}
            </Text>
          </Group>
          <List spacing={6} fz="sm">
            {points[language].map(({ subject, text }) => (
              <List.Item key={text}>
                {subject !== '' && (
                  <Text span fw={600} fz="sm">
                    {subject}
                    {language === 'zh' ? '：' : ': '}
                  </Text>
                )}
                {text}
              </List.Item>
            ))}
          </List>
        </section>
      ))}
      <Group justify="flex-end">
        <Button data-autofocus onClick={() => modals.close(modalId)}>
          {t('whatsNewRead')}
        </Button>
      </Group>
    </Stack>
  )
}

/** After an update, once: what came since the version this person saw last. The first start shows nothing, all is new then. */
export function useWhatsNewOnce(): void {
  const { state } = useHostState()
  const version = state?.version
  useEffect(() => {
    if (version === undefined) return
    const seen = localStorage.getItem(seenKey)
    localStorage.setItem(seenKey, version)
    const since = seen === null ? [] : releasesSince(releases, seen)
    if (since.length > 0) openWhatsNew(since)
  }, [version])
}

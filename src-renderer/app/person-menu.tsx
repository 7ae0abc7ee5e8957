import { Avatar, Group, Menu, Text, UnstyledButton } from '@mantine/core'
import { modals } from '@mantine/modals'
import { IconCheck, IconInfoCircle, IconKeyboard, IconLock, IconLogout, IconRefresh } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useHostState } from '../lib/host-state.ts'
import { wire } from '../lib/rpc.ts'
import { useLanguage, useWords } from '../lib/words.ts'
import { openAbout } from './about-dialog.tsx'
import { colorSchemes, languages, switchLanguage, useColorScheme } from './appearance.ts'
import { openShortcuts } from './shortcuts-dialog.tsx'
import { shellWords } from './shell-words.ts'

/** Who sits here, and what belongs to that: other person, language, appearance, lock. */
export function PersonMenu() {
  const t = useWords(shellWords)
  const language = useLanguage()
  const [colorScheme, setColorScheme] = useColorScheme()
  const { state, signIn, lock, leaveSample, resetSample } = useHostState()
  const { data: people } = useQuery(wire['host.people'].queryOptions())
  const user = state?.user
  if (!user) return null
  const check = (on: boolean) => (on ? <IconCheck size={14} /> : undefined)
  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <UnstyledButton aria-label={`${t('person.signedInAs')} ${user.name}`}>
          <Group gap={8} wrap="nowrap">
            <Avatar size={28} color="teal" variant="filled">
              {user.name.slice(-2)}
            </Avatar>
            <Text fz={13} visibleFrom="sm">
              {user.name}
            </Text>
          </Group>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown mah="80vh" style={{ overflowY: 'auto' }}>
        <Menu.Label>{t('person.switch')}</Menu.Label>
        {(people ?? []).map((person) => (
          <Menu.Item
            key={person.id}
            onClick={() => void signIn(person.account)}
            rightSection={check(person.id === user.id)}
          >
            <Group gap={8} justify="space-between" wrap="nowrap">
              <span>{person.name}</span>
              <Text span fz={12} c="dimmed" truncate>
                {person.position}
              </Text>
            </Group>
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Label>{t('language')}</Menu.Label>
        {languages.map(([value, label]) => (
          <Menu.Item key={value} onClick={() => switchLanguage(value)} rightSection={check(language === value)}>
            {label}
          </Menu.Item>
        ))}
        <Menu.Label>{t('theme.label')}</Menu.Label>
        {colorSchemes.map((scheme) => (
          <Menu.Item key={scheme} onClick={() => setColorScheme(scheme)} rightSection={check(colorScheme === scheme)}>
            {t(`theme.${scheme}`)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item leftSection={<IconKeyboard size={16} />} onClick={openShortcuts} rightSection="?">
          {t('shortcuts.open')}
        </Menu.Item>
        <Menu.Item leftSection={<IconInfoCircle size={16} />} onClick={openAbout}>
          {t('about')}
        </Menu.Item>
        {state?.sample ? (
          <>
            <Menu.Item
              leftSection={<IconRefresh size={16} />}
              onClick={() =>
                modals.openConfirmModal({
                  title: t('person.resetSample'),
                  children: <Text fz="sm">{t('resetSampleAsk')}</Text>,
                  labels: { confirm: t('person.resetSample'), cancel: t('cancel') },
                  onConfirm: () => void resetSample(),
                })
              }
            >
              {t('person.resetSample')}
            </Menu.Item>
            <Menu.Item leftSection={<IconLogout size={16} />} onClick={() => void leaveSample()}>
              {t('person.leaveSample')}
            </Menu.Item>
          </>
        ) : (
          <Menu.Item leftSection={<IconLock size={16} />} onClick={() => void lock()}>
            {t('person.lock')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}

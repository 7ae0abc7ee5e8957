import { Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { Spotlight } from '@mantine/spotlight'
import { IconPlus, IconSearch } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useRights } from '../lib/rights.ts'
import { wire } from '../lib/rpc.ts'
import { useWords } from '../lib/words.ts'
import { settingsSections } from '../settings/settings-sections.ts'
import { settingsWords } from '../settings/settings-words.ts'
import { navigation, recordAddress } from './navigation.ts'
import { shellWords } from './shell-words.ts'

/** Ctrl/⌘K: records by two characters or pinyin initials, places, and things to do. */
export function CommandPalette() {
  const t = useWords(shellWords)
  const inSettings = useWords(settingsWords)
  const may = useRights()
  const navigate = useNavigate()
  const [text, setText] = useState('')
  const [asked] = useDebouncedValue(text.trim(), 60)
  const { data: found } = useQuery({
    ...wire['search.find'].queryOptions({ input: { text: asked, limit: 12 } }),
    enabled: asked !== '',
    placeholderData: keepPreviousData,
  })
  const matches = (label: string) => text.trim() === '' || label.toLowerCase().includes(text.trim().toLowerCase())
  const actions = [
    { label: t('newContract'), to: '/contracts/new' },
    { label: t('newOrder'), to: '/orders/new' },
    { label: t('recordPayment'), to: '/payments/new' },
    { label: t('newParty'), to: '/parties/new' },
    { label: t('importTemplate'), to: '/templates?import=true' },
  ].filter(({ label }) => matches(label))
  const places = [
    ...navigation.flatMap((group) => group.items).map(({ key, to, icon }) => ({ to, icon, label: t(`nav.${key}`) })),
    // Sections of the settings are many: they are found by name, not listed.
    ...settingsSections
      .filter(({ permission }) => text.trim() !== '' && (permission === undefined || may(permission)))
      .map(({ key, icon }) => ({
        to: `/settings/${key}`,
        icon,
        label: `${t('nav.settings')} · ${inSettings(key)}`,
      })),
  ].filter(({ label }) => matches(label))
  const records = asked === '' ? [] : (found ?? [])
  return (
    <Spotlight.Root
      overlayProps={{ backgroundOpacity: 0.35, blur: 0 }}
      query={text}
      onQueryChange={setText}
      shortcut="mod + K"
      maxHeight={420}
      scrollable
    >
      <Spotlight.Search placeholder={t('search')} leftSection={<IconSearch size={18} />} />
      <Spotlight.ActionsList>
        {records.length > 0 && (
          <Spotlight.ActionsGroup label={t('records')}>
            {records.map(({ kind, id, title }) => (
              <Spotlight.Action
                key={`${kind}-${id}`}
                label={title}
                rightSection={
                  <Text fz={12} c="dimmed">
                    {t(`kinds.${kind}`)}
                  </Text>
                }
                onClick={() => void navigate({ href: recordAddress[kind]!(id) })}
              />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {actions.length > 0 && (
          <Spotlight.ActionsGroup label={t('actions')}>
            {actions.map(({ label, to }) => (
              <Spotlight.Action
                key={to}
                label={label}
                leftSection={<IconPlus size={16} />}
                onClick={() => void navigate({ href: to })}
              />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {places.length > 0 && (
          <Spotlight.ActionsGroup label={t('shortcuts.go')}>
            {places.map(({ label, to, icon: Icon }) => (
              <Spotlight.Action
                key={to}
                label={label}
                leftSection={<Icon size={16} />}
                onClick={() => void navigate({ to })}
              />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {records.length + actions.length + places.length === 0 && (
          <Spotlight.Empty>
            {t('nothingFound', { text: text.trim() })}
            <Text fz={12} c="dimmed">
              {t('nothingFoundHint')}
            </Text>
          </Spotlight.Empty>
        )}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  )
}

import { Group, Kbd, Stack, Text } from '@mantine/core'
import { modals } from '@mantine/modals'
import { desktop } from '../lib/desktop.ts'
import { useWords } from '../lib/words.ts'
import { navigation } from './navigation.ts'
import { shellWords } from './shell-words.ts'

export function openShortcuts(): void {
  modals.open({ modalId: 'shortcuts', title: <Title />, children: <Shortcuts />, size: 'md' })
}

function Title() {
  return <>{useWords(shellWords)('shortcuts.title')}</>
}

function Shortcuts() {
  const t = useWords(shellWords)
  const mod = desktop?.platform === 'darwin' ? '⌘' : 'Ctrl'
  const rows: [string, string[]][] = [
    [t('shortcuts.palette'), [mod, 'K']],
    [t('newContract'), [mod, 'N']],
    [t('nav.settings'), [mod, ',']],
    [t('shortcuts.save'), [mod, 'S']],
    [t('shortcuts.quickLook'), ['Space']],
    [t('shortcuts.back'), ['Esc']],
    [t('shortcuts.help'), ['?']],
    ...navigation.flatMap((group) =>
      group.items.map(({ key, letter }): [string, string[]] => [
        `${t('shortcuts.go')} ${t(`nav.${key}`)}`,
        ['G', letter.toUpperCase()],
      ]),
    ),
  ]
  return (
    <Stack gap={8}>
      {rows.map(([label, keys]) => (
        <Group key={label} justify="space-between">
          <Text fz="sm">{label}</Text>
          <Group gap={4}>
            {keys.map((key) => (
              <Kbd key={key}>{key}</Kbd>
            ))}
          </Group>
        </Group>
      ))}
    </Stack>
  )
}

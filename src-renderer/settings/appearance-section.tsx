import { Group, Input, SegmentedControl, Select, Stack, Switch, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation, useQuery } from '@tanstack/react-query'
import { colorSchemes, languages, switchLanguage, useColorScheme } from '../app/appearance.ts'
import { shellWords } from '../app/shell-words.ts'
import { Section } from '../components/facts.tsx'
import { RefusalAlert } from '../components/refusal-alert.tsx'
import { useNoticesOn } from '../lib/desktop-notices.ts'
import { desktop } from '../lib/desktop.ts'
import { useInstantText } from '../lib/instants.ts'
import { useRights } from '../lib/rights.ts'
import { rpc, wire } from '../lib/rpc.ts'
import { useLanguage, useWords, type Language } from '../lib/words.ts'
import { appearanceWords } from './appearance-words.ts'

/** Language and appearance of this computer, and the time zone of the workspace. */
export function AppearanceSection() {
  const t = useWords(appearanceWords)
  const shell = useWords(shellWords)
  const language = useLanguage()
  const [colorScheme, setColorScheme] = useColorScheme()
  return (
    <>
      <Section title={t('screen')}>
        <Stack gap="lg">
          <Text fz={13} c="dimmed">
            {t('screenHint')}
          </Text>
          <Group gap={48} align="flex-start">
            <Input.Wrapper label={t('language')} labelElement="div">
              <div>
                <SegmentedControl
                  aria-label={t('language')}
                  value={language}
                  onChange={(value) => switchLanguage(value as Language)}
                  data={languages.map(([value, label]) => ({ value, label }))}
                />
              </div>
            </Input.Wrapper>
            <Input.Wrapper label={t('theme')} labelElement="div">
              <div>
                <SegmentedControl
                  aria-label={t('theme')}
                  value={colorScheme}
                  onChange={(value) => setColorScheme(value as (typeof colorSchemes)[number])}
                  data={colorSchemes.map((value) => ({ value, label: shell(`theme.${value}`) }))}
                />
              </div>
            </Input.Wrapper>
          </Group>
        </Stack>
      </Section>
      {desktop !== undefined && <Notices />}
      <TimeZoneChoice />
    </>
  )
}

function Notices() {
  const t = useWords(appearanceWords)
  const [on, setOn] = useNoticesOn()
  return (
    <Section title={t('notices')}>
      <Switch
        label={t('noticesOn')}
        description={t('noticesHint')}
        checked={on}
        onChange={(event) => setOn(event.currentTarget.checked)}
      />
    </Section>
  )
}

const zones = Intl.supportedValuesOf('timeZone')

function TimeZoneChoice() {
  const t = useWords(appearanceWords)
  const may = useRights()
  const instant = useInstantText()
  const { data, error, refetch, dataUpdatedAt } = useQuery(wire['settings.list'].queryOptions({ input: {} }))
  const save = useMutation({
    mutationFn: (timeZone: string) =>
      rpc['settings.save']({
        setting: { key: 'display', value: { timeZone } },
        version: data?.display.version ?? null,
      }),
    onSuccess: (_, zone) => {
      notifications.show({ message: t('saved', { zone }) })
      void refetch()
    },
  })
  if (error !== null) return <RefusalAlert error={error} onRetry={() => void refetch()} />
  if (data === undefined) return null
  const { timeZone } = data.display.value
  const editable = may('settings.edit')
  return (
    <Section title={t('workspace')}>
      <Stack gap="md" maw={420}>
        <Text fz={13} c="dimmed">
          {t(editable ? 'workspaceHint' : 'readOnly')}
        </Text>
        <Select
          label={t('timeZone')}
          description={t('now', { time: instant(dataUpdatedAt) })}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          placeholder={t('timeZoneSearch')}
          nothingFoundMessage={t('timeZoneNone')}
          searchable
          allowDeselect={false}
          readOnly={!editable || save.isPending}
          limit={60}
          value={timeZone}
          data={zones.includes(timeZone) ? zones : [timeZone, ...zones]}
          onChange={(zone) => {
            if (zone !== null && zone !== timeZone) save.mutate(zone)
          }}
        />
        <RefusalAlert error={save.error} />
      </Stack>
    </Section>
  )
}

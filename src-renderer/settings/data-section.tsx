import { Button, Code, CopyButton, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { askBefore } from '../components/action-dialog.tsx'
import { Section } from '../components/facts.tsx'
import { useHostState } from '../lib/host-state.ts'
import { useRights } from '../lib/rights.ts'
import { useWords } from '../lib/words.ts'
import { dataWords } from './data-words.ts'
import { FailedJobs } from './failed-jobs.tsx'
import { IntegrityCheck } from './integrity-check.tsx'
import { PassphraseDialog } from './passphrase-dialog.tsx'

/** Where the data are, the passphrase that opens them, whether they are sound, and the sample made anew. */
export function DataSection() {
  const t = useWords(dataWords)
  const may = useRights()
  const { state, resetSample } = useHostState()
  const [changing, setChanging] = useState(false)
  if (state === undefined) return null
  return (
    <>
      <Section title={t('place')}>
        <Stack gap={10}>
          <Text fz={13} c="dimmed">
            {t('placeText')}
          </Text>
          <Group gap={10}>
            <Code fz={13} aria-label={t('folder')} style={{ overflowWrap: 'anywhere' }}>
              {state.folder}
            </Code>
            <CopyButton value={state.folder}>
              {({ copied, copy }) => (
                <Button size="compact-sm" variant="default" onClick={copy}>
                  {t(copied ? 'copied' : 'copy')}
                </Button>
              )}
            </CopyButton>
          </Group>
        </Stack>
      </Section>
      <Section title={t('passphrase')}>
        <Group justify="space-between" wrap="nowrap">
          <Text fz={13} c="dimmed">
            {t(state.sample ? 'passphraseSample' : 'passphraseText')}
          </Text>
          {!state.sample && (
            <Button variant="default" style={{ flexShrink: 0 }} onClick={() => setChanging(true)}>
              {t('change')}
            </Button>
          )}
        </Group>
      </Section>
      <FailedJobs />
      {may('audit.read') && <IntegrityCheck />}
      {state.sample && (
        <Section title={t('sample')}>
          <Group justify="space-between" wrap="nowrap">
            <Text fz={13} c="dimmed">
              {t('sampleText')}
            </Text>
            <Button
              variant="default"
              style={{ flexShrink: 0 }}
              onClick={() =>
                askBefore({
                  title: t('resetTitle'),
                  text: t('sampleText'),
                  confirm: t('resetConfirm'),
                  danger: true,
                  run: resetSample,
                })
              }
            >
              {t('reset')}
            </Button>
          </Group>
        </Section>
      )}
      {changing && <PassphraseDialog onClose={() => setChanging(false)} />}
    </>
  )
}

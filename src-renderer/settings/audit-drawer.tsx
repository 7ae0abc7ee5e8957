import { Accordion, Code, Drawer, Loader, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { AuditEntryDetail } from '../../src-shared/audit/audit-operations.ts'
import type { Json } from '../../src-shared/kernel/json.ts'
import { describeRefusal } from '../../src-shared/messages/describe-refusal.ts'
import { operationByName } from '../../src-shared/rpc/registry.ts'
import { Facts } from '../components/facts.tsx'
import { Change } from '../components/history/record-history.tsx'
import { RefusalAlert } from '../components/refusal-alert.tsx'
import { useInstantText } from '../lib/instants.ts'
import { wire } from '../lib/rpc.ts'
import { useLanguage, useWords } from '../lib/words.ts'
import { auditWords } from './audit-words.ts'
import { OutcomeBadge } from './outcome-badge.tsx'

/** An audit entry beside the list, or closed. */
export function AuditDrawer({ seq, onClose }: { seq: number | null; onClose(): void }) {
  const t = useWords(auditWords)
  return (
    <Drawer
      opened={seq !== null}
      onClose={onClose}
      position="right"
      size={560}
      title={
        <Text fw={600} fz={16}>
          {t('entry', { seq: seq ?? '' })}
        </Text>
      }
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      {seq !== null && <Entry key={seq} seq={seq} />}
    </Drawer>
  )
}

function Entry({ seq }: { seq: number }) {
  const t = useWords(auditWords)
  const language = useLanguage()
  const instant = useInstantText()
  const { data, error, refetch } = useQuery(wire['audit.getEntry'].queryOptions({ input: { seq } }))
  if (data === undefined)
    return error === null ? <Loader /> : <RefusalAlert error={error} onRetry={() => void refetch()} />
  const { name, actor, issuedAt, outcome, rows } = data
  return (
    <Stack gap="lg">
      <Facts
        columns={1}
        items={[
          [t('what'), operationByName.get(name)?.summary[language] ?? name],
          [t('actor'), actor],
          [t('when'), instant(issuedAt)],
          [t('outcome'), <OutcomeBadge key="outcome" outcome={outcome} />],
          outcome === 'refused' && [t('because'), describeRefusal(refusalIn(data), language)],
        ]}
      />
      <div>
        <Title order={2} fz={14} mb={4}>
          {t('changed')}
        </Title>
        {rows.length === 0 ? (
          <Text fz={13} c="dimmed">
            {t('unchanged')}
          </Text>
        ) : (
          <Stack gap="sm" fz={13}>
            {rows.map((row) => (
              <Change key={`${row.table}-${row.id}`} change={row} own={false} />
            ))}
          </Stack>
        )}
      </div>
      <Technical entry={data} />
    </Stack>
  )
}

function Technical({ entry }: { entry: AuditEntryDetail }) {
  const t = useWords(auditWords)
  const code = (text: string) => (
    <Code fz={12} style={{ overflowWrap: 'anywhere' }}>
      {text}
    </Code>
  )
  return (
    <Accordion variant="contained">
      <Accordion.Item value="technical">
        <Accordion.Control>{t('technical')}</Accordion.Control>
        <Accordion.Panel>
          <Stack gap="sm">
            <Facts
              columns={1}
              items={[
                [t('command'), code(entry.name)],
                [t('commandId'), code(entry.commandId)],
                [t('hash'), code(entry.hash)],
                [t('previousHash'), code(entry.previousHash)],
              ]}
            />
            <div>
              <Text fz={12} c="dimmed" mb={4}>
                {t('input')}
              </Text>
              <Code block fz={12} tabIndex={0} mah={360} style={{ overflow: 'auto' }}>
                {JSON.stringify(entry.input, null, 2)}
              </Code>
            </div>
          </Stack>
        </Accordion.Panel>
      </Accordion.Item>
    </Accordion>
  )
}

/** The refusal that a refused entry keeps as its result. */
function refusalIn({ code, result }: AuditEntryDetail): { code: string; params: Record<string, Json> } {
  const kept = result as { params?: Record<string, Json> } | null
  return { code: code ?? '', params: kept?.params ?? {} }
}

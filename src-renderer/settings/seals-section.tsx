import { Button, Group, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { daysBetween, type LocalDate } from '../../src-shared/kernel/local-date.ts'
import type { CertificateRow, SealRow } from '../../src-shared/settings/settings-operations.ts'
import type { Tone } from '../app/theme.ts'
import { askReason } from '../components/action-dialog.tsx'
import { Section } from '../components/facts.tsx'
import { PlainTable, type PlainColumn } from '../components/plain-table.tsx'
import { RefusalAlert } from '../components/refusal-alert.tsx'
import { StatusBadge } from '../components/status-badge.tsx'
import { fileAddress } from '../lib/files.ts'
import { useToday } from '../lib/instants.ts'
import { useRights } from '../lib/rights.ts'
import { rpc, wire } from '../lib/rpc.ts'
import { useWords } from '../lib/words.ts'
import { ImportCertificateDialog, MakeCertificateDialog } from './certificate-dialogs.tsx'
import { SealDialog } from './seal-dialog.tsx'
import { sealWords } from './seal-words.ts'
import classes from './seals.module.css'

/** The seals and signing certificates of our company: those in use first, then what was retired. */
export function SealsSection() {
  const may = useRights()
  return (
    <>
      <Seals />
      {may('certificates.read') && <Certificates />}
    </>
  )
}

const inUseFirst = (a: { active: boolean }, b: { active: boolean }) => Number(b.active) - Number(a.active)

function Seals() {
  const t = useWords(sealWords)
  const editable = useRights()('seals.edit')
  const [adding, setAdding] = useState(false)
  const { data, error, refetch } = useQuery(wire['settings.listSeals'].queryOptions({ input: { active: null } }))
  const columns: PlainColumn<SealRow>[] = [
    {
      key: 'picture',
      label: '',
      width: 76,
      render: (row) => (
        <img className={classes.small} src={fileAddress(row.imageHash)} alt={t('picture', { name: row.name })} />
      ),
    },
    { key: 'name', label: t('name'), render: (row) => row.name },
    { key: 'kind', label: t('kind'), render: (row) => t(`kinds.${row.kind}`) },
    { key: 'owner', label: t('owner'), render: (row) => row.party },
    {
      key: 'diameter',
      label: t('diameter'),
      align: 'end',
      render: (row) => t('millimetresOf', { mm: row.diameterMm }),
    },
    { key: 'status', label: t('status'), render: (row) => <InUse active={row.active} /> },
    ...retireColumn<SealRow>(editable, (row) => (
      <RetireButton
        name={row.name}
        title={t('retireSealTitle', { name: row.name })}
        text={t('retireSealText')}
        run={(reason) => rpc['settings.retireSeal']({ id: row.id, version: row.version, reason })}
        onDone={refetch}
      />
    )),
  ]
  return (
    <Section
      title={t('seals')}
      flush
      actions={
        editable && (
          <Button size="compact-sm" variant="default" onClick={() => setAdding(true)}>
            {t('addSeal')}
          </Button>
        )
      }
    >
      <Hint text={t('sealsHint')} editable={editable} />
      <RefusalAlert error={error} onRetry={() => void refetch()} />
      <PlainTable label={t('seals')} columns={columns} rows={data?.rows.toSorted(inUseFirst)} empty={t('sealsEmpty')} />
      {adding && (
        <SealDialog
          onClose={() => setAdding(false)}
          onAdded={(name) => {
            setAdding(false)
            notifications.show({ message: t('added', { name }) })
            void refetch()
          }}
        />
      )}
    </Section>
  )
}

function Certificates() {
  const t = useWords(sealWords)
  const today = useToday()
  const editable = useRights()('certificates.edit')
  const [open, setOpen] = useState<'import' | 'make' | null>(null)
  const { data, error, refetch } = useQuery(wire['settings.listCertificates'].queryOptions({ input: { active: null } }))
  const columns: PlainColumn<CertificateRow>[] = [
    { key: 'subject', label: t('subject'), render: (row) => row.subject },
    { key: 'source', label: t('source'), render: (row) => t(row.selfMade ? 'selfMade' : 'issued') },
    {
      key: 'validity',
      label: t('validity'),
      render: (row) => (
        <span style={{ fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' }}>
          {t('validFromTo', { from: row.validFrom, to: row.validTo })}
        </span>
      ),
    },
    {
      key: 'status',
      label: t('status'),
      render: (row) => {
        const [tone, key] = validity(row, today)
        return <StatusBadge tone={tone} label={t(key, { days: daysBetween(today, row.validTo) })} />
      },
    },
    ...retireColumn<CertificateRow>(editable, (row) => (
      <RetireButton
        name={row.subject}
        title={t('retireCertificateTitle', { name: row.subject })}
        text={t('retireCertificateText')}
        run={(reason) => rpc['settings.retireCertificate']({ id: row.id, version: row.version, reason })}
        onDone={refetch}
      />
    )),
  ]
  const close = () => setOpen(null)
  const kept = (message: string) => {
    close()
    notifications.show({ message })
    void refetch()
  }
  return (
    <Section
      title={t('certificates')}
      flush
      actions={
        editable && (
          <Group gap={8}>
            <Button size="compact-sm" variant="default" onClick={() => setOpen('make')}>
              {t('make')}
            </Button>
            <Button size="compact-sm" variant="default" onClick={() => setOpen('import')}>
              {t('import')}
            </Button>
          </Group>
        )
      }
    >
      <Hint text={t('certificatesHint')} editable={editable} />
      <RefusalAlert error={error} onRetry={() => void refetch()} />
      <PlainTable
        label={t('certificates')}
        columns={columns}
        rows={data?.rows.toSorted(inUseFirst)}
        empty={t('certificatesEmpty')}
      />
      {open === 'import' && (
        <ImportCertificateDialog
          onClose={close}
          onKept={({ subject, validTo }) => kept(t('imported', { subject, to: validTo }))}
        />
      )}
      {open === 'make' && (
        <MakeCertificateDialog
          onClose={close}
          onKept={({ subject, validTo }) => kept(t('made', { subject, to: validTo }))}
        />
      )}
    </Section>
  )
}

/** A certificate is renewed in good time: from two months before its end it is told. */
const soonDays = 60

function validity(
  { active, validFrom, validTo }: CertificateRow,
  today: LocalDate,
): [Tone, 'retired' | 'expired' | 'notYet' | 'soon' | 'active'] {
  if (!active) return ['void', 'retired']
  if (validTo < today) return ['late', 'expired']
  if (validFrom > today) return ['waiting', 'notYet']
  return daysBetween(today, validTo) <= soonDays ? ['waiting', 'soon'] : ['done', 'active']
}

function InUse({ active }: { active: boolean }) {
  const t = useWords(sealWords)
  return <StatusBadge tone={active ? 'done' : 'void'} label={t(active ? 'active' : 'retired')} />
}

function Hint({ text, editable }: { text: string; editable: boolean }) {
  const t = useWords(sealWords)
  return (
    <Text fz={13} c="dimmed" px="md" pt={10} pb={4}>
      {text} {editable ? '' : t('readOnly')}
    </Text>
  )
}

function retireColumn<Row extends { active: boolean }>(
  editable: boolean,
  button: (row: Row) => ReactNode,
): PlainColumn<Row>[] {
  if (!editable) return []
  return [{ key: 'retire', label: '', width: 84, align: 'end', render: (row) => row.active && button(row) }]
}

function RetireButton({
  name,
  title,
  text,
  run,
  onDone,
}: {
  name: string
  title: string
  text: string
  run(reason: string): Promise<unknown>
  onDone(): unknown
}) {
  const t = useWords(sealWords)
  return (
    <Button
      size="compact-xs"
      variant="subtle"
      color="gray"
      aria-label={t('retireNamed', { name })}
      onClick={() =>
        askReason({
          title,
          text,
          confirm: t('retire'),
          danger: true,
          run: async (reason) => {
            await run(reason)
            notifications.show({ message: t('retireDone', { name }) })
            onDone()
          },
        })
      }
    >
      {t('retire')}
    </Button>
  )
}

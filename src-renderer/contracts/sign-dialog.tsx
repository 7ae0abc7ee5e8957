import { Button, Checkbox, Group, Modal, Select, Stack, Text, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ContractDetail } from '../../src-shared/contracts/contracts-operations.ts'
import type { LocalDate } from '../../src-shared/kernel/local-date.ts'
import { DateField } from '../components/date-field.tsx'
import { RefusalAlert } from '../components/refusal-alert.tsx'
import { useToday } from '../lib/instants.ts'
import { rpc, wire } from '../lib/rpc.ts'
import { followTask } from '../lib/task.ts'
import { defineWords, useWords } from '../lib/words.ts'
import { contractDetailWords } from './contract-detail-words.ts'

const words = defineWords(
  'signContract',
  {
    title: '盖章签署',
    text: '在正式文件上盖章、加数字签名，然后登记合同已签署。',
    seal: '我方印章',
    noSeal: '不盖章（纸质签署或文件已盖章）',
    sealNone: '还没有登记本公司印章，可在“设置 · 印章”中登记。',
    crossPage: '同时加盖骑缝章',
    certificate: '数字签名证书',
    noCertificate: '不加数字签名',
    location: '签署地点',
    reason: '签署合同',
    signedOn: '签订日期',
    effectiveOn: '生效日期',
    effectiveHint: '不填时为签订日期',
    sign: '盖章并签署',
    cancel: '取消',
    dateMissing: '请填写签订日期',
    steps: { make: '生成正式文件', seal: '盖章', sign: '数字签名', record: '登记签署' },
  },
  {
    title: 'Seal and sign',
    text: 'Seals the final document, signs it digitally and records that the contract is signed.',
    seal: 'Our seal',
    noSeal: 'No seal (signed on paper, or sealed already)',
    sealNone: 'Our company has no seal yet; add one under Settings · Seals.',
    crossPage: 'Cross-page seal as well',
    certificate: 'Signing certificate',
    noCertificate: 'No digital signature',
    location: 'Place of signing',
    reason: 'Signing of the contract',
    signedOn: 'Signed on',
    effectiveOn: 'Effective on',
    effectiveHint: 'The day of signing when empty',
    sign: 'Seal and sign',
    cancel: 'Cancel',
    dateMissing: 'Enter the day of signing',
    steps: { make: 'Make the final document', seal: 'Seal', sign: 'Sign digitally', record: 'Record the signing' },
  },
)

type Step = 'make' | 'seal' | 'sign' | 'record'

/** From the approved contract to the signed one in one go; when a step fails, what was done stays and it can be tried again. */
export function SignDialog({ contract, onClose }: { contract: ContractDetail; onClose(): void }) {
  const t = useWords(words)
  const detail = useWords(contractDetailWords)
  const today = useToday()
  const ours = contract.parties.find(({ partyId }) => partyId === contract.ourPartyId)
  const seals = useQuery(wire['settings.listSeals'].queryOptions({ input: { partyId: contract.ourPartyId } }))
  const certificates = useQuery(
    wire['settings.listCertificates'].queryOptions({ input: { partyId: contract.ourPartyId } }),
  )
  const sealRows = seals.data?.rows ?? []
  const certificateRows = certificates.data?.rows ?? []
  // Until one chooses: the seal for contracts, and the certificate that is there.
  const [chosenSeal, setSeal] = useState<string | null>()
  const [chosenCertificate, setCertificate] = useState<string | null>()
  const seal =
    chosenSeal === undefined ? (sealRows.find(({ kind }) => kind === 'contract') ?? sealRows[0])?.id : chosenSeal
  const certificate = chosenCertificate === undefined ? certificateRows[0]?.id : chosenCertificate
  const [crossPage, setCrossPage] = useState(true)
  const [location, setLocation] = useState(contract.signedAt)
  const [signedOn, setSignedOn] = useState<LocalDate | null>(contract.signedOn ?? today)
  const [effectiveOn, setEffectiveOn] = useState<LocalDate | null>(contract.effectiveOn)
  const [asked, setAsked] = useState(false)
  const [running, setRunning] = useState<Step | null>(null)
  const [done, setDone] = useState<readonly Step[]>([])
  const [error, setError] = useState<unknown>(null)

  const final = contract.documents.findLast(
    ({ kind, contentHash }) => kind === 'final' && contentHash === contract.contentHash,
  )
  const steps: Step[] = [
    ...(final === undefined ? (['make'] as const) : []),
    ...(seal ? (['seal'] as const) : []),
    ...(certificate ? (['sign'] as const) : []),
    'record',
  ]

  const run = async () => {
    setAsked(true)
    if (signedOn === null) return
    setError(null)
    setDone([])
    const { id } = contract
    let current = { documentId: final?.id as string | undefined, version: contract.version as number }
    try {
      for (const step of steps) {
        setRunning(step)
        if (step === 'make') current = await followTask(await rpc['contracts.makeDocument']({ id }))
        if (step === 'seal')
          current = await followTask(
            await rpc['contracts.seal']({
              id,
              seals: [{ sealId: seal!, role: ours!.role }],
              crossPageSeals: crossPage ? [{ sealId: seal! }] : [],
            }),
          )
        if (step === 'sign')
          current = await followTask(
            await rpc['contracts.signDocument']({ id, certificateId: certificate!, reason: t('reason'), location }),
          )
        if (step === 'record')
          await rpc['contracts.sign']({
            id,
            version: current.version,
            documentId: current.documentId!,
            signedOn,
            effectiveOn,
          })
        setDone((before) => [...before, step])
      }
      notifications.show({ message: detail('done.signed') })
      onClose()
    } catch (caught) {
      setError(caught)
    } finally {
      setRunning(null)
    }
  }
  const busy = running !== null
  return (
    <Modal
      opened
      onClose={busy ? () => {} : onClose}
      title={t('title')}
      withCloseButton={false}
      closeOnClickOutside={false}
    >
      <Stack>
        <Text fz="sm">{t('text')}</Text>
        <Select
          label={t('seal')}
          disabled={busy}
          allowDeselect={false}
          value={seal ?? ''}
          onChange={(id) => setSeal(id === '' ? null : id)}
          data={[
            ...sealRows.map(({ id, name, diameterMm }) => ({
              value: id as string,
              label: `${name}（${diameterMm} mm）`,
            })),
            { value: '', label: t('noSeal') },
          ]}
          {...(seals.isSuccess && sealRows.length === 0 ? { description: t('sealNone') } : {})}
        />
        <Checkbox
          label={t('crossPage')}
          disabled={busy || !seal}
          checked={crossPage && Boolean(seal)}
          onChange={(event) => setCrossPage(event.currentTarget.checked)}
        />
        <Select
          label={t('certificate')}
          disabled={busy}
          allowDeselect={false}
          value={certificate ?? ''}
          onChange={(id) => setCertificate(id === '' ? null : id)}
          data={[
            ...certificateRows.map(({ id, subject, validTo }) => ({
              value: id as string,
              label: `${subject} · ${validTo}`,
            })),
            { value: '', label: t('noCertificate') },
          ]}
        />
        <TextInput
          label={t('location')}
          disabled={busy}
          maxLength={100}
          value={location}
          onChange={(event) => setLocation(event.currentTarget.value)}
        />
        <Group grow align="flex-start">
          <DateField
            label={t('signedOn')}
            required
            disabled={busy}
            value={signedOn}
            onChange={setSignedOn}
            error={asked && signedOn === null ? t('dateMissing') : undefined}
          />
          <DateField
            label={t('effectiveOn')}
            disabled={busy}
            value={effectiveOn}
            onChange={setEffectiveOn}
            description={t('effectiveHint')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
          />
        </Group>
        {(busy || done.length > 0) && (
          <Stack gap={4} aria-live="polite">
            {steps.map((step) => (
              <Group key={step} gap={8} fz={13}>
                <span style={{ width: 16, display: 'inline-flex' }}>
                  {done.includes(step) ? <IconCheck size={15} aria-hidden /> : running === step ? '…' : ''}
                </span>
                <Text fz={13} {...(done.includes(step) || running === step ? {} : { c: 'dimmed' })}>
                  {t(`steps.${step}`)}
                </Text>
              </Group>
            ))}
          </Stack>
        )}
        <RefusalAlert error={error ?? seals.error ?? certificates.error} />
        <Group justify="flex-end">
          <Button variant="default" disabled={busy} onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button loading={busy} onClick={() => void run()}>
            {t('sign')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}

import {
  Button,
  Checkbox,
  FileButton,
  Group,
  Loader,
  NumberInput,
  SegmentedControl,
  Select,
  Stack,
  Text,
  TextInput,
} from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { Id } from '../../src-shared/kernel/ids.ts'
import { SealKind } from '../../src-shared/settings/seal.ts'
import { FormDialog } from '../components/form-dialog.tsx'
import { PartyPicker } from '../components/party-picker.tsx'
import { fileAddress, storeFile } from '../lib/files.ts'
import { useErrorText } from '../lib/refusal-text.ts'
import { useRights } from '../lib/rights.ts'
import { rpc, wire } from '../lib/rpc.ts'
import { followTask } from '../lib/task.ts'
import { useWords } from '../lib/words.ts'
import { sealWords } from './seal-words.ts'
import classes from './seals.module.css'

/** A new seal: drawn in the customary form while its lines are typed, or taken out of a photograph. */
export function SealDialog({ onClose, onAdded }: { onClose(): void; onAdded(name: string): void }) {
  const t = useWords(sealWords)
  const may = useRights()
  const errorText = useErrorText()
  const sizes = useQuery(wire['settings.list'].queryOptions({ input: {} })).data?.sealSizes.value
  const [how, setHow] = useState<'draw' | 'upload'>('draw')
  const [partyId, setPartyId] = useState<string | null>(null)
  const [kind, setKind] = useState<SealKind>('contract')
  const [typedName, setName] = useState<string>()
  const [diameter, setDiameter] = useState<number | string>('')
  const [label, setLabel] = useState('')
  const [serial, setSerial] = useState('')
  const [worn, setWorn] = useState(false)
  const [file, setFile] = useState<File | null>(null)
  const [asked, setAsked] = useState(false)
  const name = typedName ?? t(`kinds.${kind}`)
  const diameterMm = typeof diameter === 'number' ? diameter : null
  const owner = partyId as Id<'Party'> | null

  const given = useMemo(
    () => ({ partyId: owner, kind, label: label.trim() || null, serial: serial.trim(), diameterMm, worn }),
    [owner, kind, label, serial, diameterMm, worn],
  )
  const [wanted] = useDebouncedValue(given, 300)
  const drawn = useQuery({
    queryKey: [['settings.drawSeal'], wanted],
    enabled: how === 'draw',
    placeholderData: keepPreviousData,
    retry: false,
    // The name on it may have been changed since.
    gcTime: 0,
    queryFn: async ({ signal }) => followTask(await rpc['settings.drawSeal'](wanted, { signal })),
  })
  const cleaned = useQuery({
    queryKey: [['settings.cleanSeal'], file?.name, file?.size, file?.lastModified],
    enabled: how === 'upload' && file !== null,
    retry: false,
    gcTime: 0,
    queryFn: async ({ signal }) => {
      const { hash } = await storeFile(file!)
      return followTask(await rpc['settings.cleanSeal']({ imageHash: hash }, { signal }))
    },
  })
  const picture = how === 'draw' ? drawn : cleaned
  const imageHash = picture.error === null ? picture.data?.imageHash : undefined
  const settled = how === 'upload' || (wanted === given && !drawn.isFetching && !drawn.isPlaceholderData)
  const add = useMutation({
    mutationFn: (hash: string) =>
      rpc['settings.addSeal']({ partyId: owner, kind, name: name.trim(), imageHash: hash, diameterMm }),
    onSuccess: () => onAdded(name.trim()),
  })
  const nameMissing = asked && name.trim() === ''
  return (
    <FormDialog
      title={t('addSeal')}
      size={720}
      confirm={t('save')}
      busy={add.isPending || !settled}
      error={add.error}
      onSubmit={() => {
        setAsked(true)
        if (imageHash !== undefined && settled && name.trim() !== '') add.mutate(imageHash)
      }}
      onClose={onClose}
    >
      <SegmentedControl
        aria-label={t('how')}
        value={how}
        onChange={(value) => setHow(value as typeof how)}
        data={(['draw', 'upload'] as const).map((value) => ({ value, label: t(value) }))}
      />
      <Group align="flex-start" gap="xl" wrap="nowrap">
        <Stack gap="md" flex={1}>
          <Select
            label={t('kind')}
            allowDeselect={false}
            value={kind}
            onChange={(value) => setKind(SealKind.parse(value))}
            data={SealKind.options.map((value) => ({ value, label: t(`kinds.${value}`) }))}
          />
          <TextInput
            label={t('name')}
            required
            maxLength={60}
            value={name}
            error={nameMissing ? t('nameMissing') : undefined}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          {may('parties.read') && (
            <PartyPicker
              label={t('owner')}
              description={t('ownerHint')}
              kinds={['own']}
              clearable
              value={partyId}
              onChange={setPartyId}
            />
          )}
          <NumberInput
            label={t('diameter')}
            min={15}
            max={70}
            clampBehavior="blur"
            allowDecimal={false}
            allowNegative={false}
            hideControls
            w={200}
            placeholder={`${t('standard')}${sizes === undefined ? '' : ` ${sizes[kind]}`}`}
            rightSection={
              <Text fz={13} c="dimmed">
                {t('millimetres')}
              </Text>
            }
            rightSectionWidth={48}
            value={diameter}
            onChange={setDiameter}
          />
          {how === 'draw' && (
            <>
              <Group grow align="flex-start">
                <TextInput
                  label={t('label')}
                  description={t('labelHint')}
                  maxLength={10}
                  value={label}
                  onChange={(event) => setLabel(event.currentTarget.value)}
                />
                <TextInput
                  label={t('serial')}
                  description={t('serialHint')}
                  maxLength={20}
                  value={serial}
                  onChange={(event) => setSerial(event.currentTarget.value)}
                />
              </Group>
              <Checkbox label={t('worn')} checked={worn} onChange={(event) => setWorn(event.currentTarget.checked)} />
            </>
          )}
        </Stack>
        <Stack gap={8} w={232} style={{ flexShrink: 0 }}>
          {imageHash === undefined ? (
            <div className={classes.empty} aria-live="polite">
              {picture.isFetching ? <Loader size="sm" aria-label={t(how === 'draw' ? 'drawing' : 'cleaning')} /> : null}
            </div>
          ) : (
            <img className={classes.large} src={fileAddress(imageHash)} alt={t('picture', { name })} />
          )}
          {how === 'upload' && (
            <>
              <FileButton accept="image/png,image/jpeg" onChange={setFile}>
                {(props) => (
                  <Button {...props} variant="default" loading={cleaned.isFetching}>
                    {t(file === null ? 'choose' : 'chooseOther')}
                  </Button>
                )}
              </FileButton>
              <Text fz={12} c="dimmed">
                {t('pictureHint')}
              </Text>
            </>
          )}
          {picture.error !== null && (
            <Text fz={13} role="alert" c="var(--tone-late-text)">
              {errorText(picture.error)}
            </Text>
          )}
          {how === 'upload' && asked && file === null && (
            <Text fz={13} role="alert" c="var(--tone-late-text)">
              {t('pictureMissing')}
            </Text>
          )}
        </Stack>
      </Group>
    </FormDialog>
  )
}

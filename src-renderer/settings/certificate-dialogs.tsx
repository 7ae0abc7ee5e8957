import { FileInput, NumberInput, PasswordInput, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { z } from 'zod'
import type { importCertificate } from '../../src-shared/settings/settings-operations.ts'
import { FormDialog } from '../components/form-dialog.tsx'
import { storeFile } from '../lib/files.ts'
import { useErrorText } from '../lib/refusal-text.ts'
import { refusalOf, rpc } from '../lib/rpc.ts'
import { useTask } from '../lib/task.ts'
import { useWords } from '../lib/words.ts'
import { sealWords } from './seal-words.ts'

interface CertificateDialogProps {
  onClose(): void
  onKept(kept: z.output<(typeof importCertificate)['output']>): void
}

/** A certificate file with its private key, opened with its password. */
export function ImportCertificateDialog({ onClose, onKept }: CertificateDialogProps) {
  const t = useWords(sealWords)
  const errorText = useErrorText()
  const [file, setFile] = useState<File | null>(null)
  const [password, setPassword] = useState('')
  const [asked, setAsked] = useState(false)
  const task = useTask(rpc['settings.importCertificate'])
  const [unstored, setUnstored] = useState<unknown>(null)
  const wrongPassword = refusalOf(task.error)?.code === 'sign.wrongPassword'
  const submit = async () => {
    setAsked(true)
    if (file === null) return
    setUnstored(null)
    try {
      const { hash } = await storeFile(file)
      const kept = await task.start({ p12Hash: hash, password })
      if (kept !== undefined) onKept(kept)
    } catch (caught) {
      setUnstored(caught)
    }
  }
  return (
    <FormDialog
      title={t('importTitle')}
      confirm={t('doImport')}
      busy={task.running}
      error={unstored ?? (wrongPassword ? null : task.error)}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <Text fz="sm">{t('importText')}</Text>
      <FileInput
        label={t('file')}
        required
        data-autofocus
        accept=".p12,.pfx"
        placeholder={t('chooseFile')}
        value={file}
        onChange={setFile}
        error={asked && file === null ? t('fileMissing') : undefined}
      />
      <PasswordInput
        label={t('password')}
        autoComplete="off"
        maxLength={200}
        visibilityToggleButtonProps={{ 'aria-label': t('show') }}
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
        error={wrongPassword ? errorText(task.error) : undefined}
      />
    </FormDialog>
  )
}

/** A certificate of our own, with what it proves and what not. */
export function MakeCertificateDialog({ onClose, onKept }: CertificateDialogProps) {
  const t = useWords(sealWords)
  const [person, setPerson] = useState('')
  const [years, setYears] = useState<number | string>(3)
  const task = useTask(rpc['settings.makeCertificate'])
  const submit = async () => {
    if (typeof years !== 'number') return
    const kept = await task.start({ person: person.trim() || null, validYears: years })
    if (kept !== undefined) onKept(kept)
  }
  return (
    <FormDialog
      title={t('makeTitle')}
      confirm={t('doMake')}
      busy={task.running}
      error={task.error}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <Text fz="sm">{t('makeText')}</Text>
      <TextInput
        label={t('person')}
        description={t('personHint')}
        data-autofocus
        maxLength={64}
        value={person}
        onChange={(event) => setPerson(event.currentTarget.value)}
      />
      <NumberInput
        label={t('years')}
        required
        min={1}
        max={20}
        allowDecimal={false}
        w={160}
        suffix={` ${t('yearsUnit')}`}
        value={years}
        onChange={setYears}
        onBlur={() => typeof years !== 'number' && setYears(3)}
      />
    </FormDialog>
  )
}

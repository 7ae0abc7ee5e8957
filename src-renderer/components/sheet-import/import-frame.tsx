import { Button, Modal, Text, type ButtonProps } from '@mantine/core'
import { useEffect, useState, type ReactNode } from 'react'
import { storeFile } from '../../lib/files.ts'
import { useSheetDrop } from '../../lib/sheet-drop.ts'
import { useLanguage, useWords } from '../../lib/words.ts'
import { sheetImportWords } from './sheet-import-words.ts'

interface ImportButtonProps extends ButtonProps {
  children: ReactNode
  /** The import, of the file that was dropped, if it began so. */
  dialog(dropped: File | null, close: () => void): ReactNode
}

/** The button that begins an import from Excel; a sheet dropped on the window begins it too. */
export function ImportButton({ children, dialog, ...look }: ImportButtonProps) {
  const [opened, setOpened] = useState<{ file: File | null } | null>(null)
  useSheetDrop(opened === null ? (file) => setOpened({ file }) : null)
  return (
    <>
      <Button {...look} onClick={() => setOpened({ file: null })}>
        {children}
      </Button>
      {opened !== null && dialog(opened.file, () => setOpened(null))}
    </>
  )
}

/** Stores each file of an import, the one it was opened with or one dropped later, and has it read; `fault` is why the last one was not. */
export function useChosenSheet(
  dropped: File | null,
  locked: boolean,
  readStored: (file: File, hash: string) => Promise<void>,
): { read(file: File): void; fault: unknown } {
  const [fault, setFault] = useState<unknown>(null)
  const read = async (file: File) => {
    setFault(null)
    try {
      const { hash } = await storeFile(file)
      await readStored(file, hash)
    } catch (error) {
      setFault(error)
    }
  }
  useEffect(() => {
    if (dropped !== null) void read(dropped)
    // The dialog is opened anew for each dropped file.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [])
  useSheetDrop(locked ? null : (file) => void read(file))
  return { read: (file) => void read(file), fault }
}

interface ImportModalProps {
  title: string
  /** Whether there is a preview to show, which wants room. */
  wide: boolean
  onClose(): void
  children: ReactNode
}

export function ImportModal({ title, wide, onClose, children }: ImportModalProps) {
  const t = useWords(sheetImportWords)
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size={wide ? 'min(1120px, 94vw)' : 'lg'}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      {children}
    </Modal>
  )
}

/** Names the headings that were not understood. */
export function IgnoredColumns({ columns }: { columns: readonly string[] }) {
  const t = useWords(sheetImportWords)
  const language = useLanguage()
  if (columns.length === 0) return null
  return (
    <Text fz={13} c="dimmed">
      {t('ignored', { columns: columns.join(language === 'zh' ? '、' : ', ') })}
    </Text>
  )
}

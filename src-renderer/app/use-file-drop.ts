import { notifications } from '@mantine/notifications'
import { useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { droppedFile } from '../lib/dropped-file.ts'
import { giveSheet } from '../lib/sheet-drop.ts'
import { useWords } from '../lib/words.ts'
import { shellWords } from './shell-words.ts'

/**
 * Files dropped where no screen takes them: a Word file is imported as a template, an Excel file by the screen that takes one;
 * for others the person is told. Without this the window
 * would try to open the file in place of the app.
 */
export function useFileDrop(): void {
  const t = useWords(shellWords)
  const navigate = useNavigate()
  useEffect(() => {
    const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true
    const onDragOver = (event: DragEvent) => {
      if (holdsFiles(event)) event.preventDefault()
    }
    const onDrop = (event: DragEvent) => {
      // Taken by a field or page already.
      if (event.defaultPrevented || !holdsFiles(event)) return
      event.preventDefault()
      const file = event.dataTransfer?.files[0]
      if (file === undefined) return
      if (/\.docx$/i.test(file.name)) {
        droppedFile.put(file)
        void navigate({ to: '/templates', search: { import: true } })
      } else if (/\.xlsx$/i.test(file.name)) {
        if (!giveSheet(file)) notifications.show({ message: t('dropSheet') })
      } else notifications.show({ color: 'red', message: t('dropUnknown', { name: file.name }) })
    }
    window.addEventListener('dragover', onDragOver)
    window.addEventListener('drop', onDrop)
    return () => {
      window.removeEventListener('dragover', onDragOver)
      window.removeEventListener('drop', onDrop)
    }
  }, [navigate, t])
}

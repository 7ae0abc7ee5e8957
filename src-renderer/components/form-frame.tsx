import { Stack } from '@mantine/core'
import { useBlocker } from '@tanstack/react-router'
import { useEffect, useRef, type KeyboardEvent, type ReactNode, type RefObject } from 'react'
import { modals } from '@mantine/modals'
import { Text } from '@mantine/core'
import { defineWords, useWords } from '../lib/words.ts'

const words = defineWords(
  'formFrame',
  {
    leaveTitle: '离开此页？',
    leaveText: '有尚未保存的修改。离开后会留作草稿，下次打开时可以继续。',
    leaveLost: '有尚未保存的修改，离开后会丢失。',
    leave: '离开',
    stay: '继续编辑',
  },
  {
    leaveTitle: 'Leave this page?',
    leaveText: 'There are changes that are not saved. They are kept as a draft and can be taken up again.',
    leaveLost: 'There are changes that are not saved; they would be lost.',
    leave: 'Leave',
    stay: 'Go on editing',
  },
)

interface FormFrameProps {
  /** Called by the button of type submit, by Ctrl/⌘+S and by Enter in the last field, unless a field's text cannot be read. */
  onSave(): void
  /** Esc steps back, when nothing else takes it. */
  onBack?(): void
  /** Names the form for buttons outside it: `form="<id>"`. */
  id?: string
  children: ReactNode
}

/** A form for people who type: Enter moves on, Ctrl/⌘+S saves, Esc steps back, and what cannot be read is shown instead of saved. */
export function FormFrame({ onSave, onBack, id, children }: FormFrameProps) {
  const form = useRef<HTMLFormElement>(null)
  const save = () => {
    const unread = form.current?.querySelector<HTMLElement>('[data-unread]')
    if (unread) unread.focus()
    else onSave()
  }
  useSaveKey(save, form)
  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.defaultPrevented || event.nativeEvent.isComposing) return
    const target = event.target as HTMLElement
    // Keys come up from a dialog opened in a field, too; they are its own.
    if (!form.current!.contains(target)) return
    const opened = target.dataset['expanded'] === 'true' || target.getAttribute('aria-expanded') === 'true'
    if (event.key === 'Escape' && !opened && onBack !== undefined) onBack()
    if (event.key !== 'Enter' || !(target instanceof HTMLInputElement) || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    const fields = [...form.current!.querySelectorAll<HTMLElement>('input:not([type=hidden]), textarea')].filter(
      (field) => !field.hasAttribute('disabled') && field.tabIndex >= 0 && field.offsetParent !== null,
    )
    const next = fields[fields.indexOf(target) + 1]
    if (next === undefined) save()
    else next.focus()
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys bubble up from its fields
    <form
      ref={form}
      id={id}
      noValidate
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault()
        event.stopPropagation()
        save()
      }}
    >
      <Stack gap="md">{children}</Stack>
    </form>
  )
}

/** Goes to the first field that has an error, so that it is seen and read out. */
export function focusFirstError(): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>('form [aria-invalid="true"]')?.focus())
}

function useSaveKey(save: () => void, form: RefObject<HTMLFormElement | null>): void {
  const latest = useRef(save)
  useEffect(() => {
    latest.current = save
  })
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 's') return
      event.preventDefault()
      // What lies under a dialog or a drawer is not meant.
      const above = [...document.querySelectorAll('[aria-modal="true"]')].at(-1)
      if (above !== undefined && !above.contains(form.current)) return
      // A field reads what was typed when it is left.
      if (document.activeElement instanceof HTMLElement && form.current?.contains(document.activeElement))
        document.activeElement.blur()
      setTimeout(() => latest.current())
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [form])
}

/**
 * Asks before a page with unsaved changes is left; closing the window asks in the browser's own way. `kept`: whether what was typed stays as a
 * draft on this computer. Gives back the question itself, true when one may leave, for what is closed without leaving the page.
 */
export function useLeaveWarning(dirty: boolean, { kept = true }: { kept?: boolean } = {}): () => Promise<boolean> {
  const t = useWords(words)
  const mayLeave = () =>
    new Promise<boolean>((resolve) => {
      if (!dirty) return resolve(true)
      modals.openConfirmModal({
        title: t('leaveTitle'),
        children: <Text fz="sm">{t(kept ? 'leaveText' : 'leaveLost')}</Text>,
        labels: { confirm: t('leave'), cancel: t('stay') },
        withCloseButton: false,
        onConfirm: () => resolve(true),
        onCancel: () => resolve(false),
        onClose: () => resolve(false),
      })
    })
  useBlocker({ enableBeforeUnload: dirty, disabled: !dirty, shouldBlockFn: async () => !(await mayLeave()) })
  return mayLeave
}

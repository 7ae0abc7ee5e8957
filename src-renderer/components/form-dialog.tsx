import { Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import { DialogButtons } from './dialog-buttons.tsx'
import { FormFrame } from './form-frame.tsx'
import { RefusalAlert } from './refusal-alert.tsx'

interface FormDialogProps {
  title: ReactNode
  /** What it does, on its button. */
  confirm: string
  busy: boolean
  /** Why it was not done, as far as no field says it. */
  error: unknown
  onSubmit(): void
  onClose(): void
  size?: 'lg' | number
  /** It cannot be taken back. */
  danger?: boolean
  children: ReactNode
}

/** A dialog with fields: one question, its refusal, and doing it or not. A click beside it loses nothing that was typed. */
export function FormDialog({ title, size, onSubmit, onClose, error, children, ...buttons }: FormDialogProps) {
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      {...(size !== undefined && { size })}
      withCloseButton={false}
      closeOnClickOutside={false}
    >
      <FormFrame onSave={onSubmit}>
        {children}
        <RefusalAlert error={error} />
        <DialogButtons {...buttons} onCancel={onClose} />
      </FormFrame>
    </Modal>
  )
}

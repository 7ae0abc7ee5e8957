import { Progress, Text } from '@mantine/core'
import type { TaskProgress } from '../../src-shared/rpc/wire.ts'

interface TaskBarProps {
  /** What is being done. */
  label: string
  /** Null until the task has told how far it is. */
  progress: TaskProgress | null
  /** How far it is, in words. */
  text(progress: TaskProgress): string
}

/** How far a running task is, as a bar and in words that are read out. */
export function TaskBar({ label, progress, text }: TaskBarProps) {
  return (
    <div aria-live="polite">
      <Progress
        value={progress === null || progress.total === 0 ? 0 : (progress.done / progress.total) * 100}
        aria-label={label}
      />
      {progress !== null && (
        <Text fz={12} c="dimmed" mt={4}>
          {text(progress)}
        </Text>
      )}
    </div>
  )
}

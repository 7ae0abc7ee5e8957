import type { ApprovalStatus } from '../../src-shared/approvals/approval-status.ts'
import type { Tone } from '../app/theme.ts'
import { StatusBadge } from '../components/status-badge.tsx'
import { useWords } from '../lib/words.ts'
import { approvalWords } from './approval-words.ts'

const tones: Record<ApprovalStatus, Tone> = {
  running: 'waiting',
  agreed: 'done',
  refused: 'late',
  returned: 'late',
  withdrawn: 'draft',
}

export function ApprovalStatusBadge({ status }: { status: ApprovalStatus }) {
  const t = useWords(approvalWords)
  return <StatusBadge tone={tones[status]} label={t(`statuses.${status}`)} />
}

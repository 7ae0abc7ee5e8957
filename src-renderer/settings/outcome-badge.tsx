import type { AuditRow } from '../../src-shared/audit/audit-operations.ts'
import { StatusBadge } from '../components/status-badge.tsx'
import { useWords } from '../lib/words.ts'
import { auditWords } from './audit-words.ts'

/** Whether a command was done or refused. */
export function OutcomeBadge({ outcome }: { outcome: AuditRow['outcome'] }) {
  const t = useWords(auditWords)
  return <StatusBadge tone={outcome === 'done' ? 'done' : 'late'} label={t(`outcomes.${outcome}`)} />
}

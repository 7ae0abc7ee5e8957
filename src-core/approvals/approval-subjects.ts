import type { ApprovalKind } from '../../src-shared/approvals/flow-definition.ts'
import { refuse } from '../../src-shared/kernel/refusal.ts'
import { contractSubject } from '../contracts/contract-approval.ts'
import type { ApprovalSubject } from './approval-subject.ts'

const subjects: Partial<Record<ApprovalKind, ApprovalSubject>> = { contract: contractSubject }

export function subjectOf(kind: ApprovalKind): ApprovalSubject {
  const subject = subjects[kind]
  if (subject === undefined) throw refuse('approval.kindUnknown', { kind })
  return subject
}

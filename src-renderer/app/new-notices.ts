import type { ApprovalRow } from '../../src-shared/approvals/approvals-operations.ts'

type Seen = Pick<ApprovalRow, 'id' | 'status' | 'taskId' | 'urgedAt'>

/** Something that happened since one looked last, of which the person is told. */
export interface ApprovalNews<Row> {
  what: 'asked' | 'urged' | 'agreed' | 'refused' | 'returned'
  approval: Row
}

/** What came into the inbox, and in it was urged, between two looks. */
export function newInbox<Row extends Seen>(before: readonly Seen[], now: readonly Row[]): ApprovalNews<Row>[] {
  return now.flatMap((approval): ApprovalNews<Row>[] => {
    const earlier = before.find(({ id, taskId }) => id === approval.id && taskId === approval.taskId)
    if (earlier === undefined) return [{ what: 'asked', approval }]
    return approval.urgedAt !== earlier.urgedAt && approval.urgedAt !== null ? [{ what: 'urged', approval }] : []
  })
}

/** What of one's own was decided between two looks. What was withdrawn one did oneself. */
export function newDecisions<Row extends Seen>(before: readonly Seen[], now: readonly Row[]): ApprovalNews<Row>[] {
  return now.flatMap((approval): ApprovalNews<Row>[] => {
    const { status } = approval
    if (status === 'running' || status === 'withdrawn') return []
    const earlier = before.find(({ id }) => id === approval.id)
    return earlier?.status === 'running' ? [{ what: status, approval }] : []
  })
}

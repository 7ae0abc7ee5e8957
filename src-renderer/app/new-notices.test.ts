import { describe, expect, it } from 'vitest'
import type { ApprovalRow } from '../../src-shared/approvals/approvals-operations.ts'
import { newDecisions, newInbox } from './new-notices.ts'

const row = (id: string, changes: Partial<ApprovalRow> = {}) =>
  ({ id, status: 'running', taskId: `task-${id}`, urgedAt: null, ...changes }) as ApprovalRow
const told = (news: { what: string; approval: { id: string } }[]) =>
  news.map(({ what, approval }) => [what, approval.id])

describe('notices of approvals', () => {
  it('tell of what is newly asked, of what comes again after a return, and of what was urged', () => {
    const before = [row('a'), row('b'), row('c')]
    expect(
      told(newInbox(before, [row('a'), row('b', { taskId: 'another' as never }), row('c', { urgedAt: 5 }), row('d')])),
    ).toEqual([
      ['asked', 'b'],
      ['urged', 'c'],
      ['asked', 'd'],
    ])
    expect(newInbox(before, before)).toEqual([])
    expect(newInbox(before, [])).toEqual([])
  })

  it('tell of what was decided of one’s own, once, and not of what one withdrew', () => {
    const before = [row('a'), row('b'), row('c'), row('d', { status: 'agreed' })]
    const now = [
      row('a', { status: 'agreed' }),
      row('b', { status: 'withdrawn' }),
      row('c', { status: 'returned' }),
      row('d', { status: 'agreed' }),
      row('e', { status: 'refused' }),
    ]
    expect(told(newDecisions(before, now))).toEqual([
      ['agreed', 'a'],
      ['returned', 'c'],
    ])
    expect(newDecisions(now, now)).toEqual([])
  })
})

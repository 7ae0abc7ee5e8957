import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type { ApprovalRow } from '../../src-shared/approvals/approvals-operations.ts'
import { desktop } from '../lib/desktop.ts'
import { useNoticesOn } from '../lib/desktop-notices.ts'
import { useMyself } from '../lib/rights.ts'
import { wire } from '../lib/rpc.ts'
import { useWords } from '../lib/words.ts'
import { newDecisions, newInbox, type ApprovalNews } from './new-notices.ts'
import { shellWords } from './shell-words.ts'

/** More than these at once are told together. */
const mostApart = 3

/**
 * In the desktop app, while its window is not in front: a notice by the system when an approval arrives or one's own was decided; a click on it
 * opens the approval.
 */
export function useDesktopNotices(): void {
  const t = useWords(shellWords)
  const [on] = useNoticesOn()
  const me = useMyself()?.id
  const enabled = desktop !== undefined && me !== undefined
  const inbox = useQuery({ ...wire['approvals.list'].queryOptions({ input: { box: 'inbox', limit: 50 } }), enabled })
  const sent = useQuery({ ...wire['approvals.list'].queryOptions({ input: { box: 'sent', limit: 50 } }), enabled })
  // The first look tells nothing: what is there was there before. Another person begins anew.
  const seen = useRef<{ me: string; inbox: ApprovalRow[]; sent: ApprovalRow[] } | null>(null)
  useEffect(() => {
    if (me === undefined || inbox.data === undefined || sent.data === undefined) return
    const before = seen.current
    seen.current = { me, inbox: inbox.data.rows, sent: sent.data.rows }
    if (before?.me !== me || !on || document.hasFocus()) return
    const news = [...newInbox(before.inbox, inbox.data.rows), ...newDecisions(before.sent, sent.data.rows)]
    if (news.length > mostApart)
      void desktop?.notify({ title: t('notices.several', { count: news.length }), body: '', route: '/approvals' })
    else for (const each of news) tell(each)
    function tell({ what, approval }: ApprovalNews<ApprovalRow>) {
      const by = what === 'asked' || what === 'urged' ? `${approval.initiator} · ` : ''
      void desktop?.notify({
        title: t(`notices.${what}`),
        body: `${by}${approval.title}`,
        route: `/approvals/${approval.id}`,
      })
    }
  }, [me, inbox.data, sent.data, on, t])
}

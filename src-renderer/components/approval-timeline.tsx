import { Text } from '@mantine/core'
import {
  IconArrowForwardUp,
  IconCheck,
  IconClock,
  IconCornerUpLeft,
  IconMinus,
  IconX,
  type Icon,
} from '@tabler/icons-react'
import type { z } from 'zod'
import type { getApproval } from '../../src-shared/approvals/approvals-operations.ts'
import type { TaskStatus } from '../../src-shared/approvals/approval-status.ts'
import { useInstantText } from '../lib/instants.ts'
import { defineWords, useWords } from '../lib/words.ts'
import classes from './approval-timeline.module.css'

const words = defineWords(
  'approvalTimeline',
  {
    round: '第 {{round}} 轮',
    started: '{{name}} 提交审批',
    modes: { all: '会签', any: '或签', sequence: '依次审批' },
    tasks: {
      waiting: '未到',
      open: '待审批',
      agreed: '同意',
      refused: '驳回',
      sentBack: '退回',
      transferred: '已转交',
      cancelled: '无需处理',
    },
    skipped: '此前已同意，本轮跳过',
    asked: { before: '{{name}} 加签（先审）', after: '{{name}} 加签（后审）', transfer: '{{name}} 转交' },
    urged: '{{at}} 催办',
    readOther: '所审文件与最新文件不同',
  },
  {
    round: 'Round {{round}}',
    started: '{{name}} submitted',
    modes: { all: 'all must agree', any: 'any one decides', sequence: 'one after the other' },
    tasks: {
      waiting: 'not yet',
      open: 'to decide',
      agreed: 'agreed',
      refused: 'refused',
      sentBack: 'sent back',
      transferred: 'transferred',
      cancelled: 'not needed',
    },
    skipped: 'agreed before, skipped in this round',
    asked: {
      before: 'added by {{name}}, before',
      after: 'added by {{name}}, after',
      transfer: 'handed over by {{name}}',
    },
    urged: 'urged {{at}}',
    readOther: 'read another state of the document',
  },
)

type Approval = z.output<(typeof getApproval)['output']>

const icons: Record<TaskStatus, Icon> = {
  waiting: IconMinus,
  open: IconClock,
  agreed: IconCheck,
  refused: IconX,
  sentBack: IconCornerUpLeft,
  transferred: IconArrowForwardUp,
  cancelled: IconMinus,
}

/** Who was asked, who said what and when, round by round; the newest round first. */
export function ApprovalTimeline({ approval }: { approval: Approval }) {
  const t = useWords(words)
  const instant = useInstantText()
  const rounds = approval.rounds.toSorted((a, b) => b.round - a.round)
  return (
    <div className={classes.rounds}>
      {rounds.map(({ round, steps }) => (
        <section key={round} aria-label={t('round', { round })}>
          {rounds.length > 1 && (
            <Text component="h3" fz={12} fw={600} c="dimmed" m={0} mb={8}>
              {t('round', { round })}
            </Text>
          )}
          <ol className={classes.steps}>
            {round === 1 && (
              <li className={classes.step} data-status="agreed">
                <span className={classes.mark} data-status="agreed" aria-hidden>
                  <IconCheck size={13} stroke={2.4} />
                </span>
                <div>
                  <Text fz={13} fw={600}>
                    {t('started', { name: approval.initiator })}
                  </Text>
                  <Text fz={12} c="dimmed">
                    {instant(approval.startedAt)}
                  </Text>
                </div>
              </li>
            )}
            {steps.map((step) => (
              <li key={step.stepNo} className={classes.step}>
                <StepMark status={step.status} />
                <div className={classes.body}>
                  <Text fz={13} fw={600}>
                    {step.name}
                    {step.tasks.filter(({ askedHow }) => askedHow === null).length > 1 && (
                      <Text span fz={12} fw={400} c="dimmed">
                        {' '}
                        · {t(`modes.${step.mode}`)}
                      </Text>
                    )}
                  </Text>
                  {step.status === 'skipped' ? (
                    <Text fz={12} c="dimmed">
                      {t('skipped')}
                    </Text>
                  ) : (
                    step.tasks.map((task) => (
                      <div key={task.id} className={classes.task}>
                        <div className={classes.line}>
                          <span>{task.assignee}</span>
                          <span className={classes.status} data-status={task.status}>
                            {t(`tasks.${task.status}`)}
                          </span>
                          {task.decidedAt !== null && (
                            <time dateTime={new Date(task.decidedAt).toISOString()}>{instant(task.decidedAt)}</time>
                          )}
                        </div>
                        {task.askedHow !== null && (
                          <Text fz={12} c="dimmed">
                            {t(`asked.${task.askedHow}`, { name: task.askedBy ?? '' })}
                          </Text>
                        )}
                        {task.urgedAt !== null && task.status === 'open' && (
                          <Text fz={12} c="dimmed">
                            {t('urged', { at: instant(task.urgedAt) })}
                          </Text>
                        )}
                        {task.opinion !== '' && <blockquote className={classes.opinion}>{task.opinion}</blockquote>}
                        {task.contentHash !== null && task.contentHash !== approval.contentHash && (
                          <Text fz={12} c="dimmed">
                            {t('readOther')}
                          </Text>
                        )}
                      </div>
                    ))
                  )}
                </div>
              </li>
            ))}
          </ol>
        </section>
      ))}
    </div>
  )
}

function StepMark({ status }: { status: string }) {
  const known = status in icons ? (status as TaskStatus) : 'waiting'
  const Glyph = icons[known]
  return (
    <span className={classes.mark} data-status={known} aria-hidden>
      <Glyph size={13} stroke={2.4} />
    </span>
  )
}

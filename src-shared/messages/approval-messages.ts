import type { Messages } from './message.ts'

/** Flows, approvals and their tasks. */
export const approvalMessages = {
  'approval.noFlow': {
    zh: '没有适用的审批流程，无法提交{kind:table}。请管理员先设置流程。',
    en: 'There is no approval flow for this {kind:table}, so it cannot be submitted. Ask the administrator to set one up.',
  },
  'approval.kindUnknown': {
    zh: '“{kind:table}”不能提交审批。',
    en: 'A {kind:table} cannot be submitted for approval.',
  },
  'approval.noSteps': {
    zh: '按流程的条件，没有一个步骤适用于这份单据。请管理员检查流程，至少留一个总是适用的步骤。',
    en: 'By the flow’s conditions no step applies here. Ask the administrator to keep at least one step that always applies.',
  },
  'approval.noApprover': {
    zh: '审批步骤“{step}”找不到审批人。请管理员检查该步骤的角色或部门负责人。',
    en: 'Nobody was found to approve in the step “{step}”. Ask the administrator to check its role or the department’s head.',
  },
  'approval.notYours': {
    zh: '这项审批没有分配给您。请让被指定的审批人处理，或请其转交。',
    en: 'This approval is not assigned to you. Let the approver decide, or have it transferred.',
  },
  'approval.taskNotOpen': {
    zh: '这项审批任务现在是“{status:status}”，不能处理。请刷新查看最新进度。',
    en: 'This approval task is {status:status} now and cannot be decided. Refresh to see where it stands.',
  },
  'approval.notRunning': {
    zh: '审批已经是“{status:status}”，不能再处理。请刷新查看结果。',
    en: 'The approval is {status:status} already. Refresh to see the result.',
  },
  'approval.opinionRequired': {
    zh: '驳回或退回时必须写明意见。请填写原因后再提交。',
    en: 'To refuse or send back, an opinion is needed. Write the reason, then submit.',
  },
  'approval.documentChanged': {
    zh: '您看过的内容与现在提交审批的内容不同，意见没有记录。请重新打开，看过最新内容后再决定。',
    en: 'What you read is not what is submitted now; your decision was not recorded. Open it again, read the latest content, then decide.',
  },
  'approval.nothingToResume': {
    zh: '没有被退回的审批可以继续。请重新提交审批。',
    en: 'There is no sent-back approval to resume. Submit for approval from the start.',
  },
  'approval.contentChanged': {
    zh: '退回后内容有改动，不能直接回到退回人。请从头提交审批。',
    en: 'The content was changed after it was sent back, so it cannot return straight to the sender. Submit it from the start.',
  },
} satisfies Messages

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
  'approval.askSomeoneElse': {
    zh: '请选择自己以外的人。',
    en: 'Choose someone other than yourself.',
  },
  'approval.initiatorAsked': {
    zh: '{name}是发起人，不能审批自己提交的事项。请选择其他人。',
    en: '{name} submitted this and cannot approve it. Choose someone else.',
  },
  'approval.askedAlready': {
    zh: '{name}已经是步骤“{step}”的审批人。请选择其他人。',
    en: '{name} is asked in the step “{step}” already. Choose someone else.',
  },
  'approval.tooManyAsked': {
    zh: '一个步骤最多 {most} 名审批人，不能再加签或转交。',
    en: 'One step asks {most} people at most; nobody else can be asked in it.',
  },
  'approval.personAway': {
    zh: '{name}已离职，不能审批。请选择在职人员。',
    en: '{name} has left and cannot approve. Choose someone who is here.',
  },
  'approval.personCannotDecide': {
    zh: '{name}的角色没有审批权限。请选择其他人，或请管理员调整角色。',
    en: '{name}’s roles do not include approving. Choose someone else, or ask the administrator to change the roles.',
  },
  'approval.urgeNotYours': {
    zh: '只有发起人可以催办。',
    en: 'Only the person who submitted it can urge.',
  },
  'approval.urgedLately': {
    zh: '审批人刚收到或刚被催办过，{minutes} 分钟后可以再催。',
    en: 'The approvers were asked or urged only lately; you can urge in {minutes} minutes.',
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

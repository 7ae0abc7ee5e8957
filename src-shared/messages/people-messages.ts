import type { Messages } from './message.ts'

/** People and departments. */
export const peopleMessages = {
  'people.noSuchAccount': {
    zh: '没有账号为“{account}”的人员。请检查账号，或先添加此人。',
    en: 'Nobody has the account “{account}”. Check it, or add the person first.',
  },
  'people.accountTaken': {
    zh: '账号“{account}”已属于{name}。请换一个账号。',
    en: 'The account “{account}” belongs to {name}. Choose another one.',
  },
  'people.ownRoles': {
    zh: '{name}不能修改自己的角色。请另一位管理员来做。',
    en: '{name} cannot change roles of one’s own. Let another administrator do it.',
  },
  'people.notOneself': {
    zh: '{name}不能把自己设为离职。请另一位管理员来做。',
    en: '{name} cannot mark oneself as having left. Let another administrator do it.',
  },
  'people.lastAdministrator': {
    zh: '{name}是最后一位管理员。请先让另一个人成为管理员。',
    en: '{name} is the last administrator. Make someone else one first.',
  },
  'people.alreadyLeft': {
    zh: '{name}已于 {on} 离职，无需再次操作。',
    en: '{name} left on {on} already.',
  },
  'people.notLeft': {
    zh: '{name}并未离职，无需恢复。',
    en: '{name} has not left, so there is nothing to restore.',
  },
  'people.departmentsWithoutHead': {
    zh: '{name}离职后，这些部门没有负责人：{departments:list}。请指定新的负责人，否则需要部门负责人审批的单据会停住。',
    en: 'Once {name} has left, these departments have no head: {departments:list}. Name new ones, or approvals that need a head will stop.',
  },
  'people.approvalsWaiting': {
    zh: '还有 {count} 项审批在等{name}。请转交给别人。',
    en: '{count} approvals are waiting for {name}. Transfer them to someone else.',
  },
  'people.contractsRunning': {
    zh: '{name}名下还有 {count} 份未结束的合同。请移交给别人。',
    en: '{name} still has {count} unfinished contracts. Hand them over.',
  },
  'people.partiesOwned': {
    zh: '{name}名下还有 {count} 个往来单位。请移交给别人。',
    en: '{name} still looks after {count} parties. Hand them over.',
  },
  'people.headNotActive': {
    zh: '{name}已离职，不能担任部门负责人。请选择在职人员。',
    en: '{name} has left and cannot head a department. Choose someone who is here.',
  },
  'people.departmentNameTaken': {
    zh: '同一上级下已有名为“{name}”的部门。请换一个名称。',
    en: 'There is a department named “{name}” in the same place already. Choose another name.',
  },
  'people.departmentCycle': {
    zh: '“{parent}”是“{department}”的下级，不能作它的上级。请另选上级部门。',
    en: '“{parent}” lies below “{department}” and cannot stand above it. Choose another parent.',
  },
  'people.departmentHasChildren': {
    zh: '部门“{department}”还有下级部门：{children:list}。请先移走或删除它们。',
    en: 'The department “{department}” has departments below it: {children:list}. Move or remove them first.',
  },
  'people.departmentHasPeople': {
    zh: '部门“{department}”还有 {people} 名人员。请先调到别的部门。',
    en: 'The department “{department}” still has {people} people. Move them to another department first.',
  },
  'people.departmentHasContracts': {
    zh: '部门“{department}”名下有合同，不能删除。可以改名，或把人员调走后停用。',
    en: 'Contracts belong to the department “{department}”, so it cannot be removed. Rename it, or leave it without people.',
  },
} satisfies Messages

import type { Messages } from './message.ts'

/** A contract's stages have words of their own: 履行完毕, not 已完成. */
const fromIn = (of: unknown): string => (of === 'contract' ? '{from:stage}' : '{from:status}')

/** Who asks for what: rights, unknown names, input, records that are gone or have moved on. */
export const requestMessages = {
  'access.denied': {
    zh: '{actor} 没有“{permission:permission}”的权限。如确有需要，请管理员调整角色。',
    en: '{actor} has no right to {permission:permission}. If it is needed, ask the administrator for a role that has it.',
  },
  'access.unknownUser': {
    zh: '没有这个人员，或此人已离职（{id}）。请重新选择人员。',
    en: 'There is no such person, or the person has left ({id}). Choose a person again.',
  },
  'command.unknown': {
    zh: '没有名为 {name} 的命令。可用 qidan commands 查看全部命令。',
    en: 'There is no command {name}. qidan commands lists them all.',
  },
  'command.version': {
    zh: '命令 {name} 的版本是 {given}，本程序使用的是 {known}。请把两边升级到同一版本。',
    en: 'The command {name} came in version {given}, this program has version {known}. Bring both to the same version.',
  },
  'query.unknown': {
    zh: '没有名为 {name} 的查询。可用 qidan commands 查看全部查询。',
    en: 'There is no query {name}. qidan commands lists them all.',
  },
  'task.unknown': {
    zh: '没有名为 {name} 的任务。可用 qidan commands 查看全部任务。',
    en: 'There is no task {name}. qidan commands lists them all.',
  },
  'demo.dataLacks': {
    zh: '演示数据缺少“{path}”。数据按模板目录的名称书写，至少要有 合同、甲方、乙方，例见 assets/sample/sales-contract.json。',
    en: 'The data for the demo lack {path}. They use the names of the template catalogue and need 合同, 甲方 and 乙方; see assets/sample/sales-contract.json.',
  },
  'input.invalid': {
    zh: '输入有误：{issues:issues}。请改正后重试。',
    en: 'The input is wrong: {issues:issues}. Correct it and try again.',
  },
  'data.notJson': {
    zh: '{path} 不是正确的 JSON：第 {line} 行第 {column} 列附近有误。请检查逗号、引号和括号。',
    en: '{path} is not JSON: something is wrong near line {line}, column {column}. Check commas, quotes and brackets.',
  },
  'data.notObject': {
    zh: '{path} 里应是一个 JSON 对象，以字段名为键，例如以“合同”“甲方”为键。',
    en: '{path} must hold one JSON object with the field names as keys, such as 合同 and 甲方.',
  },
  'record.missing': {
    zh: '找不到这条{table:table}（{id}），可能已被删除。请刷新列表后再试。',
    en: 'This {table:table} ({id}) was not found; it may have been deleted. Refresh the list and try again.',
  },
  'record.stale': {
    zh: ({ version, seen }) =>
      version === null || seen === null
        ? '这条{table:table}已被别人改动过。请刷新，看过改动后再提交。'
        : '这条{table:table}已被别人改动过（您看到的是第 {seen} 版，现在是第 {version} 版）。请刷新，看过改动后再提交。',
    en: ({ version, seen }) =>
      version === null || seen === null
        ? 'This {table:table} was changed by someone else. Refresh, look at the changes, then submit again.'
        : 'This {table:table} was changed by someone else (you saw version {seen}, it is at {version} now). Refresh, look at the changes, then submit again.',
  },
  'status.notAllowed': {
    zh: ({ allowed, of }) =>
      Array.isArray(allowed) && allowed.length > 0
        ? `当前状态是“${fromIn(of)}”，不能{action:action}。现在可以：{allowed:action}。`
        : `当前状态是“${fromIn(of)}”，不能{action:action}，也没有其他可做的操作。`,
    en: ({ allowed, of }) =>
      Array.isArray(allowed) && allowed.length > 0
        ? `It is ${fromIn(of)} now, so it is not possible to {action:action}. Possible now: {allowed:action}.`
        : `It is ${fromIn(of)} now, so it is not possible to {action:action}; nothing else can be done with it either.`,
  },
  'audit.unknownTable': {
    zh: '审计中没有名为 {table} 的记录类型。请检查名称。',
    en: 'The audit knows no kind of record named {table}. Check the name.',
  },
} satisfies Messages

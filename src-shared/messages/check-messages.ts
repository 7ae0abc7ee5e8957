import type { Messages } from './message.ts'

const auditFaults: Record<string, readonly [zh: string, en: string]> = {
  missing: ['缺失', 'is missing'],
  edited: ['内容被改动过', 'was edited'],
  unlinked: ['与前一条不相连', 'is not linked to the one before'],
  changes: ['所记的数据改动被增删或改写', 'does not fit its row changes'],
  truncated: ['及其之后的记录被截去', 'and what followed were cut off'],
  bulk: ['批量写入的数据与当时的摘要不符', 'loaded rows that are not what they were'],
  otherHistory: ['与别处留存的不同', 'differs from what is known elsewhere'],
}

const recordFaults: Record<string, readonly [zh: string, en: string]> = {
  broken: ['历史前后不接（{columns:list}）', 'has a broken history ({columns:list})'],
  differs: ['与历史记录不符（{columns:list}）', 'is not what its history says ({columns:list})'],
  lost: ['不见了，而历史中没有删除', 'is gone, though nothing removed it'],
  unrecorded: ['没有任何历史，不是经由程序写入的', 'has no history: it was not written by the program'],
}

const restore = {
  zh: '请停止写入，用最近的备份恢复。',
  en: 'Stop writing and restore the last backup.',
}

/** What the check of a workspace finds. */
export const checkMessages = {
  'check.integrity': {
    zh: `{file} 的结构有错误：{detail}。${restore.zh}`,
    en: `The structure of {file} is faulty: {detail}. ${restore.en}`,
  },
  'check.danglingReference': {
    zh: `{table:table} {id} 指向不存在的{target:table}（{column} = {named}）。${restore.zh}`,
    en: `The {table:table} {id} names a {target:table} that is not there ({column} = {named}). ${restore.en}`,
  },
  'check.auditFault': {
    zh: ({ fault }) =>
      `第 {seq} 条审计记录${auditFaults[String(fault)]?.[0] ?? '有误'}。请保留现场并联系管理员，与备份比对。`,
    en: ({ fault }) =>
      `Audit entry {seq} ${auditFaults[String(fault)]?.[1] ?? 'is faulty'}. Keep everything as it is, tell the administrator, and compare with a backup.`,
  },
  'check.recordFault': {
    zh: ({ fault }) =>
      `{table:table} {id} ${recordFaults[String(fault)]?.[0] ?? '有误'}。请保留现场并联系管理员，与备份比对。`,
    en: ({ fault }) =>
      `The {table:table} {id} ${recordFaults[String(fault)]?.[1] ?? 'is faulty'}. Keep everything as it is, tell the administrator, and compare with a backup.`,
  },
  'check.fileUnreadable': {
    zh: `文件 {hash} 读不出来：它所在的页被改动过，或磁盘有故障。${restore.zh}`,
    en: `The file {hash} cannot be read: its pages were altered, or the disk is faulty. ${restore.en}`,
  },
  'check.fileMissing': {
    zh: '{table:table} {id} 所需的文件（{column} = {hash}）不在工作区里。请用备份恢复。',
    en: 'The file that the {table:table} {id} names ({column} = {hash}) is not in the workspace. Restore it from a backup.',
  },
} satisfies Messages

import type { Language } from './message.ts'

/** Words of the screen for code names. */
export type Words = Readonly<Record<string, readonly [zh: string, en: string]>>

/** The word for a code name; the code name itself where there is none. */
export function wordOf(words: Words, name: string, language: Language): string {
  const word = Object.hasOwn(words, name) ? words[name] : undefined
  return word === undefined ? name : word[language === 'zh' ? 0 : 1]
}

/** Statuses of contracts, approvals, steps, tasks, orders, shipments and payments. */
export const statusWords: Words = {
  draft: ['草稿', 'draft'],
  pending: ['审批中', 'in approval'],
  refused: ['已驳回', 'refused'],
  approved: ['待签署', 'approved, to be signed'],
  signed: ['已签署', 'signed'],
  active: ['履行中', 'in force'],
  completed: ['已完成', 'completed'],
  terminated: ['已终止', 'terminated'],
  void: ['已作废', 'void'],
  running: ['审批中', 'running'],
  agreed: ['已同意', 'agreed'],
  returned: ['已退回', 'sent back'],
  withdrawn: ['已撤回', 'withdrawn'],
  waiting: ['等待中', 'waiting'],
  open: ['待处理', 'open'],
  sentBack: ['已退回', 'sent back'],
  skipped: ['已跳过', 'skipped'],
  cancelled: ['已取消', 'cancelled'],
  transferred: ['已转交', 'transferred'],
  missing: ['不存在', 'missing'],
  confirmed: ['已确认', 'confirmed'],
  partShipped: ['部分发货', 'partly shipped'],
  shipped: ['已发货', 'shipped'],
  partReceived: ['部分收货', 'partly received'],
  received: ['已收货', 'received'],
  recorded: ['已登记', 'recorded'],
}

/** What is done to a record to move it from status to status. */
export const actionWords: Words = {
  submit: ['提交审批', 'submit'],
  return: ['退回', 'send back'],
  refuse: ['驳回', 'refuse'],
  revise: ['修改后重来', 'revise'],
  approve: ['批准', 'approve'],
  sign: ['登记签署', 'sign'],
  activate: ['开始履行', 'activate'],
  complete: ['完成', 'complete'],
  terminate: ['终止', 'terminate'],
  void: ['作废', 'void'],
  agree: ['同意', 'agree'],
  sendBack: ['退回', 'send back'],
  withdraw: ['撤回', 'withdraw'],
  resume: ['重新提交', 'resume'],
  confirm: ['确认', 'confirm'],
  shipPart: ['部分发货', 'ship in part'],
  shipRest: ['发完', 'ship the rest'],
  unshipPart: ['撤回部分发货', 'take back part of a shipment'],
  unshipAll: ['撤回发货', 'take back the shipment'],
  receivePart: ['部分收货', 'receive in part'],
  receiveRest: ['收完', 'receive the rest'],
  receive: ['签收', 'receive'],
  cancel: ['取消', 'cancel'],
}

/** Record tables by their SQL names. */
export const tableWords: Words = {
  departments: ['部门', 'department'],
  users: ['人员', 'user'],
  contacts: ['联系人', 'contact'],
  parties: ['往来单位', 'party'],
  products: ['产品', 'product'],
  clause_versions: ['条款版本', 'clause version'],
  clauses: ['条款', 'clause'],
  template_versions: ['模板版本', 'template version'],
  templates: ['合同模板', 'template'],
  contract_documents: ['合同文件', 'contract document'],
  contract_lines: ['标的明细', 'contract line'],
  contract_parties: ['合同当事人', 'contract party'],
  contracts: ['合同', 'contract'],
  payment_plan_items: ['收付款计划', 'payment plan item'],
  approval_steps: ['审批步骤', 'approval step'],
  approval_tasks: ['审批任务', 'approval task'],
  approvals: ['审批单', 'approval'],
  flow_versions: ['审批流程版本', 'flow version'],
  flows: ['审批流程', 'approval flow'],
  order_lines: ['订单明细', 'order line'],
  orders: ['订单', 'order'],
  shipment_lines: ['发货明细', 'shipment line'],
  shipments: ['发货单', 'shipment'],
  tracking_events: ['物流记录', 'tracking event'],
  payments: ['收付款', 'payment'],
  settlements: ['核销', 'settlement'],
  attachments: ['附件', 'attachment'],
  certificates: ['签名证书', 'certificate'],
  numbering_counters: ['编号计数', 'numbering counter'],
  numbering_rules: ['编号规则', 'numbering rule'],
  seals: ['印章', 'seal'],
  settings: ['设置', 'setting'],
  audit_entries: ['审计记录', 'audit entry'],
  // What a file is attached to is named in the singular.
  contract: ['合同', 'contract'],
  party: ['往来单位', 'party'],
  order: ['订单', 'order'],
  shipment: ['发货单', 'shipment'],
  payment: ['收付款', 'payment'],
  approval: ['审批单', 'approval'],
}

/** Kinds of records as sentences name them. */
export const attachedToWords: Words = {
  contract: ['合同', 'contracts'],
  contracts: ['合同', 'contracts'],
  order: ['订单', 'orders'],
  orders: ['订单', 'orders'],
  payment: ['收付款', 'payments'],
  payments: ['收付款', 'payments'],
  seals: ['印章', 'seals'],
  certificates: ['签名证书', 'certificates'],
  attachments: ['附件', 'attachments'],
}

/** Ready roles by their code names. */
export const roleWords: Words = {
  sales: ['销售', 'Sales'],
  salesSupport: ['销售支持', 'Sales support'],
  legal: ['法务', 'Legal'],
  finance: ['财务', 'Finance'],
  manager: ['部门经理', 'Manager'],
  generalManager: ['总经理', 'General manager'],
  administrator: ['管理员', 'Administrator'],
  auditor: ['审计员', 'Auditor'],
}

export const resetWords: Words = {
  daily: ['每日', 'daily'],
  monthly: ['每月', 'monthly'],
  yearly: ['每年', 'yearly'],
  never: ['从不', 'never'],
}

/** What a template wants a value to be. */
export const valueKindWords: Words = {
  text: ['文字', 'text'],
  number: ['数字', 'a number'],
  list: ['列表', 'a list'],
  date: ['日期', 'a date'],
  boolean: ['是或否', 'yes or no'],
  image: ['图片', 'a picture'],
  '0-9999': ['0 到 9999 的整数', 'a whole number from 0 to 9999'],
}

/** Areas by the first part of an operation's name. */
export const areaWords: Words = {
  approvals: ['审批', 'approvals'],
  audit: ['审计', 'the audit'],
  certificates: ['签名证书', 'certificates'],
  clauses: ['条款', 'clauses'],
  contracts: ['合同', 'contracts'],
  files: ['文件', 'files'],
  flows: ['审批流程', 'approval flows'],
  numbering: ['编号规则', 'numbering rules'],
  orders: ['订单', 'orders'],
  parties: ['往来单位', 'parties'],
  payments: ['收付款', 'payments'],
  people: ['人员', 'people'],
  products: ['产品', 'products'],
  reports: ['报表', 'reports'],
  seals: ['印章', 'seals'],
  search: ['搜索', 'search'],
  settings: ['设置', 'settings'],
  shipments: ['发货', 'shipments'],
  templates: ['合同模板', 'templates'],
}

export const rightWords: Words = {
  attach: ['添加', 'attach'],
  block: ['停用', 'block'],
  cancel: ['取消', 'cancel'],
  confirm: ['确认', 'confirm'],
  create: ['新建', 'create'],
  decide: ['审批', 'decide on'],
  detach: ['移除', 'detach'],
  document: ['制作文件', 'make documents of'],
  draft: ['起草', 'draft'],
  edit: ['编辑', 'edit'],
  execute: ['履行', 'execute'],
  history: ['查看历史', 'see the history in'],
  read: ['查看', 'read'],
  receive: ['签收', 'receive'],
  record: ['登记', 'record'],
  settle: ['核销', 'settle'],
  sign: ['签署', 'sign'],
  submit: ['提交', 'submit'],
  terminate: ['终止', 'terminate'],
  void: ['作废', 'void'],
  withdraw: ['撤回', 'withdraw'],
  urge: ['催办', 'urge'],
}

/** `contracts.sign` → 合同·签署, "sign contracts"; undefined words show as the code name. */
export function permissionInWords(permission: string, language: Language): string {
  const [area = '', right = ''] = permission.split('.')
  const [of, may] = [wordOf(areaWords, area, language), wordOf(rightWords, right, language)]
  return language === 'zh' ? `${of}·${may}` : `${may} ${of}`
}

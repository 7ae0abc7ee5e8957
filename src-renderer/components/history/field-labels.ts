/** How a stored value is read in a history. */
export type FieldKind =
  | 'text'
  | 'cents'
  | 'quantity'
  | 'unitPrice'
  | 'rate'
  | 'instant'
  | 'yesNo'
  | 'word'
  | 'stage'
  | 'person'
  | 'party'
  | 'reference'
  | 'hidden'

export interface FieldLabel {
  zh: string
  en: string
  kind: FieldKind
}

const label = (zh: string, en: string, kind: FieldKind = 'text'): FieldLabel => ({ zh, en, kind })

/** Words for stored columns, by their SQL names; the same name means the same in every table. */
const labels: Record<string, FieldLabel> = {
  // Names and texts
  name: label('名称', 'Name'),
  short_name: label('简称', 'Short name'),
  title: label('标题', 'Title'),
  number: label('编号', 'Number'),
  draft_number: label('草稿号', 'Draft number'),
  code: label('编码', 'Code'),
  account: label('账号', 'Account'),
  credit_code: label('统一社会信用代码', 'Credit code'),
  industry: label('行业', 'Industry'),
  region: label('地区', 'Region'),
  level: label('级别', 'Level'),
  address: label('地址', 'Address'),
  legal_representative: label('法定代表人', 'Legal representative'),
  phone: label('电话', 'Phone'),
  mobile: label('手机', 'Mobile'),
  email: label('邮箱', 'E-mail'),
  position: label('职务', 'Position'),
  bank_name: label('开户行', 'Bank'),
  bank_account: label('银行账号', 'Bank account'),
  notes: label('备注', 'Notes'),
  remark: label('备注', 'Remark'),
  specification: label('规格型号', 'Specification'),
  unit: label('单位', 'Unit'),
  category: label('类别', 'Category'),
  condition: label('条件', 'Condition'),
  opinion: label('意见', 'Opinion'),
  purpose: label('用途', 'Purpose'),
  text: label('正文', 'Text'),
  reason: label('原因', 'Reason'),
  end_reason: label('原因', 'Reason'),
  cancel_reason: label('取消原因', 'Reason of cancelling'),
  void_reason: label('作废原因', 'Reason of voiding'),
  block_reason: label('停用原因', 'Reason of blocking'),
  blocked_reason: label('停用原因', 'Reason of blocking'),
  carrier: label('承运人', 'Carrier'),
  waybill: label('运单号', 'Waybill'),
  place: label('地点', 'Place'),
  description: label('说明', 'Description'),
  delivery_address: label('收货地址', 'Delivery address'),
  bank_reference: label('银行流水号', 'Bank reference'),
  signed_at: label('签订地点', 'Place of signing'),
  currency: label('币种', 'Currency'),
  pattern: label('规则', 'Pattern'),
  // Words of a status or kind
  kind: label('类型', 'Kind', 'word'),
  type: label('类型', 'Type', 'word'),
  status: label('状态', 'Status', 'word'),
  stage: label('阶段', 'Stage', 'stage'),
  direction: label('方向', 'Direction', 'word'),
  method: label('方式', 'Method', 'word'),
  role: label('角色', 'Role', 'word'),
  mode: label('方式', 'Mode', 'word'),
  due_event: label('付款节点', 'Due after', 'word'),
  // Money, quantities, rates
  amount: label('金额', 'Amount', 'cents'),
  net_amount: label('不含税金额', 'Net amount', 'cents'),
  tax_amount: label('税额', 'Tax', 'cents'),
  ordered_amount: label('已下单金额', 'Ordered', 'cents'),
  shipped_amount: label('已发货金额', 'Shipped', 'cents'),
  settled_amount: label('已核销金额', 'Settled', 'cents'),
  retention_amount: label('质保金', 'Retention', 'cents'),
  credit_limit: label('信用额度', 'Credit limit', 'cents'),
  unit_price: label('含税单价', 'Price incl. tax', 'unitPrice'),
  quantity: label('数量', 'Quantity', 'quantity'),
  ordered_quantity: label('已下单数量', 'Ordered', 'quantity'),
  shipped_quantity: label('已发数量', 'Shipped', 'quantity'),
  received_quantity: label('已收数量', 'Received', 'quantity'),
  tax_rate: label('税率', 'Tax rate', 'rate'),
  rate: label('比例', 'Share', 'rate'),
  order_allowance: label('下单允差', 'Order allowance', 'rate'),
  // Dates
  signed_on: label('签订日期', 'Signed on'),
  effective_on: label('生效日期', 'Effective on'),
  expires_on: label('到期日期', 'Expires on'),
  retention_release_on: label('质保金到期', 'Retention released on'),
  ordered_on: label('下单日期', 'Ordered on'),
  deliver_by: label('交货日期', 'Deliver by'),
  shipped_on: label('发货日期', 'Shipped on'),
  received_on: label('收货日期', 'Received on'),
  paid_on: label('收付日期', 'Paid on'),
  settled_on: label('核销日期', 'Settled on'),
  due_on: label('应付日期', 'Due on'),
  left_on: label('离职日期', 'Left on'),
  happened_at: label('时间', 'Time', 'instant'),
  decided_at: label('审批时间', 'Decided at', 'instant'),
  started_at: label('发起时间', 'Started at', 'instant'),
  finished_at: label('结束时间', 'Finished at', 'instant'),
  opened_at: label('到达时间', 'Reached at', 'instant'),
  due_days: label('天数', 'Days'),
  payment_term_days: label('账期（天）', 'Payment term (days)'),
  pages: label('页数', 'Pages'),
  no: label('版本', 'Version'),
  line_no: label('行号', 'Line'),
  item_no: label('期次', 'Instalment'),
  round: label('轮次', 'Round'),
  // Yes or no
  blocked: label('停用', 'Blocked', 'yesNo'),
  active: label('启用', 'Active', 'yesNo'),
  is_primary: label('首要联系人', 'Primary contact', 'yesNo'),
  // Who and which
  owner_id: label('负责人', 'Owner', 'person'),
  assignee_id: label('审批人', 'Approver', 'person'),
  initiator_id: label('发起人', 'Initiator', 'person'),
  head_id: label('部门负责人', 'Head', 'person'),
  party_id: label('往来单位', 'Party', 'party'),
  counterparty_id: label('对方单位', 'Counterparty', 'party'),
  our_party_id: label('我方单位', 'Our company', 'party'),
  department_id: label('部门', 'Department', 'reference'),
  template_version_id: label('模板', 'Template', 'reference'),
  parent_id: label('上级', 'Parent', 'reference'),
  product_id: label('产品', 'Product', 'reference'),
  document_id: label('合同文件', 'Document', 'reference'),
  current_version_id: label('当前版本', 'Current version', 'reference'),
  definition: label('流程内容', 'Definition', 'reference'),
  answers: label('模板填写项', 'Template answers', 'reference'),
  snapshot: label('当事人信息', 'Details of the party', 'reference'),
  anchors: label('盖章位置', 'Places of seals', 'hidden'),
}

/** The words for a column, undefined for what says nothing to a person: keys for sorting, hashes, ids of the record a row belongs to. */
export function fieldLabel(field: string): FieldLabel | undefined {
  const known = Object.hasOwn(labels, field) ? labels[field] : undefined
  return known === undefined || known.kind === 'hidden' ? undefined : known
}

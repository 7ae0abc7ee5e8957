import type { FieldType, TemplateField, TemplateMapping } from './template.ts'

/** One thing a contract knows, by the path templates use for it. */
export interface ContractField {
  path: string
  type: FieldType
  label: { zh: string; en: string }
  /** Other names offices give to it. */
  synonyms: readonly string[]
}

const field = (path: string, type: FieldType, en: string, ...synonyms: string[]): ContractField => ({
  path,
  type,
  label: { zh: path.split('.').at(-1)!, en },
  synonyms,
})

const partyFields = (role: string, en: string, ...names: string[]): ContractField[] => {
  const of = (name: string, type: FieldType, english: string, ...synonyms: string[]) =>
    field(
      `${role}.${name}`,
      type,
      `${en}: ${english}`,
      ...[role, ...names].flatMap((who) => [name, ...synonyms].map((what) => `${who}${what}`)),
    )
  return [
    field(
      `${role}.名称`,
      'text',
      `${en}: name`,
      role,
      ...[role, ...names].flatMap((who) => [`${who}名称`, `${who}单位`, `${who}公司`, `${who}单位名称`]),
      ...names,
    ),
    of('统一社会信用代码', 'text', 'credit code', '信用代码', '社会信用代码'),
    of('税号', 'text', 'tax number', '纳税人识别号'),
    of('地址', 'text', 'address', '住所', '住址', '注册地址'),
    of('法定代表人', 'text', 'legal representative', '法人', '法人代表', '负责人'),
    of('委托代理人', 'text', 'agent', '代理人', '授权代表'),
    of('电话', 'text', 'phone', '联系电话'),
    of('邮箱', 'text', 'e-mail', '电子邮箱', '电子邮件'),
    of('开户行', 'text', 'bank', '开户银行'),
    of('账号', 'text', 'account', '银行账号', '帐号'),
    of('联系人', 'text', 'contact'),
  ]
}

/** All that a contract can fill in by itself. */
export const contractFields: readonly ContractField[] = [
  field('合同.编号', 'text', 'Number', '合同编号', '合同编码', '合同号', '编号'),
  field('合同.名称', 'text', 'Title', '合同名称', '项目名称', '标题'),
  field('合同.类型', 'text', 'Type', '合同类型'),
  field('合同.签订日期', 'date', 'Signed on', '签订日期', '签署日期', '合同日期', '签约日期'),
  field('合同.签订地点', 'text', 'Signed at', '签订地点', '签署地点', '签约地点'),
  field('合同.生效日期', 'date', 'Effective on', '生效日期', '开始日期', '合同开始日期'),
  field('合同.到期日期', 'date', 'Expires on', '到期日期', '终止日期', '截止日期', '合同结束日期'),
  field('合同.币种', 'text', 'Currency', '币种'),
  field(
    '合同.总金额',
    'money',
    'Amount',
    '总金额',
    '合同金额',
    '合同总金额',
    '合同总价',
    '总价',
    '金额',
    '价税合计',
    '合计金额',
  ),
  field('合同.不含税金额', 'money', 'Net amount', '不含税金额', '未税金额'),
  field('合同.税额', 'money', 'Tax', '税额', '增值税额', '合计税额'),
  field('合同.有质保金', 'boolean', 'Has retention', '有质保金'),
  field('合同.质保金金额', 'money', 'Retention', '质保金', '质保金金额', '质量保证金'),
  field('合同.质保金退还日期', 'date', 'Retention released on', '质保金退还日期', '质保到期日期'),
  field('合同.备注', 'text', 'Notes', '备注'),
  field('合同.明细', 'list', 'Lines', '明细', '标的明细', '产品明细', '货物清单'),
  ...(
    [
      ['序号', 'number', 'No.', ['行号']],
      ['名称', 'text', 'Item', ['产品名称', '货物名称', '品名', '标的名称']],
      ['规格型号', 'text', 'Specification', ['规格', '型号']],
      ['单位', 'text', 'Unit', ['计量单位']],
      ['数量', 'number', 'Quantity', []],
      ['单价', 'money', 'Unit price', ['含税单价']],
      ['税率', 'rate', 'Tax rate', []],
      ['金额', 'money', 'Amount', ['小计', '含税金额']],
      ['不含税金额', 'money', 'Net amount', []],
      ['税额', 'money', 'Tax', []],
      ['交货日期', 'date', 'Deliver by', ['交期', '交付日期']],
      ['备注', 'text', 'Remark', []],
    ] as [string, FieldType, string, string[]][]
  ).map(([name, type, en, synonyms]) => field(`合同.明细.${name}`, type, `Line: ${en}`, ...synonyms)),
  field('合同.付款计划', 'list', 'Payment plan', '付款计划', '收款计划', '付款安排'),
  ...(
    [
      ['序号', 'number', 'No.', ['期次', '期数']],
      ['名称', 'text', 'Instalment', ['款项', '款项名称']],
      ['条件', 'text', 'Condition', ['付款条件']],
      ['日期', 'date', 'Due on', ['付款日期', '期限']],
      ['比例', 'rate', 'Share', ['付款比例']],
      ['金额', 'money', 'Amount', ['付款金额']],
    ] as [string, FieldType, string, string[]][]
  ).map(([name, type, en, synonyms]) => field(`合同.付款计划.${name}`, type, `Instalment: ${en}`, ...synonyms)),
  ...partyFields('甲方', 'Party A', '买方', '需方', '委托方', '采购方', '客户', '发包方'),
  ...partyFields('乙方', 'Party B', '卖方', '供方', '受托方', '供应商', '承包方'),
  ...partyFields('丙方', 'Party C', '担保方'),
]

const byPath = new Map(contractFields.map((each) => [each.path, each]))
const lists = contractFields.filter(({ type }) => type === 'list')
const listOf = (path: string) => lists.find((list) => path.startsWith(`${list.path}.`))

/** A name without points, blanks and a unit in brackets: 合同.金额（元） is 合同金额. */
const plainName = (path: string) => path.replaceAll(/[.\s_·]|（(?:元|人民币|万元|含税)）$/g, '')

/** Names of whole fields, and of columns below each list: 名称 means another thing in every list. */
const bySynonym = new Map<string, ContractField>()
for (const each of contractFields) {
  const list = listOf(each.path)
  for (const name of [each.path.slice(list === undefined ? 0 : list.path.length + 1), ...each.synonyms]) {
    const key = list === undefined ? plainName(name) : `${list.path}.${plainName(name)}`
    if (!bySynonym.has(key)) bySynonym.set(key, each)
  }
}

/**
 * The contract's own field that a template's field means, by path or by a name offices use, columns of a list below the list's own name
 * (货物清单.品名 is 合同.明细.名称); undefined when the app does not know it.
 */
export function contractFieldFor(path: string): ContractField | undefined {
  const known = byPath.get(path) ?? bySynonym.get(plainName(path))
  if (known !== undefined) return known
  const point = path.lastIndexOf('.')
  if (point < 0) return undefined
  const list = contractFieldFor(path.slice(0, point))
  return list?.type === 'list' ? bySynonym.get(`${list.path}.${plainName(path.slice(point + 1))}`) : undefined
}

/** What fills each field of a template: the contract's own data where the name says so, else a question of the draft form. */
export function proposeMapping(fields: readonly TemplateField[]): TemplateMapping {
  const mapping: TemplateMapping = {}
  for (const { path, type, loop } of fields) {
    const known = contractFieldFor(path)
    if (known !== undefined) mapping[path] = { kind: 'contract', path: known.path }
    // Fields of a list the contract does not know come with the list; only the list itself is asked for.
    else if (loop === null)
      mapping[path] = { kind: 'question', label: path.split('.').at(-1)!, type, required: type !== 'boolean' }
  }
  return mapping
}

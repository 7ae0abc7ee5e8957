import type { ContractDetail } from '../../src-shared/contracts/contracts-operations.ts'
import { cents, formatCents } from '../../src-shared/kernel/cents.ts'
import { formatQuantity, formatRate } from '../../src-shared/kernel/decimal.ts'
import { formatDate } from '../../src-shared/kernel/local-date.ts'
import { uppercaseAmount } from '../../src-shared/kernel/uppercase-amount.ts'
import { quoted } from '../documents/typst/compile.ts'

const said = (text: string) => `#${quoted(text)}`

/** Typst source of a contract that was written without a template: parties, goods, price, payment and the places to sign. */
export function paperOf(contract: ContractDetail): string {
  const { title, lines, paymentPlan, amount } = contract
  const parties = contract.parties.toSorted((a, b) => a.role.localeCompare(b.role, 'zh-CN'))
  const clauses = [
    ...(contract.type === 'supplementary' ? [['补充约定', said(contract.notes)]] : []),
    ...(lines.length > 0 ? [['标的、数量与价款', goodsTable(contract)]] : []),
    ...(amount > 0
      ? [['合同金额', said(`含税总价人民币 ${formatCents(amount)} 元（大写：${uppercaseAmount(amount)}）。`)]]
      : [['保密义务', said('双方对因合作知悉的对方技术、价格和客户信息保密，未经书面同意不向第三方披露。')]]),
    ...(paymentPlan.length > 0 ? [['付款方式', instalments(contract)]] : []),
    ['交付与验收', said('卖方按约定日期交货并承担运费，买方收货后十五日内完成验收；逾期未提出异议的，视为验收合格。')],
    ['争议解决', said('因本合同发生争议，双方协商解决；协商不成的，向被告住所地人民法院提起诉讼。')],
  ]
  return `#set page(paper: "a4", margin: (x: 25mm, y: 25mm), numbering: "1")
#set text(font: ("Tinos", "Noto Serif SC"), size: 10.5pt, lang: "zh")
#set par(leading: 0.9em, justify: true)
#align(center, text(size: 18pt, weight: "bold")[${said(title)}])
#align(right)[合同编号：${contract.number === null ? '#box(width: 10em, stroke: (bottom: 0.5pt))' : said(contract.number)}]
${parties.map(({ role, snapshot }) => said(`${role}：${snapshot.name}`)).join(' \\\n')}

${clauses.map(([name, body], i) => `*${said(`${'一二三四五六七'[i]}、${name!}`)}*\n\n${body!}`).join('\n\n')}

#v(1.5em)
#grid(columns: (1fr, 1fr), row-gutter: 1.2em, ${parties
    .flatMap(({ role, snapshot }) => [
      `[${said(`${role}（盖章）：${snapshot.name}`)} \\ \\ ${said('授权代表（签字）：')} \\ \\ ${said('日期：')}]`,
    ])
    .join(', ')})
`
}

function goodsTable({ lines }: ContractDetail): string {
  const cells = lines.flatMap((line) => [
    `${line.name} ${line.specification}`.trim(),
    line.unit,
    formatQuantity(line.quantity),
    // The sample's prices are whole 分.
    formatCents(cents(line.unitPrice / 10_000)),
    formatRate(line.taxRate),
    formatCents(line.amount),
  ])
  const head = ['名称与规格', '单位', '数量', '含税单价（元）', '税率', '金额（元）']
  return `#[#set par(justify: false)
#table(columns: (1fr, auto, auto, auto, auto, auto), stroke: 0.5pt, align: (x, _) => if x > 1 { right } else { left }, ${[
    ...head,
    ...cells,
  ]
    .map((text) => `[${said(text)}]`)
    .join(', ')})]`
}

const instalments = ({ paymentPlan }: ContractDetail): string =>
  paymentPlan
    .map(({ itemNo, name, dueOn, amount }) =>
      said(
        `${itemNo}. ${name}：人民币 ${formatCents(amount)} 元${dueOn === null ? '' : `，${formatDate(dueOn, 'yyyy年M月d日')}前支付`}。`,
      ),
    )
    .join(' \\\n')

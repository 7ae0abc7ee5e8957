import {
  article,
  clause,
  lineTable,
  particulars,
  partiesTable,
  planTable,
  signatureBlock,
  factTable,
  when,
} from './blocks.ts'
import type { TemplateSpec } from './template-spec.ts'
import { paragraph } from './wordml.ts'

/** 补充协议 to an existing contract: more goods, the new total, a later term, its own plan. */
export const supplementaryAgreement: TemplateSpec = {
  file: 'supplementary-agreement',
  name: '补充协议',
  type: 'supplementary',
  direction: 'in',
  ourRole: '乙方',
  description: '对已签合同的补充：追加标的、变更后总金额、期限调整和新增付款计划，其余条款继续有效。',
  cover: false,
  body: [
    paragraph('补充协议', { style: 'Title' }),
    particulars([
      ['协议编号', '{{合同.编号}}'],
      ['签订日期', '{{合同.签订日期 | 日期 "yyyy年M月d日"}}'],
      ['协议名称', '{{合同.名称}}'],
      ['签订地点', '{{合同.签订地点}}'],
    ]),
    partiesTable({ first: '买方', second: '卖方' }),
    paragraph(
      '甲、乙双方于{{原合同.签订日期 | 日期 "yyyy年M月d日"}}签订了《{{原合同.名称}}》（合同编号：{{原合同.编号}}，“原合同”）。现根据《中华人民共和国民法典》的有关规定，就原合同的变更和补充事宜协商一致，订立本补充协议（“本协议”）。',
      { style: 'Preamble', before: 200 },
    ),
    article('变更事由'),
    clause('{{变更事由}}'),
    article('标的与价款的变更'),
    clause('在原合同标的之外，乙方向甲方增加提供下列货物及相关服务：', { keepNext: true, after: 60 }),
    lineTable({ totalLabel: '增加金额（价税合计）', capitalLabel: '增加金额大写' }),
    clause('原合同总金额变更如下：', { before: 160, keepNext: true, after: 60 }),
    factTable([
      ['原合同总金额', '人民币{{原合同.总金额 | 金额}}元'],
      ['本协议增加金额', '人民币{{合同.总金额 | 金额}}元'],
      ['变更后总金额', '**人民币{{变更后总金额 | 金额}}元**（大写：{{变更后总金额 | 大写}}）'],
    ]),
    article('付款计划'),
    clause('本协议增加的金额按照下表支付；原合同约定的付款计划不变：', { keepNext: true, after: 60 }),
    planTable(),
    clause(
      '乙方应在甲方每期付款前，按照货物和服务各自适用的税率分别开具等额的增值税专用发票（包括全面数字化的电子发票）。',
      { before: 160 },
    ),
    when(
      '有期限变更',
      article('期限的变更'),
      clause('原合同约定的交货期限（履行期限）由“{{原交货期限}}”变更为“{{合同.交货期限}}”，其他期限以此相应顺延。'),
      clause('双方确认，因本次变更而顺延的期间不构成任何一方的逾期。'),
    ),
    article('质量保证'),
    clause(
      '本协议增加的标的物，其交付、检验、验收和质量保证适用原合同的约定；质量保证期为{{合同.质保期}}，自该部分标的物验收合格之日起单独计算。',
    ),
    article('原合同的效力'),
    clause('本协议是原合同的组成部分。本协议与原合同不一致的，以本协议为准；本协议未作变更的，继续按照原合同执行。'),
    clause(
      '双方确认，截至本协议签订之日，除本协议载明的变更外，原合同没有其他变更，双方均无未向对方书面提出的违约主张。',
    ),
    clause('因本协议引起的或者与本协议有关的争议，按照原合同约定的争议解决方式处理。'),
    article('生效及其他'),
    clause(
      '本协议自双方加盖公章或者合同专用章，并由法定代表人或者授权代表签字之日起生效。双方采用符合《中华人民共和国电子签名法》规定的可靠的电子签名订立的，与手写签名或者盖章具有同等的法律效力。',
    ),
    clause('本协议一式{{合同.份数}}份，双方各执一半，具有同等法律效力。', { keepNext: true }),
    signatureBlock(),
  ].join(''),
}

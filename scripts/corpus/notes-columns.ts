import type { CorpusDocument } from './package-docx.ts'
import { officeStylesXml } from './styles.ts'
import { columnBreak, margins, p, ps, r, raw, section, sectionEnd, tbl, grid, tc, tr } from '../docx/wordml.ts'

const indented = { ind: { firstLine: 420, firstLineChars: 200 }, spacing: { line: 360, lineRule: 'auto' } } as const
const foot = (id: number) => raw(`<w:footnoteReference w:id="${id}"/>`, { rStyle: 'FootnoteReference' })
const end = (id: number) => raw(`<w:endnoteReference w:id="${id}"/>`, { rStyle: 'EndnoteReference' })
const note = (kind: 'footnote' | 'endnote', text: string) =>
  p(
    raw(`<w:${kind}Ref/>`, { rStyle: kind === 'footnote' ? 'FootnoteReference' : 'EndnoteReference' }) + r(` ${text}`),
    { pStyle: kind === 'footnote' ? 'FootnoteText' : 'EndnoteText' },
  )

/** A legal opinion with footnotes (one of two paragraphs, one from a table) and endnotes. */
export const footnotesEndnotes: CorpusDocument = {
  title: '关于买卖合同违约金条款的法律意见',
  styles: officeStylesXml(),
  footnotes: [
    note(
      'footnote',
      '《中华人民共和国民法典》第五百八十五条第二款：“约定的违约金低于造成的损失的，人民法院或者仲裁机构可以根据当事人的请求予以增加；约定的违约金过分高于造成的损失的，人民法院或者仲裁机构可以根据当事人的请求予以适当减少。”',
    ),
    note('footnote', '参见《最高人民法院关于适用〈中华人民共和国民法典〉合同编通则若干问题的解释》第六十五条。'),
    note('footnote', '此处的“损失”包括合同履行后可以获得的利益。') +
      p('可得利益的计算，应当扣除守约方因对方违约而减少的费用支出。', { pStyle: 'FootnoteText' }),
    note('footnote', '数据来源：委托人提供的《2025 年度采购台账》，本所未作独立核验。'),
    note('footnote', 'LPR 指贷款市场报价利率，由全国银行间同业拆借中心每月 20 日公布。'),
  ],
  endnotes: [
    note(
      'endnote',
      '本意见所称“本合同”，是指委托人与山海钢构有限公司于 2025 年 9 月 8 日签订的编号为 CG-2025-0917 的钢结构件买卖合同及其两份补充协议。',
    ),
    note('endnote', '本意见依据出具之日有效的法律、法规和司法解释作出；其后法律发生变化的，本所没有义务主动更新。'),
  ],
  body:
    p('关于买卖合同违约金条款的法律意见', { pStyle: 'Title' }) +
    p('致：东湖装备制造股份有限公司', { spacing: { line: 360, lineRule: 'auto' } }) +
    p(
      r('本所接受贵公司委托，就贵公司与山海钢构有限公司之间的钢结构件买卖合同') +
        end(1) +
        r('中违约金条款的效力与适用问题，出具本法律意见') +
        end(2) +
        r('。'),
      indented,
    ) +
    p('一、基本事实', { pStyle: 'Heading2' }) +
    p(
      '根据本合同第九条，卖方逾期交货的，每逾期一日按合同总价的千分之三支付违约金；逾期超过三十日的，买方有权解除合同，卖方另行支付合同总价百分之二十的违约金。合同总价为人民币 6,820,000 元。卖方实际于 2026 年 1 月 19 日交货，较约定日期逾期四十一日。期间贵公司因工期延误向业主支付赔偿金人民币 420,000 元，并发生停工、机械租赁等费用约 138,500 元。',
      indented,
    ) +
    p('二、法律分析', { pStyle: 'Heading2' }) +
    p(
      r('违约金兼有补偿与惩罚的性质，以补偿为主。法律允许当事人在违约金过分高于损失时请求调整') +
        foot(1) +
        r('。司法实践中，约定的违约金超过造成损失的百分之三十的，一般可以认定为“过分高于造成的损失”') +
        foot(2) +
        r('，但仍应当兼顾合同的履行情况、当事人的过错程度以及预期利益等综合因素，根据公平原则和诚信原则予以衡量。'),
      indented,
    ) +
    p(
      r('按日千分之三计算四十一日，违约金为 838,860 元，约为已知损失') +
        foot(3) +
        r(
          '五十五万八千五百元的一点五倍。卖方如果提出调整请求，人民法院很可能将其酌减至损失的一点三倍以内，即约七十二万六千元。但卖方为专业生产企业，对工期的重要性有充分预见，且在履行中两次书面承诺交货日期而未兑现，其过错程度较重，这一情节对贵公司有利。',
        ),
      indented,
    ) +
    tbl([2600, 2000, 2000, 1700], { jc: 'center', tblBorders: grid() }, [
      tr(
        ['项目', '约定标准', '计算结果（元）', '可支持程度'].map((text) => tc(text, {}, { jc: 'center' }, { b: true })),
      ),
      tr([tc(r('逾期违约金') + foot(4)), tc('日千分之三'), tc('838,860.00', {}, { jc: 'right' }), tc('部分')]),
      tr([tc('解除违约金'), tc('总价百分之二十'), tc('1,364,000.00', {}, { jc: 'right' }), tc('难以支持')]),
      tr([tc('资金占用损失'), tc(r('LPR 的 1.5 倍') + foot(5)), tc('36,412.70', {}, { jc: 'right' }), tc('可以支持')]),
    ]) +
    p(
      '贵公司在收货后继续使用了标的物，并未行使解除权，因此不宜同时主张解除合同的违约金。合同解除权应当在知道或者应当知道解除事由之日起一年内行使，逾期不行使的，该权利消灭。',
      { ...indented, spacing: { before: 160, line: 360, lineRule: 'auto' } },
    ) +
    p('三、结论与建议', { pStyle: 'Heading2' }) +
    ps(
      [
        '第一，贵公司可以主张逾期交货违约金，建议请求数额为七十二万六千元至八十三万八千元之间，并保留证明实际损失的全部凭证，包括业主的索赔函、付款回单、停工记录、租赁合同与发票。',
        '第二，贵公司尚有百分之十的质量保证金即六十八万二千元未支付，可以依照本合同第十二条的约定主张抵销，但应当书面通知卖方，通知自到达时生效。',
        '第三，今后签订同类合同时，建议将逾期违约金调整为日万分之五至千分之一，并约定累计上限；同时写明“违约金不足以弥补损失的，违约方还应当赔偿不足部分”。',
        '本法律意见仅供贵公司内部决策使用，未经本所书面同意，不得向第三方提供或者作其他用途。',
      ],
      indented,
    ) +
    ps(['上海申博律师事务所', '2026 年 2 月 27 日'], { jc: 'right' }) +
    section({ pgMar: margins(1440, 1700) }),
}

const news = [
  '本刊讯：五月十六日，公司召开供应链降本增效专题会，总经理陆明远主持。会议强调指出，今年以来钢材等原材料价格高位运行，主要产品毛利率同比下降一点八个百分点，必须向管理要效益。',
  '会议确定三项任务：一是推进集中采购，将包装、劳保、物流等十二个类目纳入框架协议；二是压缩库存，年底前原材料周转天数由四十六天降至三十八天；三是优化结算，推广电子发票与线上对账，力争对账周期不超过五天。',
  '采购部介绍了首批框架协议的执行情况。截至四月底，共签订框架协议九份，累计下达订单四百二十六笔，金额三千一百万元，平均降价百分之四点七，没有发生一起逾期交货的投诉。',
]
const rules = [
  '报销凭证应当真实、完整、合法。电子发票须上传原始文件，不得仅提供截图；纸质票据应当按费用类别粘贴整齐，注明张数与金额。',
  '差旅费按照职级标准执行，超出标准的部分由个人承担，因特殊情况确需超标的，应当事先取得分管领导批准。',
  '业务招待实行事前审批，一事一单，不得拆分。招待清单应当列明对象、事由、人数和地点。',
  '借款应当在业务结束后十个工作日内结清，前款不清，后款不借。',
]

/** A newsletter: heading over the whole width, two columns with a column break and a line between, three unequal columns, one again. */
export const twoColumns: CorpusDocument = {
  title: '企业简报',
  styles: officeStylesXml(),
  body:
    p(
      '企 业 简 报',
      { pStyle: 'Title', pBdr: '<w:bottom w:val="double" w:sz="6" w:space="4" w:color="C00000"/>' },
      { color: 'C00000', sz: 44, szCs: 44 },
    ) +
    p('2026 年第 11 期（总第 238 期）　　主办：办公室　　2026 年 5 月 20 日', { jc: 'center' }) +
    p(
      '本期共四版，主要刊登供应链专题会、财务报销新规与安全生产月安排。欢迎各部门投稿，稿件请于每月十日、二十五日前发送至办公室邮箱，采用后按规定支付稿酬。',
      { ...indented, spacing: { after: 160 } },
    ) +
    sectionEnd({ pgMar: margins(1440, 1400) }) +
    p('降本增效专题会召开', { pStyle: 'Heading2' }) +
    ps(news, indented) +
    p(columnBreak + r('财务报销新规摘要'), { pStyle: 'Heading2' }) +
    ps(rules, indented) +
    p('以上规定自六月一日起施行，原《费用报销管理办法》（2023 年版）同时废止。', indented) +
    sectionEnd({ type: 'continuous', pgMar: margins(1440, 1400), cols: { num: 2, sep: 1, space: 425 } }) +
    p('安全生产月安排', { pStyle: 'Heading2', jc: 'center' }) +
    p(
      '六月是全国安全生产月，主题是“人人讲安全、个个会应急”。公司成立领导小组，由分管副总经理任组长，各车间主任为成员。活动期间开展一次全员培训、一次应急演练、一次隐患排查和一次知识竞赛，各项活动应当留存记录和影像资料，月底由安全环保部汇总上报。各车间可以结合实际增加活动内容，但不得影响正常生产。',
      { ...indented, spacing: { after: 120, line: 360, lineRule: 'auto' } },
    ) +
    sectionEnd({ type: 'continuous', pgMar: margins(1440, 1400) }) +
    ps(
      [
        '演练时间：六月十二日上午九时，模拟二号车间配电室起火，检验报警、疏散、初期扑救和人员清点。',
        '培训时间：六月三日、四日晚七时，分两批进行，由消防支队教官授课，无故缺席的按旷工处理。',
        '竞赛时间：六月二十六日下午二时，各车间派三人参加，设一等奖一名、二等奖两名、三等奖三名。',
      ],
      { spacing: { line: 320, lineRule: 'auto' } },
    ) +
    section({ type: 'continuous', pgMar: margins(1440, 1400), cols: { num: 3, space: 300 } }),
}

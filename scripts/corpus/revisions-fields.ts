import type { CorpusDocument } from './package-docx.ts'
import { officeStylesXml } from './styles.ts'
import { field, grid, margins, p, ps, r, raw, references, section, simpleField, tbl, tc, tr } from '../docx/wordml.ts'

const indented = { ind: { firstLine: 420, firstLineChars: 200 }, spacing: { line: 360, lineRule: 'auto' } } as const
const who = 'w:author="法务部 程颖" w:date="2026-04-08T09:30:00Z"'
let id = 100
const inserted = (runs: string) => `<w:ins w:id="${(id += 1)}" ${who}>${runs}</w:ins>`
const deleted = (text: string) =>
  `<w:del w:id="${(id += 1)}" ${who}><w:r><w:delText xml:space="preserve">${text}</w:delText></w:r></w:del>`
const commented = (number: number, runs: string) =>
  `<w:commentRangeStart w:id="${number}"/>${runs}<w:commentRangeEnd w:id="${number}"/>${raw(`<w:commentReference w:id="${number}"/>`)}`
const comment = (number: number, text: string) =>
  `<w:comment w:id="${number}" ${who} w:initials="CY">${p(text)}</w:comment>`

function draft(): string {
  id = 100
  return (
    p('委托加工合同（征求意见稿）', { pStyle: 'Title' }) +
    p(
      r('定作方（甲方）：宁波海曙电器有限公司　　承揽方（乙方）：') +
        deleted('余姚恒发塑料厂') +
        inserted(r('余姚恒发精密塑胶有限公司')),
      { jc: 'left' },
    ) +
    p(
      r('第一条　甲方委托乙方加工电饭煲外壳注塑件，年加工量') +
        deleted('约二十万套') +
        inserted(r('不少于二十四万套，按月下达加工订单')) +
        r('。模具由甲方提供，乙方负责保管、维护与保养，非正常磨损造成的损坏由乙方修复。'),
      indented,
    ) +
    p(
      r('第二条　原材料由') +
        commented(0, r('乙方按照甲方指定的牌号采购')) +
        r('，甲方有权抽检。') +
        inserted(r('未经甲方书面同意，乙方不得使用回料或者更换供应商。')) +
        r('材料价格变动超过百分之五的，双方协商调整加工费。'),
      indented,
    ) +
    p(
      r('第三条　验收标准为甲方封样及图纸，尺寸公差按 GB/T 14486 MT3 级。甲方应当在收货后') +
        deleted('三') +
        inserted(r('五')) +
        r('个工作日内提出异议。外观缺陷率超过') +
        deleted('百分之三') +
        inserted(r('百分之一点五', { b: true })) +
        r('的批次，乙方应当全检后重新交付，因此造成甲方停线的，每小时赔偿人民币') +
        commented(1, r('捌佰元')) +
        r('。'),
      indented,
    ) +
    p(
      r('第四条　加工费每月结算一次，甲方收到发票后') +
        deleted('六十') +
        inserted(r('四十五')) +
        r('日内付款。逾期付款的，按照同期贷款市场报价利率支付利息。'),
      indented,
    ) +
    `<w:p><w:pPr><w:ind w:firstLineChars="200" w:firstLine="420"/><w:rPr><w:ins w:id="201" ${who}/></w:rPr></w:pPr>${inserted(r('第五条　乙方对甲方的图纸、模具、样品和订单信息负有保密义务，不得为第三方加工相同或者近似的产品。保密期限为合同终止后三年。'))}</w:p>` +
    tbl([2400, 2400, 2400], { jc: 'center', tblBorders: grid() }, [
      tr([tc('品名'), tc('加工费（元/套）'), tc('备注')]),
      tr([tc('外壳 A'), tc(`<w:p>${r('3.')}${deleted('60')}${inserted(r('45'))}</w:p>`), tc('含包装')]),
      tr([tc('底座 B'), tc('2.18'), tc(`<w:p>${inserted(r('含嵌件'))}</w:p>`)]),
    ]) +
    p(
      r(
        '第六条　本合同有效期一年，自双方签字盖章之日起计算。任何一方不再续约的，应当提前六十日书面通知对方。合同终止时，乙方应当在十五日内将模具、剩余专用材料和技术资料返还甲方，并配合办理交接。',
      ),
      { ...indented, spacing: { before: 160, line: 360, lineRule: 'auto' } },
    ) +
    p(
      r('第七条　本合同履行过程中发生争议的，双方应当协商解决；协商不成的，向') +
        `<w:moveFrom w:id="301" ${who}>${r('乙方')}</w:moveFrom><w:moveTo w:id="302" ${who}>${r('甲方')}</w:moveTo>` +
        r('所在地人民法院提起诉讼。'),
      indented,
    )
  )
}

const comments =
  comment(0, '建议改为甲供料，以便控制质量，请采购部确认。') + comment(1, '停线损失需财务部测算，暂按每小时八百元。')

/** A draft under review, shown with its marks. */
export const trackedMarked = (): CorpusDocument => ({
  title: '委托加工合同（征求意见稿）',
  styles: officeStylesXml(24),
  comments,
  settings: '<w:trackRevisions/>',
  body: draft() + section({ pgMar: margins(1440, 1700) }),
})

/** The same draft, printed as if every change were accepted (the view without marks). */
export const trackedFinal = (): CorpusDocument => ({
  title: '委托加工合同（定稿视图）',
  styles: officeStylesXml(24),
  comments,
  settings: '<w:revisionView w:markup="0" w:comments="0" w:insDel="0" w:formatting="0"/><w:trackRevisions/>',
  body:
    draft() +
    p(
      '打印说明：本稿为最终状态视图，修订标记未予显示，以便报送分管领导审阅；原稿连同修订记录由法务部保存。',
      indented,
    ) +
    section({ pgMar: margins(1440, 1700) }),
})

const bookmark = (number: number, name: string, runs: string) =>
  `<w:bookmarkStart w:id="${number}" w:name="${name}"/>${runs}<w:bookmarkEnd w:id="${number}"/>`
const control = (alias: string, content: string) =>
  `<w:sdt><w:sdtPr><w:alias w:val="${alias}"/><w:tag w:val="${alias}"/></w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`
const contents: readonly [title: string, mark: string, page: string][] = [
  ['一、项目概况', '_Toc1', '1'],
  ['二、投资估算', '_Toc2', '1'],
  ['三、资金筹措', '_Toc3', '2'],
  ['四、结论', '_Toc4', '2'],
]
const heading = (i: number) => p(bookmark(10 + i, contents[i]![1], r(contents[i]![0])), { pStyle: 'Heading1' })

/** Controls in the text and around paragraphs, a table of contents, links outward and inward, references to bookmarks, properties and sequence numbers. */
export const controlsFields: CorpusDocument = {
  title: '项目投资可行性报告（摘要）',
  styles: officeStylesXml(24, [
    {
      id: 'TOC1',
      name: 'toc 1',
      basedOn: 'Normal',
      pPr: { tabs: '<w:tab w:val="right" w:leader="dot" w:pos="8500"/>' },
    },
  ]),
  links: { site: 'https://policy.example.cn/notice?id=2026-18', mail: 'mailto:invest@lvzhou.example' },
  footers: {
    'footer-default': p(simpleField('PAGE', '1') + r(' / ') + simpleField('NUMPAGES', '2'), {
      pStyle: 'Footer',
      jc: 'center',
    }),
  },
  body:
    control('标题', p('项目投资可行性报告（摘要）', { pStyle: 'Title' })) +
    p(
      r('项目名称：') +
        control('项目名称', r('绿洲生物年产 5 000 吨植物提取物扩建项目', { b: true })) +
        r('　　编号：') +
        control('编号', r('TZ-2026-009')),
    ) +
    control(
      '目录',
      p('目　录', { jc: 'center' }, { b: true }) +
        contents
          .map(([title, mark, page], i) =>
            p(
              `${i === 0 ? `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> TOC \\o "1-1" \\h \\z \\u </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>` : ''}<w:hyperlink w:anchor="${mark}" w:history="1">${r(title)}${raw('<w:tab/>')}${field(`PAGEREF ${mark} \\h`, page)}</w:hyperlink>${i === 3 ? '<w:r><w:fldChar w:fldCharType="end"/></w:r>' : ''}`,
              { pStyle: 'TOC1' },
            ),
          )
          .join(''),
    ) +
    heading(0) +
    p(
      r(
        '本项目位于云南省玉溪市高新区，占地四十二亩，新建提取车间、精制车间与仓库，总建筑面积 18,600 平方米，建设期十四个月。项目依托公司现有技术与客户资源，产品主要用于食品、保健品与化妆品，百分之六十出口。总投资见',
      ) +
        field('REF amount \\h', '表 1') +
        r('。'),
      indented,
    ) +
    p(
      r('项目已取得备案证与环评批复，符合国家产业政策（参见') +
        `<w:hyperlink r:id="site" w:history="1">${r('有关通知', { rStyle: 'Hyperlink' })}</w:hyperlink>` +
        r('），原料由当地合作社供应，已签订五年期种植收购协议，首年保底收购量三千二百吨。'),
      indented,
    ) +
    heading(1) +
    p(
      '项目总投资 9,860 万元，其中建设投资 8,140 万元，建设期利息 220 万元，铺底流动资金 1,500 万元。主要设备包括多功能提取罐八台、三效浓缩器两套、大孔树脂柱十二根、喷雾干燥塔两座，均为国产设备，关键仪表进口。',
      indented,
    ) +
    p(bookmark(1, 'amount', r('表 ') + simpleField('SEQ 表 \\* ARABIC', '1')) + r('　投资估算（万元）'), {
      jc: 'center',
      keepNext: true,
    }) +
    tbl([3200, 2000, 2000], { jc: 'center', tblBorders: grid() }, [
      ...[
        ['工程费用', '6,920.00', '70.2%'],
        ['其他费用', '740.00', '7.5%'],
        ['预备费', '480.00', '4.9%'],
        ['建设期利息', '220.00', '2.2%'],
        ['流动资金', '1,500.00', '15.2%'],
      ].map(([a = '', b = '', c = '']) => tr([tc(a), tc(b, {}, { jc: 'right' }), tc(c, {}, { jc: 'right' })])),
      tr([tc('合计'), tc('9,860.00', {}, { jc: 'right' }), tc('100.0%', {}, { jc: 'right' })]),
    ]) +
    heading(2) +
    ps(
      [
        '资金来源为自有资金 4,860 万元、银行项目贷款 5,000 万元。贷款期限六年（含宽限期一年），年利率按五年期以上贷款市场报价利率下浮二十个基点执行，由控股股东提供连带责任保证。',
        '达产后年均营业收入 13,200 万元，年均净利润 1,930 万元，税后财务内部收益率百分之十七点四，静态投资回收期六点二年（含建设期），盈亏平衡点为设计能力的百分之五十一。',
      ],
      indented,
    ) +
    heading(3) +
    p(
      r('综上，项目技术成熟、市场前景良好、财务指标可行，风险可控，建议批准实施。联系人：') +
        `<w:hyperlink r:id="mail">${r('invest@lvzhou.example', { rStyle: 'Hyperlink' })}</w:hyperlink>` +
        r('。本报告第一部分见第 ') +
        field('PAGEREF _Toc1 \\h', '1') +
        r(' 页。'),
      indented,
    ) +
    p(
      r('编制日期：') +
        // A program that prints DATE anew prints another day; what a field of the document says stays.
        field('DOCPROPERTY 编制日期 \\* MERGEFORMAT', '2026年4月20日'),
      { jc: 'right' },
    ) +
    section({ footers: references('footer', { default: 'footer-default' }), pgMar: margins(1440, 1700) }),
}

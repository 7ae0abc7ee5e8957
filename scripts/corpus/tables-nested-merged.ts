import type { CorpusDocument } from './package-docx.ts'
import { officeStylesXml } from './styles.ts'
import { borders, cellMargins, grid, margins, p, ps, r, section, tbl, tc, tr } from '../docx/wordml.ts'

const middle = { vAlign: 'center' } as const
const centre = { jc: 'center' } as const
const bold = { b: true } as const
const indented = { ind: { firstLine: 420, firstLineChars: 200 } } as const

const consignee = tbl(
  [1000, 2600],
  { tblBorders: borders({ insideH: ['dotted', 4, '808080'] }), tblLayout: { type: 'fixed' } },
  [
    tr([tc('单位'), tc('宁波甬江仓储物流有限公司', {}, { jc: 'left' })]),
    tr([tc('地址'), tc('宁波市北仑区进港西路 88 号 3 号库', {}, { jc: 'left' })]),
    tr([tc('联系人'), tc('何晓东 0574-18880066', {}, { jc: 'left' })]),
  ],
)

const inspection = tbl(
  [1500, 900, 1200],
  { jc: 'center', tblBorders: grid(2, '4472C4'), tblLayout: { type: 'fixed' }, tblCellMar: cellMargins(20, 60) },
  [
    tr([
      tc('项目', { shd: { val: 'clear', color: 'auto', fill: 'D9E2F3' } }, centre),
      tc('抽检数', { shd: { val: 'clear', color: 'auto', fill: 'D9E2F3' } }, centre),
      tc('结论', { shd: { val: 'clear', color: 'auto', fill: 'D9E2F3' } }, centre),
    ]),
    tr([tc('外观'), tc('20', {}, centre), tc('合格', {}, centre)]),
    tr([tc('尺寸'), tc('20', {}, centre), tc('合格', {}, centre)]),
    tr([
      tc('耐压试验'),
      tc('5', {}, centre),
      tc(
        tbl(
          [500, 500],
          { tblBorders: grid(2, 'C00000'), tblLayout: { type: 'fixed' }, tblCellMar: cellMargins(0, 20) },
          [
            tr([tc('4', {}, centre, { sz: 16 }), tc('合格', {}, centre, { sz: 16 })]),
            tr([tc('1', {}, centre, { sz: 16 }), tc('复检', {}, centre, { sz: 16 })]),
          ],
        ) + p('', { spacing: { line: 40, lineRule: 'exact' } }),
      ),
    ]),
  ],
)

/** Tables in cells, three deep, with paragraphs before and after them. */
export const nestedTables: CorpusDocument = {
  title: '货物交接与检验记录',
  styles: officeStylesXml(),
  body:
    p('货物交接与检验记录', { pStyle: 'Title' }) +
    p(
      '本记录由承运人、收货人与检验人共同填写，作为结算运费和确认货物质量状况的依据。三方应当在货物离开交接地点之前完成填写；事后补填的，应当注明补填日期并由三方重新签字。',
      { ...indented, spacing: { after: 160 } },
    ) +
    tbl([1300, 3900, 3900], { jc: 'center', tblBorders: grid(8), tblLayout: { type: 'fixed' } }, [
      tr([tc('记录编号', middle, centre, bold), tc('JJ-2026-0402-07'), tc('承运车牌：浙 B·7K318（挂）')]),
      tr([
        tc('收货人', middle, centre, bold),
        tc(
          p('收货人信息如下：', { spacing: { after: 60 } }) +
            consignee +
            p('以上信息与运单一致。', { spacing: { before: 60 } }),
        ),
        tc(
          ps([
            '发货人：台州海门阀门制造有限公司',
            '发货日期：2026 年 4 月 1 日',
            '件数：46 托（木箱 12，纸箱 34）',
            '毛重：8,640 kg，体积：21.6 m³',
          ]),
        ),
      ]),
      tr([
        tc('检验情况', middle, centre, bold),
        tc(p('按 GB/T 2828.1 一般检验水平Ⅱ抽样：', { jc: 'left' }) + inspection + p('')),
        tc(
          ps(
            [
              '检验中发现一件耐压试验压力下降超过允许值，已在现场复检并合格。',
              '三只木箱底托有轻微破损，箱内货物未受影响，收货人同意接收，承运人承担更换底托的费用人民币 360 元。',
            ],
            { jc: 'left' },
          ),
        ),
      ]),
      tr([
        tc('意见', middle, centre, bold),
        tc(
          p('收货人意见：货物数量与运单一致，包装破损已作记录，同意收货。') +
            p('签字：            日期：', { spacing: { before: 240 } }),
          { gridSpan: 2 },
        ),
      ]),
    ]) +
    p(
      '填写说明：一、“件数”按运输包装计算，散装货物填写“散”。二、检验不合格的，应当另附不合格品清单，写明品名、规格、批号和数量，并由三方签字。三、本记录一式三份，承运人、收货人、发货人各执一份。四、涉及保险索赔的，应当保留破损包装并拍照，照片不少于四张，能够看清箱号与破损部位。',
      { ...indented, spacing: { before: 200 } },
    ) +
    section({ pgMar: margins(1440, 1400) }),
}

const thick = 'single'
const plan: readonly (readonly string[])[] = [
  ['基础工程', '土方开挖', '6.12', '一队'],
  ['', '垫层与防水', '6.20', '一队'],
  ['', '底板浇筑', '7.05', '二队'],
  ['主体工程', '一层结构', '7.28', '二队'],
  ['', '二层结构', '8.16', '二队'],
]

/** Cells merged across and down at once, with borders that contradict those of their neighbours and of the table. */
export const mergedCells: CorpusDocument = {
  title: '施工进度与付款节点表',
  styles: officeStylesXml(),
  body:
    p('施工进度与付款节点表', { pStyle: 'Title' }) +
    p('工程名称：滨江智慧产业园二期 3 号楼　　施工单位：浙江中垣建设有限公司　　编制日期：2026 年 5 月 30 日', {
      jc: 'left',
      spacing: { after: 120 },
    }) +
    tbl([1300, 1700, 1100, 1100, 1500, 1500, 900], { jc: 'center', tblBorders: grid(), tblLayout: { type: 'fixed' } }, [
      tr([
        tc('分部工程', { vMerge: 'restart', ...middle, tcBorders: borders({ bottom: [thick, 18] }) }, centre, bold),
        tc('工序', { vMerge: 'restart', ...middle, tcBorders: borders({ bottom: [thick, 18] }) }, centre, bold),
        tc('计划', { gridSpan: 2, ...middle }, centre, bold),
        tc('付款节点', { gridSpan: 3, ...middle, shd: { val: 'clear', color: 'auto', fill: 'FFF2CC' } }, centre, bold),
      ]),
      tr([
        tc('', { vMerge: true }),
        tc('', { vMerge: true }),
        tc('完成日期', { ...middle, tcBorders: borders({ bottom: [thick, 18] }) }, centre),
        tc('班组', { ...middle, tcBorders: borders({ bottom: [thick, 18] }) }, centre),
        tc('累计比例', { ...middle, tcBorders: borders({ bottom: [thick, 18] }) }, centre),
        tc('金额（万元）', { ...middle, tcBorders: borders({ bottom: [thick, 18] }) }, centre),
        tc('备注', { ...middle, tcBorders: borders({ bottom: [thick, 18] }) }, centre),
      ]),
      ...plan.map(([part = '', step = '', date = '', team = ''], i) =>
        tr([
          tc(part, { vMerge: part ? 'restart' : true, ...middle }, centre, bold),
          tc(step, { ...middle, tcBorders: borders({ right: ['double', 6] }) }),
          tc(date, middle, centre),
          tc(team, { ...middle, tcBorders: borders({ left: ['nil'], right: ['dashed', 8, '0070C0'] }) }, centre),
          ...(i === 0 || i === 3
            ? [
                tc(i === 0 ? '15%' : '40%', { vMerge: 'restart', ...middle }, centre),
                tc(i === 0 ? '186.00' : '310.00', { vMerge: 'restart', ...middle }, { jc: 'right' }),
              ]
            : [tc('', { vMerge: true }), tc('', { vMerge: true })]),
          tc(
            i === 4 ? '暂估' : '',
            {
              ...middle,
              ...(i === 4
                ? {
                    tcBorders: borders({
                      top: ['single', 12, 'FF0000'],
                      left: ['single', 12, 'FF0000'],
                      bottom: ['single', 12, 'FF0000'],
                      right: ['single', 12, 'FF0000'],
                    }),
                  }
                : {}),
            },
            centre,
          ),
        ]),
      ),
      tr([
        tc('竣工验收', { gridSpan: 2, vMerge: 'restart', ...middle }, centre, bold),
        tc('10.30', middle, centre),
        tc('各队', middle, centre),
        tc('85%', middle, centre),
        tc('558.00', middle, { jc: 'right' }),
        tc('', middle),
      ]),
      tr([
        tc('', { gridSpan: 2, vMerge: true }),
        tc(
          '整改完成后支付至 97%，余款 3% 为质量保证金，缺陷责任期二十四个月届满后无息返还。',
          { gridSpan: 5, ...middle, tcBorders: borders({ top: ['nil'] }) },
          { jc: 'left' },
        ),
      ]),
    ]) +
    p('说明', { pStyle: 'Heading2' }) +
    ps(
      [
        '1. 每个付款节点以监理单位签发的《工程款支付证书》为准。承包人应当在节点完成后五日内提交申请，附完成工程量清单、质量验收记录和上一期款项的使用情况说明。',
        '2. 因发包人原因造成工期顺延的，后续节点日期相应顺延；因承包人原因造成延误的，每延误一日按合同总价的万分之二支付违约金，累计不超过合同总价的百分之五。',
        '3. 表中“暂估”项目的金额按实结算。实际工程量与清单工程量的差异超过百分之十五时，超出部分的单价由双方另行协商。',
      ],
      { ind: { left: 315, hanging: 315 } },
    ) +
    p('月份分摊（万元）', { pStyle: 'Heading2' }) +
    tbl(
      [1500, 1100, 1100, 1100, 1100, 1100],
      { jc: 'center', tblBorders: borders({ top: ['single', 12], bottom: ['single', 12] }) },
      [
        tr(
          ['', '六月', '七月', '八月', '九月', '十月'].map((text) =>
            tc(text, { tcBorders: borders({ bottom: ['single', 6] }) }, centre, bold),
          ),
        ),
        tr([
          tc('建筑', {}, centre),
          tc('186.00', {}, { jc: 'right' }),
          tc('124.00', { gridSpan: 2, shd: { val: 'clear', color: 'auto', fill: 'E2EFD9' } }, centre),
          tc('100.00', {}, { jc: 'right' }),
          tc('62.00', {}, { jc: 'right' }),
        ]),
        tr(
          [
            tc('缩短行', {}, centre),
            tc(
              r('后三个月并入安装'),
              { gridSpan: 2, tcBorders: grid(4, '7030A0').replaceAll(/<w:inside[HV][^>]*>/g, '') },
              centre,
            ),
          ],
          { gridAfter: 3 },
        ),
        tr([
          tc('安装', {}, centre),
          tc('—', {}, centre),
          tc('36.00', {}, { jc: 'right' }),
          tc('88.00', {}, { jc: 'right' }),
          tc('210.00', { gridSpan: 2 }, centre),
        ]),
      ],
    ) +
    section({ pgMar: margins(1440, 1400) }),
}

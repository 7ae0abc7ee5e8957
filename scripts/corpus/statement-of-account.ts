import type { CorpusDocument } from './package-docx.ts'
import { faces } from '../docx/style.ts'
import { officeStylesXml } from './styles.ts'
import { borders, field, margins, p, r, references, section, tbl, tc, tr } from '../docx/wordml.ts'

const movements: readonly (readonly [
  date: string,
  note: string,
  text: string,
  charged: string,
  paid: string,
  balance: string,
])[] = [
  ['2026-01-01', '', '上期结转', '', '', '186,420.50'],
  ['2026-01-06', 'XS2601-0032', '冷轧卷板 SPCC 1.2×1250', '78,310.00', '', '264,730.50'],
  ['2026-01-09', 'SK2601-0011', '收到电汇（工行 6217）', '', '100,000.00', '164,730.50'],
  ['2026-01-14', 'XS2601-0078', '镀锌板 DX51D+Z 0.8', '52,604.80', '', '217,335.30'],
  ['2026-01-15', 'TH2601-0004', '退货：镀锌板 边部锈蚀', '-6,575.60', '', '210,759.70'],
  ['2026-01-20', 'XS2601-0115', '酸洗板 SPHC 3.0×1500', '94,188.00', '', '304,947.70'],
  ['2026-01-23', 'SK2601-0029', '收到银行承兑汇票 六个月', '', '150,000.00', '154,947.70'],
  ['2026-01-28', 'XS2601-0162', '冷轧卷板 SPCC 0.8×1000', '61,275.25', '', '216,222.95'],
  ['2026-01-30', 'TZ2601-0003', '价格调整（年度返利 0.8%）', '-2,290.90', '', '213,932.05'],
]

const line = borders({ top: ['single', 12], bottom: ['single', 12], insideH: ['dotted', 4, '7F7F7F'] })
const cell = { vAlign: 'center' } as const

/** A statement of account: figures to the right and on decimal tabs, a table with rules across only, totals, a slip to send back. */
export const statementOfAccount: CorpusDocument = {
  title: '往来对账单',
  styles: officeStylesXml(20),
  footers: {
    'footer-default': p(r('对账单编号 DZ-2026-01-088    第 ') + field('PAGE', '1') + r(' 页'), {
      pStyle: 'Footer',
      jc: 'right',
    }),
  },
  body:
    p('往 来 对 账 单', { pStyle: 'Title' }) +
    p('客户：无锡市锐进汽车零部件有限公司\t账期：2026 年 1 月 1 日至 1 月 31 日', {
      tabs: '<w:tab w:val="right" w:pos="9638"/>',
    }) +
    p('地址：无锡市新吴区长江南路 35 号\t币种：人民币（元）', {
      tabs: '<w:tab w:val="right" w:pos="9638"/>',
      spacing: { after: 160 },
    }) +
    tbl([1150, 1350, 2938, 1400, 1400, 1400], { tblBorders: line, tblLayout: { type: 'fixed' } }, [
      tr(
        ['日期', '单据号', '摘要', '本期应收', '本期收款', '余额'].map((text, i) =>
          tc(
            text,
            { ...cell, shd: { val: 'clear', color: 'auto', fill: 'F2F2F2' } },
            { jc: i > 2 ? 'right' : 'left' },
            { b: true },
          ),
        ),
        { tblHeader: true, trHeight: { val: 420, hRule: 'atLeast' } },
      ),
      ...movements.map((row) =>
        tr(
          row.map((text, i) =>
            tc(
              text,
              cell,
              { jc: i > 2 ? 'right' : 'left' },
              text.startsWith('-')
                ? { color: 'C00000', rFonts: faces('Noto Serif SC', 'Arimo') }
                : { rFonts: faces('Noto Serif SC', 'Arimo') },
            ),
          ),
          { trHeight: { val: 380, hRule: 'atLeast' } },
        ),
      ),
      tr(
        [
          tc('本期合计', { gridSpan: 3, ...cell }, { jc: 'center' }, { b: true }),
          tc('277,511.55', cell, { jc: 'right' }, { b: true }),
          tc('250,000.00', cell, { jc: 'right' }, { b: true }),
          tc('213,932.05', { ...cell, tcBorders: borders({ bottom: ['double', 6] }) }, { jc: 'right' }, { b: true }),
        ],
        { trHeight: { val: 420, hRule: 'atLeast' } },
      ),
    ]) +
    p('账龄分析', { pStyle: 'Heading2' }) +
    [
      ['未到期', '112,450.25'],
      ['逾期 1—30 天', '64,731.80'],
      ['逾期 31—90 天', '36,750.00'],
      ['逾期 90 天以上', '0.00'],
    ]
      .map(([label, amount]) =>
        p(`${label}\t${amount}`, { tabs: '<w:tab w:val="decimal" w:leader="dot" w:pos="4800"/>', ind: { left: 420 } }),
      )
      .join('') +
    p(
      '敬请贵公司于收到本对账单后七个工作日内核对；如有差异，请在下方回执中列明单据号与金额。逾期未回复的，我公司将以上述余额作为双方确认的往来金额。电汇请汇入我公司在中国建设银行无锡城东支行开立的账户，并请在附言中注明对账单编号。',
      { ind: { firstLine: 400, firstLineChars: 200 }, spacing: { before: 200, line: 340, lineRule: 'auto' } },
    ) +
    p(
      '- - - - - - - - - - - - - - - - - - - - - - 请 沿 此 线 剪 下 - - - - - - - - - - - - - - - - - - - - - -',
      { jc: 'center', spacing: { before: 240, after: 160 } },
      { color: '7F7F7F' },
    ) +
    p('对账回执', { jc: 'center', spacing: { after: 120 } }, { b: true, sz: 28, szCs: 28 }) +
    p(
      r('致：江苏沙钢物资贸易有限公司。截至 2026 年 1 月 31 日，我公司应付贵公司货款余额为人民币') +
        r('                    ', { u: 'single' }) +
        r('元。□ 与贵公司账面一致　□ 存在差异，差异金额') +
        r('                ', { u: 'single' }) +
        r('元，原因如下：'),
      { spacing: { line: 360, lineRule: 'auto' } },
    ) +
    p('\t', {
      tabs: '<w:tab w:val="right" w:leader="underscore" w:pos="9638"/>',
      spacing: { line: 440, lineRule: 'auto' },
    }) +
    p('\t', {
      tabs: '<w:tab w:val="right" w:leader="underscore" w:pos="9638"/>',
      spacing: { line: 440, lineRule: 'auto' },
    }) +
    p('经办人：\t财务负责人：\t公司（盖章）：', {
      tabs: '<w:tab w:val="left" w:pos="3200"/><w:tab w:val="left" w:pos="6400"/>',
      spacing: { before: 240 },
    }) +
    section({ footers: references('footer', { default: 'footer-default' }), pgMar: margins(1134, 1134) }),
}

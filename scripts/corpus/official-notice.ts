import type { CorpusDocument } from './package-docx.ts'
import { faces } from '../docx/style.ts'
import { stylesXml } from './styles.ts'
import { field, margins, p, ps, r, references, section, tbl, tc, tr } from '../docx/wordml.ts'

const fangsong = faces('LXGW WenKai', 'LXGW WenKai')
const hei = faces('Noto Sans SC')
const song = faces('Noto Serif SC')
const body = { ind: { firstLine: 640, firstLineChars: 200 } } as const

/** An official notice after GB/T 9704: red head over a red rule, 三号 on lines of exactly 28 points, 22 lines a page, odd and even page numbers. */
export const officialNotice: CorpusDocument = {
  title: '关于进一步规范合同管理工作的通知',
  styles: stylesXml({ rPr: { rFonts: fangsong, sz: 32, szCs: 32 } }, [
    {
      id: 'Normal',
      isDefault: true,
      pPr: { widowControl: false, spacing: { line: 560, lineRule: 'exact' }, jc: 'both' },
      rPr: { kern: 2 },
    },
    {
      id: 'Footer',
      name: 'footer',
      basedOn: 'Normal',
      pPr: { spacing: { line: 240, lineRule: 'auto' } },
      rPr: { rFonts: song, sz: 28, szCs: 28 },
    },
  ]),
  evenAndOddHeaders: true,
  footers: {
    'footer-odd': p(r('— ') + field('PAGE', '1') + r(' —'), {
      pStyle: 'Footer',
      jc: 'right',
      ind: { right: 320, rightChars: 100 },
    }),
    'footer-even': p(r('— ') + field('PAGE', '2') + r(' —'), {
      pStyle: 'Footer',
      jc: 'left',
      ind: { left: 320, leftChars: 100 },
    }),
  },
  body:
    p(
      '江南省水务投资集团有限公司文件',
      { jc: 'center', spacing: { before: 700, line: 900, lineRule: 'exact' } },
      { rFonts: song, b: true, color: 'FF0000', sz: 56, szCs: 56 },
    ) +
    p('江水集〔2026〕17 号', {
      jc: 'center',
      spacing: { before: 560 },
      pBdr: '<w:bottom w:val="single" w:sz="18" w:space="8" w:color="FF0000"/>',
    }) +
    p('') +
    p(
      '关于进一步规范合同管理工作的通知',
      { jc: 'center', spacing: { before: 280, after: 280, line: 640, lineRule: 'exact' } },
      { rFonts: song, b: true, sz: 44, szCs: 44 },
    ) +
    p('各所属企业，集团各部门：') +
    p(
      '为加强集团合同管理，防范经营风险，维护企业的合法权益，根据《中央企业合规管理办法》和集团有关制度，结合近期内部审计发现的问题，现就进一步规范合同管理工作有关事项通知如下。',
      body,
    ) +
    p('一、严格履行合同审批程序', body, { rFonts: hei }) +
    p(
      r('（一）落实分级授权。', { rFonts: { ...fangsong }, b: true }) +
        r(
          '合同金额在五十万元以下的，由所属企业自行审批；五十万元以上五百万元以下的，经所属企业总经理办公会审议后报集团法务部备案；五百万元以上的，报集团党委会前置研究后，由董事会审议。',
        ),
      body,
    ) +
    p(
      r('（二）严禁化整为零。', { b: true }) +
        r('不得以拆分标的、分期签订等方式规避审批权限。同一供应商三个月内签订的同类合同，应当合并计算金额。'),
      body,
    ) +
    p('二、规范合同文本和用印管理', body, { rFonts: hei }) +
    p(
      '各单位应当优先使用集团发布的示范文本。使用对方文本或者对示范文本作实质性修改的，应当由法务人员出具书面审查意见。合同专用章实行双人保管、双人在场用印，用印台账应当载明合同编号、相对方名称、用印份数和经办人，做到一份一登记。严禁在空白合同上加盖印章，严禁将合同专用章带出办公场所。',
      body,
    ) +
    p('三、加强合同履行监督', body, { rFonts: hei }) +
    p(
      '合同承办部门应当指定专人跟踪履行情况，按月更新合同台账；发生逾期交付、质量争议、逾期付款等情形的，应当在五个工作日内书面报告法务部，并采取催告、中止履行、主张抗辩权等措施，避免损失扩大。',
      body,
    ) +
    p('四、工作要求', body, { rFonts: hei }) +
    p(
      '请各单位于 2026 年 4 月 30 日前完成自查，将自查报告及《合同台账汇总表》（见附件）加盖公章后报集团法务部。集团将于第二季度组织专项检查，检查结果纳入年度考核。',
      body,
    ) +
    p('') +
    p('附件：合同台账汇总表', body) +
    p('') +
    ps(['江南省水务投资集团有限公司', '2026 年 3 月 20 日    '], {
      jc: 'right',
      ind: { right: 640, rightChars: 200 },
    }) +
    p('') +
    tbl(
      [8845],
      {
        jc: 'center',
        tblBorders:
          '<w:top w:val="single" w:sz="8" w:space="0" w:color="000000"/><w:bottom w:val="single" w:sz="8" w:space="0" w:color="000000"/><w:insideH w:val="single" w:sz="4" w:space="0" w:color="000000"/>',
      },
      [
        tr([
          tc(
            '抄送：集团董事会、监事会成员，省国资委法规处。',
            {},
            { ind: { left: 280, right: 280 } },
            { sz: 28, szCs: 28 },
          ),
        ]),
        tr([
          tc(
            '江南省水务投资集团有限公司办公室\t2026 年 3 月 20 日印发',
            {},
            { ind: { left: 280, right: 280 }, tabs: '<w:tab w:val="right" w:pos="8300"/>' },
            { sz: 28, szCs: 28 },
          ),
        ]),
      ],
    ) +
    p('', { spacing: { line: 20, lineRule: 'exact' } }) +
    section({
      footers: references('footer', { default: 'footer-odd', even: 'footer-even' }),
      pgMar: margins(2098, 1531, 1985, { left: 1588, right: 1474, header: 851, footer: 1588 }),
      docGrid: { linePitch: 579 },
    }),
}

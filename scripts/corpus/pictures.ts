import { anchored, inline, picture, restartIds, shape, vmlBox } from './drawings.ts'
import type { CorpusDocument } from './package-docx.ts'
import { barsGif, markPng, palePng, photographJpeg, quartersPng } from './paint.ts'
import { officeStylesXml } from './styles.ts'
import { grid, margins, p, ps, r, references, section, tbl, tc, tr } from '../docx/wordml.ts'

const indented = { ind: { firstLine: 420, firstLineChars: 200 }, spacing: { line: 340, lineRule: 'auto' } } as const
const column = (at: number | 'left' | 'center' | 'right') => ({ from: 'column', at })
const below = (at: number) => ({ from: 'paragraph', at })

/** Pictures in the line, beside the text on the left and right, above and below it, behind it and at a place of the page; in header and cell. */
export function picturesPlaced(): CorpusDocument {
  restartIds()
  const photo = { width: 64, height: 40 }
  const logo = { width: 14, height: 14 }
  const half = { width: 52, height: 34.7 }
  return {
    title: '厂区安全巡查报告',
    styles: officeStylesXml(),
    media: {
      'photo.jpg': photographJpeg,
      'plan.png': quartersPng,
      'mark.png': markPng,
      'pale.png': palePng,
      'bars.gif': barsGif,
    },
    headers: {
      'header-default': p(
        inline(picture('mark.png', { width: 7, height: 7 }), { width: 7, height: 7 }) +
          r(' 海州化工集团安全环保部\t\t2026 年第 6 期'),
        { pStyle: 'Header', jc: 'left' },
      ),
    },
    body:
      p('厂区安全巡查报告', { pStyle: 'Title' }) +
      p(
        anchored(picture('photo.jpg', photo), photo, {
          horizontal: column('right'),
          vertical: below(2),
          wrap: 'square',
          distance: 4,
        }) +
          r(
            '2026 年 6 月 3 日，安全环保部会同设备部、生产部对三号车间及罐区进行了专项巡查。巡查采取查阅台账、现场检查和随机提问相结合的方式，共检查设备四十六台（套），查阅记录二十八份，询问岗位员工十九人，发现问题十一项，其中当场整改七项，限期整改四项。',
          ),
        indented,
      ) +
      p(
        '与上月相比，问题总数减少五项，现场标识、消防通道和劳动防护用品佩戴情况明显改善；但临时用电、受限空间作业审批和承包商管理仍然薄弱，需要在下一阶段予以重点整治。右图为三号车间东侧外景，红框以外的临时堆放区应当在月底前清理完毕。',
        indented,
      ) +
      p('一、现场分区', { pStyle: 'Heading2' }) +
      p(
        anchored(picture('plan.png', half), half, {
          horizontal: column('left'),
          vertical: below(1.5),
          wrap: 'square',
          side: 'right',
          distance: 4,
        }) +
          r(
            '厂区按风险等级分为红、橙、蓝、绿四个区域。红色区域为储罐区和装卸站台，进入人员应当穿防静电服并交出手机与火种；橙色区域为反应车间；蓝色区域为公用工程；绿色区域为办公与生活区。各区域之间设置门禁，外来人员由接待部门陪同，不得单独行动。区域负责人每日巡查两次，夜班由值班长负责，巡查结果记入交接班日志。',
          ),
        indented,
      ) +
      p(
        '区域划分发生变更的，应当重新评估风险并更新平面图，新的平面图由安全环保部统一编号发放，旧图收回销毁。',
        indented,
      ) +
      p('二、问题统计', { pStyle: 'Heading2' }) +
      p(
        anchored(
          picture('bars.gif', { width: 80, height: 48 }),
          { width: 80, height: 48 },
          { horizontal: column('center'), vertical: below(3), wrap: 'topAndBottom' },
        ) + r('图一为近八个月的问题数量，每月的统计口径一致，均包括当场整改和限期整改的问题，不含员工合理化建议。'),
        indented,
      ) +
      p('三、整改要求', { pStyle: 'Heading2' }) +
      p(
        anchored(
          picture('pale.png', { width: 146, height: 30 }),
          { width: 146, height: 30 },
          { horizontal: column(0), vertical: below(0), wrap: 'none', behind: true },
        ) +
          r(
            '限期整改的四项问题由设备部牵头，于 6 月 20 日前完成并报送整改照片。逾期未完成的，按《安全生产责任制考核办法》扣减责任部门当月绩效百分之五，并在调度会上说明原因。整改完成后由安全环保部组织复查，复查合格的予以销项，不合格的升级管理，由分管副总经理挂牌督办。',
          ),
        indented,
      ) +
      tbl([2600, 4000, 2000], { jc: 'center', tblBorders: grid(), tblLayout: { type: 'fixed' } }, [
        tr([
          tc(p(inline(picture('mark.png', logo), logo), { jc: 'center' }), { vAlign: 'center' }),
          tc(
            '罐区 4 号泵房临时电缆未架空，接头裸露；要求改为防爆接线盒并穿管敷设。',
            { vAlign: 'center' },
            { jc: 'left' },
          ),
          tc('责任人：秦立新', { vAlign: 'center' }),
        ]),
        tr([
          tc(
            p(inline(picture('photo.jpg', { width: 38, height: 23.75 }), { width: 38, height: 23.75 }), {
              jc: 'center',
            }),
            { vAlign: 'center' },
          ),
          tc('三号车间东侧消防通道堆放包装材料，占用宽度约 1.2 米。', { vAlign: 'center' }, { jc: 'left' }),
          tc('责任人：董雪梅', { vAlign: 'center' }),
        ]),
      ]) +
      p(
        anchored(
          picture('mark.png', { width: 20, height: 20 }),
          { width: 20, height: 20 },
          { horizontal: { from: 'page', at: 170 }, vertical: { from: 'page', at: 262 }, wrap: 'none' },
        ) + r('报告人：安全环保部　　2026 年 6 月 5 日'),
        { jc: 'right', spacing: { before: 240 } },
      ) +
      section({ headers: references('header', { default: 'header-default' }), pgMar: margins(1440, 1800) }),
  }
}

/** Pictures cropped, turned by a right and by other angles, stretched, and in text of a fixed line height. */
export function picturesShaped(): CorpusDocument {
  restartIds()
  const size = { width: 60, height: 40 }
  const window = { width: 45, height: 20 }
  const turned = { width: 42, height: 28 }
  return {
    title: '产品外观验收照片附页',
    styles: officeStylesXml(),
    media: { 'plan.png': quartersPng, 'photo.jpg': photographJpeg, 'mark.png': markPng },
    body:
      p('产品外观验收照片附页', { pStyle: 'Title' }) +
      p(
        '本附页是《设备外观验收单》（编号 YS-2026-118）的组成部分，与验收单具有同等效力。照片由买方验收人员在卖方工厂拍摄，未经修饰，仅作裁剪与旋转，以便显示细部。照片与实物不一致的，以实物为准；卖方对照片有异议的，应当在收到后三日内提出。',
        indented,
      ) +
      p('照片一：机身整体', { keepNext: true, jc: 'left' }, { b: true }) +
      p(inline(picture('plan.png', size), size), { jc: 'center', spacing: { before: 60, after: 60 } }) +
      p(
        '照片二：同一照片裁去左侧与下部，仅留右上角；照片三：裁去四周各一成半',
        { keepNext: true, jc: 'left' },
        { b: true },
      ) +
      p(
        inline(picture('plan.png', window, { crop: [50, 0, 0, 50] }), window) +
          r('　　') +
          inline(picture('plan.png', window, { crop: [15, 15, 15, 15] }), window),
        { jc: 'center', spacing: { before: 60, after: 60 } },
      ) +
      p('照片四：顺时针旋转九十度；照片五：旋转一百八十度', { keepNext: true, jc: 'left' }, { b: true }) +
      p(
        inline(picture('plan.png', turned, { turn: 90 }), turned) +
          r('　　　　') +
          inline(picture('plan.png', turned, { turn: 180 }), turned),
        { jc: 'center', spacing: { before: 60, after: 60 } },
      ) +
      p(
        '验收人员应当逐项核对铭牌、漆面、焊缝、管路与接线。漆面色差不大于 ΔE 1.5，厚度不小于 120 μm；焊缝应当均匀连续，不得有气孔、夹渣和咬边；管路应当横平竖直，标识与流向清楚；接线端子应当压接牢固并套有线号。',
        indented,
      ) +
      p('照片六：拉伸以适应版面；照片七：裁剪后再旋转十五度', { keepNext: true, jc: 'left' }, { b: true }) +
      p(
        inline(picture('photo.jpg', { width: 70, height: 24 }), { width: 70, height: 24 }) +
          r('　　') +
          inline(picture('photo.jpg', { width: 36, height: 30 }, { crop: [20, 10, 20, 0], turn: 15 }), {
            width: 36,
            height: 30,
          }),
        { jc: 'center', spacing: { before: 120, after: 120 } },
      ) +
      p(
        r('文中的小图标 ') +
          inline(picture('mark.png', { width: 4, height: 4 }), { width: 4, height: 4 }) +
          r(' 表示该项合格，较大的图标 ') +
          inline(picture('mark.png', { width: 9, height: 9 }), { width: 9, height: 9 }) +
          r(
            ' 表示该项经让步接收。让步接收的项目应当在验收单“备注”栏写明理由，并由买方技术负责人签字；涉及安全和性能的项目不得让步接收。每张照片的原始文件由买方保存至质保期满后一年，保存期间卖方可以申请调阅。',
          ),
        indented,
      ) +
      ps(
        [
          '验收结论：除让步接收的两项外，外观全部合格，同意发货。',
          '买方代表：潘志远　　卖方代表：吴海燕　　日期：2026 年 7 月 2 日',
        ],
        indented,
      ) +
      section({ pgMar: margins(1440, 1600) }),
  }
}

const boxText = (title: string, lines: readonly string[]) =>
  p(title, { jc: 'center', spacing: { after: 60 } }, { b: true }) +
  ps(lines, { jc: 'left', spacing: { line: 300, lineRule: 'auto' } }, { sz: 18, szCs: 18 })

/** Text boxes as Word 2010 and as older programs write them, beside, over and in the text; shapes without text; a table in a box. */
export function textBoxes(): CorpusDocument {
  restartIds()
  const note = { width: 58, height: 38 }
  const banner = { width: 150, height: 16 }
  const stamp = { width: 46, height: 20 }
  const sheet = { width: 150, height: 34 }
  return {
    title: '客户投诉处理流程说明',
    styles: officeStylesXml(),
    body:
      p(
        anchored(
          shape(banner, {
            fill: '1F4E79',
            text: p('客户投诉处理流程说明', { jc: 'center' }, { b: true, color: 'FFFFFF', sz: 32, szCs: 32 }),
            anchor: 'ctr',
          }),
          banner,
          { horizontal: { from: 'margin', at: 'center' }, vertical: { from: 'margin', at: 0 }, wrap: 'topAndBottom' },
        ) +
          r(
            '本说明适用于公司受理的全部客户投诉，包括产品质量、交付、服务态度、账务差错和包装运输等方面。投诉可以通过电话、电子邮件、客户门户或者业务员转达；任何员工收到投诉均不得推诿，应当在两小时内登记并转交客户服务部。',
          ),
        indented,
      ) +
      p(
        anchored(
          shape(note, {
            fill: 'FFF2CC',
            line: 'BF9000',
            text: boxText('时限一览', [
              '登记：二小时内',
              '首次答复：一个工作日内',
              '原因分析：三个工作日内',
              '关闭：十五个工作日内',
            ]),
            inset: 2.5,
          }),
          note,
          { horizontal: column('right'), vertical: below(1), wrap: 'square', distance: 4 },
        ) +
          r(
            '客户服务部收到登记后，应当在一个工作日内与客户联系，核实投诉事实，说明处理步骤和预计时间。涉及人身安全、批量质量事故或者可能引发媒体关注的投诉，应当立即报告总经理，并启动应急预案。核实时应当收集产品批号、生产日期、购货凭证、照片或者样品，必要时派员到现场。',
          ),
        indented,
      ) +
      p(
        '质量部负责原因分析，采用“五个为什么”或者鱼骨图等方法找出根本原因，提出纠正与预防措施，并由责任部门在规定时间内落实。措施完成后，质量部应当验证其有效性；验证不合格的，重新分析。所有投诉应当形成闭环，客户服务部在关闭前回访客户，记录满意程度。',
        indented,
      ) +
      p('关键节点', { pStyle: 'Heading2' }) +
      p(
        inline(
          shape(stamp, {
            geometry: 'roundRect',
            fill: 'E2EFD9',
            line: '538135',
            text: p('受理登记', { jc: 'center' }, { b: true }),
            anchor: 'ctr',
          }),
          stamp,
        ) +
          r(' → ') +
          inline(
            shape(stamp, {
              geometry: 'ellipse',
              fill: 'FBE4D5',
              line: 'C45911',
              text: p('原因分析', { jc: 'center' }, { b: true }),
              anchor: 'ctr',
            }),
            stamp,
          ) +
          r(' → ') +
          inline(
            shape(stamp, {
              fill: 'DEEAF6',
              line: '2E74B5',
              lineWidth: 1.5,
              text: p('验证关闭', { jc: 'center' }, { b: true }),
              anchor: 'ctr',
            }),
            stamp,
          ),
        { jc: 'center' },
      ) +
      p(
        anchored(
          shape({ width: 150, height: 0.1 }, { geometry: 'line', line: '7F7F7F' }),
          { width: 150, height: 0.1 },
          { horizontal: { from: 'margin', at: 0 }, vertical: below(3), wrap: 'none' },
        ) + r(''),
        { spacing: { after: 120 } },
      ) +
      p(
        vmlBox(
          { width: 52, height: 22 },
          'position:absolute;margin-left:0;margin-top:6pt;mso-wrap-distance-left:0;mso-position-horizontal-relative:text;mso-position-vertical-relative:text',
          ps(['投诉热线：400-019-2688', '（工作日 8:30—17:30）'], { jc: 'center' }),
          'fillcolor="#f2f2f2" strokecolor="#2e74b5" strokeweight="1pt"',
        ) + r(''),
      ) +
      ps(['', '', '', '']) +
      p(
        '下列记录由系统自动生成，投诉关闭后不得修改；需要更正的，应当另行登记说明，并由客户服务部负责人批准。',
        indented,
      ) +
      p(
        inline(
          shape(sheet, {
            line: '000000',
            text:
              tbl([1600, 2800, 1600, 1900], { tblBorders: grid(2), tblLayout: { type: 'fixed' } }, [
                tr(
                  ['投诉编号', '内容', '责任部门', '状态'].map((text) =>
                    tc(text, {}, { jc: 'center' }, { b: true, sz: 18 }),
                  ),
                ),
                tr(
                  ['TS-0611', '标签批号与箱号不符', '包装车间', '已关闭'].map((text) =>
                    tc(text, {}, { jc: 'center' }, { sz: 18 }),
                  ),
                ),
                tr(
                  ['TS-0614', '运输途中两箱受潮', '物流部', '理赔中'].map((text) =>
                    tc(text, {}, { jc: 'center' }, { sz: 18 }),
                  ),
                ),
              ]) + p('以上为六月上旬数据。', {}, { sz: 16 }),
            inset: 2,
          }),
          sheet,
        ),
      ) +
      p(
        '处理结果涉及退货、换货或者赔偿的，按照合同约定执行；合同没有约定的，由销售部与客户协商，金额在一万元以下的由销售总监批准，超过一万元的报总经理批准。',
        indented,
      ) +
      section({ pgMar: margins(1440, 1700) }),
  }
}

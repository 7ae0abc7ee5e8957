import type { CorpusDocument } from './package-docx.ts'
import { faces } from '../docx/style.ts'
import { officeStylesXml } from './styles.ts'
import { grid, margins, p, ps, r, raw, section, tbl, tc, tr } from '../docx/wordml.ts'

const indented = { ind: { firstLine: 420, firstLineChars: 200 }, spacing: { line: 360, lineRule: 'auto' } } as const
const symbol = (font: string, char: string) => raw(`<w:sym w:font="${font}" w:char="${char}"/>`)

/** Boxes to tick as characters, as Wingdings symbols and as check box controls; units, currencies, circled numbers. */
export const symbolsCheckboxes: CorpusDocument = {
  title: '合同会签单',
  styles: officeStylesXml(),
  body:
    p('合 同 会 签 单', { pStyle: 'Title' }) +
    tbl([1500, 3100, 1500, 3000], { jc: 'center', tblBorders: grid(), tblLayout: { type: 'fixed' } }, [
      tr([tc('合同名称'), tc('循环冷却水系统改造工程合同', { gridSpan: 3 })]),
      tr([tc('合同类型'), tc('□采购　☑工程　□服务　□租赁'), tc('付款方式'), tc('☑电汇　☐承兑　☒现金')]),
      tr([
        tc('相对方资质'),
        tc(
          symbol('Wingdings', 'F0FE') +
            r('营业执照　') +
            symbol('Wingdings', 'F0FE') +
            r('安全生产许可证　') +
            symbol('Wingdings', 'F0A8') +
            r('授权书'),
        ),
        tc('紧急程度'),
        tc(
          symbol('Wingdings', 'F0A1') +
            r('特急　') +
            symbol('Wingdings 2', 'F052') +
            r('急　') +
            symbol('Wingdings 2', 'F0A3') +
            r('一般'),
        ),
      ]),
      tr([
        tc('附件'),
        tc(
          `<w:p><w:r><w:t>技术协议</w:t></w:r><w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="1"/></w14:checkbox></w:sdtPr><w:sdtContent><w:r><w:t>☒</w:t></w:r></w:sdtContent></w:sdt><w:r><w:t xml:space="preserve">　安全协议</w:t></w:r><w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="0"/></w14:checkbox></w:sdtPr><w:sdtContent><w:r><w:t>☐</w:t></w:r></w:sdtContent></w:sdt></w:p>`,
          { gridSpan: 3 },
        ),
      ]),
    ]) +
    p('会签说明', { pStyle: 'Heading2' }) +
    ps(
      [
        '① 承办部门填写基本信息并上传合同草案；② 法务部审查主体资格、权利义务与争议解决条款；③ 财务部审查价款、税率、付款条件与预算；④ 技术部审查标的、技术要求与验收标准；⑤ 分管领导审批；⑥ 印章管理员用印。各环节应当在两个工作日内完成，⑦ 逾期未处理的，系统自动提醒直接上级。',
        '意见栏以“√”表示同意，以“×”表示不同意，以“△”表示附条件同意并须写明条件。不同意的，应当说明理由和修改建议，退回承办部门重新拟定。',
      ],
      indented,
    ) +
    p('技术参数摘录', { pStyle: 'Heading2' }) +
    p(
      '循环水量 1,200 m³/h，供水温度 ≤ 32 ℃，温差 Δt ≥ 8 ℃；水泵扬程 45 m，效率 ≥ 84 %，转速 1 480 r/min；管道材质 20#，规格 Φ426×9 mm，设计压力 0.6 MPa；电机功率 220 kW，防护等级 IP55，绝缘 F 级；噪声 ≤ 85 dB(A)；占地 36 ㎡；pH 值 7.5～8.5，电导率 ≤ 2 000 μS/cm；误差 ±0.5 %，约合 ½ 个量程单位。',
      indented,
    ) +
    p('价款与币种', { pStyle: 'Heading2' }) +
    p(
      '合同价款 ¥2,680,000.00（含税），其中进口部件折合 US$86,400.00、€12,350.00、£3,200、JP￥1,540,000；汇率按付款当日中国人民银行公布的中间价计算。附注：№ 3、§ 12、† 表示另有说明，‡ 表示参见附件，※ 为必填项，★ 为实质性要求，☆ 为加分项，→ 表示依次办理，⇒ 表示导致，∑ 为合计，≈ 为约等于，∞ 为不限。',
      indented,
    ) +
    p('电话：☎ 0512-16880123　邮箱：✉ contract@hengrun.example　地址：〒 215200', { jc: 'left' }) +
    p(
      '标点：“双引号”‘单引号’《书名号》〈单书名号〉【方头括号】〔六角括号〕『』「」……——·、，。；：？！（）〖〗％＃＆＊＋－＝',
      { jc: 'left' },
    ) +
    section({ pgMar: margins(1440, 1400) }),
}

const marks: readonly [label: string, rPr: Parameters<typeof r>[1]][] = [
  ['加粗', { b: true }],
  ['倾斜 italic', { i: true }],
  ['单下划线', { u: 'single' }],
  ['双下划线', { u: 'double' }],
  ['粗下划线', { u: 'thick' }],
  ['虚线', { u: 'dash' }],
  ['点线', { u: 'dotted' }],
  ['波浪线', { u: 'wave' }],
  ['双波浪线', { u: 'wavyDouble' }],
  ['红色下划线', { u: { val: 'single', color: 'FF0000' } }],
  ['删除线', { strike: true }],
  ['双删除线', { dstrike: true }],
  ['黄色突出', { highlight: 'yellow' }],
  ['绿色突出', { highlight: 'green' }],
  ['红字', { color: 'FF0000' }],
  ['着重号', { em: 'dot' }],
  ['着重号圆圈', { em: 'circle' }],
  ['紧缩字距', { spacing: -20 }],
  ['加宽字距', { spacing: 60 }],
  ['字符缩放九成', { w: 90 }],
  ['字符缩放一倍半', { w: 150 }],
  ['提升', { position: 8 }],
  ['降低', { position: -8 }],
  ['Small Caps', { smallCaps: true }],
  ['all caps', { caps: true }],
]

/** Looks of characters in running text of both scripts: lines under and through, marks, grounds, raised and lowered, spaced and scaled. */
export const runFormatting: CorpusDocument = {
  title: '校样与格式说明',
  styles: officeStylesXml(24),
  body:
    p('技术协议校样与格式说明', { pStyle: 'Title' }) +
    p(
      '本页列出技术协议中使用的全部文字格式，供排版与校对人员核对。校样由资料室打印两份，一份交主编审阅，一份存档；校对符号按照国家标准 GB/T 14706 执行，修改处应当签注姓名与日期。',
      indented,
    ) +
    p(
      marks
        .map(([label, rPr], i) => r(`（${i + 1}）`) + r(label, rPr) + r(i === marks.length - 1 ? '。' : '；'))
        .join(''),
      { ...indented, spacing: { line: 440, lineRule: 'auto' } },
    ) +
    p(
      r('混排示例：本项目采用 ') +
        r('PLC', { b: true, rFonts: faces('Noto Sans SC', 'Arimo') }) +
        r(' 控制系统（型号 ') +
        r('S7-1500', { i: true }) +
        r('），通信协议为 Modbus TCP/IP，采样周期不大于 100 ms，精度优于 0.5%。水的分子式为 H') +
        r('2', { vertAlign: 'subscript' }) +
        r('O，面积单位为 m') +
        r('2', { vertAlign: 'superscript' }) +
        r('，体积单位为 m') +
        r('3', { vertAlign: 'superscript' }) +
        r('；式中 x') +
        r('i', { vertAlign: 'subscript', i: true }) +
        r(' 为第 i 次测量值，10') +
        r('−6', { vertAlign: 'superscript' }) +
        r(' 为百万分之一。'),
      indented,
    ) +
    p(
      r('字号示例：') +
        r('初号', { sz: 84, szCs: 84 }) +
        r('一号', { sz: 52, szCs: 52 }) +
        r('二号', { sz: 44, szCs: 44 }) +
        r('三号', { sz: 32, szCs: 32 }) +
        r('四号', { sz: 28, szCs: 28 }) +
        r('小四', { sz: 24, szCs: 24 }) +
        r('五号', { sz: 21, szCs: 21 }) +
        r('小五', { sz: 18, szCs: 18 }) +
        r('六号', { sz: 15, szCs: 15 }),
      { jc: 'left' },
    ) +
    p(
      r('字体示例：') +
        r('宋体类正文，', { rFonts: faces('Noto Serif SC', 'Tinos') }) +
        r('黑体类标题，', { rFonts: faces('Noto Sans SC', 'Arimo') }) +
        r('楷体类引文，', { rFonts: faces('LXGW WenKai') }) +
        r('Times New Roman for Latin, ', { rFonts: faces('Noto Serif SC', 'Times New Roman') }) +
        r('Arial for labels, ', { rFonts: faces('Noto Sans SC', 'Arial') }) +
        r('Courier New for codes 0123456789', { rFonts: faces('Noto Sans SC', 'Courier New') }),
      indented,
    ) +
    p(
      r('隐藏文字在此处：', {}) +
        r('这一句被隐藏，不应出现在打印件中。', { vanish: true }) +
        r('到此为止。白色背景上的灰字用于水印说明，') +
        r('浅灰色小字', { color: 'A6A6A6', sz: 18 }) +
        r('。同一句话里') +
        r('加粗', { b: true }) +
        r('、') +
        r('加粗倾斜', { b: true, i: true }) +
        r('、') +
        r('加粗下划线红色', { b: true, u: 'single', color: 'C00000' }) +
        r('可以叠加，') +
        r('删除线与突出显示', { strike: true, highlight: 'cyan' }) +
        r('也可以叠加。'),
      indented,
    ) +
    p(
      r('长下划线段落：') +
        r(
          '供方应当在收到需方书面通知之日起七日内，向需方提交全部竣工资料（纸质三套、电子一套），逾期提交的，每逾期一日支付违约金人民币壹仟元整，累计不超过合同总价的百分之一。',
          { u: 'single' },
        ) +
        r('以上下划线内容为特别约定。'),
      indented,
    ) +
    p(
      r('着重号段落：') +
        r('未经需方书面同意不得分包', { em: 'dot', b: true }) +
        r('，违反的，需方有权解除协议并要求返还已付款项。英文着重：') +
        r('without prior written consent', { em: 'dot' }) +
        r('。'),
      indented,
    ) +
    p(
      r('软连字符与不断行连字符：inter¬national co¬operation agree¬ment，编号 HD') +
        raw('<w:noBreakHyphen/>') +
        r('2026') +
        raw('<w:noBreakHyphen/>') +
        r(
          '0318，换行符之后\n从新的一行开始，但仍属于同一段落；不间断空格：第\u00a05\u00a0页、人民币\u00a0500\u00a0万元。',
        ),
      { ...indented, jc: 'left' },
    ) +
    section({ pgMar: margins(1440, 1700) }),
}

import { abstractNumber, inList, number } from '../docx/numbering.ts'
import type { CorpusDocument } from './package-docx.ts'
import { faces } from '../docx/style.ts'
import { officeStylesXml } from './styles.ts'
import { borders, margins, p, pageBreak, ps, r, raw, section, tbl, tc, tr } from '../docx/wordml.ts'

const indented = { ind: { firstLine: 420, firstLineChars: 200 }, spacing: { line: 360, lineRule: 'auto' } } as const
const tab = (kind: string, pos: number, leader = 'none') =>
  `<w:tab w:val="${kind}" w:leader="${leader}" w:pos="${pos}"/>`
const blank = (width: number) => r(' '.repeat(width), { u: 'single' })

/** A lease form: leaders of every kind, stops of every kind, blanks to fill by underlined spaces, underlined tabs and leaders. */
export const tabsBlanks: CorpusDocument = {
  title: '房屋租赁合同（示范文本）',
  styles: officeStylesXml(24),
  body:
    p('房屋租赁合同（示范文本）', { pStyle: 'Title' }) +
    p(r('合同编号：') + blank(20), { jc: 'right' }) +
    p(r('出租人（甲方）：') + raw('<w:tab/>', { u: 'single' }), {
      tabs: tab('left', 7200),
      spacing: { line: 440, lineRule: 'auto' },
    }) +
    p('身份证号或统一社会信用代码：\t', {
      tabs: tab('right', 8300, 'underscore'),
      spacing: { line: 440, lineRule: 'auto' },
    }) +
    p(r('承租人（乙方）：') + raw('<w:tab/>', { u: 'single' }), {
      tabs: tab('left', 7200),
      spacing: { line: 440, lineRule: 'auto' },
    }) +
    p('联系电话：\t\t电子邮箱：\t', {
      tabs: tab('left', 3600, 'underscore') + tab('left', 4200) + tab('right', 8300, 'underscore'),
      spacing: { line: 440, lineRule: 'auto' },
    }) +
    p(
      r('根据《中华人民共和国民法典》的有关规定，甲、乙双方就房屋租赁事宜达成如下协议。甲方将坐落于') +
        blank(12) +
        r('市') +
        blank(10) +
        r('区') +
        blank(20) +
        r('的房屋出租给乙方使用，建筑面积') +
        blank(8) +
        r('平方米，用途为') +
        blank(14) +
        r('。'),
      { ind: { firstLine: 480, firstLineChars: 200 }, spacing: { line: 440, lineRule: 'auto' } },
    ) +
    p(
      r('租赁期限自') +
        blank(6) +
        r('年') +
        blank(4) +
        r('月') +
        blank(4) +
        r('日起至') +
        blank(6) +
        r('年') +
        blank(4) +
        r('月') +
        blank(4) +
        r('日止。租金标准为每月人民币') +
        blank(10) +
        r('元（大写：') +
        blank(24) +
        r('），押金为') +
        blank(3) +
        r('个月租金，租赁期满或者合同解除后，扣除应由乙方承担的费用和违约金后的剩余部分应如数返还乙方。'),
      { ind: { firstLine: 480, firstLineChars: 200 }, spacing: { line: 440, lineRule: 'auto' } },
    ) +
    p('房屋交付时的附属设施', { pStyle: 'Heading2' }) +
    [
      '空调\t壁挂式 1.5 匹\t2 台\t7,200.00',
      '热水器\t燃气 16 升\t1 台\t2,380.50',
      '床及床垫\t1.8 米\t2 套\t5,600.00',
      '餐桌椅\t一桌四椅\t1 套\t1,999.9',
    ]
      .map((line) =>
        p(line, { tabs: tab('left', 1800) + tab('center', 4200) + tab('right', 6000) + tab('decimal', 7600) }),
      )
      .join('') +
    p('目　录（节选）', { pStyle: 'Heading2' }) +
    [
      ['第一章　房屋基本情况', '1', 'dot'],
      ['第二章　租赁期限与交付', '2', 'dot'],
      ['第三章　租金、押金与其他费用', '3', 'hyphen'],
      ['第四章　维修、转租与续租', '5', 'middleDot'],
      ['第五章　合同解除与违约责任', '12', 'underscore'],
    ]
      .map(([title, page, leader]) => p(`${title}\t${page}`, { tabs: tab('right', 8300, leader) }))
      .join('') +
    p(
      '水、电、燃气、物业管理、网络等费用由乙方承担，甲方应当在交付时与乙方共同抄录表底数。乙方不得擅自改变房屋结构和用途；需要装修的，应当经甲方书面同意。因乙方使用不当造成房屋或者设施损坏的，乙方负责修复或者赔偿。租赁期内甲方出售房屋的，应当提前三个月书面通知乙方，乙方在同等条件下享有优先购买权。',
      { ind: { firstLine: 480, firstLineChars: 200 }, spacing: { before: 160, line: 400, lineRule: 'auto' } },
    ) +
    p('甲方（签章）：\t乙方（签章）：', { tabs: tab('left', 4500), spacing: { before: 400 } }) +
    p('日期：\t日期：\t', {
      tabs: tab('left', 3000, 'underscore') + tab('left', 4500) + tab('left', 7500, 'underscore'),
      spacing: { before: 160 },
    }) +
    section({ pgMar: margins(1440, 1700) }),
}

const report = [
  '2025 年，公司法务部坚持“事前预防为主、事中控制为重、事后补救为辅”的工作方针，全年审查合同一千九百余份，出具书面意见三百一十二份，避免和挽回经济损失约二千六百万元。',
  '在制度建设方面，修订《合同管理办法》《授权管理规定》，发布示范文本三十六个，覆盖采购、销售、工程、租赁、劳务等主要业务类型；示范文本使用率由年初的百分之六十一提高到百分之八十四。',
  '在纠纷处理方面，全年新增案件十七件，办结二十一件，胜诉率百分之八十九。对长期拖欠货款的客户，综合运用律师函、支付令、诉前保全等手段，收回逾期货款一千一百四十万元。',
  '存在的主要问题：一是个别单位“先履行、后补签”的现象仍未杜绝；二是合同台账更新不及时；三是分支机构法务力量薄弱，兼职人员比例过高。',
  '2026 年重点做好四项工作：推进合同管理系统建设，实现起草、审批、用印、履行、归档全流程在线；开展重大合同履行后评价；加强案例培训，每季度至少组织一次；建立外部律师考核与退出机制。',
]

/** Lines on a document grid, indents and spaces by characters and lines, and paragraphs that leave the grid. */
export const documentGrid: CorpusDocument = {
  title: '2025 年度法务工作总结',
  styles: officeStylesXml(28),
  body:
    p('2025 年度法务工作总结', {
      pStyle: 'Title',
      spacing: { beforeLines: 100, before: 312, afterLines: 100, after: 312 },
    }) +
    ps(report, { ind: { firstLine: 560, firstLineChars: 200 } }) +
    p(
      '附：主要指标',
      { spacing: { beforeLines: 50, before: 156, afterLines: 50, after: 156 } },
      { b: true, rFonts: faces('Noto Sans SC', 'Arimo') },
    ) +
    ps(
      [
        '（一）合同审查平均用时二点三个工作日，较上年缩短零点八个工作日；',
        '（二）授权委托书全部实行一事一授权，无超期、超范围使用；',
        '（三）案件结案平均周期一百六十二天。',
      ],
      { ind: { left: 1120, leftChars: 200, hanging: 560, hangingChars: 200 } },
      { sz: 24, szCs: 24 },
    ) +
    p(
      '以下各段不按网格排列，行距为单倍，字号五号，用于说明数据口径。合同审查数量以系统中办结的流程为准，同一合同多次送审的按一次计算；挽回损失包括经谈判减少的付款、追回的货款以及胜诉判决确定的金额，不包括尚未执行到位的部分。',
      { snapToGrid: false, ind: { firstLine: 420, firstLineChars: 200 } },
      { sz: 21 },
    ) +
    p('本段左右各缩进四个字符，仍按网格排列：法务部全体人员将继续恪尽职守，为公司依法合规经营保驾护航。', {
      ind: { left: 1120, leftChars: 400, right: 1120, rightChars: 400 },
    }) +
    p(
      '本段行距为网格的一倍半，用于签署意见：同意按此总结上报董事会审计与风险委员会，并抄送各所属企业，作为年度考核评价的参考依据。',
      { spacing: { line: 360, lineRule: 'auto' }, ind: { firstLine: 560, firstLineChars: 200 } },
    ) +
    ps(['法务部', '2026 年 1 月 15 日'], { jc: 'right' }) +
    section({ pgMar: margins(1440, 1800), docGrid: { type: 'lines', linePitch: 312 } }),
}

/** Borders and grounds of paragraphs: boxes that run together, rules above and below, bars at the side, shades of patterns. */
export const bordersShading: CorpusDocument = {
  title: '重要事项提示书',
  styles: officeStylesXml(),
  body:
    p('重要事项提示书', {
      pStyle: 'Title',
      pBdr: borders({ top: ['single', 12, '1F3864', 6], bottom: ['single', 12, '1F3864', 6] }),
    }) +
    p(
      '尊敬的客户：在您签署《设备融资租赁合同》之前，请仔细阅读以下提示。提示书不构成合同条款，但我公司有义务就与您有重大利害关系的条款予以提示和说明。您签署本提示书，表示已经阅读、理解并有机会提出疑问。',
      { ...indented, spacing: { after: 160, line: 340, lineRule: 'auto' } },
    ) +
    ps(
      [
        '一、租赁物的所有权在租赁期内属于出租人，承租人不得转让、抵押、质押或者以其他方式处分租赁物。',
        '二、租金按季支付，逾期的，自逾期之日起按日万分之五计收违约金；连续两期未付的，出租人有权宣布剩余租金提前到期。',
        '三、租赁物毁损、灭失的风险由承租人承担，承租人不得因此拒付租金。',
      ],
      {
        pBdr: borders({
          top: ['single', 8, 'C00000', 4],
          left: ['single', 8, 'C00000', 4],
          bottom: ['single', 8, 'C00000', 4],
          right: ['single', 8, 'C00000', 4],
        }),
        shd: { val: 'clear', color: 'auto', fill: 'FDE9E7' },
        spacing: { line: 320, lineRule: 'auto' },
        ind: { left: 200, right: 200 },
      },
    ) +
    p('', {}) +
    ps(
      [
        '保证人应当知悉：保证方式为连带责任保证，债权人可以要求债务人履行债务，也可以要求保证人在其保证范围内承担保证责任。',
        '保证期间为主债务履行期限届满之日起三年。',
      ],
      {
        pBdr: borders({
          top: ['single', 4, '7F7F7F', 3],
          bottom: ['single', 4, '7F7F7F', 3],
          between: ['dotted', 4, '7F7F7F', 3],
        }),
        spacing: { line: 320, lineRule: 'auto' },
      },
    ) +
    p(
      '提示：左侧有竖线的段落为监管要求的固定内容，不得修改。承租人有权要求出租人提供费用明细，出租人不得以任何名目收取合同约定以外的费用。',
      {
        pBdr: borders({ left: ['single', 36, '2E74B5', 8] }),
        spacing: { before: 200, after: 200, line: 320, lineRule: 'auto' },
        ind: { left: 420 },
      },
    ) +
    p(
      '利率说明',
      { shd: { val: 'clear', color: 'auto', fill: '1F3864' }, spacing: { before: 120, after: 60 } },
      { b: true, color: 'FFFFFF' },
    ) +
    p(
      '本合同的租赁年利率为固定利率，按照内部收益率法计算为百分之六点四八。手续费、保证金等费用已经计入综合融资成本，详见附表一。提前还款的，按照剩余本金的百分之一收取补偿金；租赁期过半后提前还款的，免收补偿金。',
      { ...indented, shd: { val: 'clear', color: 'auto', fill: 'F2F2F2' } },
    ) +
    p(
      r('本段中') +
        r('带方框的文字', { bdr: { val: 'single', sz: 4, space: 0, color: '000000' } }) +
        r('与') +
        r('带底纹的文字', { shd: { val: 'clear', color: 'auto', fill: 'FFD966' } }) +
        r(
          '应当由承租人亲笔抄写：“本人已阅读并理解上述全部提示，出租人已就有关条款作出说明，本人自愿签署合同并承担相应的法律后果。”',
        ),
      { ...indented, spacing: { before: 160, line: 340, lineRule: 'auto' } },
    ) +
    p('', { pBdr: borders({ bottom: ['single', 6, '000000', 1] }), spacing: { before: 240 } }) +
    p('', { pBdr: borders({ bottom: ['single', 6, '000000', 1] }), spacing: { before: 120 } }) +
    p('承租人（签字）：　　　　　　　　　日期：　　　年　　月　　日', { spacing: { before: 240 } }) +
    p('双线、波浪线与阴影边框', {
      jc: 'center',
      spacing: { before: 240 },
      pBdr: borders({
        top: ['double', 6, '000000', 6],
        left: ['double', 6, '000000', 6],
        bottom: ['double', 6, '000000', 6],
        right: ['double', 6, '000000', 6],
      }),
      ind: { left: 1700, right: 1700 },
    }) +
    section({ pgMar: margins(1440, 1700) }),
}

const clauses = [
  '许可方授予被许可方在许可区域内、许可期限内使用许可商标的普通许可。被许可方应当按照许可方提供的商标样式使用，不得变形、改色或者与其他标识组合使用。',
  '被许可方应当保证使用许可商标的商品质量，接受许可方的监督，并在商品上标明被许可方的名称和商品产地。许可方有权每年进行不超过两次的现场检查，检查费用由许可方承担。',
  '许可使用费采用入门费加提成的方式。入门费为人民币六十万元，于合同生效后十五日内支付；提成按照被许可方使用许可商标的商品净销售额的百分之三计算，每半年结算一次。',
  '被许可方应当在每半年结束后三十日内向许可方提交销售报表，并附主要客户的发票汇总表。许可方有权委托会计师事务所对有关账簿进行审计；审计差异超过百分之五的，审计费用由被许可方承担。',
  '发现第三方侵犯许可商标专用权的，双方应当及时通知对方。许可方决定是否提起诉讼或者向市场监督管理部门投诉，被许可方应当予以协助，所得赔偿归许可方所有。',
  '合同期满或者提前终止后，被许可方应当立即停止使用许可商标，并在六十日内销售完毕带有许可商标的库存商品；逾期未售完的，应当去除标识或者销毁。',
]

/** Breaks before paragraphs and inside them, headings kept with what follows, chains that move together, lines kept together, widows. */
export const pagination: CorpusDocument = {
  title: '商标使用许可合同',
  styles: officeStylesXml(24, [
    {
      id: 'Clause',
      basedOn: 'Normal',
      pPr: {
        widowControl: true,
        spacing: { line: 420, lineRule: 'auto' },
        ind: { firstLine: 480, firstLineChars: 200 },
      },
    },
  ]),
  numbering:
    abstractNumber(1, [
      { format: 'chineseCounting', text: '%1、', suffix: 'nothing', pPr: { ind: { left: 0, firstLine: 480 } } },
    ]) + number(1, 1),
  body:
    p('商标使用许可合同', { pStyle: 'Title' }) +
    ps(clauses, { pStyle: 'Clause', ...inList(1) }) +
    p('许可商标清单', { pStyle: 'Heading1' }) +
    p('下表所列商标均在有效期内，续展由许可方负责。', { pStyle: 'Clause', keepNext: true }) +
    [
      '注册号 12345678，核定使用商品第 7 类：机床；金属加工机械。',
      '注册号 12345679，核定使用商品第 9 类：测量仪器；工业操作遥控电气装置。',
      '注册号 12345680，核定使用服务第 37 类：机械安装、保养和修理。',
      '注册号 12345681，核定使用服务第 42 类：技术研究；工业品外观设计。',
    ]
      .map((text, i) => p(text, { pStyle: 'Clause', ...(i < 3 ? { keepNext: true } : {}), keepLines: true }))
      .join('') +
    ps(
      clauses.slice(0, 4).map((text) => `补充说明：${text}`),
      { pStyle: 'Clause' },
    ) +
    p(`本段的全部各行须在同一页：${clauses[3]}${clauses[4]}${clauses[2]}`, { pStyle: 'Clause', keepLines: true }) +
    p('附件一　商标使用规范', { pStyle: 'Heading1', pageBreakBefore: true }) +
    ps(clauses.slice(0, 3), { pStyle: 'Clause' }) +
    p(r('第一部分到此结束。') + pageBreak + r('第二部分自新的一页开始，内容为防伪标签的领用与核销办法。'), {
      pStyle: 'Clause',
    }) +
    ps(
      [
        '防伪标签由许可方统一印制，被许可方按月申领，每次申领数量不超过上月实际使用量的一点二倍。',
        '标签领用、使用、报废应当登记台账，月末盘点；短少的标签按每枚五元赔偿，并说明去向。',
      ],
      { pStyle: 'Clause' },
    ) +
    p('', { pStyle: 'Clause' }) +
    tbl([4150, 4150], { jc: 'center' }, [
      tr([tc('许可方（盖章）：', {}, { keepNext: true }), tc('被许可方（盖章）：', {}, { keepNext: true })]),
      tr([tc('日期：'), tc('日期：')]),
    ]) +
    p('') +
    section({ pgMar: margins(1440, 1800), docGrid: { type: 'lines', linePitch: 360 } }),
}

/** Bullets of several kinds and levels, distributed lines, alignment left, right and centred, rare characters. */
export const listsAlignment: CorpusDocument = {
  title: '会议筹备方案与代表名单',
  styles: officeStylesXml(),
  numbering:
    abstractNumber(
      1,
      [
        { format: 'bullet', text: '●', pPr: { ind: { left: 420, hanging: 420 } } },
        { format: 'bullet', text: '○', pPr: { ind: { left: 840, hanging: 420 } } },
        { format: 'bullet', text: '■', pPr: { ind: { left: 1260, hanging: 420 } } },
      ],
      'hybridMultilevel',
    ) +
    abstractNumber(
      2,
      [
        {
          format: 'bullet',
          text: '\uf0b7',
          pPr: { ind: { left: 720, hanging: 360 } },
          rPr: { rFonts: { ascii: 'Symbol', hAnsi: 'Symbol', hint: 'default' } },
        },
        {
          format: 'bullet',
          text: '\uf0d8',
          pPr: { ind: { left: 1440, hanging: 360 } },
          rPr: { rFonts: { ascii: 'Wingdings', hAnsi: 'Wingdings', hint: 'default' } },
        },
      ],
      'hybridMultilevel',
    ) +
    abstractNumber(3, [
      { format: 'upperLetter', text: '%1.', pPr: { ind: { left: 420, hanging: 420 } } },
      { format: 'lowerRoman', text: '(%2)', align: 'right', pPr: { ind: { left: 1000, hanging: 200 } } },
    ]) +
    number(1, 1) +
    number(2, 2) +
    number(3, 3),
  body:
    p('会议筹备方案与代表名单', { pStyle: 'Title' }) +
    p(
      '为筹备公司第三届供应商大会，现将有关安排通知如下，请各组对照清单逐项落实，遇有变化及时报告秘书组。大会定于 2026 年 9 月 18 日在公司一号报告厅召开，会期一天，预计到会代表二百六十人。',
      indented,
    ) +
    p('会务组', inList(1)) +
    ps(
      ['落实场地、音响、同声传译与直播设备，会前三天完成联调；', '制作代表证、席位卡与指引牌，席位按姓氏笔画排列；'],
      inList(1, 1),
    ) +
    p('指引牌放置于停车场、大堂、电梯厅、报告厅入口四处，不得遮挡消防设施。', inList(1, 2)) +
    p('接待组', inList(1)) +
    ps(['安排机场、高铁站接送，提前一天与代表确认航班与车次；', '统计用餐禁忌，安排清真与素食席位。'], inList(1, 1)) +
    p('资料组', inList(2)) +
    p('会议手册、签到表、问卷与颁奖词，于会前一周定稿；', inList(2, 1)) +
    p('优秀供应商评选结果在颁奖前严格保密。', inList(2, 1)) +
    p('评选办法如下：', { spacing: { before: 120 } }) +
    p('质量、交付、价格、服务四项分别占 40%、30%、20%、10%；', inList(3)) +
    p('质量以来料合格率与客户投诉为准；', inList(3, 1)) +
    p('交付以准时交货率为准，提前交货不加分；', inList(3, 1)) +
    p('综合得分前十名授予“年度优秀供应商”称号。', inList(3)) +
    p('分散对齐与其他对齐方式', { pStyle: 'Heading2' }) +
    ps(['大会主席团', '秘书长', '各供应商代表'], { jc: 'distribute', ind: { left: 2800, right: 2800 } }) +
    p('本段采用分散对齐，最后一行也会拉开字距，使文字充满整行，常用于表头、席位卡与签发单位名称。', {
      jc: 'distribute',
    }) +
    p('本段左对齐：letters and 汉字混排时，行尾允许参差不齐，标点符号按照禁则处理，不出现在行首的位置上。', {
      jc: 'left',
    }) +
    p('本段右对齐：秘书组联系人 吕㛃（分机 6021）', { jc: 'right' }) +
    p('本段居中：报名截止时间为八月三十一日', { jc: 'center' }) +
    p('姓名中的生僻字', { pStyle: 'Heading2' }) +
    p(
      '部分代表姓名中含有生僻字，制作证件时应当核对身份证，不得以拼音或者同音字代替：𠮷田贸易（上海）有限公司、吕㛃、李赟、王喆、陈堃、张翀、刘燚、郝犇、赵淼、周垚、孙骉、朱祎、沈翯、李芃、龑、媖、頔、㬎。',
      indented,
    ) +
    section({ pgMar: margins(1440, 1700) }),
}

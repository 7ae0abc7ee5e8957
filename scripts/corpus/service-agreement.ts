import { abstractNumber, inList, number } from '../docx/numbering.ts'
import type { CorpusDocument } from './package-docx.ts'
import { officeStylesXml } from './styles.ts'
import { field, margins, p, r, references, section } from '../docx/wordml.ts'

type Item = string | readonly [text: string, items: readonly Item[]]

const articles: readonly Item[] = [
  [
    '服务内容',
    [
      [
        '系统运行维护',
        [
          [
            '日常巡检',
            [
              '每个工作日检查服务器、数据库与中间件的运行状态，填写巡检记录。',
              '每周核对备份任务的执行结果，每季度进行一次恢复演练并提交报告。',
              '发现容量、性能或者安全隐患的，应在当日书面通知甲方并提出处置建议。',
            ],
          ],
          [
            '故障处理',
            [
              '一级故障（核心业务中断）：十五分钟内响应，四小时内恢复。',
              '二级故障（部分功能不可用）：三十分钟内响应，八小时内恢复。',
              '三级故障（不影响业务办理）：两小时内响应，三个工作日内解决。',
            ],
          ],
        ],
      ],
      [
        '功能优化',
        [
          '甲方提出的需求由双方每月评审一次，确定优先级与完成时间，单项工作量不超过五人日的，不另行收费。',
          '超过五人日的需求，乙方应先提交方案与报价，经甲方书面确认后实施。',
        ],
      ],
      [
        '驻场服务',
        [
          '乙方派驻两名工程师在甲方办公地点服务，其中至少一名具有五年以上同类系统维护经验。',
          '更换驻场人员应提前十个工作日征得甲方同意，并完成不少于五个工作日的交接。',
        ],
      ],
    ],
  ],
  [
    '服务期限与地点',
    [
      '服务期限自 2026 年 4 月 1 日起至 2027 年 3 月 31 日止，共十二个月。',
      '服务地点为甲方位于杭州市滨江区的信息中心及双方认可的远程接入环境。',
    ],
  ],
  [
    '服务质量考核',
    [
      ['考核指标', ['系统月度可用率不低于 99.9%。', '故障响应及时率不低于 98%。', '用户满意度不低于 90 分。']],
      [
        '考核结果的运用',
        [
          '月度考核得分在 90 分以上的，全额支付当月服务费。',
          '得分在 80 分以上不足 90 分的，扣减当月服务费的百分之五。',
          '得分低于 80 分的，扣减当月服务费的百分之十五；连续三个月低于 80 分的，甲方有权解除合同。',
        ],
      ],
    ],
  ],
  [
    '费用与支付',
    [
      '年度服务费总额为人民币 960,000.00 元（大写：玖拾陆万元整），含 6% 增值税。',
      [
        '支付方式',
        [
          '按季支付，每季度结束后十日内双方签署考核确认书。',
          '乙方开具增值税专用发票后十五个工作日内，甲方支付该季度服务费。',
        ],
      ],
    ],
  ],
  [
    '知识产权与数据安全',
    [
      '乙方在履行本合同过程中形成的文档、脚本与程序，其著作权归甲方所有；乙方原有的工具与组件，其权利仍归乙方，甲方在本系统范围内享有永久使用权。',
      [
        '数据安全义务',
        [
          '未经甲方书面许可，乙方不得复制、下载、向境外传输或者向任何第三方提供甲方数据。',
          '乙方应与驻场人员签署保密承诺书，并对其行为承担连带责任。',
          '合同终止时，乙方应归还或者彻底删除其持有的全部甲方数据，并出具书面证明。',
        ],
      ],
    ],
  ],
  [
    '合同变更、解除与违约责任',
    [
      '任何一方需要变更合同内容的，应提前三十日书面通知对方，双方协商一致后签订补充协议。',
      '乙方违反数据安全义务的，应向甲方支付年度服务费百分之三十的违约金；造成损失超过违约金的，还应赔偿超出部分。',
    ],
  ],
]

/** The list's paragraphs, and a sub-count that begins anew below each item. */
function written(items: readonly Item[], level = 0): string {
  return items
    .map((item) => {
      const [text, below] = typeof item === 'string' ? [item, []] : item
      const title = below.length > 0
      return (
        p(
          text,
          { ...(title ? { keepNext: true } : {}), ...inList(1, level) },
          level === 0 || (title && level === 1) ? { b: true } : {},
        ) + written(below, level + 1)
      )
    })
    .join('')
}

const other = { ...inList(2), spacing: { before: 60 } }

/** A service agreement on four levels, 第一条/一、/（一）/①, each beginning anew below the one above, and a second list that restarts. */
export const serviceAgreement: CorpusDocument = {
  title: '信息系统运行维护服务合同',
  styles: officeStylesXml(24, [], { spacing: { line: 400, lineRule: 'exact' } }),
  numbering:
    abstractNumber(1, [
      {
        format: 'chineseCountingThousand',
        text: '第%1条',
        suffix: 'space',
        pPr: { spacing: { before: 160, after: 80 }, ind: { left: 0, firstLine: 0 } },
        rPr: { b: true },
      },
      { format: 'chineseCounting', text: '%2、', suffix: 'nothing', pPr: { ind: { left: 0, firstLine: 480 } } },
      { format: 'chineseCounting', text: '（%3）', suffix: 'nothing', pPr: { ind: { left: 0, firstLine: 480 } } },
      { format: 'decimalEnclosedCircle', text: '%4', pPr: { ind: { left: 1320, hanging: 420 } } },
    ]) +
    abstractNumber(2, [
      { format: 'decimal', text: '附件%1：', suffix: 'nothing', pPr: { ind: { left: 480, firstLine: 0 } } },
    ]) +
    number(1, 1) +
    number(2, 2) +
    number(3, 2, { 0: 1 }),
  footers: { 'footer-default': p(r('第') + field('PAGE', '1') + r('页'), { pStyle: 'Footer', jc: 'right' }) },
  body:
    p('信息系统运行维护服务合同', {
      pStyle: 'Title',
      spacing: { before: 240, after: 240, line: 480, lineRule: 'auto' },
    }) +
    p('甲方：浙江省数字政务服务中心') +
    p('乙方：杭州云栖智维信息技术有限公司') +
    p(
      '甲乙双方根据《中华人民共和国民法典》的规定，就甲方政务协同办公系统的运行维护服务事宜，经协商一致，订立本合同。',
      { ind: { firstLine: 480, firstLineChars: 200 } },
    ) +
    written(articles) +
    p('本合同附件如下：', { spacing: { before: 240 } }) +
    p('运行维护服务范围与清单', other) +
    p('服务质量考核评分表', other) +
    p('保密承诺书（格式）', other) +
    p('合同签署后另行提交的文件如下：', { spacing: { before: 160 } }) +
    p('驻场人员名单及简历', { ...other, ...inList(3) }) +
    p('应急预案', { ...other, ...inList(3) }) +
    section({ footers: references('footer', { default: 'footer-default' }), pgMar: margins(1418, 1588) }),
}

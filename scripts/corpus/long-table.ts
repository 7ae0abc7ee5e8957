import type { CorpusDocument } from './package-docx.ts'
import { officeStylesXml } from './styles.ts'
import { field, grid, margins, p, r, references, section, tbl, tc, tr } from '../docx/wordml.ts'

const names = [
  '深沟球轴承',
  '圆锥滚子轴承',
  '机械密封',
  '联轴器弹性块',
  '三角带',
  '液压软管总成',
  '电磁换向阀',
  '接近开关',
  '温度变送器',
  '变频器',
  '交流接触器',
  '热继电器',
  '控制电缆',
  '不锈钢六角螺栓',
  '骨架油封',
  '滤芯',
]
const models = [
  '6308-2RS/C3',
  '32216 J2',
  'MG1-45 碳化硅',
  'GR42 92A',
  'SPB 2650',
  '1SN DN12 L=1800',
  '4WE6D DC24V',
  'E2E-X5ME1',
  'PT100 0–150 ℃',
  'ATV320U40N4B',
  'LC1D38M7C',
  'LRD32C 23–32 A',
  'KVVP 7×1.5',
  'A2-70 M16×60',
  'TC 55×80×10',
  'HC8314FKS39H',
]
const uses = [
  '一号线输送电机',
  '破碎机从动轴',
  '循环水泵 P-102A',
  '引风机',
  '振动筛主轴',
  '液压站回油管路',
  '推料油缸换向',
  '皮带跑偏检测',
  '反应釜夹套',
  '给料螺旋',
  '配电柜 3AA2',
  '排污泵',
  '现场仪表至控制室',
  '人孔法兰',
  '减速机高速轴',
  '润滑站',
]
const units = ['套', '套', '套', '只', '条', '根', '台', '只', '支', '台', '只', '只', '米', '个', '只', '只']
const long =
  '本项由设备管理部指定品牌；供货前须提供原产地证明、进口报关单复印件及出厂检测数据，经机动科确认后方可发货，擅自更换品牌的按退货处理。'

/** Invented but steady figures. */
const rows = Array.from({ length: 74 }, (_, i) => {
  const kind = (i * 7 + Math.floor(i / 16)) % names.length
  const quantity = ((i * 13) % 24) + 2
  const price = 12 + ((i * 977) % 1900) + ((i * 31) % 100) / 100
  return {
    number: i + 1,
    name: names[kind]!,
    model: models[kind]!,
    use: uses[(kind + i) % uses.length]!,
    unit: units[kind]!,
    quantity,
    price,
    amount: quantity * price,
    note: i % 17 === 9 ? long : i % 5 === 0 ? '急用' : '',
  }
})
const money = (value: number) => value.toFixed(2).replace(/\B(?=(\d{3})+(?!\d))/g, ',')
const total = rows.reduce((sum, row) => sum + row.amount, 0)
const small = { sz: 18, szCs: 18 } as const

/** A list of 74 lines over more than three pages: two header rows repeat, long rows do not split, one at the end does. */
export const longTable: CorpusDocument = {
  title: '2026 年上半年备品备件采购清单',
  styles: officeStylesXml(),
  footers: {
    'footer-default': p(r('第 ') + field('PAGE', '1') + r(' 页，共 ') + field('NUMPAGES', '4') + r(' 页'), {
      pStyle: 'Footer',
      jc: 'center',
    }),
  },
  body:
    p('2026 年上半年备品备件采购清单', { pStyle: 'Title' }) +
    p('编制部门：机动设备科　　审核：陆建华　　批准：范仲谋　　编号：BJ-2026-H1', {
      spacing: { after: 120 },
      jc: 'left',
    }) +
    tbl(
      [560, 1600, 1800, 1640, 560, 640, 980, 1180, 1100],
      { jc: 'center', tblBorders: grid(), tblLayout: { type: 'fixed' } },
      [
        tr(
          [
            tc('序号', { vMerge: 'restart', vAlign: 'center' }, { jc: 'center' }, small),
            tc('备件', { gridSpan: 3 }, { jc: 'center' }, small),
            tc('采购', { gridSpan: 4 }, { jc: 'center' }, small),
            tc('备注', { vMerge: 'restart', vAlign: 'center' }, { jc: 'center' }, small),
          ],
          { tblHeader: true, cantSplit: true },
        ),
        tr(
          [
            tc('', { vMerge: true }),
            ...['名称', '规格型号', '使用部位', '单位', '数量', '单价', '金额'].map((text) =>
              tc(text, { shd: { val: 'clear', color: 'auto', fill: 'EDEDED' } }, { jc: 'center' }, small),
            ),
            tc('', { vMerge: true }),
          ],
          { tblHeader: true, cantSplit: true },
        ),
        ...rows.map((row) =>
          tr(
            [
              tc(String(row.number), { vAlign: 'center' }, { jc: 'center' }, small),
              ...[row.name, row.model, row.use].map((text) => tc(text, { vAlign: 'center' }, { jc: 'left' }, small)),
              tc(row.unit, { vAlign: 'center' }, { jc: 'center' }, small),
              tc(String(row.quantity), { vAlign: 'center' }, { jc: 'center' }, small),
              tc(money(row.price), { vAlign: 'center' }, { jc: 'right' }, small),
              tc(money(row.amount), { vAlign: 'center' }, { jc: 'right' }, small),
              tc(row.note, { vAlign: 'center' }, { jc: 'left' }, small),
            ],
            { cantSplit: true },
          ),
        ),
        tr([
          tc('合  计', { gridSpan: 7 }, { jc: 'center' }, { ...small, b: true }),
          tc(money(total), { gridSpan: 2 }, { jc: 'left' }, { ...small, b: true }),
        ]),
      ],
    ) +
    p(
      '说明：本清单经批准后由采购部组织询价，单项金额超过五千元的应当取得三家以上报价。到货后由仓库与机动科共同验收入库，紧急备件允许先领用后补办手续，但应当在三个工作日内补齐。',
      { spacing: { before: 160 }, ind: { firstLine: 420, firstLineChars: 200 } },
    ) +
    section({ footers: references('footer', { default: 'footer-default' }), pgMar: margins(1134, 900) }),
}

import type { FieldType } from './template.ts'

const byName: readonly [RegExp, FieldType][] = [
  [/(清单|明细|列表|计划表)$/, 'list'],
  [/(logo|图片|图像|照片|签名图|印章图|二维码)$/i, 'image'],
  [/^(是否|有无?|含|需|允许|为)|(是否.*)$/, 'boolean'],
  [/(比例|税率|费率|利率|百分比|折扣率?|浮动率)$/, 'rate'],
  [/(数量|天数|日数|年数|年限|月数|小时|份数|次数|台数|人数|期数|个数|件数|工作日|序号|quantity|days)$/i, 'number'],
  [/(日期|时间|日|到期|date)$/i, 'date'],
  [
    /(金额|总价|价款|单价|价格|费用|费|款|税额|定金|订金|押金|保证金|质保金|违约金|租金|额度|货款|报酬|amount|price)$/i,
    'money',
  ],
]

/** What a field is by the last word of its name; text when nothing tells. A guess for the draft form, which a person can change. */
export function guessFieldType(path: string): FieldType {
  const name = (path.split('.').at(-1) ?? '').replace(/（.*）$/, '')
  return byName.find(([pattern]) => pattern.test(name))?.[1] ?? 'text'
}

import type { Messages } from './message.ts'

/** What people type: amounts, quantities, prices, rates, dates, credit codes, numbering rules. */
export const entryMessages = {
  'money.notAnAmount': {
    zh: '“{text}”不是金额。请写成 1,234.50、¥1234.5 或 50万。',
    en: '“{text}” is no amount. Write 1,234.50, ¥1234.5 or 50万.',
  },
  'money.tooManyDecimals': {
    zh: '“{text}”的小数太多：金额精确到分，最多两位小数。',
    en: '“{text}” has too many decimals: amounts go down to the cent, two decimals at most.',
  },
  'money.tooLarge': {
    zh: '“{text}”超出了可记录的金额范围。请检查是否多写了零或单位。',
    en: '“{text}” is larger than an amount can be. Check for extra zeros or a wrong unit.',
  },
  'quantity.notANumber': {
    zh: '“{text}”不是数量。请只写数字，例如 12.5。',
    en: '“{text}” is no quantity. Write a number only, such as 12.5.',
  },
  'quantity.tooManyDecimals': {
    zh: '数量“{text}”的小数太多，最多 {decimals} 位。',
    en: 'The quantity “{text}” has too many decimals; {decimals} at most.',
  },
  'quantity.tooLarge': {
    zh: '数量“{text}”超出了可记录的范围。请检查数字。',
    en: 'The quantity “{text}” is larger than can be kept. Check the figure.',
  },
  'unitPrice.notANumber': {
    zh: '“{text}”不是单价。请只写数字，例如 99.80。',
    en: '“{text}” is no unit price. Write a number only, such as 99.80.',
  },
  'unitPrice.tooManyDecimals': {
    zh: '单价“{text}”的小数太多，最多 {decimals} 位。',
    en: 'The unit price “{text}” has too many decimals; {decimals} at most.',
  },
  'unitPrice.tooLarge': {
    zh: '单价“{text}”超出了可记录的范围。请检查数字。',
    en: 'The unit price “{text}” is larger than can be kept. Check the figure.',
  },
  'rate.notANumber': {
    zh: '“{text}”不是比率。请写成 13% 或 5‰。',
    en: '“{text}” is no rate. Write 13% or 5‰.',
  },
  'rate.needsPercent': {
    zh: '“{text}”看不出是不是百分数。请带上百分号，例如 13%。',
    en: '“{text}” may or may not be a percentage. Add the sign, such as 13%.',
  },
  'rate.tooManyDecimals': {
    zh: '比率“{text}”的小数太多，最多 {decimals} 位。',
    en: 'The rate “{text}” has too many decimals; {decimals} at most.',
  },
  'rate.tooLarge': {
    zh: '比率“{text}”超出了可记录的范围。请检查数字。',
    en: 'The rate “{text}” is larger than can be kept. Check the figure.',
  },
  'date.invalid': {
    zh: '“{text}”不是日期。请写成 2026-11-24。',
    en: '“{text}” is no date. Write 2026-11-24.',
  },
  'creditCode.length': {
    zh: '统一社会信用代码 {creditCode} 有 {length} 位，应为 {wanted} 位。请对照营业执照核对。',
    en: 'The credit code {creditCode} has {length} characters; it must have {wanted}. Compare it with the business licence.',
  },
  'creditCode.character': {
    zh: '统一社会信用代码 {creditCode} 第 {position} 位的“{character}”不会出现在代码中（不用 I、O、S、V、Z）。请对照营业执照核对。',
    en: 'Character {position} of the credit code {creditCode}, “{character}”, never occurs in such codes (I, O, S, V, Z are not used). Compare it with the business licence.',
  },
  'creditCode.checkDigit': {
    zh: '统一社会信用代码 {creditCode} 的校验位不对：末位应为 {expected}，现在是 {given}。多半是某一位抄错了，请对照营业执照核对。',
    en: 'The check digit of the credit code {creditCode} is wrong: it should be {expected}, not {given}. Some character is probably mistyped; compare it with the business licence.',
  },
  'numbering.empty': {
    zh: '编号规则是空的。请填写，例如 HT-{{yyyy}}{{mm}}-{{serial:4}}。',
    en: 'The numbering rule is empty. Write one, such as HT-{{yyyy}}{{mm}}-{{serial:4}}.',
  },
  'numbering.tooLong': {
    zh: '编号规则有 {length} 个字符，最多 {most} 个。请缩短。',
    en: 'The numbering rule has {length} characters, {most} at most. Shorten it.',
  },
  'numbering.strayBrace': {
    zh: '编号规则第 {position} 个字符处的花括号不成对。请补上或删去。',
    en: 'The brace at character {position} of the numbering rule has no partner. Add it or take it out.',
  },
  'numbering.unknownSegment': {
    zh: '编号规则第 {position} 个字符处的 {segment} 不认识。可用 {{type}}、{{yyyy}}、{{yy}}、{{mm}}、{{dd}}、{{serial}}。',
    en: '{segment} at character {position} of the numbering rule is unknown. Use {{type}}, {{yyyy}}, {{yy}}, {{mm}}, {{dd}} or {{serial}}.',
  },
  'numbering.serialMissing': {
    zh: '编号规则里没有流水号。请加上 {{serial:4}}。',
    en: 'The numbering rule has no serial. Add {{serial:4}}.',
  },
  'numbering.serialTwice': {
    zh: '编号规则里有不止一个流水号。请只留一个。',
    en: 'The numbering rule has more than one serial. Keep one.',
  },
  'numbering.serialWidth': {
    zh: '流水号的位数是 {width}，应在 1 到 {most} 之间。',
    en: 'The serial is {width} digits wide; it must have 1 to {most}.',
  },
  'numbering.character': {
    zh: '编号规则第 {position} 个字符不能用在编号里（控制字符，或首尾的空格）。请删去。',
    en: 'Character {position} of the numbering rule cannot stand in a number (a control character, or a space at an end). Take it out.',
  },
  'numbering.resetNeedsDate': {
    zh: '流水号{reset:reset}重新开始，但编号里没有 {missing}，会出现重复的编号。请加上，或改变重新开始的周期。',
    en: 'The serial starts again {reset:reset}, but the number does not show {missing}, so numbers would repeat. Add it, or change when it starts again.',
  },
  'line.missing': { zh: '这一格必须填写。', en: 'Fill this in.' },
  'line.notPositive': { zh: '必须大于零。', en: 'Must be above zero.' },
  'line.negative': { zh: '不能为负数。', en: 'Must not be negative.' },
  'line.rate': { zh: '应在 0% 到 100% 之间。', en: 'Must lie between 0% and 100%.' },
  'line.tooLong': {
    zh: '最多 {most} 个字，现有 {length} 个。',
    en: 'Takes at most {most} characters; there are {length}.',
  },
} satisfies Messages

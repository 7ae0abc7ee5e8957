import type { Messages } from './message.ts'

/** Parties, products, and our own company's settings. */
export const partyMessages = {
  'party.creditCodeTaken': {
    zh: '统一社会信用代码 {creditCode} 已登记在“{party}”名下。请使用那一条，或核对代码。',
    en: 'The credit code {creditCode} belongs to “{party}”. Use that record, or check the code.',
  },
  'party.similarName': {
    zh: '“{name}”与已有的“{party}”名称相近，可能是同一家。请核对后再决定是否新建。',
    en: '“{name}” is much like “{party}”, perhaps the same company. Check before keeping both.',
  },
  'party.kindUnknown': {
    zh: '“{text}”不是往来单位的类型。请写客户、供应商，或客户和供应商。',
    en: '“{text}” is no kind of party. Write customer, supplier, or customer and supplier.',
  },
  'party.daysUnreadable': {
    zh: '“{text}”不是天数。请只写整数，例如 30。',
    en: '“{text}” is no number of days. Write a whole number, such as 30.',
  },
  'party.isOurCompany': {
    zh: '“{party}”是本公司，在设置中维护，不能在这里更改或删除。',
    en: '“{party}” is our own company; it is kept in the settings and cannot be changed or removed here.',
  },
  'party.ownNotBlocked': {
    zh: '“{party}”是本公司，不能停用。',
    en: '“{party}” is our own company and cannot be blocked.',
  },
  'party.ownNeedsSettings': {
    zh: '本公司的资料由有“设置·编辑”权限的人维护，{actor}没有这个权限。请管理员来做。',
    en: 'Our own company is kept by those who may edit settings, and {actor} may not. Ask the administrator.',
  },
  'party.alreadyBlocked': { zh: '“{party}”已经停用。', en: '“{party}” is blocked already.' },
  'party.notBlocked': { zh: '“{party}”没有停用，无需恢复。', en: '“{party}” is not blocked.' },
  'party.used': {
    zh: '“{party}”已用于{uses:record}，不能删除。不再往来时可以停用它。',
    en: '“{party}” is used in {uses:record} and cannot be removed. If it is no longer needed, block it.',
  },
  'party.ownerHasLeft': {
    zh: '{name}已离职，不能负责往来单位。请选择在职人员。',
    en: '{name} has left and cannot look after a party. Choose someone who is here.',
  },
  'product.codeTaken': {
    zh: '产品编码“{code}”已属于“{product}”。请换一个编码。',
    en: 'The product code “{code}” belongs to “{product}”. Choose another one.',
  },
  'product.alreadyRetired': { zh: '产品“{product}”已经停用。', en: 'The product “{product}” is retired already.' },
  'product.notRetired': { zh: '产品“{product}”没有停用，无需恢复。', en: 'The product “{product}” is not retired.' },
  'settings.noCompany': {
    zh: '还没有填写本公司资料。请先在设置中填写公司名称。',
    en: 'Our company is not filled in yet. Enter its name in the settings first.',
  },
} satisfies Messages

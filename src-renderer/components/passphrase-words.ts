import { defineWords } from '../lib/words.ts'

export const passphraseWords = defineWords(
  'passphrase',
  {
    passphrase: '工作区口令',
    again: '再输入一次',
    show: '显示口令',
    rules: { length: '至少 8 个字符', same: '两次输入一致' },
    strength: { label: '口令强度', s0: '太短', s1: '弱', s2: '一般', s3: '好', s4: '强' },
    advice: {
      longer: '再长一些更安全',
      mixed: '可混用汉字、字母、数字或符号',
      repeated: '重复的字符不增加强度',
      row: '键盘上相邻的一串容易被猜到',
      name: '公司或姓名容易被猜到',
    },
  },
  {
    passphrase: 'Workspace passphrase',
    again: 'Once more',
    show: 'Show the passphrase',
    rules: { length: 'At least 8 characters', same: 'Typed the same twice' },
    strength: {
      label: 'Strength of the passphrase',
      s0: 'Too short',
      s1: 'Weak',
      s2: 'Fair',
      s3: 'Good',
      s4: 'Strong',
    },
    advice: {
      longer: 'Longer is safer',
      mixed: 'Mix letters, digits, signs or Chinese characters',
      repeated: 'Repeated characters add nothing',
      row: 'Keys in a row are easy to guess',
      name: 'The company’s or your own name is easy to guess',
    },
  },
)

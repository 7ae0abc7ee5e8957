import type { Messages } from './message.ts'

/** Certificates and digital signatures. */
export const signMessages = {
  'sign.notP12': {
    zh: '这不是证书文件（.p12 或 .pfx）。请选择带私钥的证书文件。',
    en: 'This is no certificate file (.p12 or .pfx). Choose the one that holds the private key.',
  },
  'sign.wrongPassword': {
    zh: '证书口令不正确。请重新输入。',
    en: 'The certificate’s password is wrong. Enter it again.',
  },
  'sign.noPrivateKey': {
    zh: '证书文件里没有私钥，不能用来签名。请导出时勾选“包括私钥”。',
    en: 'The certificate file has no private key, so it cannot sign. Export it with its private key.',
  },
  'sign.gmUnsupported': {
    zh: '这是国密（SM2）证书，PDF 阅读器不能识别这种签名。请改用 RSA 或 ECDSA 证书。',
    en: 'This certificate uses SM2, which PDF readers do not know. Use an RSA or ECDSA certificate.',
  },
  'sign.unsupportedKey': {
    zh: '证书的密钥算法（{algorithm}）不支持。请改用 RSA 或 P-256、P-384、P-521 证书。',
    en: 'The key algorithm of the certificate ({algorithm}) is not supported. Use an RSA, P-256, P-384 or P-521 certificate.',
  },
  'sign.certificateNotYetValid': {
    zh: '证书从 {validFrom:day} 起才有效，现在还不能签名。请检查电脑的日期，或换一个证书。',
    en: 'The certificate is valid from {validFrom:day} only. Check the computer’s date, or use another certificate.',
  },
  'sign.certificateExpired': {
    zh: '证书已于 {validTo:day} 到期，不能再签名。请换用新的证书。',
    en: 'The certificate expired on {validTo:day}. Use a new one.',
  },
  'sign.cannotAppend': {
    zh: 'PDF 的结构（{reason}）不允许追加签名，强行写入会使已有的 {signatures} 个签名失效，没有改动它。请对方提供未优化的原始文件。',
    en: 'The structure of the PDF ({reason}) does not allow appending; writing to it would break its {signatures} signature(s), so it was left as it is. Ask for the original file.',
  },
  'sign.changesForbidden': {
    zh: 'PDF 已被认证签名锁定，不允许再添加签名，没有改动它。请联系首个签名者提供允许会签的文件。',
    en: 'A certifying signature forbids any change to this PDF, even another signature. Ask its signer for a file that allows it.',
  },
  'sign.fieldTaken': {
    zh: '签名域“{fieldName}”已经签过或不能签名。请换一个名称，或不指定签名域。',
    en: 'The field “{fieldName}” is signed already or is no signature field. Use another name, or none.',
  },
  'sign.signatureTooLarge': {
    zh: '签名数据有 {bytes} 字节，预留的空间只有 {room} 字节，没有签名。请使用证书链较短的证书。',
    en: 'The signature has {bytes} bytes, more than the {room} reserved; nothing was signed. Use a certificate with a shorter chain.',
  },
  'sign.timestampFailed': {
    zh: '时间戳服务 {url} 没有给出有效的时间戳（{reason}），没有签名。请检查网络，或不用时间戳签名。',
    en: 'The time stamp service {url} gave no valid stamp ({reason}); nothing was signed. Check the network, or sign without a time stamp.',
  },
  'sign.companyName': {
    zh: '证书上的单位名称有 {length} 个字，应为 1 到 {most} 个。请改用规范全称。',
    en: 'The company name on the certificate has {length} characters; it must have 1 to {most}.',
  },
  'sign.personName': {
    zh: '证书上的姓名有 {length} 个字，应为 1 到 {most} 个。请改正。',
    en: 'The person’s name on the certificate has {length} characters; it must have 1 to {most}.',
  },
  'sign.validYears': {
    zh: '证书有效期 {validYears} 年不在 {least} 到 {most} 年之间。请改正。',
    en: 'A validity of {validYears} years is outside {least} to {most}. Correct it.',
  },
  'sign.passwordTooShort': {
    zh: '证书口令太短，至少 {least} 个字符。请换一个。',
    en: 'The certificate’s password is too short; it needs {least} characters. Choose another one.',
  },
  'certificate.retired': {
    zh: '证书“{subject}”已停用，不能签名。请选择在用的证书。',
    en: 'The certificate “{subject}” is retired. Choose one in use.',
  },
  'certificate.known': {
    zh: '这个证书（{subject}，序列号 {serial}）已经登记过，无需再次添加。',
    en: 'This certificate ({subject}, serial {serial}) is kept already.',
  },
  'certificate.periodReversed': {
    zh: '证书的有效期不对：从 {from:day} 到 {to:day}。请核对证书。',
    en: 'The certificate’s validity runs from {from:day} to {to:day}. Check the certificate.',
  },
} satisfies Messages

import type { DocumentChange } from './changes-since.ts'
import type { SignatureFindings } from './verify-pdf.ts'

/** intact: what was signed is what the file shows. modified: it shows something else. broken: a signature itself does not hold. */
export type Verdict = 'intact' | 'modified' | 'unsigned' | 'broken'

/** The result in one sentence for the screen and the terminal. */
export interface VerdictWords {
  readonly zh: string
  readonly en: string
}

/** Says what was found without promising more: an unknown certificate is "identity not verified", never "valid". */
export function wordsOf(
  verdict: Verdict,
  signatures: readonly SignatureFindings[],
  removed: readonly DocumentChange[],
): VerdictWords {
  switch (verdict) {
    case 'unsigned':
      return { zh: '文件没有电子签名', en: 'The document is not signed' }
    case 'broken':
      return brokenWords(signatures)
    case 'modified':
      return modifiedWords(signatures, removed)
    case 'intact':
      return intactWords(signatures)
  }
}

/** A format we cannot check is no sign of tampering, and must not read like one. */
function brokenWords(signatures: readonly SignatureFindings[]): VerdictWords {
  const broken = signatures.filter((s) => !s.byteRangeSound || !s.cmsValid || s.signingCertificateMatches === false)
  const unsupported = broken.every(
    (s) =>
      s.byteRangeSound &&
      s.problems.some((problem) => problem === 'unsupportedAlgorithm' || problem === 'unsupportedFormat'),
  )
  if (unsupported) {
    return {
      zh: '无法验证：签名使用了不支持的算法或格式（例如国密 SM2）',
      en: 'Cannot be verified: a signature uses an unsupported algorithm or format (such as SM2)',
    }
  }
  return {
    zh: '签名无效：签名数据本身已损坏或被替换',
    en: 'A signature is invalid: its own data are damaged or were replaced',
  }
}

const changeWords: Record<DocumentChange['kind'], VerdictWords> = {
  signatureAdded: { zh: '增加了签名', en: 'signature added' },
  timestampAdded: { zh: '增加了时间戳', en: 'time stamp added' },
  validationDataAdded: { zh: '增加了验证数据', en: 'validation data added' },
  pageAdded: { zh: '增加了页面', en: 'page added' },
  pageRemoved: { zh: '删除了页面', en: 'page removed' },
  pagesReordered: { zh: '调换了页面顺序', en: 'pages reordered' },
  contentChanged: { zh: '改动了页面内容', en: 'page content changed' },
  pageChanged: { zh: '改动了页面设置', en: 'page settings changed' },
  annotationAdded: { zh: '增加了批注', en: 'annotation added' },
  annotationChanged: { zh: '改动了批注', en: 'annotation changed' },
  annotationRemoved: { zh: '删除了批注', en: 'annotation removed' },
  fieldAdded: { zh: '增加了表单域', en: 'form field added' },
  fieldChanged: { zh: '改动了表单内容', en: 'form field changed' },
  fieldRemoved: { zh: '删除了表单域', en: 'form field removed' },
  signatureChanged: { zh: '替换了签名', en: 'signature replaced' },
  signatureRemoved: { zh: '移除了签名', en: 'signature removed' },
  metadataChanged: { zh: '改动了文件属性', en: 'properties changed' },
  documentChanged: { zh: '改动了文件结构', en: 'document structure changed' },
  unknownDataAdded: { zh: '追加了无法识别的数据', en: 'unknown data appended' },
}

function modifiedWords(signatures: readonly SignatureFindings[], removed: readonly DocumentChange[]): VerdictWords {
  const changes = [...removed, ...signatures.flatMap((s) => s.changes)].filter(
    ({ kind }) => !['signatureAdded', 'timestampAdded', 'validationDataAdded'].includes(kind),
  )
  const zh = new Set(
    changes.map(({ kind, page }) =>
      page === undefined ? changeWords[kind].zh : `第 ${page} 页${changeWords[kind].zh}`,
    ),
  )
  const en = new Set(
    changes.map(({ kind, page }) =>
      page === undefined ? changeWords[kind].en : `${changeWords[kind].en} (page ${page})`,
    ),
  )
  if (zh.size === 0) return { zh: '文件在签名之后被改动过', en: 'The document was altered after signing' }
  return {
    zh: `文件在签名之后被改动过：${[...zh].join('、')}`,
    en: `The document was altered after signing: ${[...en].join(', ')}`,
  }
}

function intactWords(signatures: readonly SignatureFindings[]): VerdictWords {
  const weak = signatures.some((s) => s.problems.includes('weakDigest'))
  const trusted = signatures.every((s) => s.chain === 'trusted')
  const expired = signatures.some((s) => s.chain === 'expired')
  const visible = signatures.flatMap((s) => s.changes).some((change) => change.visible)
  const zh = [
    trusted
      ? '内容完整，签名者身份可信'
      : expired
        ? '内容完整，签名证书当时不在有效期内'
        : '内容完整，签名者身份未经验证',
  ]
  const en = [
    trusted
      ? 'intact, identity trusted'
      : expired
        ? 'intact, certificate was not valid at that time'
        : 'intact, identity not verified',
  ]
  if (visible) {
    zh.push('后加的签名在页面上绘有外观，请核对')
    en.push('a later signature draws on a page, look at it')
  }
  if (weak) {
    zh.push('使用了过时的 SHA-1 摘要')
    en.push('uses the outdated SHA-1 digest')
  }
  zh.push('未检查证书是否被吊销')
  en.push('revocation not checked')
  return { zh: zh.join('；'), en: en.join('; ') }
}

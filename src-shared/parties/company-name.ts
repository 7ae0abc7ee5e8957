/** Longest first, so that 股份有限公司 goes before 有限公司. */
const legalForms =
  /(?:股份有限公司|有限责任公司|有限责任|股份有限|有限公司|责任公司|股份公司|集团公司|总公司|(?<!分)公司|股份|集团|特殊普通合伙|普通合伙|有限合伙|个人独资)/gu
const foreignForms =
  /(?:\bco\b\.?,?\s*)?\b(?:ltd|limited|inc|incorporated|corp|corporation|llc|llp|plc|gmbh|ag|sa|bv|company|co)\b\.?/gu
const brackets = /[([【〔〈《「{][^()[\]【】〔〕〈〉《》「」{}]*[)\]】〕〉》」}]/gu

/**
 * What two spellings of one company have in common, for finding duplicates (never for showing): half-width, lower case, without legal form,
 * 集团, region in brackets, spaces and punctuation. `华为技术（深圳）有限公司` and `华为技术股份有限公司` both give `华为技术`; a branch
 * (分公司) keeps its name, it is a party of its own. When nothing would be left, only width, case, spaces and punctuation are evened out.
 */
export function companyNameKey(name: string): string {
  const even = name.normalize('NFKC').toLowerCase()
  const withoutBrackets = repeatUntilStable(even, (text) => text.replaceAll(brackets, ' '))
  const bare = repeatUntilStable(lettersOnly(withoutBrackets.replaceAll(foreignForms, ' ')), (text) =>
    text.replaceAll(legalForms, ''),
  )
  return bare === '' ? lettersOnly(even) : bare
}

function lettersOnly(text: string): string {
  return text.replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, '')
}

/** Taking a piece out may bring two halves of another together. */
function repeatUntilStable(text: string, step: (text: string) => string): string {
  const next = step(text)
  return next === text ? text : repeatUntilStable(next, step)
}

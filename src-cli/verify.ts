import type { SignatureFindings, verifyPdf } from '../src-core/documents/verify/verify-pdf.ts'
import type { Language } from '../src-shared/messages/message.ts'
import { limitedWork, limitsOf } from './limited-work.ts'
import { readInput } from './read-input.ts'

/**
 * `qidan verify`: each finding about each signature by itself, then the verdict. 0 only when there is a signature and every one is
 * intact; with `--trust` also only when each leads to a trusted authority.
 */
export async function verify(
  file: string,
  { trust, json, ...flags }: { trust?: string[]; json?: boolean; seconds?: string },
  language: Language,
): Promise<number> {
  const authorities = (trust ?? []).map((pem) => Buffer.from(readInput(pem, 4)).toString('utf8'))
  const found = await limitedWork<typeof verifyPdf>(
    '../src-core/documents/verify/verify-pdf.ts',
    'verifyPdf',
    [readInput(file, 300), { trust: authorities }],
    limitsOf(flags),
  )
  const sound =
    found.verdict === 'intact' && (trust === undefined || found.signatures.every(({ chain }) => chain === 'trusted'))
  if (json) process.stdout.write(`${JSON.stringify({ file, ...found }, null, 2)}\n`)
  else {
    const words = found.signatures.flatMap((signature, i) => findingsInWords(signature, i, language))
    process.stdout.write(`${[...words, found.words[language]].join('\n')}\n`)
  }
  return sound ? 0 : 1
}

type Words = readonly [zh: string, en: string]

const yes = (holds: boolean, good: Words, bad: Words): Words => (holds ? good : bad)
const time = (at: number | undefined) =>
  at === undefined ? '—' : `${new Date(at).toISOString().replace('T', ' ').slice(0, 19)} UTC`

function findingsInWords(signature: SignatureFindings, index: number, language: Language): string[] {
  const say = ([zh, en]: Words) => (language === 'zh' ? zh : en)
  const row = (label: Words, value: Words | string) =>
    `  ${say(label)}: ${typeof value === 'string' ? value : say(value)}`
  const signer = [signature.name, signature.organisation].filter((each) => each !== undefined && each !== '').join(', ')
  return [
    `${index + 1}. ${signature.kind === 'timestamp' ? say(['时间戳', 'time stamp']) : say(['签名', 'signature'])} ${signature.fieldName}: ${signer}`,
    ...(signature.reason === undefined ? [] : [row(['原因', 'reason'], signature.reason)]),
    ...(signature.location === undefined ? [] : [row(['地点', 'place'], signature.location)]),
    row(['字节范围', 'byte range'], yes(signature.byteRangeSound, ['完好', 'sound'], ['有误', 'not sound'])),
    row(['摘要', 'digest'], yes(signature.digestValid, ['一致', 'matches'], ['不一致', 'does not match'])),
    row(['签名数据', 'signature data'], yes(signature.cmsValid, ['有效', 'valid'], ['无效', 'not valid'])),
    row(['签名证书属性', 'certificate attribute'], attributeWords(signature.signingCertificateMatches)),
    row(['证书链', 'chain'], chainWords(signature.chain, signature.selfMade)),
    row(['吊销', 'revocation'], ['未检查', 'not checked']),
    row(
      ['时间', 'time'],
      `${say(timeWords[signature.timeSource])} ${time(signature.provenTime ?? signature.claimedTime)}`,
    ),
    row(
      ['覆盖', 'covers'],
      signature.coversWholeDocument
        ? ['整个文件', 'the whole file']
        : [`第 ${signature.coversRevision} 版`, `revision ${signature.coversRevision}`],
    ),
    row(['签名之后', 'afterwards'], changedWords[signature.changedAfterwards]),
    ...(signature.problems.length === 0 ? [] : [row(['问题', 'problems'], signature.problems.join(', '))]),
  ]
}

const attributeWords = (matches: boolean | 'absent'): Words =>
  matches === 'absent' ? ['没有', 'absent'] : matches ? ['相符', 'matches'] : ['不符', 'does not match']

function chainWords(chain: SignatureFindings['chain'], selfMade: boolean): Words {
  const words: Record<string, Words> = {
    trusted: ['可信', 'trusted'],
    untrusted: ['不可信', 'untrusted'],
    unknown: ['未知', 'unknown'],
    expired: ['当时不在有效期内', 'not valid at that time'],
  }
  const [zh, en] = words[chain] ?? [chain, chain]
  return selfMade
    ? [`${zh}（自制证书，身份未经验证）`, `${en} (self-made certificate, identity not verified)`]
    : [zh, en]
}

const timeWords: Record<SignatureFindings['timeSource'], Words> = {
  claimed: ['签名者自称', 'claimed by the signer'],
  timestamp: ['时间戳', 'time stamp'],
  'timestamp invalid': ['时间戳无效，签名者自称', 'time stamp invalid; claimed by the signer'],
  none: ['没有', 'none'],
}

const changedWords: Record<SignatureFindings['changedAfterwards'], Words> = {
  nothing: ['没有改动', 'nothing was changed'],
  'signatures only': ['只增加了签名或时间戳', 'only signatures or time stamps were added'],
  modified: ['被改动过', 'it was modified'],
  unknown: ['无法判断', 'cannot be told'],
}

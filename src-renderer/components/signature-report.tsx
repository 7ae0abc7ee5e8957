import { Stack, Text } from '@mantine/core'
import { IconAlertTriangle, IconInfoCircle, IconShieldCheck, IconShieldX } from '@tabler/icons-react'
import type { PdfReport, SignatureReport as Signature } from '../../src-shared/files/pdf-verification.ts'
import type { Tone } from '../app/theme.ts'
import { useInstantText } from '../lib/instants.ts'
import { defineWords, useLanguage, useWords } from '../lib/words.ts'
import { Facts } from './facts.tsx'

const words = defineWords(
  'signatureReport',
  {
    signature: '第 {{no}} 个签名',
    timestamp: '时间戳',
    signer: '签名人（依证书）',
    reason: '原因',
    location: '地点',
    time: '时间',
    claimed: '{{time}}（签名人自称，未经证明）',
    proven: '{{time}}（时间戳证明）',
    badStamp: '{{time}}（时间戳无效）',
    noTime: '未注明',
    integrity: '签名数据',
    sound: '完好，与文件一致',
    unsound: '不符，签名数据与文件不一致',
    covers: '覆盖范围',
    whole: '整个文件',
    part: '签名时的版本（之后有追加内容）',
    after: '签名之后',
    afterwards: {
      nothing: '没有改动',
      'signatures only': '只追加了签名',
      modified: '内容被改动',
      unknown: '无法判断',
    },
    identity: '身份',
    chains: {
      trusted: '证书由可信机构签发',
      untrusted: '证书不被信任',
      unknown: '签发机构不在信任列表中，身份未经验证',
      expired: '签名时证书不在有效期内',
    },
    selfMade: '自制证书，没有机构证明身份',
    revocation: '证书吊销',
    notChecked: '未检查（离线）',
  },
  {
    signature: 'Signature {{no}}',
    timestamp: 'Time stamp',
    signer: 'Signer by certificate',
    reason: 'Reason',
    location: 'Place',
    time: 'Time',
    claimed: '{{time}} (claimed by the signer)',
    proven: '{{time}} (proven by a time stamp)',
    badStamp: '{{time}} (time stamp invalid)',
    noTime: 'not given',
    integrity: 'Signature data',
    sound: 'sound, matches the file',
    unsound: 'does not match the file',
    covers: 'Covers',
    whole: 'the whole file',
    part: 'the file as it was signed; something was appended later',
    after: 'After signing',
    afterwards: {
      nothing: 'nothing changed',
      'signatures only': 'only signatures were added',
      modified: 'the content was changed',
      unknown: 'cannot be told',
    },
    identity: 'Identity',
    chains: {
      trusted: 'issued by a trusted authority',
      untrusted: 'the certificate is not trusted',
      unknown: 'the issuer is not among the trusted ones; identity not verified',
      expired: 'the certificate was not valid at that time',
    },
    selfMade: 'a certificate of their own; no authority vouches for it',
    revocation: 'Revocation',
    notChecked: 'not checked (offline)',
  },
)

const looks = {
  intact: { tone: 'done', icon: IconShieldCheck },
  modified: { tone: 'late', icon: IconShieldX },
  broken: { tone: 'late', icon: IconAlertTriangle },
  unsigned: { tone: 'draft', icon: IconInfoCircle },
} as const satisfies Record<PdfReport['verdict'], { tone: Tone; icon: unknown }>

/** What was found of a PDF's signatures: the verdict in a sentence, then each signature, each finding by itself. */
export function SignatureReport({ report }: { report: PdfReport }) {
  const language = useLanguage()
  const { tone, icon: Glyph } = looks[report.verdict]
  return (
    <Stack gap="lg" aria-live="polite">
      <div
        style={{
          display: 'flex',
          gap: 10,
          padding: '10px 12px',
          borderRadius: 6,
          background: `var(--tone-${tone}-ground)`,
          color: `var(--tone-${tone}-text)`,
        }}
      >
        <Glyph size={20} stroke={1.7} style={{ flexShrink: 0 }} aria-hidden />
        <Text fz={13} fw={600}>
          {report.words[language]}
        </Text>
      </div>
      {report.signatures.map((signature, i) => (
        <Found key={signature.fieldName} signature={signature} no={i + 1} />
      ))}
    </Stack>
  )
}

function Found({ signature, no }: { signature: Signature; no: number }) {
  const t = useWords(words)
  const instant = useInstantText()
  const sound = signature.byteRangeSound && signature.digestValid && signature.cmsValid
  const at = signature.provenTime ?? signature.claimedTime
  const time =
    at === null
      ? t('noTime')
      : t(
          signature.timeSource === 'timestamp'
            ? 'proven'
            : signature.timeSource === 'timestamp invalid'
              ? 'badStamp'
              : 'claimed',
          { time: instant(at) },
        )
  return (
    <section>
      <Text component="h3" fz={13} fw={600} m={0} mb={8}>
        {signature.kind === 'timestamp' ? t('timestamp') : t('signature', { no })}
      </Text>
      <Facts
        columns={1}
        items={[
          [t('signer'), [...new Set([signature.name, signature.organisation])].filter(Boolean).join('，')],
          [t('time'), time],
          signature.reason !== null && [t('reason'), signature.reason],
          signature.location !== null && signature.location !== '' && [t('location'), signature.location],
          [t('integrity'), sound ? t('sound') : t('unsound')],
          [t('covers'), signature.coversWholeDocument ? t('whole') : t('part')],
          [t('after'), t(`afterwards.${signature.changedAfterwards}`)],
          [t('identity'), signature.selfMade ? t('selfMade') : t(`chains.${signature.chain}`)],
          [t('revocation'), t('notChecked')],
        ]}
      />
    </section>
  )
}

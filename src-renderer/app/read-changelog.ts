import type { Language } from '../lib/words.ts'

/** One version of CHANGELOG.md: what is new in it, as points in each language. */
export interface Release {
  version: string
  /** `YYYY-MM-DD`. */
  date: string
  points: Record<Language, ChangePoint[]>
}

export interface ChangePoint {
  /** What it is about, in bold in the file; empty when the point has none. */
  subject: string
  text: string
}

const languageOf: Record<string, Language> = { 中文: 'zh', English: 'en' }

/** The versions of a changelog in the file's order, newest first. Lines that are neither heading nor point are for those who read the file. */
export function readChangelog(markdown: string): Release[] {
  const releases: Release[] = []
  let points: ChangePoint[] | undefined
  for (const line of markdown.split(/\r?\n/)) {
    const version = /^## (\S+) — (\d{4}-\d{2}-\d{2})$/.exec(line)
    const language = /^### (.+)$/.exec(line)?.[1]
    const point = /^- (?:\*\*(.+?)\*\*\s*[:：]\s*)?(.+)$/.exec(line)
    if (version !== null) {
      releases.push({ version: version[1]!, date: version[2]!, points: { zh: [], en: [] } })
      points = undefined
    } else if (language !== undefined) points = releases.at(-1)?.points[languageOf[language]!]
    else if (point !== null) points?.push({ subject: point[1] ?? '', text: point[2]! })
  }
  return releases
}

/** The versions that came after the one the person saw last; none after a return to an older copy. */
export function releasesSince(releases: readonly Release[], seen: string): Release[] {
  return releases.filter(({ version }) => compareVersions(version, seen) > 0)
}

/** `0.10.0` is newer than `0.9.3`; what follows a hyphen comes before the version itself. */
function compareVersions(a: string, b: string): number {
  const [left, right] = [parts(a), parts(b)]
  for (let at = 0; at < 3; at += 1)
    if (left.numbers[at] !== right.numbers[at]) return left.numbers[at]! - right.numbers[at]!
  if (left.trial === right.trial) return 0
  if (left.trial === '') return 1
  if (right.trial === '') return -1
  return left.trial < right.trial ? -1 : 1
}

function parts(version: string): { numbers: number[]; trial: string } {
  const [numbers = '', trial = ''] = version.split(/-(.*)/s)
  return { numbers: [0, 1, 2].map((at) => Number(numbers.split('.')[at] ?? 0)), trial }
}

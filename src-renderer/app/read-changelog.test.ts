import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readChangelog, releasesSince } from './read-changelog.ts'

const root = join(import.meta.dirname, '..', '..')
const ours = readChangelog(readFileSync(join(root, 'CHANGELOG.md'), 'utf8'))

describe('what is new', () => {
  it('begins with the version of this copy', () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
    expect(ours[0]!.version).toBe(version)
  })

  it('tells in one language as much as in the other, each point with its subject', () => {
    for (const { points } of ours) {
      expect(points.zh.length).toBeGreaterThan(0)
      expect(points.en).toHaveLength(points.zh.length)
      for (const { subject, text } of [...points.zh, ...points.en]) {
        expect(subject).not.toBe('')
        expect(text).not.toMatch(/\*\*|`/)
      }
    }
  })

  const made = readChangelog(
    '# Changelog\n\n## 0.10.0 — 2027-02-01\n### 中文\n- **提醒**：到期前提醒\n### English\n- **Reminders**: before the day\n## 0.9.3 — 2027-01-05\n### 中文\n- 修正打印\n### English\n- Printing mended\n',
  )

  it('keeps a point without a subject whole', () => {
    expect(made[1]!.points).toEqual({
      zh: [{ subject: '', text: '修正打印' }],
      en: [{ subject: '', text: 'Printing mended' }],
    })
    expect(made[0]!.points.zh).toEqual([{ subject: '提醒', text: '到期前提醒' }])
  })

  it('shows all versions since the one that was seen, by their numbers and not by their letters', () => {
    const since = (seen: string) => releasesSince(made, seen).map(({ version }) => version)
    expect(since('0.9.2')).toEqual(['0.10.0', '0.9.3'])
    expect(since('0.9.3')).toEqual(['0.10.0'])
    expect(since('0.10.0-beta.1')).toEqual(['0.10.0'])
    expect(since('0.10.0')).toEqual([])
    expect(since('1.0.0')).toEqual([])
  })
})

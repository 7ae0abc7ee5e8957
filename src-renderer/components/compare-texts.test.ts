import { describe, expect, it } from 'vitest'
import { compareTexts } from './compare-texts.ts'

const changed = (before: string, after: string) => compareTexts(before, after).filter(({ kind }) => kind !== 'same')

describe('comparing two versions of a contract', () => {
  it('shows what was put in the place of what', () => {
    expect(changed('乙方应于 30 日内交货。', '乙方应于 45 日内交货。')).toEqual([
      { kind: 'removed', text: '30' },
      { kind: 'added', text: '45' },
    ])
  })

  it('takes no notice of where lines break', () => {
    expect(changed('甲方应在收到货物后验收。\n逾期视为合格。', '甲方应在收到\n货物后验收。逾期视为合格。')).toEqual([])
  })

  it('cuts long passages that are the same to what stands beside a change', () => {
    const same = '双方同意按本合同约定履行各自义务。'.repeat(40)
    const [first] = compareTexts(`${same}总价为壹万元。`, `${same}总价为贰万元。`)
    expect(first!.kind).toBe('same')
    expect(first!.text.length).toBeLessThan(80)
    expect(first!.text).toMatch(/总价/)
  })
})

import { describe, expect, it } from 'vitest'
import { playwrightTally, vitestTally } from './test-tally.ts'

const file = (status: string, tests: number) => ({ status, assertionResults: Array.from({ length: tests }) })

describe('the count of npm test', () => {
  it('is what vitest counted', () => {
    expect(vitestTally({ numTotalTests: 7, numPassedTests: 7, testResults: [file('passed', 7)] }, true)).toEqual({
      passed: 7,
      failed: 0,
    })
  })

  it('takes a skipped test for a failed one', () => {
    expect(vitestTally({ numTotalTests: 7, numPassedTests: 6, testResults: [file('passed', 7)] }, true)).toEqual({
      passed: 6,
      failed: 1,
    })
  })

  it('counts a file that could not be loaded', () => {
    expect(
      vitestTally({ numTotalTests: 2, numPassedTests: 2, testResults: [file('passed', 2), file('failed', 0)] }, false),
    ).toEqual({ passed: 2, failed: 1 })
  })

  it('does not call a run good that ended with an error outside its tests', () => {
    expect(vitestTally({ numTotalTests: 2, numPassedTests: 2, testResults: [file('passed', 2)] }, false)).toEqual({
      passed: 2,
      failed: 1,
    })
  })

  it('counts flaky browser tests as failed', () => {
    const stats = { expected: 4, unexpected: 1, flaky: 1, skipped: 1 }
    expect(playwrightTally({ stats, errors: [] }, false)).toEqual({ passed: 4, failed: 3 })
    expect(
      playwrightTally({ stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 0 }, errors: [{}] }, false),
    ).toEqual({ passed: 0, failed: 1 })
  })
})

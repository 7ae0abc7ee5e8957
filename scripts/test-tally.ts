export interface Tally {
  passed: number
  failed: number
}

interface VitestReport {
  numTotalTests: number
  numPassedTests: number
  testResults: { status: string; assertionResults: unknown[] }[]
}

/**
 * Counts of vitest's JSON report. What did not pass failed: skipped tests are not allowed here. A file that could not be loaded counts as one failed,
 * and so does a run that failed though all its tests passed (an error outside the tests).
 */
export function vitestTally(report: unknown, ok: boolean): Tally {
  const { numTotalTests, numPassedTests, testResults } = report as VitestReport
  const unloaded = testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length
  return settled({ passed: numPassedTests, failed: numTotalTests - numPassedTests + unloaded }, ok)
}

interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number }
  errors: unknown[]
}

/** Counts of Playwright's JSON report; a test that passed only at a second try failed, and a skipped one, too. */
export function playwrightTally(report: unknown, ok: boolean): Tally {
  const { stats, errors } = report as PlaywrightReport
  return settled({ passed: stats.expected, failed: stats.unexpected + stats.flaky + stats.skipped + errors.length }, ok)
}

const settled = (tally: Tally, ok: boolean): Tally => (ok || tally.failed > 0 ? tally : { ...tally, failed: 1 })

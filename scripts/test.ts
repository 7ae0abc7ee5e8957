import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { playwrightTally, vitestTally, type Tally } from './test-tally.ts'

const root = join(import.meta.dirname, '..')
const results = join(root, 'out', 'test')
mkdirSync(results, { recursive: true })

/**
 * `npm test`: everything there is to check, one step after the other, a failing one does not keep the others from running. The last line counts
 * the tests; formatting, lint and types count only when they fail, as one failed each.
 */
const tallies: Tally[] = [
  check('format', 'oxfmt', ['--check']),
  check('lint', 'oxlint', ['--deny-warnings']),
  check('types', 'tsc', ['-b']),
  tests('unit and command line tests', 'vitest', ['run', '--reporter=default', '--reporter=json'], vitestTally),
]
if (existsSync(join(root, 'playwright.config.ts')))
  tallies.push(tests('browser tests', 'playwright', ['test', '--reporter=list,json'], playwrightTally))

const passed = sum(tallies.map((tally) => tally.passed))
const failed = sum(tallies.map((tally) => tally.failed))
process.exitCode = failed === 0 ? 0 : 1
process.stdout.write(`\n${passed} passed, ${failed} failed\n`)

function check(title: string, program: string, args: string[]): Tally {
  const { ok } = run(title, program, args)
  return { passed: 0, failed: ok ? 0 : 1 }
}

function tests(
  title: string,
  program: string,
  args: string[],
  tallyOf: (report: unknown, ok: boolean) => Tally,
): Tally {
  const report = join(results, `${program}.json`)
  rmSync(report, { force: true })
  const outputFile = program === 'vitest' ? [`--outputFile.json=${report}`] : []
  const { ok } = run(title, program, [...args, ...outputFile], { PLAYWRIGHT_JSON_OUTPUT_NAME: report })
  // Without a report the runner itself broke down.
  return existsSync(report) ? tallyOf(JSON.parse(readFileSync(report, 'utf8')), ok) : { passed: 0, failed: 1 }
}

function run(title: string, program: string, args: string[], env: Record<string, string> = {}): { ok: boolean } {
  process.stdout.write(`\n── ${title}: ${program} ${args.filter((arg) => !arg.startsWith('--outputFile')).join(' ')}\n`)
  const began = performance.now()
  const { status, error } = spawnSync(program, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: {
      ...process.env,
      ...env,
      PATH: `${join(root, 'node_modules', '.bin')}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH ?? ''}`,
    },
    // npm's programs are .cmd files on Windows.
    shell: process.platform === 'win32',
  })
  const ok = status === 0
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  process.stdout.write(
    `── ${title}: ${ok ? 'ok' : `failed${error === undefined ? '' : ` (${error.message})`}`}, ${seconds} s\n`,
  )
  return { ok }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => a + b, 0)
}

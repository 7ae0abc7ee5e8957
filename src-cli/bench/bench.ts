import { cpus } from 'node:os'
import { join } from 'node:path'
import { appRoot } from '../../src-core/app-files.ts'
import { UsageError } from '../usage-error.ts'
import { writeWhole } from '../write-whole.ts'
import { commandsBench } from './commands-bench.ts'
import { documentsBench, throughputBench } from './documents-bench.ts'
import { table, type Figure } from './measure.ts'

const suites: Record<string, { title: string; run(options: { quick: boolean }): Promise<Figure[]> }> = {
  // First, while the process holds nothing else: its memory is one of the figures.
  throughput: { title: 'Throughput', run: throughputBench },
  documents: { title: 'Documents', run: documentsBench },
  commands: { title: 'Commands', run: commandsBench },
  // Loaded when it is wanted: a browser is a lot of code.
  screens: {
    title: 'Screens',
    run: async (options) => (await import('./screens/screens-bench.ts')).screensBench(options),
  },
}

/** `qidan bench [suite]`: prints the figures; a whole run is kept in docs/bench.md. Exit code 1 when a bar does not hold. */
export async function bench(suite: string | undefined, { quick = false }: { quick?: boolean }): Promise<number> {
  if (suite !== undefined && suites[suite] === undefined)
    throw new UsageError(`suites: ${Object.keys(suites).join(', ')}`)
  const chosen = suite === undefined ? Object.values(suites) : [suites[suite]!]
  const parts: string[] = []
  let failed = 0
  for (const { title, run } of chosen) {
    const figures = await run({ quick })
    failed += figures.filter((figure) => figure.holds === false).length
    const text = table(title, figures)
    process.stdout.write(`${text}\n`)
    parts.push(text)
  }
  if (suite === undefined && !quick) {
    const machine = `${cpus().length} cores, ${cpus()[0]?.model.trim() ?? 'unknown'}, Node ${process.versions.node}`
    writeWhole(
      join(appRoot, 'docs', 'bench.md'),
      `# Figures\n\n\`npm run bench\` on ${machine}. Medians; each ratio is of the same run.\n\n${parts.join('\n')}`,
    )
  }
  return failed === 0 ? 0 : 1
}

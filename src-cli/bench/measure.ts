/** One measured figure with what it is compared to, of the same run. */
export interface Figure {
  name: string
  value: number
  unit: 'ms' | '/s' | 'MB' | 'kB'
  /** What it is measured against, its value and the bar as a ratio of the two or as an absolute limit. */
  baseline?: { name: string; value: number }
  bar?: string
  holds?: boolean
}

/** Median of the durations of `runs` calls after `warm` that do not count, milliseconds. */
export async function median(runs: number, work: (i: number) => unknown, warm = 3): Promise<number> {
  for (let i = 0; i < warm; i += 1) await work(-1 - i)
  const times: number[] = []
  for (let i = 0; i < runs; i += 1) {
    const began = performance.now()
    await work(i)
    times.push(performance.now() - began)
  }
  return middle(times)
}

export function middle(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const half = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2
}

/** The figures as a Markdown table. */
export function table(title: string, figures: readonly Figure[]): string {
  const number = (value: number) =>
    value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2)
  const rows = figures.map(({ name, value, unit, baseline, bar, holds }) => {
    const against = baseline === undefined ? '' : `${baseline.name}: ${number(baseline.value)} ${unit}`
    const ratio = baseline === undefined ? '' : number(unit === '/s' ? value / baseline.value : baseline.value / value)
    return `| ${name} | ${number(value)} ${unit} | ${against} | ${ratio} | ${bar ?? ''} | ${holds === undefined ? '' : holds ? 'yes' : '**no**'} |`
  })
  return [
    `## ${title}`,
    '',
    '| what | figure | baseline | baseline ÷ figure | bar | holds |',
    '| --- | ---: | --- | ---: | --- | --- |',
    ...rows,
    '',
  ].join('\n')
}

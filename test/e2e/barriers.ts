import type { Page } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface Axe {
  run(
    options: object,
  ): Promise<{ violations: { id: string; nodes: { target: unknown[]; failureSummary: string }[] }[] }>
}

/**
 * What stands between someone with a screen reader, a keyboard or weak eyes and this page, by axe's rules for WCAG 2 A and AA, in the light and in the
 * dark; each with its place.
 */
export async function barriers(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe)
  const inLight = await violations(page, 'light', ['wcag2a', 'wcag2aa'])
  // The dark differs in its colours alone.
  const inDark = await violations(page, 'dark', { type: 'rule', values: ['color-contrast'] })
  await wear(page, 'light')
  return [...inLight, ...inDark]
}

async function violations(page: Page, scheme: 'light' | 'dark', runOnly: unknown): Promise<string[]> {
  await wear(page, scheme)
  return page.evaluate(
    async ({ scheme, runOnly }) => {
      const { violations } = await (window as unknown as { axe: Axe }).axe.run({
        runOnly,
        // All styles are the page's own: nothing to load.
        preload: false,
        resultTypes: ['violations'],
      })
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary }) => `${scheme} ${id} at ${target.join(' ')}: ${failureSummary}`),
      )
    },
    { scheme, runOnly },
  )
}

/** Changes the colours, and waits for what fades: it is pale only for a moment. */
async function wear(page: Page, scheme: 'light' | 'dark'): Promise<void> {
  await page.evaluate(async (scheme) => {
    document.documentElement.dataset.mantineColorScheme = scheme
    const ending = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity)
    await Promise.allSettled(ending.map(({ finished }) => finished))
  }, scheme)
}

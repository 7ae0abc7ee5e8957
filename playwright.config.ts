import { defineConfig } from '@playwright/test'

/** The same specs on both hosts: the screens in a browser at the local web host, and the desktop app. */
export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'out/e2e/results',
  globalSetup: './test/e2e/prepare.ts',
  // Wide enough for a busy machine: what waits this long is broken.
  timeout: 300_000,
  expect: { timeout: 20_000 },
  workers: 1,
  reporter: 'list',
  use: { trace: { mode: 'retain-on-failure', screenshots: false }, actionTimeout: 30_000, navigationTimeout: 60_000 },
  projects: [{ name: 'web' }, { name: 'desktop', grepInvert: /@web/ }],
})

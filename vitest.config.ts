import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src-*/**/*.test.ts', 'src-*/**/*.test.tsx', 'test/**/*.test.ts', 'scripts/**/*.test.ts'],
    environment: 'node',
    // Every test file runs in a process of its own and would spend seconds on finding drizzle's files.
    setupFiles: ['./src-core/db/quick-imports.ts'],
    // Native modules (SQLite, Typst) are happiest one process each.
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
})

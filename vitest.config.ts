import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.{ts,tsx}'],
    // A worker thread ignores TZ, a process obeys it.
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // Results never depend on the machine: the tests run far from UTC so that a local date would show.
    env: { TZ: 'Pacific/Kiritimati' },
  },
})

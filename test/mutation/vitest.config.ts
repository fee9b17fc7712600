import { defineConfig } from 'vitest/config'

/** The tests that speak for the domain and the rules; those of the command line, the server and the views would only make each mutant slower. */
export default defineConfig({
  test: {
    include: [
      'src/{plan,rules}/**/*.test.ts',
      'test/rules/*.test.ts',
      'test/{rule-examples,rule-pages,fixes,defects,examples,example-facts}.test.ts',
    ],
    setupFiles: ['test/fixed-seed.ts'],
    // Each mutant has a worker of its own; within it the files share their modules, which are read once instead of forty times.
    isolate: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})

import { defineConfig, mergeConfig } from 'vitest/config'
import shared from './vitest.config.js'

/** The tests that compare what is kept between edits with a cold start, and those of its parts. */
export default mergeConfig(
  { test: { ...shared.test, include: [] } },
  defineConfig({
    test: {
      include: [
        'src/plan/model/*.test.ts',
        'src/plan/schedule/step-days.test.ts',
        'src/language/read/*.test.ts',
        'src/language/lsp/moved-finding.test.ts',
        'test/lsp/{kept-findings,kept-random-plans,reread}.test.ts',
        'test/language/regions.test.ts',
      ],
    },
  }),
)

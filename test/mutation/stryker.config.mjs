/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  testRunner: 'vitest',
  vitest: { configFile: `test/mutation/${process.env.MOPS_MUTANTS ?? 'vitest'}.config.ts`, related: false },
  coverageAnalysis: 'perTest',
  ignoreStatic: true,
  // A text is either a message, whose wording no test should repeat, or of a literal type, whose mutant no compiler would take.
  mutator: { excludedMutations: ['StringLiteral'] },
  // Vitest removes the types unchecked, and this Stryker knows only older versions of TypeScript.
  disableTypeChecks: false,
  tsconfigFile: 'none',
  concurrency: 1,
  // Loops without end are cut short by their count; the time only has to be enough on a busy machine.
  timeoutMS: 60_000,
  dryRunTimeoutMinutes: 20,
  ignorePatterns: ['out', '.vscode-test', 'test/vscode', 'test/bench', 'docs/pictures'],
  tempDirName: 'out/mutation/sandbox',
  incremental: true,
  incrementalFile: 'out/mutation/incremental.json',
  reporters: ['json', 'progress-append-only'],
  jsonReporter: { fileName: 'out/mutation/mutants.json' },
}

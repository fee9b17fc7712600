import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/vscode/*.spec.ts'],
    globalSetup: 'test/vscode/prepare.ts',
    pool: 'forks',
    // One VS Code at a time: two cores are few for one.
    fileParallelism: false,
    testTimeout: 300_000,
    hookTimeout: 180_000,
    // A driven workbench loses a key now and then on a busy machine; what fails twice fails.
    retry: 1,
  },
})

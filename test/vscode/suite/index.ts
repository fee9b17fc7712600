import { writeFileSync } from 'node:fs'
import './extension-tests.js'
import { runAll } from './test-list.js'

/** What VS Code calls; rejects when a test has failed. */
export async function run(): Promise<void> {
  const outcomes = await runAll()
  const file = process.env.MOPS_TEST_OUTCOMES
  if (file) writeFileSync(file, JSON.stringify(outcomes))
  const failed = outcomes.filter(({ error }) => error !== undefined)
  if (failed.length > 0) throw new Error(`${failed.length} failed`)
}

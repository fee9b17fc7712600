import { appendFileSync } from 'node:fs'

/** Adds Markdown to the summary of a GitHub job; nothing happens outside of one. */
export function addToJobSummary(markdown: string): void {
  const file = process.env.GITHUB_STEP_SUMMARY
  if (!file) return
  try {
    appendFileSync(file, `${markdown}\n`)
  } catch {
    // The findings stand in the log all the same.
  }
}

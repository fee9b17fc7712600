import type { Example } from '../../src/rules/engine/rule.js'
import { judgeExample } from '../example-plan.js'

/** The messages of the findings of one rule or family, in order. */
export function said(family: string, example: Example): string[] {
  return judgeExample(example)
    .findings.filter(({ code }) => code === family || code.startsWith(`${family}/`))
    .map(({ message }) => message)
}

/** The texts that a fix of the first finding of a rule writes. */
export function fixesOf(code: string, example: Example): string[][] {
  const [finding] = judgeExample(example).findings.filter((candidate) => candidate.code === code)
  return (finding?.fixes ?? []).map((fix) => fix.changes.map((change) => ('text' in change ? change.text : change.type)))
}

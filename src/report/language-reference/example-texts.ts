import type { Rule } from '../../rules/engine/rule.js'
import { basePlan } from '../../rules/examples/base-plan.mops.js'
import { exampleText } from '../example-output.js'

/** The base plan and the good examples of all rules, by the page of `docs` that shows them. */
export function exampleTexts(rules: readonly Rule[]): readonly (readonly [page: string, text: string])[] {
  const good = rules.map(({ code, good }) => [`docs/rules/${code}.md`, exampleText(good)] as const)
  return [['docs/rules/base-plan.md', basePlan], ...good]
}

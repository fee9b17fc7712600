import { type DiffSettings, diffPlans, type PlanDiff } from '../../src/diff/diff-plans.js'
import type { Surroundings } from '../../src/diff/effect-sentence.js'
import { type Style, sentenceOf } from '../../src/diff/sentence.js'
import { Workspace } from '../../src/language/workspace/workspace.js'
import { basePlan } from '../../src/rules/examples/base-plan.mops.js'
import { rules } from '../../src/rules/generated/registry.js'
import { midPlan, texts } from '../example-files.js'

const clock = '2027-02-12'
const settings: DiffSettings = { rules, configuration: undefined, clock }
/** For sentences that name no lines. */
export const around: Surroundings = { locate: ({ file, start }) => ({ file, start: { line: start } }) }
export const plain: Style = { name: (name) => `\`${name}\``, title: (title) => `“${title}”`, value: (value) => value }

/** An edit of a text: what stands there, and what shall stand there instead. */
export type Edit = readonly [from: string | RegExp, to: string]

/** What a pull request on the mid example does: a lower target, a critical task two weeks later, a communication less, a task renamed. */
export const pullRequest: readonly Edit[] = [
  ['to at least 75% in 2027-06', 'to at least 60% in 2027-06'],
  ['start    2027-04-13\n    due      2027-04-20', 'start    2027-04-27\n    due      2027-05-04'],
  [/communication security_summary[^}]*}\n/, ''],
  [/\bquarterly_report\b/g, 'build_quarterly_report'],
]

export function edited(text: string, edits: readonly Edit[]): string {
  return edits.reduce((current, [from, to]) => {
    const next = current.replace(from, to)
    if (next === current) throw new Error(`${from} does not stand in the plan.`)
    return next
  }, text)
}

const base = new Workspace()
for (const [path, text] of texts) base.setText(path, text)

/** What the examples hold already is not read again. */
function planIn(root: string, files: Readonly<Record<string, string>>) {
  const workspace = base.beside()
  for (const [path, text] of Object.entries(files)) workspace.setText(path, text)
  const plan = workspace.plan(root, { clock })
  if (!plan) throw new Error(`There is no plan ${root}.`)
  return plan
}

/** Compares two texts of one plan. */
export function diffTexts(before: string, after: string): PlanDiff {
  return diffPlans(planIn('plan.mops', { 'plan.mops': before }), planIn('plan.mops', { 'plan.mops': after }), settings)
}

/** The base plan of the rule examples and what edits make of it. */
export function diffOfBase(...edits: readonly Edit[]): PlanDiff {
  return diffTexts(basePlan, edited(basePlan, edits))
}

/** The mid example and what edits of its main file make of it; with `isBackwards` the other way round, without `isJudged` no findings. */
export function diffOfMid(edits: readonly Edit[], { isBackwards = false, isJudged = true } = {}): PlanDiff {
  const files = Object.fromEntries(texts)
  const changed = { ...files, [midPlan]: edited(files[midPlan] ?? '', edits) }
  const [a, b] = [planIn(midPlan, files), planIn(midPlan, changed)]
  const own = isJudged ? settings : { ...settings, rules: [] }
  return isBackwards ? diffPlans(b, a, own) : diffPlans(a, b, own)
}

/** `class code sentence` of each change. */
export function told({ changes }: PlanDiff): readonly string[] {
  return changes.map((change) => `${change.class} ${change.code} ${sentenceOf(change, plain)}`)
}

export function codes({ changes }: PlanDiff): readonly string[] {
  return changes.map((change) => `${change.class} ${change.code}`)
}

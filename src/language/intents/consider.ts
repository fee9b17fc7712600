import { t } from '@vscode/l10n'
import type { Shift } from '../../plan/consequences/pushed.js'
import { type Verdict, verdictOf } from '../../plan/consequences/verdict.js'
import type { Finding } from '../../plan/elements/finding.js'
import type { TextEdit } from '../edits/text-edit.js'
import type { JudgedPlan, JudgeSettings, Workspace } from '../workspace/workspace.js'
import { carriedOut } from './carried-out.js'
import { type Intent, type IntentContext, isRefused, type Refused } from './intent.js'
import { intentsOf, pushedBy } from './pushing.js'
import { type Reference, referencesTo } from './remove-element.js'
import { targetOf } from './target.js'

/** Where intents are considered. */
export interface Surroundings {
  readonly workspace: Workspace
  readonly settings: JudgeSettings
  readonly judged: JudgedPlan
  readonly context: IntentContext
}

/** What intents come to: the edits, and what follows from them. */
export interface Considered {
  readonly edits: readonly TextEdit[]
  /** The new texts of the files that change. */
  readonly texts: ReadonlyMap<string, string>
  readonly verdict: Verdict
  /** Steps behind the changed ones that would have to move as well. Where they were asked to, they are in the edits. */
  readonly pushed: readonly Shift[]
  /** What names an element that goes. */
  readonly references: readonly Reference[]
}

/**
 * Judges intents on the changed text, in memory, by the ordinary rules. Refused where a value does not fit, where something else would change
 * with it, and where the plan would not make sense any more. With `push`, steps behind that would begin too early move along.
 */
export function consider(intents: readonly Intent[], surroundings: Surroundings, push = false): Considered | Refused {
  const { judged, context } = surroundings
  const first = carriedOut(intents, context)
  if (isRefused(first)) return first
  const alone = judgedWith(first.texts, surroundings)
  const shifts = pushedBy(intents, judged.plan, alone.plan)
  const extra = push ? intentsOf(shifts, judged.plan) : []
  const result = extra.length === 0 ? first : carriedOut([...intents, ...extra], context)
  if (isRefused(result)) return result
  const after = result === first ? alone : judgedWith(result.texts, surroundings)
  const nonsense = newNonsense(judged.findings, after.findings)
  if (nonsense) return { refused: nonsense.message }
  const own = new Set(intents.flatMap((intent) => ('element' in intent ? [intent.element.name] : [])))
  return { ...result, verdict: verdictOf(judged, after, own), pushed: shifts, references: referencesOf(intents, context) }
}

function referencesOf(intents: readonly Intent[], context: IntentContext): readonly Reference[] {
  return intents.flatMap((intent) => {
    const target = intent.type === 'remove' ? targetOf(context.plan, intent.element) : undefined
    return target && !target.part ? referencesTo(target.element, context) : []
  })
}

/** The plan as the rules judge it with other texts for some of its files. */
function judgedWith(texts: ReadonlyMap<string, string>, { workspace, settings, judged }: Surroundings): JudgedPlan {
  if (texts.size === 0) return judged
  const beside = workspace.beside()
  for (const path of workspace.known) {
    const problem = workspace.problem(path)
    if (problem !== undefined) beside.setProblem(path, problem)
  }
  for (const { path } of judged.plan.files) beside.setText(path, texts.get(path) ?? workspace.text(path) ?? '')
  const after = beside.judgeRoot(judged.root, settings)
  if (!after) throw new Error(t('The plan `{plan}` cannot be judged.', { plan: judged.root }))
  return after
}

/** Errors about names, form and formulas, about days in the wrong order and about work that waits for itself: no text should come to say so. */
function newNonsense(before: readonly Finding[], after: readonly Finding[]): Finding | undefined {
  const known = new Set(before.map(({ fingerprint }) => fingerprint))
  return after.find((one) => one.severity === 'error' && isNonsense(one.code) && !known.has(one.fingerprint))
}

const nonsense: ReadonlySet<string> = new Set(['schedule/dependency-cycle', 'schedule/due-before-start', 'smart/deadline-before-start'])

function isNonsense(code: string): boolean {
  return nonsense.has(code) || (/^(?:plan|formula)\//.test(code) && !code.endsWith('-missing')) // what is missing may still come
}

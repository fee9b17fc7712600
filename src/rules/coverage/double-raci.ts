import { t } from '@vscode/l10n'
import type { PlanElement, Task } from '../../plan/elements/elements.js'
import type { Fix } from '../../plan/elements/finding.js'
import type { Ref } from '../../plan/elements/ref.js'
import { isActive } from '../../plan/model/active.js'
import { clausesOf } from '../../plan/model/given-clauses.js'
import { actorKinds } from '../../plan/model/readable-clauses.js'
import { isUnfilled, meantBy } from '../../plan/people/answering.js'
import { elementRule, levels } from '../engine/rule.js'
import { personName } from '../wording/person-name.js'

/** From the strongest part to the weakest, behind the owner. */
const parts = ['@', 'consults', 'informs'] as const
type Part = 'owner' | (typeof parts)[number]

interface Involvement {
  readonly part: Part
  readonly ref: Ref
}

export const doubleRaci = elementRule({
  code: 'coverage/double-raci',
  levels: levels('W', 'E', 'E'),
  summary: 'Nobody has two parts in one task.',
  why: 'Who works on a task needs neither to be asked nor to be told about it; a second part only blurs the first.',
  fix: 'Drop the weaker of the two. Only owner and `@` go together.',
  bad: `[ ] task tidy_folders "Tidy the folders" for keepable_mail @dana 8h consults dana start 2027-03-08 due 2027-03-12 expects email_churn down`,
  good: `[ ] task tidy_folders "Tidy the folders" for keepable_mail owner dana @dana 8h consults ben start 2027-03-08 due 2027-03-12 expects email_churn down`,
  inBrief: (count) => t('{count} parts in tasks are given twice to one person or group', { count }),
  kinds: ['task'],
  checkEach(plan, task, report) {
    if (!isActive(task)) return
    if (task.assignments.length < 2 && task.consults.length === 0 && task.informs.length === 0) return // one part at most
    const whoIs = (ref: Ref): PlanElement | undefined => {
      const found = plan.find(ref, ...actorKinds)
      return found && meantBy(plan, found)
    }
    const owners = new Map(task.owners.map((ref) => [whoIs(ref), { part: 'owner', ref } as const]))
    const seen = new Map<PlanElement, Involvement>()
    for (const involvement of involvements(task)) {
      const { ref, part } = involvement
      const person = whoIs(ref)
      if (!person || isUnfilled(plan, person)) continue
      const first = seen.get(person) ?? (part === '@' ? undefined : owners.get(person))
      if (!seen.has(person)) seen.set(person, involvement)
      if (!first) continue
      report(ref, message(personName(person), task.name, first.part, part), {
        about: task,
        other: ref.name,
        related: [{ place: first.ref.place, message: t('The other part.') }],
        fixes: drop(task, involvement, first.part === part),
      })
    }
  },
})

function involvements(task: Task): readonly Involvement[] {
  const refs: Record<(typeof parts)[number], readonly Ref[]> = {
    '@': task.assignments.map((assignment) => assignment.actor),
    consults: task.consults,
    informs: task.informs,
  }
  return parts.flatMap((part) => refs[part].map((ref) => ({ part, ref })))
}

function message(person: string, task: string, first: Part, second: Part): string {
  const values = { person, task, first: partWord(first), second: partWord(second) }
  return first === second
    ? t('{person} is named twice as {first} for `{task}`. Once is enough.', values)
    : t('{person} is {first} for `{task}` and also {second}. One of the two is enough.', values)
}

function partWord(part: Part): string {
  return { owner: t('accountable'), '@': t('responsible'), consults: t('consulted'), informs: t('informed') }[part]
}

/** The weaker part stands later in the order of parts; two shares of hours are not dropped without a person's judgement of them. */
function drop(task: Task, { part, ref }: Involvement, isRepeated: boolean): readonly Fix[] {
  if (part === '@') return []
  const clause = clausesOf(task, part).find((one) => one.place.start <= ref.place.start && ref.place.end <= one.place.end)
  if (!clause) return []
  return [
    {
      title: t('Drop `{part} {name}`', { part, name: ref.name }),
      changes: [{ type: 'remove-name', place: ref.place, clause: clause.place }],
      isSafe: isRepeated,
    },
  ]
}

import { t } from '@vscode/l10n'
import type { ElementKind } from '../../plan/elements/elements.js'
import type { Fault } from '../../plan/elements/fault.js'
import type { RefUse } from '../../plan/elements/source.js'
import { once } from '../../plan/model/once.js'
import type { Plan } from '../../plan/model/plan.js'
import { type RelativeDay, resolveRelativeDay } from '../../plan/quantity/relative-day.js'
import { suggestions } from '../../plan/text/distance.js'
import { looksLike } from '../../plan/text/look-alike.js'
import type { Rule } from '../engine/rule.js'

/** The check of a rule whose condition the reader of the text already knows: it reports the faults of that code. */
export function reportFaults(code: string): Rule['check'] {
  return (plan, report) => {
    for (const fault of plan.faults) {
      if (fault.code !== code) continue
      const { place, related, message, fixes } = fault.day ? onDay(fault, fault.day, plan) : fault
      report(place, message, { related, fixes })
    }
  }
}

/** A fault that speaks of a day which depends on the status date. */
function onDay(fault: Fault, relative: RelativeDay, plan: Plan): Fault {
  const day = resolveRelativeDay(relative, plan.statusDate.date)
  const dated = (text: string) => text.replaceAll('{day}', day ?? t('YYYY-MM-DD'))
  const fixes = fault.fixes.map((fix) => ({
    ...fix,
    title: dated(fix.title),
    changes: fix.changes.map((change) => (change.type === 'replace' ? { ...change, text: dated(change.text) } : change)),
  }))
  return { ...fault, message: dated(fault.message), fixes: day ? fixes : [] }
}

/** The check of a rule that the engine judges itself, because it needs the findings or the list of rules. */
export const judgedByEngine: Rule['check'] = () => undefined

/** The names of the plan by the kind of their element. */
const namesByKind: (plan: Plan) => ReadonlyMap<ElementKind, readonly string[]> = once((plan) => {
  const names = new Map<ElementKind, string[]>()
  for (const { kind, name } of plan.elements) {
    if (name === '') continue
    const known = names.get(kind)
    if (known) known.push(name)
    else names.set(kind, [name])
  }
  return names
})

// A plan with more slips than this is broken as a whole, and comparing each with every name would take long.
const mostCompared = 300

const comparisons = once((_plan: Plan) => new Map<string, readonly string[]>())

/** Names of the kinds that a use takes and that are near to the name in it; none beyond the first few hundred different slips of a plan. */
export function nearNames(plan: Plan, { ref, expects, expected }: RefUse): readonly string[] {
  const known = comparisons(plan)
  const key = `${ref.name} ${expected}`
  const byKind = namesByKind(plan)
  const found = known.get(key)
  if (found || known.size >= mostCompared) return found ?? []
  const candidates = expects.flatMap((kind) => byKind.get(kind) ?? [])
  const twin = candidates.find((name) => looksLike(name, ref.name))
  const near = twin === undefined ? nearest(ref.name, candidates) : [twin]
  known.set(key, near)
  return near
}

/** Those that differ in case alone come first. */
function nearest(written: string, candidates: readonly string[]): readonly string[] {
  const plain = written.toLowerCase()
  return [...candidates.filter((name) => name !== written && name.toLowerCase() === plain), ...suggestions(written, candidates)]
    .filter((name, index, all) => all.indexOf(name) === index)
    .slice(0, 2)
}

/** The words for what a clause takes, with an article: `a person, team or role`. */
export function withArticle(words: string): string {
  return /^[aeio]/i.test(words) ? t('an {words}', { words }) : t('a {words}', { words })
}

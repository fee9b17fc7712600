import { t } from '@vscode/l10n'
import type { ElementKind } from '../plan/elements.js'
import { once } from '../plan/once.js'
import type { Plan } from '../plan/plan.js'
import type { Rule } from './rule.js'

/** The check of a rule whose condition the reader of the text already knows: it reports the faults of that code. */
export function reportFaults(code: string): Rule['check'] {
  return (plan, report) => {
    for (const fault of plan.faults) {
      if (fault.code === code) report(fault.place, fault.message, { related: fault.related, fixes: fault.fixes })
    }
  }
}

/** The check of a rule that the engine judges itself, because it needs the findings or the list of rules. */
export const judgedByEngine: Rule['check'] = () => undefined

/** The names of the plan by the kind of their element. */
export const namesByKind: (plan: Plan) => ReadonlyMap<ElementKind, readonly string[]> = once((plan) => {
  const names = new Map<ElementKind, string[]>()
  for (const { kind, name } of plan.elements) {
    if (name === '') continue
    const known = names.get(kind)
    if (known) known.push(name)
    else names.set(kind, [name])
  }
  return names
})

/** The names of all elements of some kinds. */
export function namesOf(plan: Plan, kinds: readonly ElementKind[]): readonly string[] {
  const byKind = namesByKind(plan)
  return kinds.flatMap((kind) => byKind.get(kind) ?? [])
}

/** The words for what a clause takes, with an article: `a person, team or role`. */
export function withArticle(words: string): string {
  return /^[aeio]/i.test(words) ? t('an {words}', { words }) : t('a {words}', { words })
}

import { t } from '@vscode/l10n'
import type { Plan } from '../../plan/model/plan.js'
import { numbers } from '../../plan/numbers/numbers.js'
import { levels, rule } from '../engine/rule.js'

export const circularDefinition = rule({
  code: 'formula/circular-definition',
  levels: levels('E', 'E', 'E'),
  inLibraries: true,
  summary: 'No metric rests on itself.',
  why: 'Metrics that are defined by each other have no value: to compute the first one, it would have to be known already.',
  fix: 'Break the loop at one of them: let it rest on measures.',
  bad: `metric margin "Margin" in messages per month kpi = effect - spam_complaints
metric effect "Effect" in messages per month kpi = margin + spam_complaints`,
  good: `metric margin "Margin" in messages per month kpi = effect - spam_complaints
metric effect "Effect" in messages per month kpi = delivered + spam_complaints`,
  check(plan, report) {
    for (const loop of numbers(plan).loops) {
      const [first, ...others] = loop
      const element = first === undefined ? undefined : plan.find({ name: first }, 'measure', 'metric')
      if (!element || first === undefined) continue
      const path = pathThrough(plan, first, new Set(loop)).map((name) => `\`${name}\``)
      const message = t('`{metric}` is defined by itself: {path}. Break the loop at one of them.', {
        metric: first,
        path: path.join(' → '),
      })
      const related = others.flatMap((name) => {
        const member = plan.find({ name }, 'measure', 'metric')
        return member ? [{ place: member.place, message: t('`{metric}` is in the loop', { metric: name }) }] : []
      })
      report(element, message, { related, ...(others[0] !== undefined && { other: others[0] }) })
    }
  },
})

/** The shortest way from a member of a loop back to itself, found breadth first. */
function pathThrough(plan: Plan, first: string, members: ReadonlySet<string>): string[] {
  const cameFrom = new Map<string, string>()
  const waiting = [first]
  for (const name of waiting) {
    for (const next of numbers(plan).get(name)?.restsOn ?? []) {
      if (next === first) return [...wayTo(name, cameFrom), first]
      if (!members.has(next) || cameFrom.has(next)) continue
      cameFrom.set(next, name)
      waiting.push(next)
    }
  }
  return [first]
}

function wayTo(name: string, cameFrom: ReadonlyMap<string, string>): string[] {
  const way: string[] = []
  for (let at: string | undefined = name; at !== undefined; at = cameFrom.get(at)) way.unshift(at)
  return way
}

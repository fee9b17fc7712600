import { t } from '@vscode/l10n'
import type { Plan } from '../../plan/model/plan.js'
import { strayRefs } from '../../plan/model/stray-refs.js'
import { numbers } from '../../plan/numbers/numbers.js'
import { suggestions } from '../../plan/text/distance.js'
import { levels, rule } from '../engine/rule.js'
import { removeAt } from '../fixes/fixes.js'

export const unused = rule({
  code: 'formula/unused',
  levels: levels('I', 'I', 'I'),
  inLibraries: true,
  needsEveryPlan: true,
  summary: 'Every measure and metric is used.',
  why: 'A number that nothing rests on costs work every month and makes the ones that matter harder to find.',
  fix: 'Remove it, or name it where it is needed. A key indicator that only watches is marked `kpi`.',
  bad: 'measure forwards "Mails forwarded" in forwards per month sum from email_platform',
  good: `measure forwards "Mails forwarded" in forwards per month sum from email_platform
metric forward_rate "Share of forwarded mails" in % per month kpi = forwards / delivered`,
  check(plan, report) {
    const { all } = numbers(plan)
    const unnamed = new Set(all.map(({ name }) => name))
    for (const { ref, element } of plan.refs) {
      if (unnamed.size === 0) return
      if (element.kind !== 'actuals' && element.name !== ref.name) unnamed.delete(ref.name)
    }
    const unknown = unknownNames(plan)
    for (const { name, element } of all) {
      // a name with a slip in it may mean this number, and that is said where it stands
      if (!unnamed.has(name) || suggestions(name, unknown).length > 0 || (element.kind === 'metric' && element.kpi)) continue
      report(element, t('Nothing uses `{number}`. Remove it, or add what needs it.', { number: name }), {
        fixes: [removeAt(element.extent, t('Remove `{number}`', { number: name }))],
        tags: ['unnecessary'],
      })
    }
  },
})

/** The first names that nothing bears; a plan with more of them has another problem than slips. */
function unknownNames(plan: Plan): readonly string[] {
  return strayRefs(plan)
    .unknown.slice(0, 20)
    .map(({ ref }) => ref.name)
}

import { t } from '@vscode/l10n'
import type { PlanElement } from '../../plan/elements/elements.js'
import { lookOfName } from '../../plan/text/look-alike.js'
import { levels, rule } from '../engine/rule.js'
import { howTheyDiffer } from '../wording/look-alike.js'

export const lookAlikeName = rule({
  code: 'plan/look-alike-name',
  levels: levels('W', 'W', 'W'),
  inLibraries: true,
  summary: 'Names that differ also look different.',
  why: 'Whoever reads two names that look the same takes them for one, and what is said of one for what is said of the other.',
  fix: 'Write both with the letters of one alphabet, or give one of them another name.',
  bad: 'channel web "Website"\nchannel w\u0435b "Our website"',
  good: 'channel web "Website"\nchannel our_web "Our website"',
  check(plan, report) {
    const byLook = new Map<string, PlanElement>()
    for (const element of plan.elements) {
      if (element.name === '') continue
      const look = lookOfName(element.name)
      const first = byLook.get(look)
      if (!first) byLook.set(look, element)
      else if (first.name !== element.name) {
        report(
          element.place,
          t('`{name}` and `{first}` look the same and are two names. {how} Rename one of them.', {
            name: element.name,
            first: first.name,
            how: howTheyDiffer(element.name, first.name),
          }),
          { about: element, related: [{ place: first.place, message: t('The other name is here.') }] },
        )
      }
    }
  },
})

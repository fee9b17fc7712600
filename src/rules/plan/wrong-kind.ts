import { t } from '@vscode/l10n'
import { aKind } from '../../plan/elements/kind-words.js'
import { strayRefs } from '../../plan/model/stray-refs.js'
import { levels, rule } from '../engine/rule.js'
import { replaceBy } from '../fixes/fixes.js'
import { didYouMean } from '../wording/wording.js'
import { nearNames, withArticle } from './plan.js'

export const wrongKind = rule({
  code: 'plan/wrong-kind',
  levels: levels('E', 'E', 'E'),
  inLibraries: true,
  summary: 'A clause names elements of the kinds that it takes.',
  why: 'A channel cannot own a goal and a person cannot be measured, so such a clause says nothing.',
  fix: 'Name an element of a kind that fits, or use the clause that takes this kind.',
  bad: 'channel web "Website" owner email',
  good: 'channel web "Website" owner ben',
  check(plan, report) {
    for (const { use, target } of strayRefs(plan).misplaced) {
      const { ref, clause, expected, element } = use
      const near = nearNames(plan, use)
      const parts = { name: ref.name, kind: aKind(target.kind), clause, expected: withArticle(expected) }
      const message = t('`{name}` is {kind}, and `{clause}` takes {expected}.', parts)
      report(ref, `${message}${didYouMean(near)}`, {
        about: element,
        fixes: near.map((name) => replaceBy(ref, name)),
      })
    }
  },
})

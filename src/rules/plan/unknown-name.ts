import { t } from '@vscode/l10n'
import type { ElementKind } from '../../plan/elements/elements.js'
import type { Fix } from '../../plan/elements/finding.js'
import type { RefUse } from '../../plan/elements/source.js'
import { outermost } from '../../plan/model/defaults.js'
import type { Plan } from '../../plan/model/plan.js'
import { strayRefs } from '../../plan/model/stray-refs.js'
import { looksLike } from '../../plan/text/look-alike.js'
import { levels, rule } from '../engine/rule.js'
import { insertElement, quoted, replaceBy, titleFrom } from '../fixes/fixes.js'
import { howTheyDiffer } from '../wording/look-alike.js'
import { didYouMean } from '../wording/wording.js'
import { nearNames, withArticle } from './plan.js'

// Kinds that make a complete element of a name and a title, in the order in which they are offered.
const declarable: readonly ElementKind[] = [
  'measure',
  'person',
  'stakeholder',
  'goal',
  'task',
  'channel',
  'segment',
  'tool',
  'source',
  'team',
  'role',
  'campaign',
  'objective',
  'benchmark',
  'report',
  'communication',
  'problem',
  'review',
  'phase',
  'milestone',
  'decision',
  'budget',
  'risk',
  'assumption',
  'sla',
  'journey',
  'workflow',
  'scoring',
  'metric',
]

export const unknownName = rule({
  code: 'plan/unknown-name',
  levels: levels('E', 'E', 'E'),
  inLibraries: true,
  cannotBeIgnored: true,
  summary: 'Every name that is used is declared.',
  why: 'A name that leads nowhere is mostly a slip, and whatever was meant by it is not checked.',
  fix: 'Take the suggested name, declare the element, or import the file that declares it.',
  bad: 'channel web "Website" owner benn',
  good: 'channel web "Website" owner ben',
  check(plan, report) {
    for (const use of strayRefs(plan).unknown) {
      const { ref } = use
      if (ref.name === '' || plan.unread.has(ref.name) || plan.source.filesWithFailedImports.has(ref.place.file)) continue
      const near = nearNames(plan, use)
      const what = t('`{name}` is not {kind} of this plan.', { name: ref.name, kind: withArticle(use.expected) })
      const twin = near.find((name) => looksLike(name, ref.name))
      const like = twin && ` ${t('It looks like `{twin}` and is another name. {how}', { twin, how: howTheyDiffer(ref.name, twin) })}`
      const advice = like ?? (didYouMean(near) || ` ${t('Declare it, or import the file that does.')}`)
      report(ref, `${what}${advice}`, {
        about: use.element,
        fixes: [...near.map((name) => replaceBy(ref, name)), ...declarations(plan, use)],
      })
    }
  },
})

function declarations(plan: Plan, { ref, expects, element }: RefUse): readonly Fix[] {
  const kind = declarable.find((candidate) => expects.includes(candidate))
  if (!kind) return []
  const text = `${kind} ${ref.name} ${quoted(titleFrom(ref.name))}`
  return [insertElement(outermost(plan, element), text, t('Declare `{text}`', { text }))]
}

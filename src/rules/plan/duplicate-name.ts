import { t } from '@vscode/l10n'
import type { PlanElement } from '../../plan/elements/elements.js'
import { aKind } from '../../plan/elements/kind-words.js'
import { freeName } from '../../plan/model/defaults.js'
import { levels, rule } from '../engine/rule.js'

export const duplicateName = rule({
  code: 'plan/duplicate-name',
  levels: levels('E', 'E', 'E'),
  inLibraries: true,
  summary: 'A name belongs to one element of the plan, of whatever kind.',
  why: 'When two elements share a name, nobody can tell which of them a reference means.',
  fix: 'Rename one of the two. The quick fix renames the second.',
  bad: `channel web "Website" owner ben
channel web "Web shop" owner ben`,
  good: `channel web  "Website" owner ben
channel shop "Web shop" owner ben`,
  check(plan, report) {
    const firsts = new Map<string, PlanElement>()
    for (const element of plan.elements) {
      if (element.name === '') continue
      const first = firsts.get(element.name)
      if (!first) {
        firsts.set(element.name, element)
        continue
      }
      const parts = { name: element.name, kind: aKind(first.kind), file: first.place.file }
      const to = freeName(plan, `${element.name}_2`)
      report(
        element,
        first.place.file === element.place.file
          ? t(
              '`{name}` is already the name of {kind} in this file. Names are unique in a plan, so that every reference is clear. Rename one of them.',
              parts,
            )
          : t(
              '`{name}` is already the name of {kind} in `{file}`. Names are unique in a plan, so that every reference is clear. Rename one of them.',
              parts,
            ),
        {
          related: [{ place: first.place, message: t('The first `{name}`', parts) }],
          fixes: [
            {
              title: t('Rename this one to `{to}`', { to }),
              changes: [{ type: 'rename', from: element.place, name: element.name, to }],
              isSafe: false,
            },
          ],
        },
      )
    }
  },
})

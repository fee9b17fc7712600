import { judgeExample } from '../../language/workspace/example-plan.js'
import type { ElementKind } from '../../plan/elements/elements.js'
import type { Rule } from '../../rules/engine/rule.js'

/** The rules that speak at elements of a kind, by what their own bad examples report. */
export function rulesByKind(rules: readonly Rule[]): ReadonlyMap<ElementKind, readonly Rule[]> {
  const found = new Map<ElementKind, Rule[]>()
  for (const rule of rules)
    for (const kind of kindsReported(rule)) {
      const known = found.get(kind)
      if (known) known.push(rule)
      else found.set(kind, [rule])
    }
  return found
}

function kindsReported(rule: Rule): ReadonlySet<ElementKind> {
  const { findings, plan } = judgeExample(rule.bad)
  const places = findings.filter(({ code }) => code === rule.code).map(({ place }) => place)
  return new Set(
    places.flatMap((place) => {
      const around = plan.elements.filter(
        ({ extent }) => extent.file === place.file && extent.start <= place.start && place.end <= extent.end,
      )
      const inner = around.toSorted((a, b) => b.extent.start - a.extent.start)[0]
      return inner ? [inner.kind] : []
    }),
  )
}

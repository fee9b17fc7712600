import type { PlanElement } from '../../plan/elements/elements.js'
import type { Plan } from '../../plan/model/plan.js'
import { numbers } from '../../plan/numbers/numbers.js'
import { periodAt, previousPeriod } from '../../plan/quantity/periods.js'

/** Words in a snippet that stand for names of the plan, with the kinds that fit. */
const standIns: Readonly<Record<string, readonly PlanElement['kind'][]>> = {
  person: ['person'],
  stakeholder: ['stakeholder'],
  channel: ['channel'],
  number: ['metric', 'measure'],
  goal: ['goal'],
  tool: ['tool'],
  team: ['team'],
  source: ['source', 'tool'],
  segment: ['segment', 'stakeholder'],
}
const mostChoices = 12

/** A snippet with the dates of the plan, and with its names to choose from where one is wanted. */
export function filledSnippet(snippet: string, plan: Plan): string {
  const { date } = plan.statusDate
  const period = plan.strategy?.period
  return snippet
    .replaceAll('⟨today⟩', date)
    .replaceAll('⟨start⟩', period?.start ?? date)
    .replaceAll('⟨end⟩', period?.end ?? date)
    .replaceAll('⟨before⟩', previousPeriod(periodAt('month', period?.start ?? date)).text)
    .replaceAll('⟨last⟩', periodAt('month', period?.end ?? date).text)
    .replaceAll('⟨value⟩', sampleValue(plan))
    .replace(/\$\{(\d+):(\w+)\}/g, (whole, stop: string, word: string) => {
      const names = (standIns[word] ?? []).flatMap((kind) => plan.all(kind).map(({ name }) => name)).filter(Boolean)
      return names.length === 0 ? whole : `\${${stop}|${names.slice(0, mostChoices).join(',')}|}`
    })
}

/** A value in the unit of the number that a choice of numbers begins with. */
function sampleValue(plan: Plan): string {
  const first = plan.all('metric')[0] ?? plan.all('measure')[0]
  const symbol = first && numbers(plan).get(first.name)?.unit?.symbol
  if (symbol === undefined || symbol === '') return '0'
  return symbol === '%' || symbol === 'x' ? `0${symbol}` : `0 ${symbol}`
}

/** The text of a snippet without its tab stops. */
export function withoutTabStops(snippet: string): string {
  return snippet
    .replace(/\$\{\d+\|([^,|]*)[^}]*\}/g, '$1')
    .replace(/\$\{\d+:([^}]*)\}/g, '$1')
    .replace(/\$\{?\d+\}?/g, '')
}

import type { NumberElement, Report } from '../../plan/elements/elements.js'
import type { Ref } from '../../plan/elements/ref.js'
import { everyGoal } from '../../plan/goals/goals.js'
import { defaultPerson, freeName } from '../../plan/model/defaults.js'
import { byName, inNameOrder } from '../../plan/model/name-order.js'
import { once } from '../../plan/model/once.js'
import type { Plan } from '../../plan/model/plan.js'
import { quoted, titleFrom } from '../fixes/fixes.js'

/** Where each number is shown: the reports with the name as written there, by the number's name. */
export const reportsByNumber: (plan: Plan) => ReadonlyMap<string, readonly { readonly report: Report; readonly ref: Ref }[]> = once(
  (plan) => {
    const shown = new Map<string, { report: Report; ref: Ref }[]>()
    for (const report of plan.all('report')) {
      const seen = new Set<string>()
      for (const ref of report.shows) {
        if (seen.has(ref.name)) continue
        seen.add(ref.name)
        const known = shown.get(ref.name)
        if (known) known.push({ report, ref })
        else shown.set(ref.name, [{ report, ref }])
      }
    }
    return shown
  },
)

/** The numbers that the living goals measure, each once and by name; with stakeholders only of goals that serve one of them. */
export function measuredNumbers(plan: Plan, servedBy?: ReadonlySet<string>): readonly NumberElement[] {
  const goals = everyGoal(plan).filter(
    (facts) => !facts.isDropped && (!servedBy || facts.serves.some((stakeholder) => servedBy.has(stakeholder.name))),
  )
  return byName([...new Set(goals.flatMap((facts) => facts.aims.flatMap((aim) => aim.number ?? [])))])
}

/** Who a new report may go to: leadership, else the first stakeholder, else a person. */
export function defaultAudience(plan: Plan): string | undefined {
  const stakeholders = inNameOrder(plan, 'stakeholder')
  const leadership = stakeholders.find((stakeholder) => stakeholder.is?.word === 'leadership')
  return (leadership ?? stakeholders[0])?.name ?? defaultPerson(plan)
}

/** The text of a monthly report to somebody with the numbers of the goals. */
export function newReport(plan: Plan, to: string): string {
  const name = freeName(plan, 'status_report')
  const owner = defaultPerson(plan)
  const numbers = measuredNumbers(plan).slice(0, 5)
  return [
    `report ${name} ${quoted(titleFrom(name))} to ${to} every month`,
    ...(numbers.length > 0 ? [`shows ${numbers.map((number) => number.name).join(', ')}`] : []),
    ...(owner === undefined ? [] : [`owner ${owner}`]),
  ].join(' ')
}

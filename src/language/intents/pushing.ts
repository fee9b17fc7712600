import { datedSteps, writtenStart } from '../../plan/consequences/dated-steps.js'
import { pushed, type Shift } from '../../plan/consequences/pushed.js'
import { stepKinds } from '../../plan/elements/elements.js'
import type { Plan } from '../../plan/model/plan.js'
import { dateOf, dayNumber } from '../../plan/quantity/days.js'
import { schedule } from '../../plan/schedule/schedule.js'
import type { Intent } from './intent.js'

/** The steps behind those that intents are about, which would begin before the work in front of them ends, with the days that they need. */
export function pushedBy(intents: readonly Intent[], before: Plan, after: Plan): readonly Shift[] {
  const moved = new Map<string, { start: number; end: number }>()
  for (const intent of intents) {
    if (intent.type !== 'edit') continue
    const dates = schedule(after).of(intent.element.name)
    if (dates?.end === undefined) continue
    moved.set(intent.element.name, { start: dayNumber(dates.start ?? dates.end), end: dayNumber(dates.end) })
  }
  const shifts = moved.size === 0 ? [] : pushed(datedSteps(before), before.calendar, moved)
  return shifts.filter(({ name }) => hasWrittenDays(before, name))
}

/** What has no date of its own in the text follows by itself. */
function hasWrittenDays(plan: Plan, name: string): boolean {
  const step = plan.find({ name }, ...stepKinds)
  return step !== undefined && (writtenStart(step) || step.due !== undefined)
}

/** The intents that give steps their new days: only the dates that stand in the text are written. */
export function intentsOf(shifts: readonly Shift[], plan: Plan): readonly Intent[] {
  return shifts.flatMap(({ name, start, end }): readonly Intent[] => {
    const step = plan.find({ name }, ...stepKinds)
    if (!step) return []
    const edit = (clause: string, value: string) => ({ type: 'edit', element: { name }, clause, value }) as const
    return [...(writtenStart(step) ? [edit('start', dateOf(start))] : []), ...(step.due ? [edit('due', dateOf(end))] : [])]
  })
}

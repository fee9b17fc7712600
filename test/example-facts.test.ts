import { describe, expect, it } from 'vitest'
import type { Plan } from '../src/plan/model/plan.js'
import { exact, sum, toNumber } from '../src/plan/quantity/exact.js'
import { load } from '../src/plan/schedule/load.js'
import { judgePlan, midPlan, smallPlan } from './example-files.js'

/** Each person's hours in all and fullest week: the share of the capacity, then the earliest. */
function peaks(plan: Plan): string[] {
  return plan.all('person').map((person) => {
    const weeks = load(plan).of(person.name)?.weeks ?? []
    const share = (week: (typeof weeks)[number]) => toNumber(week.hours) / toNumber(week.capacity ?? '1')
    const [first] = weeks
    if (!first) return person.name
    const peak = weeks.reduce((most, week) => (share(week) > share(most) + 1e-9 ? week : most), first)
    const total = toNumber(sum(weeks.map((week) => week.hours)))
    return `${person.name} ${total.toFixed(1)} h, ${peak.week} ${toNumber(peak.hours).toFixed(1)} of ${toNumber(peak.capacity ?? '0').toFixed(1)} h`
  })
}

function counts(plan: Plan) {
  const tasks = plan.all('task')
  const hours = (list: typeof tasks) =>
    toNumber(sum(list.flatMap((task) => task.assignments.map(({ hours: value }) => exact(value?.amount ?? '0')))))
  return {
    tasks: tasks.length,
    edges: tasks.reduce((count, task) => count + task.after.length, 0),
    shared: tasks.filter((task) => task.assignments.length > 1).length,
    hours: hours(tasks),
    done: tasks.filter((task) => task.mark === 'done').length,
    doing: tasks.filter((task) => task.mark === 'doing').length,
    hoursDone: hours(tasks.filter((task) => task.mark === 'done')),
    last: tasks
      .flatMap((task) => task.due?.date ?? [])
      .sort()
      .at(-1),
  }
}

/** The longest way through the tasks, each waiting for the one before. */
function longestChain(plan: Plan): string[] {
  const known = new Map<string, string[]>()
  const to = (name: string): string[] => {
    const chain = known.get(name)
    if (chain) return chain
    const task = plan.all('task').find((one) => one.name === name)
    const before = (task?.after ?? [])
      .map((ref) => to(ref.name))
      .reduce((most, one) => (one.length > most.length ? one : most), [] as string[])
    const made = [...before, name]
    known.set(name, made)
    return made
  }
  return plan
    .all('task')
    .map((task) => to(task.name))
    .reduce((most, one) => (one.length > most.length ? one : most))
}

describe('the small plan', () => {
  const { plan } = judgePlan(smallPlan)

  it('has the work that it was computed with', () => {
    expect(counts(plan)).toEqual({ tasks: 8, edges: 7, shared: 2, hours: 280, done: 5, doing: 1, hoursDone: 164, last: '2027-04-09' })
    expect(longestChain(plan)).toEqual(['audit_workflows', 'write_guideline', 'build_email_format', 'report_and_learn'])
  })

  it('loads its people as computed', () => {
    expect(peaks(plan)).toEqual([
      'summer 20.0 h, 2027-W01 6.0 of 8.0 h',
      'ben 90.0 h, 2027-W03 17.1 of 19.2 h',
      'chidi 96.0 h, 2027-W01 17.1 of 20.0 h',
      'dana 74.0 h, 2027-W04 12.0 of 16.0 h',
    ])
  })
})

describe('the mid-size plan', () => {
  const { plan } = judgePlan(midPlan)

  it('has the work that it was computed with', () => {
    expect(counts(plan)).toEqual({ tasks: 25, edges: 32, shared: 9, hours: 884, done: 12, doing: 3, hoursDone: 416, last: '2027-08-06' })
    expect(longestChain(plan)).toEqual([
      'map_needs',
      'segment_rules',
      'automation_workflows',
      'train_marketers',
      'migrate_forms_webinars',
      'cancel_contracts',
      'review_results',
    ])
  })

  it('loads its people as computed', () => {
    expect(peaks(plan)).toEqual([
      'jonas 52.0 h, 2027-W07 10.0 of 16.0 h',
      'leyla 242.0 h, 2027-W12 25.5 of 25.6 h',
      'tom 184.0 h, 2027-W09 23.3 of 32.0 h',
      'ines 196.0 h, 2027-W10 29.9 of 30.0 h',
      'paul 52.0 h, 2027-W09 11.4 of 12.0 h',
      'mia 158.0 h, 2027-W10 22.7 of 24.0 h',
    ])
  })

  it('has fifteen metrics, nine tools of which four stay, and a budget that adds up', () => {
    expect(plan.all('metric')).toHaveLength(15)
    const tools = plan.all('tool')
    const cost = (list: typeof tools) => toNumber(sum(list.flatMap((tool) => exact(tool.costs?.value.amount ?? '0'))))
    expect([tools.length, cost(tools)]).toEqual([9, 216_000])
    const kept = tools.filter((tool) => tool.decision?.decision === 'keep')
    expect([kept.length, cost(kept)]).toEqual([4, 150_000])
    expect(plan.all('workflow')).toHaveLength(12)
    expect(plan.all('stakeholder')).toHaveLength(7)
  })
})

import fc from 'fast-check'
import { dateOf, dayNumber } from '../../src/plan/quantity/days.js'

/** A small plan as a table of choices: what each of its parts says is one of a few things, chosen by a number. */
export interface RandomPlan {
  readonly strategy: readonly number[]
  readonly people: readonly (readonly number[])[]
  readonly goals: readonly (readonly number[])[]
  readonly measures: readonly (readonly number[])[]
  readonly tasks: readonly (readonly number[])[]
  readonly decisions: readonly (readonly number[])[]
}

type Part = (choice: number, index: number) => string

const day = (choice: number) => dateOf(dayNumber('2027-01-04') + ((choice * 5) % 90))
const name = (letter: string, choice: number, count: number) => `${letter}${choice % count}`
const oneOf =
  (...texts: readonly string[]): Part =>
  (choice) =>
    texts[choice % texts.length] ?? ''

const strategyParts: readonly Part[] = [
  (choice) => `  period 2027-01-04 .. ${day(choice + 9)}\n`,
  oneOf('  stage approved\n', '  stage running\n', '  stage draft\n', ''),
  (choice) => (choice % 2 === 0 ? '' : `  holidays ${day(choice)}, 2027-02-15 .. 2027-02-${15 + (choice % 10)}\n`),
  oneOf('', '  workweek mon .. thu 8h\n', '  workweek mon .. sat 6h\n'),
  oneOf('  currency EUR\n', '  currency USD\n', ''),
]

const personParts: readonly Part[] = [
  oneOf(' works 40h per week', ' works 8h per week', ' works 24h per week', ' works 2d per week', ''),
  (choice) => (choice % 2 === 0 ? '' : ` away ${day(choice)} .. ${dateOf(dayNumber(day(choice)) + 6)}`),
  oneOf('', ' skills email', ' skills lists'),
  oneOf('', '', ' fills lead'),
]

const goalParts: readonly Part[] = [
  oneOf('%', 'contacts', 'EUR', 'h'),
  oneOf(' per month', ' per week', ''),
  oneOf(' increase', ' decrease', ''),
  (choice) => ` from ${choice % 20} in 2026-12`,
  (choice) => ` to at least ${choice % 30} in 2027-0${1 + (choice % 5)}`,
  (choice) => ` timebound 2027-01-04 .. ${day(choice)}`,
  (choice) => (choice % 3 === 0 ? '' : ` owner ${name('person_', choice, 3)}`),
  oneOf('', '', ' aspirational', ' aspirational 60%'),
]

const measureParts: readonly Part[] = [
  oneOf('sum', 'count', 'sum', 'last', 'distinct'),
  oneOf('', '', ' from crm.amount', ' from crm'),
  oneOf('', '', ' where amount >= 5 EUR', ' where amount in 5, 5 USD', ' where region not empty where channel = "web"'),
]

const taskParts: readonly Part[] = [
  oneOf('[ ]', '[~]', '[x]', '[!]', '[-]'),
  (choice) => (choice % 3 === 0 ? '' : ` @${choice % 11 === 0 ? 'studio' : name('person_', choice, 4)} ${(choice * 7) % 60}h`),
  (choice) => (choice % 3 === 0 ? '' : ` start ${day(choice)}`),
  (choice) => (choice % 3 === 0 ? ` due ${day(choice + 3)}` : ''),
  oneOf('', ' takes 5d', ' takes 2w', ' takes 10wd', ' effort 40h', ' effort 16h'),
  (choice, index) =>
    choice % 2 === 0
      ? ''
      : choice % 7 === 0
        ? ' after decision_0'
        : ` after ${name('task_', choice % 5 === 0 ? choice : index + choice, 7)}`,
  (choice) => (choice % 4 === 0 ? '' : ` for ${name('goal_', choice, 3)}`),
  (choice) => (choice % 4 === 1 ? ` done ${day(choice)}` : ''),
  oneOf('', ' owner lead', ' approval lead until 2027-02-01', ' approval person_0, lead given 2027-02-05', ' priority high'),
]

const decisionParts: readonly Part[] = [
  oneOf('', '', '[-] ', '[x] '),
  oneOf('', ' options "Stay", "Move"'),
  (choice) => (choice % 3 === 0 ? '' : ` owner ${name('person_', choice, 4)}`),
  (choice) => [` due ${day(choice)}`, ' due 3wd before task_0', ''][choice % 3] ?? '',
  (choice) => (choice % 3 === 0 ? ` after ${name('task_', choice, 4)}` : ''),
  (choice) => (choice % 3 === 0 ? ` decided "Stay" on ${day(choice)}` : ''),
  (choice) => (choice % 3 === 0 ? '' : ` about ${name('goal_', choice, 3)}`),
]

const choices = (parts: readonly Part[]) => fc.array(fc.nat(60), { minLength: parts.length, maxLength: parts.length })

export const randomPlan: fc.Arbitrary<RandomPlan> = fc.record({
  strategy: choices(strategyParts),
  people: fc.array(choices(personParts), { minLength: 2, maxLength: 3 }),
  goals: fc.array(choices(goalParts), { minLength: 1, maxLength: 3 }),
  measures: fc.array(choices(measureParts), { minLength: 3, maxLength: 3 }),
  tasks: fc.array(choices(taskParts), { minLength: 3, maxLength: 7 }),
  decisions: fc.array(choices(decisionParts), { minLength: 1, maxLength: 2 }),
})

/** Another choice for one part of one element. */
export interface RandomEdit {
  readonly of: keyof RandomPlan
  readonly which: number
  readonly part: number
  readonly choice: number
}

export const randomEdit: fc.Arbitrary<RandomEdit> = fc.record({
  of: fc.constantFrom('strategy', 'people', 'people', 'goals', 'measures', 'tasks', 'tasks', 'tasks', 'decisions'),
  which: fc.nat(6),
  part: fc.nat(8),
  choice: fc.nat(60),
})

export function edited(plan: RandomPlan, { of, which, part, choice }: RandomEdit): RandomPlan {
  const change = (row: readonly number[]) => row.with(part % row.length, choice)
  if (of === 'strategy') return { ...plan, strategy: change(plan.strategy) }
  const rows = plan[of]
  return { ...plan, [of]: rows.map((row, index) => (index === which % rows.length ? change(row) : row)) }
}

export function textOf({ strategy, people, goals, measures, tasks, decisions }: RandomPlan): string {
  const said = (parts: readonly Part[], row: readonly number[], index: number) => parts.map((part, at) => part(row[at] ?? 0, index))
  return [
    `strategy spring "Spring" {\n${said(strategyParts, strategy, 0).join('')}}\n`,
    'role lead "Lead"\nteam studio "Studio" external works 12h per week\nsource crm "CRM"\n',
    ...people.map((row, index) => `person person_${index} "Person ${index}"${said(personParts, row, index).join('')}\n`),
    ...goals.map((row, index) => {
      const [unit, per, ...rest] = said(goalParts, row, index)
      const [aggregation = '', ...where] = said(measureParts, measures[index] ?? [], index)
      return `measure measure_${index} "Measure ${index}" in ${unit}${per} ${aggregation}${where.join('')}\ngoal goal_${index} "Goal ${index}" measurable measure_${index}${rest.join('')}\n`
    }),
    ...tasks.map((row, index) => {
      const [mark, ...rest] = said(taskParts, row, index)
      return `${mark} task task_${index} "Task ${index}"${rest.join('')}\n`
    }),
    ...decisions.map((row, index) => {
      const [mark, ...rest] = said(decisionParts, row, index)
      return `${mark}decision decision_${index} "Decision ${index}"${rest.join('')}\n`
    }),
  ].join('')
}

import type { Mark } from '../../plan/elements/elements.js'
import type { Plan } from '../../plan/model/plan.js'
import { answeringPerson } from '../../plan/people/answering.js'
import { multiply, round } from '../../plan/quantity/exact.js'
import { importerCsv, titleLine } from './table.js'
import { addressOf, livingItems, titleOf, type WorkItem } from './work-item.js'

const columns = [
  'Issue Id',
  'Parent Id',
  'Issue Type',
  'Summary',
  'Description',
  'Status',
  'Assignee',
  'Start Date',
  'Due Date',
  'Original Estimate',
  'Labels',
]

const states: Readonly<Record<Mark, string>> = {
  todo: 'To Do',
  doing: 'In Progress',
  blocked: 'In Progress',
  done: 'Done',
  cancelled: 'Done',
}

/** The work as Jira's CSV importer takes it: goals as epics, tasks in them, checklist items as sub-tasks; estimates in seconds. */
export function jiraCsv(plan: Plan): string {
  const goals = plan.all('goal').filter((goal) => goal.outcome?.outcome !== 'dropped')
  const idOf = new Map(goals.map((goal, at) => [goal.name, String(at + 1)]))
  let next = goals.length + 1
  const rows: string[][] = goals.map((goal) => [
    idOf.get(goal.name) ?? '',
    '',
    'Epic',
    summary(titleOf(goal)),
    goal.specific?.text ?? '',
    goal.outcome ? 'Done' : 'In Progress',
    ...[answeringPerson(plan, goal.owners.slice(0, 1))].flatMap((person) => (person ? [addressOf(person)] : [])),
  ])
  for (const item of livingItems(plan)) {
    const id = String(next++)
    rows.push(row(id, idOf.get(item.goals[0]?.name ?? '') ?? '', item))
    for (const one of item.step.kind === 'task' ? item.step.items : [])
      rows.push([String(next++), id, 'Sub-task', summary(one.text.text), '', states[one.mark]])
  }
  return importerCsv(
    columns,
    rows.map((cells) => columns.map((_, at) => cells[at] ?? '')),
  )
}

/** Jira takes no summary without text, with several lines, or with more than 255 characters. */
function summary(text: string): string {
  const line = titleLine(text)
  return line.length > 255 ? `${line.slice(0, 254).replace(/[\uD800-\uDBFF]$/, '')}…` : line
}

function row(id: string, parent: string, { step, title, people, dates, hours }: WorkItem): string[] {
  return [
    id,
    parent,
    'Task',
    summary(title),
    step.documentation ?? '',
    states[step.mark],
    people[0] ? addressOf(people[0]) : '',
    dates?.start ?? '',
    dates?.end ?? '',
    hours === undefined ? '' : round(multiply(hours, '3600'), 0),
    [step.name, ...(step.kind === 'milestone' ? ['milestone'] : []), ...step.tags.map((tag) => tag.word)].join(' '),
  ]
}

import type { Plan } from '../../plan/model/plan.js'
import { csvTable } from './table.js'
import { addressOf, livingItems, titleOf } from './work-item.js'

const columns = [
  'Name',
  'Description',
  'Type',
  'Assignee',
  'Collaborators',
  'Start Date',
  'Due Date',
  'Section',
  'Subtask of',
  'Dependents',
]

/** The work as Asana's CSV importer takes it: sections by phase, else by goal; checklist items as subtasks; the tasks that wait for one in `Dependents`. */
export function asanaCsv(plan: Plan): string {
  const items = livingItems(plan)
  const dependents = new Map<string, string[]>()
  for (const { title, after } of items)
    for (const before of after) dependents.set(before.name, [...(dependents.get(before.name) ?? []), title])
  const rows = items.flatMap(({ step, title, people, dates, phase, goals }) => {
    const section = phase ?? goals[0]
    const [assignee, ...others] = people.map(addressOf)
    const subtasks = step.kind === 'task' ? step.items : []
    return [
      [
        title,
        step.documentation ?? '',
        step.kind === 'milestone' ? 'Milestone' : 'Task',
        assignee ?? '',
        others.join(','),
        dates?.start ?? '',
        dates?.end ?? '',
        section ? titleOf(section) : '',
        '',
        (dependents.get(step.name) ?? []).join(','),
      ],
      ...subtasks.map((one) => [one.text.text, '', 'Task', '', '', '', '', '', title, '']),
    ]
  })
  return csvTable(columns, rows)
}

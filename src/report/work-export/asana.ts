import type { Plan } from '../../plan/model/plan.js'
import { importerCsv, titleLine } from './table.js'
import { addressOf, livingItems, titleOf, type WorkItem } from './work-item.js'

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

/**
 * The work as Asana's CSV importer takes it: sections by phase, else by goal; checklist items as subtasks; the tasks that wait for one in
 * `Dependents`.
 */
export function asanaCsv(plan: Plan): string {
  const items = livingItems(plan)
  const nameOf = uniqueNames(items)
  const dependents = new Map<string, string[]>()
  for (const item of items)
    for (const before of new Set(item.after)) dependents.set(before.name, [...(dependents.get(before.name) ?? []), nameOf(item)])
  const rows = items.flatMap((item) => {
    const { step, people, dates, phase, goals } = item
    const section = phase ?? goals[0]
    const [assignee, ...others] = people.map(addressOf)
    return [
      [
        nameOf(item),
        step.documentation ?? '',
        step.kind === 'milestone' ? 'Milestone' : 'Task',
        assignee ?? '',
        others.map((one) => one.replace(/\s*,\s*/g, ' ')).join(','),
        dates?.start ?? '',
        dates?.end ?? '',
        section ? titleLine(titleOf(section)) : '',
        '',
        (dependents.get(step.name) ?? []).join(','),
      ],
      ...subtasks(item).map((title) => [title, '', 'Task', '', '', '', '', '', nameOf(item), '']),
    ]
  })
  return importerCsv(columns, rows)
}

function subtasks({ step }: WorkItem): readonly string[] {
  return step.kind === 'task' ? step.items.map(({ text }) => titleLine(text.text)) : []
}

/**
 * What each item is called in the file. Asana knows tasks by their titles and parts a list of them at commas, so what is waiting, or holds
 * subtasks, is called by a title that nothing else has (also in another case) and without commas; all else by its own.
 */
function uniqueNames(items: readonly WorkItem[]): (item: WorkItem) => string {
  const uses = new Map<string, number>()
  const count = (title: string) => uses.set(title.toLowerCase(), (uses.get(title.toLowerCase()) ?? 0) + 1)
  for (const item of items) for (const title of [titleLine(item.title), ...subtasks(item)]) count(title)
  const names = new Map<WorkItem, string>()
  for (const item of items) {
    const title = titleLine(item.title)
    if (item.after.length === 0 && subtasks(item).length === 0) {
      names.set(item, title)
      continue
    }
    const plain = title.replace(/\s*,\s*/g, '; ')
    const isShared = (uses.get(title.toLowerCase()) ?? 0) > 1 || (plain !== title && uses.has(plain.toLowerCase()))
    let name = isShared ? `${plain} (${item.step.name})` : plain
    while (isShared && uses.has(name.toLowerCase())) name += ` (${item.step.name})`
    count(name)
    names.set(item, name)
  }
  return (item) => names.get(item) ?? titleLine(item.title)
}

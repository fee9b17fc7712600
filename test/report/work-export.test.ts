import { parse } from 'csv-parse/sync'
import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import { asanaCsv } from '../../src/report/work-export/asana.js'
import { workCsv } from '../../src/report/work-export/csv.js'
import { planCalendar } from '../../src/report/work-export/ics.js'
import { jiraCsv } from '../../src/report/work-export/jira.js'
import { mermaidGantt } from '../../src/report/work-export/mermaid.js'
import { mspdi } from '../../src/report/work-export/mspdi.js'
import { judgePlan, midPlan, smallPlan } from '../example-files.js'
import { outOfOrder, projectOrder } from './schemas/mspdi.js'
import { children, xmlRoot } from './xml.js'

const { plan: small } = judgePlan(smallPlan)
const { plan: mid } = judgePlan(midPlan)

function rows(text: string): Record<string, string>[] {
  return parse(text, { columns: true, record_delimiter: '\r\n', bom: true })
}

describe('CSV', () => {
  test('has a row for each task and milestone', () => {
    const read = rows(workCsv(mid))

    expect(read.map((row) => row.name)).toEqual(
      [...mid.elements].filter(({ kind }) => kind === 'task' || kind === 'milestone').map(({ name }) => name),
    )
  })

  test('gives dates, people and hours', () => {
    expect(rows(workCsv(small)).find((row) => row.name === 'build_email_format')).toEqual({
      name: 'build_email_format',
      kind: 'task',
      title: 'Build the more effective email format',
      state: 'todo',
      phase: '',
      goals: 'keepable_mail',
      people: 'Ben Cole, Dana Levi',
      accountable: 'Ben Cole',
      start: '2027-02-16',
      end: '2027-03-05',
      'working days': '14',
      slack: '0',
      critical: 'yes',
      hours: '60',
      progress: '',
      after: 'write_guideline, redefine_lists',
      priority: '',
    })
  })
})

describe('for Jira', () => {
  const read = rows(jiraCsv(small))

  test('goals are epics, tasks stand in them, checklist items in tasks', () => {
    const epic = read.find((row) => row.Summary === 'Sales finds leads worth calling in email')
    const task = read.find((row) => row.Labels === 'lead_handoff_rule')
    const item = read.find((row) => row.Summary === 'Agree it with sales')

    expect(epic).toMatchObject({ 'Issue Type': 'Epic', Assignee: 'chidi@brightleaf.example' })
    expect(task).toMatchObject({
      'Issue Type': 'Task',
      'Parent Id': epic?.['Issue Id'],
      Status: 'In Progress',
      'Original Estimate': '144000',
    })
    expect(item).toMatchObject({ 'Issue Type': 'Sub-task', 'Parent Id': task?.['Issue Id'], Status: 'To Do' })
  })

  test('every issue has an id of its own and a summary, and its parent stands before it', () => {
    const ids = read.map((row) => row['Issue Id'])
    expect(new Set(ids).size).toBe(read.length)
    for (const [at, row] of read.entries()) {
      expect(row.Summary).not.toBe('')
      if (row['Parent Id'] !== '') expect(ids.slice(0, at)).toContain(row['Parent Id'])
    }
  })
})

test('for Asana, sections are phases, and dependents are named by title', () => {
  const read = rows(asanaCsv(small))

  expect(read.find((row) => row.Name === 'Write the simpler email guideline')).toMatchObject({
    Type: 'Task',
    Assignee: 'dana@brightleaf.example',
    'Start Date': '2027-01-25',
    'Due Date': '2027-02-12',
    Dependents: 'Build the more effective email format',
  })
  expect(read.find((row) => row.Name === 'Draft the rule')?.['Subtask of']).toBe('Agree the qualification and hand-off rule with sales')
})

describe('the calendar', () => {
  const events = (text: string) => new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((event) => new ICAL.Event(event))

  test('another library reads the days as they are, wherever the machine stands', () => {
    const read = events(planCalendar(small))

    const task = read.find(({ uid }) => uid.startsWith('step.build_email_format.'))
    expect([task?.startDate.toString(), task?.endDate.toString(), task?.summary]).toEqual([
      '2027-02-16',
      '2027-03-06',
      'Build the more effective email format',
    ])
    expect(read.find(({ uid }) => uid.startsWith('deadline.sales_leads.'))?.summary).toBe(
      'Deadline: Sales finds leads worth calling in email',
    )
  })

  test('no line is longer than 75 bytes, and each ends with CR LF', () => {
    const text = planCalendar(mid)

    expect(text).not.toMatch(/(?<!\r)\n/)
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  })

  test('is the same again', () => {
    expect(planCalendar(mid)).toBe(planCalendar(mid))
  })
})

describe('for Microsoft Project', () => {
  test.each([
    ['small', small],
    ['mid', mid],
  ])('the elements of the %s plan stand in the order of the schema', (_, plan) => {
    const root = xmlRoot(mspdi(plan))

    expect(root.nodeName).toBe('Project')
    expect(outOfOrder(root, projectOrder)).toEqual([])
  })

  test('predecessors, resources and assignments lead to what is there', () => {
    const root = xmlRoot(mspdi(mid))
    const uids = (list: string) =>
      new Set(
        children(root)
          .filter((one) => one.nodeName === list)
          .flatMap(children)
          .map((one) => textOf(one, 'UID')),
      )
    const [tasks, resources] = [uids('Tasks'), uids('Resources')]

    for (const assignment of [...root.getElementsByTagName('Assignment')]) {
      expect(tasks).toContain(textOf(assignment, 'TaskUID'))
      expect(resources).toContain(textOf(assignment, 'ResourceUID'))
    }
    for (const link of [...root.getElementsByTagName('PredecessorLink')]) expect(tasks).toContain(textOf(link, 'PredecessorUID'))
    expect(root.getElementsByTagName('PredecessorLink').length).toBeGreaterThan(10)
  })

  const textOf = (element: Parameters<typeof children>[0], name: string) =>
    children(element).find((one) => one.nodeName === name)?.textContent
})

test('Mermaid has a section for each phase, and says what is done and critical', () => {
  const text = mermaidGantt(small)

  expect(text).toMatch(/^gantt\n {2}title Email churn, quarter one\n {2}dateFormat YYYY-MM-DD\n/)
  expect(text).toContain('  excludes saturday, sunday, 2027-01-18, 2027-02-15\n')
  expect(text).toContain('    Audit the workflows in place for email marketing :done, 2027-01-04, 2027-01-22\n')
  expect(text).toContain('    Build the more effective email format :crit, 2027-02-16, 2027-03-05\n')
})

test.each([
  ['csv', workCsv, 'csv'],
  ['jira', jiraCsv, 'csv'],
  ['asana', asanaCsv, 'csv'],
  ['calendar', planCalendar, 'ics'],
  ['project', mspdi, 'xml'],
  ['gantt', mermaidGantt, 'mmd'],
])('the %s export of the small plan is as it was', async (name, write, ending) => {
  // Snapshot files are compared with LF line ends.
  await expect(write(small).replaceAll('\r\n', '\n')).toMatchFileSnapshot(`../golden/exports/${name}.${ending}`)
})

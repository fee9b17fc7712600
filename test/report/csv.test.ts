import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { Workspace } from '../../src/language/workspace/workspace.js'
import type { Plan } from '../../src/plan/model/plan.js'
import { asanaCsv } from '../../src/report/work-export/asana.js'
import { workCsv } from '../../src/report/work-export/csv.js'
import { jiraCsv } from '../../src/report/work-export/jira.js'
import { livingItems, workItems } from '../../src/report/work-export/work-item.js'
import { judgePlan, plans } from '../example-files.js'

function planOf(steps: string, asof = '2027-01-04'): Plan {
  const workspace = new Workspace()
  const head = `strategy s "S" { period 2027-01-01 .. 2027-03-31 asof ${asof} owner lead }\nperson lead "Lindt, Mara" works 40h per week\n`
  workspace.setText('plan.mops', `${head}person ben "Cole, Ben"\n${steps}`)
  const plan = workspace.plan('plan.mops', { clock: '2027-01-04' })
  if (!plan) throw new Error('There is no plan.')
  return plan
}

function rows(text: string): Record<string, string>[] {
  return parse(text, { columns: true, record_delimiter: '\r\n', bom: true })
}

describe('the table for a spreadsheet', () => {
  test('begins with the mark that Excel knows UTF-8 by; those for importers do not', () => {
    const plan = planOf('[ ] task a "Größe"\n')

    expect(workCsv(plan)).toMatch(/^\uFEFFname,/)
    for (const text of [jiraCsv(plan), asanaCsv(plan)]) expect(text).not.toMatch(/\uFEFF/)
  })

  test('has bare numbers, also negative ones and thirds, and shields texts alone', () => {
    const plan = planOf(`[ ] task a "A" @lead takes 3wd start 2027-02-08
[ ] task b "-20% sale page" @lead 20min takes 3wd start 2027-02-08 due 2027-02-10 after a
`)
    const [a, b] = rows(workCsv(plan))

    expect(a).toMatchObject({ slack: '-3', 'working days': '3' })
    expect(b).toMatchObject({ title: "'-20% sale page", hours: '0.33', slack: '-3' })
  })

  test('gives what was done early the working days that it took, and what took place on days off one', () => {
    const plan = planOf(
      `[x] task a "A" @lead 16h start 2027-01-04 due 2027-01-08 done 2027-01-06
[x] task b "B" @lead 2h start 2027-01-16 due 2027-01-16 done 2027-01-16
[ ] task c "C" due 2027-01-16
`,
      '2027-01-18',
    )

    expect(rows(workCsv(plan)).map((row) => row['working days'])).toEqual(['3', '1', ''])
  })

  test.each(plans)('holds each step of %s with its numbers as numbers', (name) => {
    const { plan } = judgePlan(name)
    const read = rows(workCsv(plan))

    expect(read.map((row) => row.name)).toEqual(workItems(plan).map(({ step }) => step.name))
    for (const row of read)
      for (const column of ['working days', 'slack', 'hours']) expect(row[column]).toMatch(/^(?:|-?\d+(?:\.\d{1,2})?)$/)
  })
})

describe('the file for Jira', () => {
  test('has titles as they are, on one line of at most 255 characters, never none', () => {
    const plan = planOf(`[ ] task a "-20% sale page, =1+1" { [ ] "@home" [ ] " " }
[ ] task b "two\\n lines"
[ ] task c "${'x'.repeat(300)}"
`)
    const summaries = rows(jiraCsv(plan)).map((row) => row.Summary)

    expect(summaries).toEqual(['-20% sale page, =1+1', '@home', '…', 'two lines', `${'x'.repeat(254)}…`])
  })

  test.each(plans)('holds each goal, step and item of %s once', (name) => {
    const { plan } = judgePlan(name)
    const read = rows(jiraCsv(plan))
    const types = (type: string) => read.filter((row) => row['Issue Type'] === type).length

    expect(types('Task')).toBe(livingItems(plan).length)
    expect(types('Sub-task')).toBe(livingItems(plan).reduce((sum, { step }) => sum + (step.kind === 'task' ? step.items.length : 0), 0))
    expect(new Set(read.map((row) => row['Issue Id'])).size).toBe(read.length)
  })
})

/** Who depends on whom, as Asana understands the file: names are parted at commas and looked up without regard to case. */
function asanaLinks(text: string): { readonly links: string[]; readonly ambiguous: string[] } {
  const read = rows(text)
  const byName = (name: string) => read.filter((row) => row.Name?.toLowerCase() === name.toLowerCase())
  const uses = read.flatMap((row) => [
    ...(row.Dependents ? row.Dependents.split(',').map((name) => ({ from: row.Name, name })) : []),
    ...(row['Subtask of'] ? [{ from: row.Name, name: row['Subtask of'] }] : []),
  ])
  return {
    links: uses.map(({ from, name }) => `${from} > ${name}`),
    ambiguous: uses.filter(({ name }) => byName(name).length !== 1).map(({ name }) => name),
  }
}

describe('the file for Asana', () => {
  test('calls what others refer to by a title that is nobody else’s and has no commas', () => {
    const plan = planOf(`[ ] task a "Brief" @lead start 2027-01-11 due 2027-01-12
[ ] task b "Write, check, send" @lead start 2027-01-13 due 2027-01-14 after a
[ ] task c "Send" @lead start 2027-01-15 due 2027-01-18 after a { [ ] "Test" }
[ ] task d "Send" @lead start 2027-01-19 due 2027-01-20 after c, b { [ ] "Test" }
`)
    const { links, ambiguous } = asanaLinks(asanaCsv(plan))

    expect(ambiguous).toEqual([])
    expect(links).toEqual([
      'Brief > Write; check; send',
      'Brief > Send (c)',
      'Write; check; send > Send (d)',
      'Send (c) > Send (d)',
      'Test > Send (c)',
      'Test > Send (d)',
    ])
  })

  test.each([
    ['a title that is that of a subtask', '[ ] task a "A" { [ ] "Send" }\n[ ] task b "Send" after a\n'],
    ['titles in another case', '[ ] task a "send"\n[ ] task b "SEND" after a\n[ ] task c "Send" after b\n'],
    ['a title that another has without its commas', '[ ] task a "A, b"\n[ ] task b "A; b" after a\n[ ] task c "A ,b" after b\n'],
    ['a title that looks like one with a name', '[ ] task a "X (c)"\n[ ] task b "X"\n[ ] task c "X" after a, b\n'],
    ['a blank title', '[ ] task a " "\n[ ] task b " " after a { [ ] " " }\n'],
  ])('tells what it refers to apart by %s', (_, steps) => {
    const { links, ambiguous } = asanaLinks(asanaCsv(planOf(steps)))

    expect(links.length).toBeGreaterThan(0)
    expect(ambiguous).toEqual([])
  })

  test('keeps a title with commas that nothing refers to, and people apart', () => {
    const [row] = rows(asanaCsv(planOf('[ ] task a "=Write, check" @lead @ben\n')))

    expect(row).toMatchObject({ Name: '=Write, check', Assignee: 'Lindt, Mara', Collaborators: 'Cole Ben' })
  })

  test.each(plans)('names in %s exactly one task for each reference', (name) => {
    const { plan } = judgePlan(name)
    const read = rows(asanaCsv(plan))

    expect(asanaLinks(asanaCsv(plan)).ambiguous).toEqual([])
    expect(read.filter((row) => row['Subtask of'] === '')).toHaveLength(livingItems(plan).length)
  })
})

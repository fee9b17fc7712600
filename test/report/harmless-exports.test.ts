import { parse } from 'csv-parse/sync'
import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import { Workspace } from '../../src/language/workspace/workspace.js'
import type { Plan } from '../../src/plan/model/plan.js'
import { agenda } from '../../src/plan/schedule/agenda.js'
import { statusReport } from '../../src/report/status-report.js'
import { taskListText } from '../../src/report/task-list.js'
import { asanaCsv } from '../../src/report/work-export/asana.js'
import { workCsv } from '../../src/report/work-export/csv.js'
import { planCalendar } from '../../src/report/work-export/ics.js'
import { jiraCsv } from '../../src/report/work-export/jira.js'
import { mermaidGantt } from '../../src/report/work-export/mermaid.js'
import { mspdi } from '../../src/report/work-export/mspdi.js'
import { xmlRoot } from './xml.js'

const attacks = {
  'a terminal escape': '\u001B[2J\u001B]0;owned\u0007 \u009B31m\u202E',
  'a spreadsheet formula': '=HYPERLINK("https://evil.example";"x")',
  'a formula behind a sign': "@SUM(1+1)*cmd|' /C calc'!A0",
  'a formula in a second line': "x\\n=cmd|'/C calc'!A0\\n \u00A0+1\\n@SUM(1)",
  'a formula behind a semicolon': 'x;=1+1;"@SUM(1)";\u200B-1',
  'an end of CDATA': 'a ]]> b \u0001 \uFFFE',
  'an event of its own': 'Title\\nEND:VEVENT\\nBEGIN:VEVENT\\nATTACH:x',
  'a folded line': `${'x'.repeat(80)}\u2028 ATTENDEE:y`,
  HTML: '<img src=x onerror=alert(1)> </text><script>',
  Mermaid: 'A :done, 2027-01-01, 1d; click x call alert() %%{init}%% # comment',
  Markdown: '| # *b* [l](javascript:1) `c` @somebody #12',
} as const

function planWith(attack: string): Plan {
  const title = attack.replaceAll('"', '\\"')
  const workspace = new Workspace()
  workspace.setText(
    'plan.mops',
    `strategy s "${title}" period 2027-01-04 .. 2027-03-31 stage running asof 2027-02-12 owner ben
person ben "${title}" contact "${title}"
goal g "${title}" { specific "${title}" timebound 2027-01-04 .. 2027-03-31 checkpoint 2027-02-26 owner ben }
phase p "${title}" {
  [!] task one "${title}" for g @ben 8h start 2027-01-11 due 2027-01-22 blocked because "${title}" { [ ] "${title}" }
  [ ] milestone two "${title}" due 2027-02-26 after one
}
communication c "${title}" to ben on 2027-02-15 owner ben { expect "${title}" ask "${title}" at "${title}" }
risk r "${title}" impact high response "${title}"
`,
  )
  const plan = workspace.plan('plan.mops', { clock: '2027-02-12' })
  if (!plan) throw new Error('There is no plan.')
  return plan
}

const outputs: Readonly<Record<string, (plan: Plan) => string>> = {
  tasks: (plan) =>
    taskListText([{ plan, file: 'plan.mops', steps: agenda(plan), locate: () => ({ file: 'plan.mops', start: { line: 1, column: 1 } }) }]),
  status: statusReport,
  csv: workCsv,
  jira: jiraCsv,
  asana: asanaCsv,
  ics: planCalendar,
  mspdi,
  mermaid: mermaidGantt,
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not occur
const control = /[\u0000-\u0009\u000B\u000C\u000E-\u001F\u007F-\u009F\u2028\u2029\u202E]/
const harmless = planWith('Harmless')

describe.each(Object.entries(attacks))('%s in a plan', (_, attack) => {
  const plan = planWith(attack)

  test.each(Object.entries(outputs))('never leaves %s', (format, write) => {
    const output = write(plan)

    expect(output).not.toMatch(control)
    switch (format) {
      case 'csv':
      case 'jira':
      case 'asana': {
        const cells: string[][] = parse(output, { record_delimiter: '\r\n', bom: true })
        expect(cells).toHaveLength(parse(write(harmless)).length)
        // What imports a file takes its cells as they are, and would keep the shield.
        if (format === 'csv') for (const cell of cells.flat()) expect(cell).not.toMatch(/(?:^|;)["\s\u200B]*[=+\-@\t\r|%]/m)
        // Read with any line end for rows, each row is whole: line feeds stand in quotes.
        expect(parse(output, { record_delimiter: ['\r\n', '\n'], bom: true })).toHaveLength(cells.length)
        break
      }
      case 'ics': {
        const events = new ICAL.Component(ICAL.parse(output)).getAllSubcomponents('vevent')
        expect(events).toHaveLength(output.match(/^UID:/gm)?.length ?? 0)
        expect(events).toHaveLength(5)
        expect(output).not.toMatch(/^(?:ATTACH|ATTENDEE)/m)
        break
      }
      case 'mspdi':
        expect(xmlRoot(output).getElementsByTagName('*')).toHaveLength(xmlRoot(write(harmless)).getElementsByTagName('*').length)
        break
      case 'mermaid':
        expect(output.split('\n')).toHaveLength(write(harmless).split('\n').length)
        expect(output.replace(/#\d+;/g, '')).not.toMatch(/[<>%](?![YmdH])|;|#/)
        break
      case 'status':
      case 'tasks':
        expect(output.split('\n')).toHaveLength(write(harmless).split('\n').length)
        if (format === 'status') expect(output.replaceAll(/\\./g, '')).not.toMatch(/<(?!https)|[[\]]|@\w/)
        break
    }
  })
})

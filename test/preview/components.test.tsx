import { renderToString } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import type { PlanView } from '../../src/preview/model.js'
import { AimTrack } from '../../src/preview/parts/aim.js'
import { Letters, MarkSign } from '../../src/preview/parts/signs.js'
import { Message } from '../../src/preview/parts/text.js'
import { renderMarkdown } from '../../src/preview/render-markdown.js'
import { renderSvg } from '../../src/preview/render-svg.js'
import { Communication } from '../../src/preview/views/communication.js'
import { stepDates } from '../../src/preview/views/grouping.js'
import { Metrics } from '../../src/preview/views/metrics.js'
import { Overview } from '../../src/preview/views/overview.js'
import { Slas } from '../../src/preview/views/slas.js'
import { Stakeholders } from '../../src/preview/views/stakeholders.js'
import { Timeline } from '../../src/preview/views/timeline.js'
import { midPlan, smallPlan, textOf } from '../example-files.js'
import { viewOf } from './example-view.js'

const plan = viewOf(smallPlan)

function words(markup: string): string {
  return markup
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

function goal(name: string, of: PlanView = plan) {
  const found = of.goals.find((one) => one.name === name)
  if (!found) throw new Error(`There is no goal ${name}.`)
  return found
}

test('a measurable shows baseline, today, what is expected, and the target', () => {
  const [aim] = goal('keepable_mail').aims
  expect(aim && words(renderToString(<AimTrack aim={aim} />))).toBe(
    'Email churn rate behind plan at risk Baseline 0.8% In Jan 2027 0.776% Expected by then 0.731% (+0.045pp) At this pace 0.730% With all effects 0.576% Target ≤ 0.6%',
  )
})

test.each(['draft', 'review', 'approved', 'running', 'closed'] as const)(
  'a plan whose stage is %s is not called all right for want of a task that is late or blocked',
  (stage) => {
    const work = { ...plan.judgement.work, late: 0, blocked: 0 }
    const markup = renderToString(<Overview plan={{ ...plan, stage, judgement: { ...plan.judgement, work } }} />)
    const tiles = [...markup.matchAll(/<li class="tile[ "].*?<\/li>/g)].map(([tile]) => words(tile))
    expect(tiles.filter((tile) => /\b(late|blocked)\b/.test(tile))).toEqual(['0 steps late', '0 steps blocked'])
  },
)

test('a goal that lacks something says what under its letter', () => {
  const poor = textOf(smallPlan).replace(/ {2}owner {6}ben\n {2}guard {6}complaint_rate/, '  guard      complaint_rate')
  const { letters } = goal('keepable_mail', viewOf(smallPlan, { [smallPlan]: poor }))
  expect(words(renderToString(<Letters letters={letters} />))).toContain('A Achievable: partial – Not one person answers for it')
})

test('what is expected is said as exactly as what is counted', () => {
  const tools = goal('pay_for_use', viewOf(midPlan)).aims.find((aim) => aim.number.name === 'tool_count')
  expect([tools?.actual?.text, tools?.expected?.text, tools?.standing]).toEqual(['9 tools', '8 tools', 'behind'])
})

test('a metric says its benchmarks, its limits and that nothing was measured', () => {
  const rate = { ...plan, numbers: plan.numbers.filter((one) => one.name === 'complaint_rate') }
  const text = words(renderToString(<Metrics plan={rate} />))
  expect(text).toContain('Complaint rate Reports as spam, of all delivered emails. Mailbox providers begin to block at 0.10%. no value yet')
  expect(text).toContain('Unit %, by month')
  expect(text).toContain('Benchmark Threshold of mailbox providers: 0.1% · 2026')
  expect(text).toContain('Limit at most 0.1% · Send email marketing messages that people want to keep')
})

test('a chart shows the checkpoints of its goals, on the path where they name no value', () => {
  const [churn] = plan.numbers.filter((one) => one.name === 'email_churn')
  expect(churn?.checkpoints).toEqual([
    {
      date: '2027-02-26',
      value: expect.closeTo(0.6733, 3),
      text: '0.673%',
      goal: 'Send email marketing messages that people want to keep',
    },
  ])
})

test('a stakeholder whom no goal serves is a gap in the table of all six kinds', () => {
  const forgotten = textOf(smallPlan).replace('relevant   to sales, leadership', 'relevant   to leadership')
  const text = words(renderToString(<Stakeholders plan={viewOf(smallPlan, { [smallPlan]: forgotten })} />))
  expect(text).toContain('Stakeholder Goals Metrics Tasks Communications SLAs Reports Customers 1 1 1 1 – –')
  expect(text).toContain('Sales gap 1 1 1 – 1')
})

test('amounts of money set every thousand off, whatever else stands in the column', () => {
  expect(plan.budgets[0]?.lines.map((line) => line.amount?.text)).toEqual(['3\u202f500 USD', '1\u202f800 USD', '700 USD'])
  expect(plan.tools.map((tool) => tool.costs)).toEqual(['72\u202f000 USD / year', '0 USD / year'])
})

test('a report that comes in none of the months says so', () => {
  expect(words(renderToString(<Communication plan={viewOf(midPlan)} />))).toContain(
    'Outline of the annual report to Marketing leadership yearly · Email not in these months',
  )
})

test('the key of the timeline has what the timeline shows', () => {
  const text = words(renderToString(<Timeline plan={plan} />))
  expect(text).toContain('Done Planned Critical path Progress Waits for No workday Holiday')
  expect(text).not.toContain('Somebody is away')
})

test('what was done before it should have begun does not run backwards', () => {
  const early = textOf(smallPlan).replace('done     2027-01-22', 'done     2027-01-02')
  const [audit] = viewOf(smallPlan, { [smallPlan]: early }).steps
  expect([audit?.start, audit && stepDates(audit)]).toEqual(['2027-01-04', '2 Jan'])
})

test('a mark is named', () => {
  expect(renderToString(<MarkSign mark="blocked" />)).toMatchInlineSnapshot(
    `"<svg class="mark mark-blocked" viewBox="0 0 16 16" width="16" height="16" role="img" aria-label="Blocked"><rect x="1.5" y="1.5" width="13" height="13" rx="3.5"></rect><path d="M8 4.4V8.8M8 11.2V11.4"></path></svg>"`,
  )
})

test('names in messages are code, and a lone backtick is text', () => {
  expect(renderToString(<Message text="`ben` is away` today" />)).toBe('<code>ben</code> is away` today')
})

test('an agreement says who promises what to whom and whether it is measured', () => {
  expect(words(renderToString(<Slas plan={plan} />))).toBe(
    'Agreement From → to Promise Escalates to Measured by Owner Answers to guideline questions Marketing operations → Marketers Answer guideline questions within 2 working days, in 95% of cases per month Summer Hale, after 1 working day Guideline questions answered in time no value yet Dana Levi',
  )
})

describe('Markdown', () => {
  const markdown = renderMarkdown(plan)

  test('has a task list with sub-items', () => {
    expect(markdown).toContain(
      '- [x] Audit the workflows in place for email marketing – Chidi Okafor · 4 Jan – 22 Jan\n  - [x] List every workflow with its trigger',
    )
  })

  test('has a Mermaid chart whose bars end with their last day', () => {
    expect(markdown).toContain('```mermaid\ngantt\n  title Email churn, quarter one\n')
    expect(markdown).toContain('    Redefine the email marketing contact lists :done, 2027-01-19, 2027-02-05\n')
  })

  test('gives every table row as many cells as its head', () => {
    let cells = 0
    for (const line of markdown.split('\n')) {
      const count = line.startsWith('|') ? line.split(/(?<!\\)\|/).length : 0
      if (cells > 0 && count > 0) expect([line, count]).toEqual([line, cells])
      cells = count
    }
  })
})

test.each(['timeline', 'workload', 'metrics'] as const)('the picture of the %s carries its own style and names the plan', (name) => {
  const picture = renderSvg(plan, name)
  expect(picture).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" /)
  expect(picture).toContain('Email churn, quarter one')
  expect(picture).not.toMatch(/ (href|src)=/)
})

test('the same plan gives the same view wherever and whenever it is made', () => {
  expect(JSON.stringify(viewOf(smallPlan))).toBe(JSON.stringify(plan))
  expect(JSON.parse(JSON.stringify(plan))).toEqual(JSON.parse(JSON.stringify(viewOf(smallPlan))))
})

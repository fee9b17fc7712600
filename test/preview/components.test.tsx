import { renderToString } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import type { PlanView } from '../../src/preview/model.js'
import { AimTrack } from '../../src/preview/parts/aim.js'
import { Letters, MarkSign } from '../../src/preview/parts/signs.js'
import { Message } from '../../src/preview/parts/text.js'
import { renderMarkdown } from '../../src/preview/render-markdown.js'
import { renderSvg } from '../../src/preview/render-svg.js'
import { Slas } from '../../src/preview/views/slas.js'
import { smallPlan, textOf } from '../example-files.js'
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
    'Email churn rate Behind the path Baseline 0.8% In 2027-01 0.776% Expected by then 0.731% Target ≤ 0.6%',
  )
})

test('a goal that lacks something says what under its letter', () => {
  const poor = textOf(smallPlan).replace(/ {2}owner {6}ben\n {2}guard {6}complaint_rate/, '  guard      complaint_rate')
  const { letters } = goal('keepable_mail', viewOf(smallPlan, { [smallPlan]: poor }))
  expect(words(renderToString(<Letters letters={letters} />))).toContain('A Achievable: partial – Not one person answers for it')
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

import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { patchBetween } from '../../src/preview/patch.js'
import { generatedPlan } from '../bench/generated-plan.js'
import { smallPlan, textOf } from '../example-files.js'
import { Preview, startBrowser } from './browser.js'
import { viewOf } from './example-view.js'

// A real browser on a busy machine takes its time.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 })

let browser: Browser
beforeAll(async () => {
  browser = await startBrowser()
})
afterAll(() => browser.close())

const audit = 'Build the more effective email format (To do)'

test('a click on a mark is sent as a wish, and the mark follows the text', async () => {
  const preview = await Preview.open(browser)
  await preview.show(viewOf(smallPlan), 'checklist')
  const { page } = preview
  await page.getByRole('checkbox', { name: audit }).click()
  expect(await preview.sent()).toEqual([{ type: 'setMark', name: 'build_email_format', mark: 'done' }])
  expect(await page.getByRole('checkbox', { name: audit }).getAttribute('aria-checked')).toBe('false')

  const ticked = textOf(smallPlan).replace('[ ] task build_email_format', '[x] task build_email_format')
  await preview.show(viewOf(smallPlan, { [smallPlan]: ticked }))
  expect(await page.getByRole('checkbox', { name: audit.replace('To do', 'Done') }).getAttribute('aria-checked')).toBe('true')
})

test('sub-items, progress and hindrances are wishes too', async () => {
  const preview = await Preview.open(browser)
  await preview.show(viewOf(smallPlan), 'checklist')
  const { page } = preview
  await page.getByRole('checkbox', { name: 'Agree it with sales (To do)' }).click()
  await page.getByRole('button', { name: 'Details of Agree the qualification and hand-off rule with sales' }).click()
  await page.getByRole('slider', { name: 'Progress' }).fill('90')
  await page.getByRole('combobox', { name: 'State' }).selectOption('blocked')
  await page.getByRole('textbox', { name: 'Blocked because' }).fill('Sales is away')
  await page.getByRole('button', { name: 'Set' }).click()
  expect(await preview.sent()).toEqual([
    { type: 'setMark', name: 'lead_handoff_rule', item: 2, mark: 'done' },
    { type: 'setProgress', name: 'lead_handoff_rule', percent: 90 },
    { type: 'setBlocked', name: 'lead_handoff_rule', because: 'Sales is away' },
  ])
})

test('the keyboard alone turns the tabs, ticks a task and leads to its line', async () => {
  const preview = await Preview.open(browser)
  const plan = viewOf(smallPlan)
  await preview.show(plan)
  const { page } = preview
  await page.getByRole('tab', { name: 'Overview' }).focus()
  for (let turn = 0; turn < 5; turn++) await page.keyboard.press('ArrowRight')
  expect(await page.getByRole('tab', { selected: true }).innerText()).toBe('Checklist')
  await page.keyboard.press('Home')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('tab-overview')
  await page.keyboard.press('ArrowLeft')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('tab-risks')
  await preview.post({ type: 'show', view: 'checklist' })
  await page.getByRole('tab', { name: 'Checklist' }).focus()
  const reached: string[] = []
  for (let steps = 0; steps < 40 && !reached.at(-1)?.startsWith('Audit the workflows in place for email marketing ('); steps++) {
    await page.keyboard.press('Tab')
    reached.push(await page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? ''))
  }
  await page.keyboard.press('Space')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  const [mark, reveal] = await preview.sent()
  expect(mark).toEqual({ type: 'setMark', name: 'audit_workflows', mark: 'todo' })
  const start = textOf(smallPlan).indexOf('audit_workflows "Audit')
  expect(reveal?.type === 'reveal' && plan.places[reveal.at]).toMatchObject({ file: smallPlan, start })
})

test('filters and grouping leave what was asked for, and survive a reload together with tab and scroll', async () => {
  const preview = await Preview.open(browser)
  const plan = viewOf(smallPlan)
  await preview.show(plan, 'checklist')
  const { page } = preview
  await page.getByRole('button', { name: 'Open', exact: true }).click()
  await page.getByRole('combobox', { name: 'Tasks of' }).selectOption('chidi')
  await page.getByRole('combobox', { name: 'Group by' }).selectOption('category')
  const shown = () => page.locator('.check-row .check-title').allInnerTexts()
  expect(await shown()).toEqual([
    'Report March churn and hand the lessons to the next plan',
    'Agree the qualification and hand-off rule with sales',
  ])
  const panel = { uri: 'file:///plans/small.mops', isLocked: true }
  await preview.post({ type: 'plan', plan, panel })
  await page.reload()
  expect(await page.evaluate(() => JSON.parse(sessionStorage.getItem('state') ?? '{}'))).toMatchObject(panel)
  await preview.show(plan)
  expect(await page.getByRole('tab', { selected: true }).innerText()).toBe('Checklist')
  expect(await shown()).toEqual([
    'Report March churn and hand the lessons to the next plan',
    'Agree the qualification and hand-off rule with sales',
  ])
})

test('a change draws what it touches anew, and leaves the rest alone', async () => {
  const preview = await Preview.open(browser)
  const before = viewOf(smallPlan)
  await preview.show(before, 'checklist')
  const { page } = preview
  await page.evaluate(() => {
    const changed = new Set<string>()
    Object.assign(window, { changed })
    new MutationObserver((records) => {
      for (const { target } of records) {
        const element = target instanceof Element ? target : target.parentElement
        changed.add(element?.closest('[data-name]')?.getAttribute('data-name') ?? '')
      }
    }).observe(document.querySelector('#view') ?? document.body, { childList: true, subtree: true, characterData: true, attributes: true })
  })
  const text = textOf(smallPlan).replace('"Write the simpler email guideline"', '"Write the guideline"')
  const patch = patchBetween({ ...before, places: [] }, { ...viewOf(smallPlan, { [smallPlan]: text }), places: [] })
  await preview.post({ type: 'change', patch })
  expect(await page.locator('.check-title', { hasText: 'Write the guideline' }).count()).toBe(1)
  expect(await page.evaluate(() => [...(window as unknown as { changed: Set<string> }).changed])).toEqual(['write_guideline'])
})

test('an update keeps the place of the reader', async () => {
  const preview = await Preview.open(browser)
  await preview.show(viewOf(smallPlan), 'goals')
  const { page } = preview
  await page.evaluate(() => window.scrollTo(0, 400))
  await preview.show(
    viewOf(smallPlan, { [smallPlan]: textOf(smallPlan).replace('Send email marketing messages', 'Write email marketing messages') }),
  )
  expect(await page.getByRole('heading', { name: 'Write email marketing messages that people want to keep' }).count()).toBe(1)
  expect(await page.evaluate(() => window.scrollY)).toBe(400)
})

test('the element at the cursor is marked, and a refusal is said', async () => {
  const preview = await Preview.open(browser)
  await preview.show(viewOf(smallPlan), 'goals')
  await preview.post({ type: 'cursor', name: 'sales_leads' })
  const { page } = preview
  expect(await page.locator('.at-cursor').getAttribute('data-name')).toBe('sales_leads')
  await preview.post({ type: 'refused', reason: 'The file is read-only.' })
  expect(await page.locator('.refusal').innerText()).toBe('The file is read-only.')
})

test('what is no message of the host changes nothing', async () => {
  const preview = await Preview.open(browser)
  await preview.show(viewOf(smallPlan))
  const before = await preview.page.locator('body').innerText()
  for (const message of [
    { type: 'plan', plan: {} },
    { type: 'plan', plan: null },
    { type: 'show', view: 'elsewhere' },
    { type: 'unknown' },
    { type: 'change', patch: { items: 1 } },
    {},
  ])
    await preview.post(message)
  expect(await preview.page.locator('body').innerText()).toBe(before)
})

test('a cell of the workload shows the tasks behind it', async () => {
  const preview = await Preview.open(browser)
  await preview.show(viewOf(smallPlan), 'workload')
  await preview.page.getByRole('button', { name: /^Chidi Okafor, week of 25 Jan/ }).click()
  expect(await preview.page.locator('section .rows').innerText()).toContain('Agree the qualification and hand-off rule with sales')
})

test('the timeline of a large plan draws what is in sight, wherever it is scrolled to', async () => {
  const preview = await Preview.open(browser)
  const plan = viewOf('large.mops', { 'large.mops': generatedPlan(400) })
  await preview.show(plan, 'timeline')
  const { page } = preview
  const last = plan.steps.at(-1)?.title ?? ''
  expect(await page.locator('.gantt-row').count()).toBeLessThan(200)
  expect(await page.locator('.gantt-row', { hasText: last }).count()).toBe(0)
  await page.locator('.gantt').evaluate((chart) => {
    chart.scrollTop = chart.scrollHeight
  })
  await page.locator('.gantt-label', { hasText: last }).last().waitFor()
})

test('the texts are those of the language that VS Code has loaded', async () => {
  const preview = await Preview.open(browser, 'light', 1000, {
    Overview: 'Überblick',
    '{count} hints': '{count} Winke',
    'tasks done': 'erledigt "&<"',
  })
  await preview.show(viewOf(smallPlan))
  const { page } = preview
  expect(await page.getByRole('tab', { selected: true }).innerText()).toBe('Überblick')
  expect(await page.getByText('erledigt "&<"').count()).toBe(1)
  expect(await page.getByRole('tab', { name: 'Goals' }).count()).toBe(1)
})

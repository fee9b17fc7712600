import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { viewNames } from '../../src/preview/messages.js'
import { midPlan, smallPlan } from '../example-files.js'
import { Preview, startBrowser, type Theme, violations } from './browser.js'
import { viewOf } from './example-view.js'

// A real browser on a busy machine takes its time.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 60_000 })

let browser: Browser
beforeAll(async () => {
  browser = await startBrowser()
})
afterAll(() => browser.close())

describe.each<Theme>(['light', 'dark', 'high-contrast'])('in the %s theme', (theme) => {
  test('every view shows the plan and axe finds nothing to complain about', async () => {
    const preview = await Preview.open(browser, theme)
    const plan = viewOf(midPlan)
    const found: string[] = []
    await preview.show(plan)
    for (const view of viewNames) {
      await preview.post({ type: 'show', view })
      expect(await preview.page.getByRole('tab', { selected: true }).getAttribute('id')).toBe(`tab-${view}`)
      expect((await preview.page.getByRole('tabpanel').innerText()).length).toBeGreaterThan(100)
      found.push(...(await violations(preview.page)).map((line) => `${view} ${line}`))
    }
    expect(found).toEqual([])
  })
})

test('a narrow panel scrolls nothing but what is wide by nature', async () => {
  const preview = await Preview.open(browser, 'light', 380)
  await preview.show(viewOf(midPlan))
  for (const view of viewNames) {
    await preview.post({ type: 'show', view })
    const width = await preview.page.evaluate(() => document.documentElement.scrollWidth)
    expect([view, width]).toEqual([view, 380])
  }
})

test('a plan that holds almost nothing says what would be there', async () => {
  const preview = await Preview.open(browser)
  const plan = viewOf('new.mops', { 'new.mops': 'strategy new_plan "A new plan" { period 2027 }\n' })
  const words = []
  await preview.show(plan)
  for (const view of viewNames) {
    await preview.post({ type: 'show', view })
    words.push((await preview.page.locator('.empty strong').first().innerText()).trim())
  }
  expect(words).toEqual([
    'No goals yet',
    'No goals yet',
    'No stakeholders yet',
    'No numbers yet',
    'Nothing to lay out in time',
    'No tasks yet',
    'No hours planned',
    'Nobody is told anything yet',
    'No SLAs',
    'No budget',
    'Nothing automated',
    'No risks named',
  ])
})

test('what cannot be read is named, and the rest is shown', async () => {
  const preview = await Preview.open(browser)
  const broken = `${viewOfText()}\ngoal half "Half a goal" { measurable } }\n`
  await preview.show(viewOf('broken.mops', { 'broken.mops': broken }))
  expect(await preview.page.getByText('Parts of the plan could not be read and are missing here.').count()).toBe(1)
  expect(await preview.page.getByRole('heading', { level: 1 }).innerText()).toBe('Whole')
})

function viewOfText(): string {
  return 'strategy whole "Whole" { period 2027 }\ngoal first "First" { owner ben }\nperson ben "Ben"'
}

test('the small plan names its goals, people and dates to those who listen', async () => {
  const preview = await Preview.open(browser)
  await preview.show(viewOf(smallPlan), 'checklist')
  const { page } = preview
  expect(
    await page.getByRole('checkbox', { name: 'Audit the workflows in place for email marketing (Done)' }).getAttribute('aria-checked'),
  ).toBe('true')
  expect(await page.getByRole('checkbox', { name: 'Agree it with sales (To do)' }).count()).toBe(1)
  await preview.post({ type: 'show', view: 'timeline' })
  expect(await page.getByRole('img', { name: /Write the simpler email guideline: 25 Jan – 12 Feb · Done/ }).count()).toBe(1)
  await preview.post({ type: 'show', view: 'metrics' })
  expect(await page.getByRole('img', { name: /Email churn rate: 0.776% in Jan 2027; path from 0.8% to 0.6% by 31 Mar 2027/ }).count()).toBe(
    1,
  )
})

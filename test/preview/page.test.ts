import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { renderHtml } from '../../src/preview/render-html.js'
import { midPlan, smallPlan } from '../example-files.js'
import { startBrowser, violations } from './browser.js'
import { viewOf } from './example-view.js'

// A real browser on a busy machine takes its time.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 })

let browser: Browser
beforeAll(async () => {
  browser = await startBrowser()
})
afterAll(() => browser.close())

test.each(['light', 'dark'] as const)(
  'the page of the small plan reads well in %s and axe finds nothing to complain about',
  async (colorScheme) => {
    const page = await browser.newPage({ colorScheme, bypassCSP: true })
    await page.setContent(renderHtml(viewOf(smallPlan)))
    expect(await page.getByRole('heading', { level: 2 }).allInnerTexts()).toEqual([
      'Overview',
      'Goals',
      'Stakeholders',
      'Metrics',
      'Timeline',
      'Checklist',
      'Workload',
      'Communication',
      'SLAs',
      'Budget',
      'Automation',
      'Risks and lessons',
    ])
    expect(await violations(page)).toEqual([])
  },
)

test('the page of the mid plan is smaller than 300 kB and fits a phone', async () => {
  const html = renderHtml(viewOf(midPlan))
  expect(Buffer.byteLength(html)).toBeLessThan(300_000)
  const page = await browser.newPage({ viewport: { width: 390, height: 800 } })
  await page.setContent(html)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
})

test('on a wide screen the tables of the mid plan are seen whole, on a phone the letters of the charts are large enough', async () => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  await page.setContent(renderHtml(viewOf(midPlan)))
  const cut = await page.evaluate(() =>
    [...document.querySelectorAll('.scroll')].filter((box) => box.scrollWidth > box.clientWidth).map((box) => box.textContent.slice(0, 40)),
  )
  expect(cut).toEqual([])
  await page.setViewportSize({ width: 380, height: 800 })
  const heights = await page.evaluate(() =>
    [...document.querySelectorAll('.chart-tick')].map((text) => text.getBoundingClientRect().height),
  )
  expect(Math.min(...heights)).toBeGreaterThan(11)
})

test('the page of the mid plan prints on A4 without cutting anything off', async () => {
  const page = await browser.newPage({ viewport: { width: 688, height: 1000 } })
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  await page.setContent(renderHtml(viewOf(midPlan)))
  // What is wider makes the browser shrink the whole page.
  const wide = await page.evaluate(() =>
    [...document.querySelectorAll('main *')]
      .filter((element) => element.getBoundingClientRect().right > 689)
      .map((element) => `${element.localName} ${element.className}`),
  )
  expect(wide).toEqual([])
  expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(255, 255, 255)')
  expect(await page.getByRole('navigation').isVisible()).toBe(false)
})

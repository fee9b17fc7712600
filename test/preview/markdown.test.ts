import { createRequire } from 'node:module'
import { Marked } from 'marked'
import { type Browser, chromium as playwright } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { renderMarkdown } from '../../src/preview/render-markdown.js'
import { midPlan, smallPlan } from '../example-files.js'
import { chromium, chromiumFlags } from '../vscode/chromium.js'
import { viewOf } from './example-view.js'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 })

const require = createRequire(import.meta.url)

let browser: Browser
beforeAll(async () => {
  browser = await playwright.launch({ executablePath: chromium(), args: [...chromiumFlags] })
})
afterAll(() => browser.close())

/** The page that GitHub's flavour of Markdown makes of a plan. */
async function page(example: string) {
  const html = new Marked({ gfm: true }).parse(renderMarkdown(viewOf(example)), { async: false })
  const opened = await browser.newPage()
  await opened.setContent(`<main>${html}</main>`)
  return opened
}

// What GitHub's sanitizer leaves, as far as a plan can use it.
const allowed = 'main h1 h2 h3 p ul ol li input table thead tbody tr th td strong em del code pre details summary br'.split(' ')

test.each([smallPlan, midPlan])('%s is headings, tables, task lists and folded parts, and nothing is left as text', async (example) => {
  const plan = viewOf(example)
  const opened = await page(example)
  const tags = await opened.evaluate(() => [...new Set([...document.querySelectorAll('main, main *')].map((one) => one.localName))])
  expect(tags.filter((tag) => !allowed.includes(tag))).toEqual([])

  const steps = plan.steps.length + plan.steps.flatMap((step) => step.items).length
  expect(await opened.locator('li > input[type=checkbox], li > p > input[type=checkbox]').count()).toBe(steps)
  const done = plan.steps.flatMap((step) => [step.mark, ...step.items.map((item) => item.mark)]).filter((mark) => mark === 'done').length
  expect(await opened.locator('input:checked').count()).toBe(done)
  expect(await opened.locator('li li input').count()).toBe(plan.steps.flatMap((step) => step.items).length)

  expect(await opened.locator('details > table').count()).toBe(1)
  expect(await opened.locator('details').count()).toBe(1 + new Set(plan.findings.map((finding) => finding.severity)).size)
  expect(await opened.locator('details:has(> ul) li').count()).toBe(plan.findings.length)

  const text = await opened.locator('main').evaluate((main) => {
    for (const code of main.querySelectorAll('pre, code')) code.remove()
    return main.textContent
  })
  expect(text).not.toMatch(/\*\*|^\s*\||\|\s*$|\[[ x]\]|<\/?\w|&\w+;|\\[*_|]/m)
  expect(text).toContain(plan.goals[0]?.title)
})

test('its tables have as many cells in a row as heads', async () => {
  const opened = await page(midPlan)
  const ragged = await opened.locator('table').evaluateAll((tables) =>
    tables.flatMap((table) => {
      const heads = table.querySelectorAll('thead th').length
      return [...table.querySelectorAll('tbody tr')].filter((row) => row.children.length !== heads).map((row) => row.textContent)
    }),
  )
  expect(ragged).toEqual([])
})

test('Mermaid draws its chart', async () => {
  const opened = await page(midPlan)
  await opened.addScriptTag({ path: require.resolve('mermaid/dist/mermaid.min.js') })
  const texts = await opened.evaluate(`(async () => {
    const source = document.querySelector('code.language-mermaid').textContent
    const { svg } = await mermaid.render('chart', source)
    return [...new DOMParser().parseFromString(svg, 'text/html').querySelectorAll('text')].map((one) => one.textContent.trim())
  })()`)
  expect(texts).toEqual(expect.arrayContaining(['One automation tool', 'Automation', 'Merge the duplicates']))
})

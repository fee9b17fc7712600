import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { viewNames } from '../../src/preview/messages.js'
import { renderHtml } from '../../src/preview/render-html.js'
import { renderMarkdown } from '../../src/preview/render-markdown.js'
import { renderSvg } from '../../src/preview/render-svg.js'
import { Preview, startBrowser } from './browser.js'
import { viewOf } from './example-view.js'

// A real browser on a busy machine takes its time.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 })

let browser: Browser
beforeAll(async () => {
  browser = await startBrowser()
})
afterAll(() => browser.close())

const script = '<script>window.broken=1</script><img src=x onerror=window.broken=1>'
const quotes = `" onmouseover=window.broken=1 x='\` </style></svg>`
const bidi = 'safe \u202Etxt.exe\u202C \u0007 end'
const turned = '\u202A\u202B\u202D\u202E\u2066\u2067\u2068\u200F\u061C'
const endOfData = `a ]]> b \u0001\u001B\u0085\uFFFE\uFFFF ]]]>${turned}`
const long = 'long '.repeat(2000)

function escaped(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')
}

const plan = () =>
  viewOf('hostile.mops', {
    'hostile.mops': `strategy hostile "${escaped(script)}" {
  period 2027-01-04 .. 2027-03-31
  summary "${escaped(quotes)}"
  asof 2027-02-01
  owner ben
}
person ben "${escaped(script)}" works 20h per week
stakeholder group "${escaped(quotes)}" needs "${escaped(script)}" power high interest high contact ben
source platform "${escaped(script)}" owner ben
measure sent_mails "${escaped(script)}" in mails per month sum from platform
/** ${script} */
metric sent_count "${escaped(script)}" { in mails per month owner ben = sent_mails }
goal first "${escaped(script)}" {
  specific "${escaped(quotes)}"
  measurable sent_count from 10 in 2026-12 to 20 in 2027-03
  relevant to group because "${escaped(bidi)}"
  timebound 2027-01-04 .. 2027-03-31
  owner ben
}
person kim "${escaped(endOfData)}" works 1h per week
goal second "${escaped(endOfData)}" { measurable sent_count from 10 in 2026-12 to 30 in 2027-03 timebound 2027-01-04 .. 2027-03-31 owner kim }
[ ] task odd "${escaped(endOfData)}" for second @kim 40h start 2027-01-04 due 2027-01-08
[!] task work "${long}" for first @ben 10h start 2027-01-04 due 2027-01-08 blocked because "${escaped(script)}"
communication told "${escaped(script)}" to group expect "${escaped(quotes)}" on 2027-01-12 owner ben
risk bad "${escaped(script)}" likelihood high impact high owner ben response "${escaped(quotes)}" about first
`,
  })

test('hostile texts are text in every view', async () => {
  const preview = await Preview.open(browser)
  const { page } = preview
  await preview.show(plan())
  for (const view of viewNames) {
    await preview.post({ type: 'show', view })
    expect(await page.locator('#preview script, #preview img, #preview iframe').count()).toBe(0)
  }
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(script)
  expect(await page.evaluate(() => 'broken' in window)).toBe(false)
  const width = await page.evaluate(() => document.documentElement.scrollWidth)
  expect(width).toBe(1000)
})

test('the policy stops what somebody injects all the same', async () => {
  const preview = await Preview.open(browser)
  await preview.show(plan())
  const blocked = await preview.page.evaluate(async () => {
    const names: string[] = []
    document.addEventListener('securitypolicyviolation', ({ violatedDirective }) => names.push(violatedDirective))
    document.body.insertAdjacentHTML('beforeend', '<img src="https://elsewhere.example/x.png" onerror="window.broken=1">')
    const inline = document.createElement('script')
    inline.textContent = 'window.broken = 1'
    document.body.append(inline)
    await fetch('https://elsewhere.example/').catch(() => undefined)
    await new Promise((resolve) => setTimeout(resolve, 200))
    return names
  })
  expect(await preview.page.evaluate(() => 'broken' in window)).toBe(false)
  expect(new Set(blocked)).toEqual(new Set(['img-src', 'script-src-elem', 'script-src-attr', 'connect-src']))
})

test('hostile texts are text on the page, and the page asks for nothing', async () => {
  const page = await browser.newPage()
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await page.route('https://page.example/', (route) => route.fulfill({ contentType: 'text/html', body: renderHtml(plan()) }))
  await page.goto('https://page.example/')
  expect(await page.locator('script, img, iframe, link').count()).toBe(0)
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(script)
  expect(await page.evaluate(() => 'broken' in window)).toBe(false)
  expect(asked).toEqual(['https://page.example/'])
})

test('no text on a page is turned, or holds signs that steer', () => {
  const markups = [renderHtml(plan()), renderSvg(plan(), 'timeline'), renderSvg(plan(), 'workload'), renderMarkdown(plan())]
  for (const markup of markups) expect(markup.replaceAll(/[\n\t]/g, '')).not.toMatch(/\p{Cc}|[\u202A-\u202E\u2066-\u2069]/u)
})

test('hostile texts are text in a picture, which is well-formed', async () => {
  const page = await browser.newPage()
  for (const name of ['timeline', 'workload', 'metrics'] as const) {
    const found = await page.evaluate(
      (markup) => {
        const picture = new DOMParser().parseFromString(markup, 'image/svg+xml')
        return [picture.querySelectorAll('parsererror, script, img').length, picture.documentElement.localName]
      },
      renderSvg(plan(), name),
    )
    expect(found).toEqual([0, 'svg'])
  }
})

test('hostile texts are text in Markdown', () => {
  const markdown = renderMarkdown(plan())
  expect(markdown).not.toMatch(/<(script|img|svg|style)/)
  expect(markdown).toContain('&lt;script&gt;window.broken=1&lt;/script&gt;')
  expect(
    markdown
      .split('\n')
      .filter((line) => line.startsWith('|'))
      .every((line) => line.endsWith('|')),
  ).toBe(true)
})

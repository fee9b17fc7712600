import { createRequire } from 'node:module'
import { type Browser, type Page, chromium as playwright } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Workspace } from '../../src/language/workspace/workspace.js'
import type { Plan } from '../../src/plan/model/plan.js'
import { mermaidGantt } from '../../src/report/work-export/mermaid.js'
import { judgePlan, midPlan, smallPlan } from '../example-files.js'
import { chromium, chromiumFlags } from '../vscode/chromium.js'

const require = createRequire(import.meta.url)

let browser: Browser
let page: Page

beforeAll(async () => {
  browser = await playwright.launch({ executablePath: chromium(), args: [...chromiumFlags] })
  page = await browser.newPage()
  await page.addScriptTag({ path: require.resolve('mermaid/dist/mermaid.min.js') })
}, 120_000)

afterAll(async () => {
  await browser?.close()
})

/** The texts in the drawing, and whether it holds anything that could run. */
async function drawn(plan: Plan): Promise<{ readonly texts: readonly string[]; readonly isInert: boolean }> {
  const source = JSON.stringify(mermaidGantt(plan))
  return page.evaluate(`(async () => {
    const { svg } = await mermaid.render('chart', ${source})
    const drawing = new DOMParser().parseFromString(svg, 'text/html').body
    const texts = [...drawing.querySelectorAll('text')].map((one) => one.textContent.trim())
    return { texts, isInert: drawing.querySelector('script, img, a') === null }
  })()`)
}

test.each([
  ['small', smallPlan, 'Build the more effective email format'],
  ['mid', midPlan, 'Merge the duplicates'],
])('Mermaid draws the %s plan', async (_, name, title) => {
  const { plan } = judgePlan(name)

  const { texts } = await drawn(plan)

  expect(texts).toContain(title)
})

test('titles are drawn as they are, whatever they hold', async () => {
  const title = 'A: b; <img src=x onerror=alert(1)> #35; %%{init}%% "q" [x](y) größe'
  const workspace = new Workspace()
  const written = title.replaceAll('"', '\\"')
  workspace.setText('plan.mops', `strategy s "${written}"\n[ ] task one "${written}" start 2027-01-11 due 2027-01-22\n`)
  const plan = workspace.plan('plan.mops', { clock: '2027-02-12' })

  const { texts, isInert } = plan ? await drawn(plan) : { texts: [], isInert: false }

  expect(texts.filter((text) => text === title)).toHaveLength(2)
  expect(isInert).toBe(true)
})

import { createRequire } from 'node:module'
import { type Browser, type Page, chromium as playwright } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Workspace } from '../../src/language/workspace/workspace.js'
import type { Plan } from '../../src/plan/model/plan.js'
import { mermaidGantt } from '../../src/report/work-export/mermaid.js'
import { livingItems } from '../../src/report/work-export/work-item.js'
import { judgePlan, plans } from '../example-files.js'
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

test.each(plans)('Mermaid draws every dated step of %s', async (name) => {
  const { plan } = judgePlan(name)
  const titles = livingItems(plan).flatMap(({ title, dates }) => (dates?.end === undefined ? [] : [title]))

  const { texts } = await drawn(plan)

  expect(texts).toEqual(expect.arrayContaining(titles))
})

/** What Mermaid's lexer knows at the start of a line, and what stands behind it there. */
const statements = [
  'acctitle: a',
  'accDescr: a',
  'accDescr { a }',
  'accDescription a',
  'href "a"',
  'call ten customers',
  'Click map of the home page',
  'Gantt review',
  'gantt',
  'dateFormat YYYY',
  'axisFormat %d',
  'tickInterval 1week',
  'inclusiveEndDates',
  'topAxis',
  'Includes the launch',
  'excludes weekends',
  'todayMarker off',
  'weekday monday',
  'Weekend Friday',
  'title of the page',
  'Section two',
  '2027-01-04 kick-off',
  '%% a comment',
  '} a',
]

test.each(statements)('a step called `%s` is a bar, alone and among others', async (title) => {
  const plan = planOf(
    `[ ] task one "${title.replaceAll('"', '\\"')}" start 2027-01-11 due 2027-01-22\n[ ] task two "Two" due 2027-01-22 takes 2wd\n`,
  )

  const { texts } = await drawn(plan)

  expect(texts).toEqual(expect.arrayContaining([title, 'Two']))
})

test.each(statements)('a section called `%s` is a section', async (title) => {
  const written = title.replaceAll('"', '\\"')
  const plan = planOf(`phase p "${written}" {\n  [ ] task one "One" start 2027-01-11 due 2027-01-22\n}\n`)

  const { texts } = await drawn(plan)

  expect(texts).toEqual(expect.arrayContaining(['One', title]))
})

test.each(['', ' ', '\u00A0', '\u2003 '])(
  'a step, a phase and a plan with the blank title "%s" are drawn by their names',
  async (title) => {
    const plan = planOf(`phase build "${title}" {\n  [ ] task one "${title}" start 2027-01-11 due 2027-01-22\n}\n`, title)

    const { texts } = await drawn(plan)

    expect(texts).toEqual(expect.arrayContaining(['launch', 'build', 'one']))
  },
)

test('marks for the direction of a title stay, what turns the text behind it is written out', async () => {
  const plan = planOf('[ ] task one "\u200Fقمع 2027\u200E (a) \u202Eb" start 2027-01-11 due 2027-01-22\n')

  const { texts } = await drawn(plan)

  expect(texts).toContain('\u200Fقمع 2027\u200E (a) \\u{202e}b')
})

function planOf(steps: string, title = 'Launch'): Plan {
  const workspace = new Workspace()
  workspace.setText('plan.mops', `strategy launch "${title}" period 2027-01-01 .. 2027-03-31 asof 2027-01-04\n${steps}`)
  const plan = workspace.plan('plan.mops', { clock: '2027-02-12' })
  if (!plan) throw new Error('There is no plan.')
  return plan
}

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

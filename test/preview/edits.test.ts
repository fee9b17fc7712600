import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { WishReply } from '../../src/preview/messages.js'
import { smallPlan } from '../example-files.js'
import { Preview, startBrowser, violations } from './browser.js'
import { viewOf } from './example-view.js'

// A real browser on a busy machine takes its time.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 })

let browser: Browser
beforeAll(async () => {
  browser = await startBrowser()
})
afterAll(() => browser.close())

const title = 'Agree the qualification and hand-off rule with sales'
const harmful: WishReply = {
  applied: false,
  verdict: {
    isHarmful: true,
    lines: [
      { tone: 'bad', text: 'Keep our mails: the work ends 2 working days after the deadline' },
      { tone: 'warning', text: 'Ben Cole: 30 of 24 h in week 7' },
      { tone: 'good', text: 'Settles: the task has no date' },
    ],
  },
  diff: [
    { line: 3, sign: '-', text: '  due 2027-02-19' },
    { line: 3, sign: '+', text: '  due 2027-04-02' },
  ],
  pushed: [
    { title: 'Second', days: 3 },
    { title: 'Third', days: 3 },
  ],
}

async function opened(): Promise<Preview> {
  const preview = await Preview.open(browser)
  await preview.show(viewOf(smallPlan), 'checklist')
  await preview.page.getByRole('button', { name: `Details of ${title}` }).click()
  return preview
}

test('each value of a task is a field, and Enter wishes for it', async () => {
  const preview = await opened()
  const { page } = preview
  await page.getByLabel('Title').fill('Agree the rule')
  await page.getByLabel('Title').press('Enter')
  await page.getByLabel('Last day').fill('2027-02-26')
  await page.getByLabel('Last day').blur()
  await page.getByLabel('Owner').fill('dana')
  await page.getByLabel('Owner').press('Escape')
  await page.getByLabel('Priority').last().selectOption('high')
  const wish = { type: 'wish', isSure: false, push: false }
  const edit = { type: 'edit', element: { name: 'lead_handoff_rule' } }
  expect(await preview.sent()).toEqual([
    { ...wish, id: 1, intents: [{ ...edit, clause: 'title', value: 'Agree the rule' }] },
    { ...wish, id: 2, intents: [{ ...edit, clause: 'due', value: '2027-02-26' }] },
    { ...wish, id: 3, intents: [{ ...edit, clause: 'priority', value: 'high' }] },
  ])
})

test('what would break is said before, with the choice to move what follows', async () => {
  const preview = await opened()
  const { page } = preview
  await page.getByLabel('Last day').fill('2027-04-02')
  await page.getByLabel('Last day').press('Enter')
  await preview.post({ type: 'answer', id: 1, reply: harmful })
  const dialog = page.getByRole('dialog', { name: 'This would follow' })
  expect(await dialog.getByRole('listitem').allInnerTexts()).toEqual(harmful.verdict?.lines.map(({ text }) => text))
  expect(await dialog.innerText()).toContain('+   due 2027-04-02')
  expect(await violations(page)).toEqual([])
  await page.screenshot({ path: 'out/test/pictures/verdict.png' })
  await dialog.getByRole('button', { name: 'Move 2 tasks' }).click()
  expect((await preview.sent()).at(-1)).toMatchObject({ type: 'wish', id: 2, isSure: true, push: true })
  expect(await dialog.count()).toBe(0)
  await preview.post({
    type: 'answer',
    id: 2,
    reply: { applied: true, verdict: { isHarmful: false, lines: [{ tone: 'plain', text: 'Moves 2 tasks' }] } },
  })
  await page.screenshot({ path: 'out/test/pictures/toast.png' })
  expect(await page.getByRole('status').filter({ hasText: 'Moves 2 tasks' }).count()).toBe(1)
  await page.getByRole('button', { name: 'Undo' }).click()
  expect((await preview.sent()).at(-1)).toEqual({ type: 'undo' })
})

test('Escape leaves the plan as it is, and the focus comes back', async () => {
  const preview = await opened()
  const { page } = preview
  await page.getByLabel('Last day').fill('2027-04-02')
  await page.getByLabel('Last day').press('Enter')
  await preview.post({ type: 'answer', id: 1, reply: harmful })
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  expect((await preview.sent()).length).toBe(1)
  expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).type)).toBe('date')
})

test('a refusal is said with its reason, and the field shows what the text says', async () => {
  const preview = await opened()
  const { page } = preview
  const before = await page.getByLabel('Title').inputValue()
  await page.getByLabel('Title').fill('x')
  await page.getByLabel('Title').press('Enter')
  await preview.post({ type: 'answer', id: 1, reply: { applied: false, reason: 'The text has changed meanwhile.' } })
  expect(await page.getByRole('status').filter({ hasText: 'changed meanwhile' }).count()).toBe(1)
  expect(await page.getByLabel('Title').inputValue()).toBe(before)
})

test('a task is added, a value recorded, and the keys of the editor undo and redo', async () => {
  const preview = await opened()
  const { page } = preview
  await page.getByLabel('New task').fill('Write the page')
  await page.getByRole('button', { name: 'Add' }).click()
  expect(await page.getByLabel('New task').inputValue()).toBe('')
  await preview.post({ type: 'show', view: 'metrics' })
  await page.getByLabel('Record a value').first().fill('2027-02 0.7%')
  await page.getByLabel('Record a value').first().press('Enter')
  await page.locator('body').press('Control+z')
  await page.locator('#view').focus()
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+Shift+z')
  const sent = await preview.sent()
  expect(sent[0]).toMatchObject({ type: 'wish', intents: [{ type: 'add', kind: 'task', title: 'Write the page' }] })
  expect(sent[1]).toMatchObject({ type: 'wish', intents: [{ type: 'edit', clause: 'actual', value: '2027-02 0.7%' }] })
  expect(sent.slice(-2)).toEqual([{ type: 'undo' }, { type: 'redo' }])
})

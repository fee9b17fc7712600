import { Workspace } from '../../src/language/workspace/workspace.js'
import { viewNames } from '../../src/preview/messages.js'
import { planView } from '../../src/preview/plan-view.js'
import { Preview, startBrowser } from '../preview/browser.js'
import { generatedPlan } from './generated-plan.js'

// Measures the preview with a plan of so many tasks in a real browser; prints JSON.

const tasks = Number(process.argv[2] ?? 1000)
const text = generatedPlan(tasks)
const workspace = new Workspace()

function derived(round: number) {
  workspace.setText('plan.mops', text.replace('A generated plan', `A generated plan, round ${round}`))
  const judged = workspace.judgeRoot('plan.mops', { clock: '2027-03-01', today: '2027-03-01' })
  if (!judged) throw new Error('There is no plan.')
  const start = performance.now()
  const view = planView(judged.plan, judged.findings)
  return { view, milliseconds: performance.now() - start }
}

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0) * 10) / 10
}

const browser = await startBrowser()
const preview = await Preview.open(browser)
const { page } = preview

/** Milliseconds from the message to the frame that shows it. */
async function painted(message: unknown): Promise<number> {
  return page.evaluate(
    (data) =>
      new Promise<number>((resolve) => {
        const parsed: unknown = JSON.parse(data)
        const start = performance.now()
        window.postMessage(parsed, '*')
        setTimeout(() => requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start))))
      }),
    JSON.stringify(message), // large objects take the driver seconds, a text does not
  )
}

const first = derived(0)
const firstPaint = await painted({ type: 'plan', plan: first.view })
const views: Record<string, number> = {}
for (const view of viewNames) views[view] = Math.round(await painted({ type: 'show', view }))

const other = derived(1)
const updates: Record<string, number> = {}
for (const view of ['overview', 'timeline', 'checklist'] as const) {
  await painted({ type: 'show', view })
  const paint: number[] = []
  for (let round = 0; round < 8; round++) paint.push(await painted({ type: 'plan', plan: round % 2 === 0 ? other.view : first.view }))
  updates[view] = percentile(paint, 0.95)
}

await painted({ type: 'show', view: 'timeline' })
const framesPerSecond = await page.evaluate(async () => {
  const chart = document.querySelector('.gantt')
  if (!chart) return 0
  let frames = 0
  const start = performance.now()
  while (performance.now() - start < 2000) {
    chart.scrollTop += 40
    if (chart.scrollTop + chart.clientHeight >= chart.scrollHeight - 1) chart.scrollTop = 0
    await new Promise((resolve) => requestAnimationFrame(resolve))
    frames++
  }
  return Math.round((frames / (performance.now() - start)) * 1000)
})
await browser.close()
console.log(
  JSON.stringify(
    {
      tasks,
      size: JSON.stringify(first.view).length,
      derive: Math.round(other.milliseconds),
      firstPaint: Math.round(firstPaint),
      views,
      updates,
      framesPerSecond,
    },
    undefined,
    2,
  ),
)

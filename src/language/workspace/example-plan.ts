import type { PlainDate } from '../../plan/quantity/quantity.js'
import type { Example } from '../../rules/engine/rule.js'
import { basePlan } from '../../rules/examples/base-plan.mops.js'
import { readPlanText } from '../read/read-file.js'
import { columnsOf, isTable } from './data-columns.js'
import { type JudgedPlan, Workspace } from './workspace.js'

const root = 'plan.mops'
/** The status date of examples without one of their own. */
const clock: PlainDate = '2027-02-12'

/** A judged example with the text that it became. */
export interface JudgedExample extends JudgedPlan {
  readonly text: string
  /** Where the example itself begins in the text: the base plan stands in front. */
  readonly start: number
}

/** The base plan without the elements that an example gives or leaves out. */
function baseFor(text: string, without: readonly string[]): string {
  const own = readPlanText(root, text)
  const replaced = new Set([...without, ...own.elements.map((element) => element.path.at(-1) ?? '')])
  const hasStrategy = own.elements.some((element) => element.kind === 'strategy')
  const base = readPlanText(root, basePlan).elements.filter(
    (element) => replaced.has(element.path.at(-1) ?? '') || (hasStrategy && element.kind === 'strategy'),
  )
  const outermost = base.filter(({ extent }) => !base.some((other) => other.extent.start < extent.start && extent.end <= other.extent.end))
  let rest = basePlan
  for (const { extent } of outermost.sort((a, b) => b.extent.start - a.extent.start))
    rest = rest.slice(0, extent.start) + rest.slice(extent.end)
  return `${rest}\n`
}

/** The base plan with an example laid over it. */
export function overlaid(text: string, without: readonly string[] = []): string {
  return `${baseFor(text, without)}${text}\n`
}

/** Judges a rule's example, laid over the base plan, as the tests and the documentation do. */
export function judgeExample(example: Example): JudgedExample {
  const {
    text,
    without = [],
    files,
    stage,
    today,
    earlier,
    isWhole,
  }: Exclude<Example, string> = typeof example === 'string' ? { text: example } : example
  const base = isWhole ? '' : baseFor(text, without)
  const whole = isWhole ? text : `${base}${text}\n`
  const workspace = new Workspace()
  workspace.setText(root, whole)
  const given = Object.entries(files ?? {})
  for (const [path, content] of given) if (path.endsWith('.mops')) workspace.setText(path, content)
  const data = new Map(
    given.filter(([path]) => isTable(path)).map(([path, content]) => [path, { columns: columnsOf(path, content) ?? [] }]),
  )
  const before = earlier === undefined ? undefined : new Workspace()
  before?.setText(root, isWhole ? (earlier ?? '') : `${baseFor(earlier ?? '', without)}${earlier}\n`)
  const judged = workspace.judgeRoot(root, { today, clock, stage, data, earlier: before })
  if (!judged) throw new Error('The example has no plan.')
  return { ...judged, text: whole, start: base.length }
}

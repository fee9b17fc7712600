import { createReadingServices } from '../src/language/module.js'
import { readText } from '../src/language/read/read-file.js'
import { type JudgedPlan, Workspace } from '../src/language/workspace/workspace.js'
import type { Stage } from '../src/plan/elements.js'
import { basePlan } from '../src/rules/base-plan.mops.js'
import type { Example } from '../src/rules/rule.js'

const services = createReadingServices()
const root = 'plan.mops'

/** The base plan without the elements that an example gives or leaves out, with the example behind it. */
export function overlaid(text: string, without: readonly string[] = []): string {
  const own = readText(services, root, text)
  const replaced = new Set([...without, ...own.elements.map((element) => element.path.at(-1) ?? '')])
  const hasStrategy = own.elements.some((element) => element.kind === 'strategy')
  const base = readText(services, root, basePlan).elements.filter(
    (element) => replaced.has(element.path.at(-1) ?? '') || (hasStrategy && element.kind === 'strategy'),
  )
  const outermost = base.filter(({ extent }) => !base.some((other) => other.extent.start < extent.start && extent.end <= other.extent.end))
  let rest = basePlan
  for (const { extent } of outermost.sort((a, b) => b.extent.start - a.extent.start))
    rest = rest.slice(0, extent.start) + rest.slice(extent.end)
  return `${rest}\n${text}\n`
}

/** Judges an example as the tests and the documentation do. */
export function judgeExample(example: Example): JudgedPlan & { readonly text: string } {
  const { text, without, files, stage, today, earlier, isWhole } =
    typeof example === 'string' ? ({ text: example } as Exclude<Example, string>) : example
  const whole = isWhole ? text : overlaid(text, without)
  const workspace = new Workspace({ services })
  workspace.setText(root, whole)
  const given = Object.entries(files ?? {})
  for (const [path, content] of given) if (path.endsWith('.mops')) workspace.setText(path, content)
  const tables = given.filter(([path]) => path.endsWith('.csv'))
  const data = new Map(tables.map(([path, content]) => [path, { columns: content.split('\n', 1)[0]?.split(',') ?? [] }]))
  const before = earlier === undefined ? undefined : new Workspace({ services })
  before?.setText(root, isWhole ? (earlier ?? '') : overlaid(earlier ?? '', without))
  const judged = workspace.judgeRoot(root, { today, clock: '2027-02-12', stage: stage as Stage | undefined, data, earlier: before })
  if (!judged) throw new Error('The example has no plan.')
  return { ...judged, text: whole }
}

import type { PlanView } from '../../src/preview/model.js'
import { planView } from '../../src/preview/plan-view.js'
import { Lines } from '../../src/report/lines.js'
import { judgePlan } from '../example-files.js'

/** What the views show of an example plan; `changed` are other texts for some of its files. */
export function viewOf(example: string, changed: Readonly<Record<string, string>> = {}): PlanView {
  const { plan, findings, text } = judgePlan(example, {}, changed)
  return planView(plan, findings, ({ file, start }) => ({ line: new Lines(text(file)).at(start).line }))
}

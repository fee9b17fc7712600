import { renderToString } from 'preact-render-to-string'
import { harmlessMarkup } from './harmless-markup.js'
import type { PlanView } from './model.js'
import { MetricsPicture } from './picture/metrics-picture.js'
import { TimelinePicture } from './picture/timeline-picture.js'
import { WorkloadPicture } from './picture/workload-picture.js'

const pictures = { timeline: TimelinePicture, workload: WorkloadPicture, metrics: MetricsPicture }

/** One view as an SVG file that needs nothing around it; well-formed XML, in which `]]>` may stand nowhere in a text. */
export function renderSvg(plan: PlanView, name: keyof typeof pictures): string {
  const Picture = pictures[name]
  return `${harmlessMarkup(renderToString(<Picture plan={plan} />)).replaceAll(']]>', ']]&gt;')}\n`
}

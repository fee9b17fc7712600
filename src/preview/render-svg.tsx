import { renderToString } from 'preact-render-to-string'
import type { PlanView } from './model.js'
import { MetricsPicture } from './picture/metrics-picture.js'
import { TimelinePicture } from './picture/timeline-picture.js'
import { WorkloadPicture } from './picture/workload-picture.js'

const pictures = { timeline: TimelinePicture, workload: WorkloadPicture, metrics: MetricsPicture }

/** One view as an SVG file that needs nothing around it. */
export function renderSvg(plan: PlanView, name: keyof typeof pictures): string {
  const Picture = pictures[name]
  return `${withoutControls(renderToString(<Picture plan={plan} />))}\n`
}

/** XML allows no control characters, not even as references. */
function withoutControls(markup: string): string {
  return markup.replace(/[\p{Cc}\uFFFE\uFFFF]/gu, (sign) => (sign === '\n' || sign === '\t' ? sign : ' '))
}

import { t } from '@vscode/l10n'
import type { PlanView } from '../../preview/model.js'
import { planView } from '../../preview/plan-view.js'
import { loadWorkspaces } from '../loading/checked-workspace.js'
import { judgeWorkspaces } from '../loading/judged.js'
import { noPlan } from '../loading/no-plan.js'
import { fileTarget } from '../loading/targets.js'
import { clock, dateOption, oneOf, stageOption } from '../terminal/options.js'
import { withSpinner } from '../terminal/spinner.js'
import { UsageError } from '../terminal/usage-error.js'

export interface RenderOptions {
  readonly format: string
  readonly view?: string
  readonly today?: string
  readonly stage?: string
}

const formats = ['html', 'md', 'svg'] as const
const pictures = ['timeline', 'workload', 'metrics'] as const

/** `mops render`: writes one plan as a page, as Markdown, or one view of it as a picture. Findings do not keep it from doing so. */
export async function render(file: string, options: RenderOptions): Promise<void> {
  const format = oneOf('--format', options.format, formats)
  const picture = options.view === undefined ? undefined : oneOf('--view', options.view, pictures)
  if (picture && format !== 'svg') throw new UsageError(t('--view belongs to --format svg; a page and Markdown hold all views.'))
  process.stdout.write(
    await withSpinner(t('Drawing the plan'), async () => print(await viewOf(file, options), format, picture ?? 'timeline')),
  )
}

async function print(view: PlanView, format: (typeof formats)[number], picture: (typeof pictures)[number]): Promise<string> {
  if (format === 'md') return (await import('../../preview/render-markdown.js')).renderMarkdown(view)
  if (format === 'svg') return (await import('../../preview/render-svg.js')).renderSvg(view, picture)
  return (await import('../../preview/render-html.js')).renderHtml(view)
}

async function viewOf(file: string, options: RenderOptions): Promise<PlanView> {
  const base = { today: dateOption(options.today), stage: stageOption(options.stage), clock: clock() }
  const workingFolder = process.cwd()
  const workspaces = await loadWorkspaces(fileTarget(file, workingFolder), workingFolder)
  const [judged] = judgeWorkspaces(workspaces, base)
  const plan = judged?.result.plans[0]
  if (!judged || !plan) throw noPlan(workspaces)
  return planView(plan.plan, plan.findings, (place) => ({ line: judged.checked.linesOf(place.file).at(place.start).line }))
}

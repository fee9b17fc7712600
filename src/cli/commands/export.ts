import { mergeMarker } from '../../language/read/unresolved-merge.js'
import type { Plan } from '../../plan/model/plan.js'
import type { PlainDate } from '../../plan/quantity/quantity.js'
import { type CheckedWorkspace, loadWorkspaces } from '../loading/checked-workspace.js'
import { locationOf } from '../loading/judged.js'
import { noPlan } from '../loading/no-plan.js'
import { fileTarget } from '../loading/targets.js'
import { clock, dateOption, oneOf, stageOption } from '../terminal/options.js'

const exportFormats = ['json', 'csv', 'ics', 'jira', 'asana', 'mspdi', 'mermaid', 'utm'] as const

export interface ExportOptions {
  readonly format: string
  readonly today?: string
  readonly stage?: string
}

/** `mops export`: writes one plan with all that is derived from it. Findings do not keep it from doing so. */
export async function exportPlan(file: string, options: ExportOptions): Promise<void> {
  const format = oneOf('--format', options.format, exportFormats)
  const base = { today: dateOption(options.today), stage: stageOption(options.stage), clock: clock() }
  const workingFolder = process.cwd()
  const workspaces = await loadWorkspaces(fileTarget(file, workingFolder), workingFolder)
  const [checked] = workspaces
  const [root] = checked?.named ?? []
  const plan = root === undefined ? undefined : checked?.workspace.plan(root, { ...base, data: checked.data })
  if (!checked || !plan || mergeMarker(checked.text(plan.root) ?? '')) throw noPlan(workspaces)
  process.stdout.write(await exported(format, plan, checked, base.today ?? base.clock))
}

async function exported(format: (typeof exportFormats)[number], plan: Plan, checked: CheckedWorkspace, today: PlainDate): Promise<string> {
  switch (format) {
    case 'json':
      return (await import('../../report/plan-export/plan-json.js')).planJson(plan, (place) => locationOf(checked, place))
    case 'csv':
      return (await import('../../report/work-export/csv.js')).workCsv(plan)
    case 'ics':
      return (await import('../../report/work-export/ics.js')).planCalendar(plan, today)
    case 'jira':
      return (await import('../../report/work-export/jira.js')).jiraCsv(plan)
    case 'asana':
      return (await import('../../report/work-export/asana.js')).asanaCsv(plan)
    case 'mspdi':
      return (await import('../../report/work-export/mspdi.js')).mspdi(plan)
    case 'utm':
      return (await import('../../report/work-export/utm.js')).utmCsv(plan)
    case 'mermaid':
      return (await import('../../report/work-export/mermaid.js')).mermaidGantt(plan)
  }
}

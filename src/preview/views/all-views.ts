import { t } from '@vscode/l10n'
import type { ComponentType } from 'preact'
import type { ViewName } from '../messages.js'
import type { PlanView } from '../model.js'
import { Automation } from './automation.js'
import { Budget } from './budget.js'
import { Checklist } from './checklist.js'
import { Communication } from './communication.js'
import { Goals } from './goals.js'
import { Metrics } from './metrics.js'
import { Overview } from './overview.js'
import { Risks } from './risks.js'
import { Slas } from './slas.js'
import { Stakeholders } from './stakeholders.js'
import { Timeline } from './timeline.js'
import { Workload } from './workload.js'

export interface View {
  readonly name: ViewName
  readonly title: string
  readonly of: ComponentType<{ readonly plan: PlanView }>
}

/** All views in the order of the tabs. */
export function allViews(): readonly View[] {
  return [
    { name: 'overview', title: t('Overview'), of: Overview },
    { name: 'goals', title: t('Goals'), of: Goals },
    { name: 'stakeholders', title: t('Stakeholders'), of: Stakeholders },
    { name: 'metrics', title: t('Metrics'), of: Metrics },
    { name: 'timeline', title: t('Timeline'), of: Timeline },
    { name: 'checklist', title: t('Checklist'), of: Checklist },
    { name: 'workload', title: t('Workload'), of: Workload },
    { name: 'communication', title: t('Communication'), of: Communication },
    { name: 'slas', title: t('SLAs'), of: Slas },
    { name: 'budget', title: t('Budget'), of: Budget },
    { name: 'automation', title: t('Automation'), of: Automation },
    { name: 'risks', title: t('Risks and lessons'), of: Risks },
  ]
}

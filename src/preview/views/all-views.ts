import { t } from '@vscode/l10n'
import type { ComponentType } from 'preact'
import type { ViewName } from '../messages.js'
import type { PlanView } from '../model.js'
import { Checklist } from './checklist.js'
import { Goals } from './goals.js'
import { Overview } from './overview.js'
import { Timeline } from './timeline.js'

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
    { name: 'timeline', title: t('Timeline'), of: Timeline },
    { name: 'checklist', title: t('Checklist'), of: Checklist },
  ]
}

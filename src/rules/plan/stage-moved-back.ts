import { t } from '@vscode/l10n'
import type { Stage } from '../../plan/elements/elements.js'
import { clausesOf } from '../../plan/model/given-clauses.js'
import { levels, rule } from '../engine/rule.js'

const order: readonly Stage[] = ['draft', 'review', 'approved', 'running', 'closed']

export const stageMovedBack = rule({
  code: 'plan/stage-moved-back',
  levels: levels('W', 'W', 'W'),
  summary: 'A plan moves forward through its stages.',
  why: 'People who agreed to the plan count on it. A step back opens again what was settled.',
  fix: 'Say in a `note` why the plan is open again, or restore the stage.',
  bad: {
    text: `strategy email_churn_q1 "Email churn, quarter one" {
  period     2027-01-04 .. 2027-04-09
  stage      approved
  asof       2027-02-12
  owner      summer
  supervisor summer
  currency   USD
}`,
    earlier: '',
  },
  good: {
    text: '',
    earlier: `strategy email_churn_q1 "Email churn, quarter one" {
  period     2027-01-04 .. 2027-04-09
  stage      approved
  asof       2027-02-12
  owner      summer
  supervisor summer
  currency   USD
}`,
  },
  check(plan, report) {
    const { strategy } = plan
    const before = plan.earlier?.strategy
    if (!strategy || !before) return
    const [now, old] = [strategy.stage?.stage ?? 'draft', before.stage?.stage ?? 'draft']
    if (order.indexOf(now) >= order.indexOf(old)) return
    if (strategy.notes.length > before.notes.length) return
    report(
      clausesOf(strategy, 'stage')[0] ?? strategy,
      t('The stage moved back from `{old}` to `{now}`. Readers who agreed to the plan should know why. Add a `note`.', { old, now }),
      { about: strategy },
    )
  },
})

import { t } from '@vscode/l10n'
import { everyGoal } from '../../plan/goals/goals.js'
import { daysIn } from '../../plan/numbers/goal-time.js'
import { periodAt } from '../../plan/quantity/periods.js'
import { levels, rule } from '../engine/rule.js'
import { partText, problemsOf } from './formula.js'

export const distinctRatioRollup = rule({
  code: 'formula/distinct-ratio-rollup',
  levels: levels('W', 'W', 'W'),
  inLibraries: true,
  summary: 'A rate over distinct people is taken anew for every span.',
  why: 'Distinct counts of months do not add up to the quarter’s, so a rate that rests on them cannot be rolled up either.',
  fix: 'State the target for one grain period of the metric, or measure both counts for the longer span.',
  bad: 'metric churn_in_quarter "Churn in the quarter" in % per quarter kpi = unsubscribed_contacts / unique_recipients',
  good: `measure recipients_in_quarter "Recipients in the quarter" in contacts per quarter distinct at least 1 from email_platform
metric churn_in_quarter "Churn in the quarter" in % per quarter kpi = sum(unsubscribed_contacts over quarter) / recipients_in_quarter`,
  check(plan, report) {
    for (const { facts, problem } of problemsOf(plan, 'formula/distinct-ratio-rollup')) {
      const { call, grain, over } = problem
      const parts = { number: facts.name, part: call?.args[0] ? partText(call.args[0]) : facts.name, grain, over }
      const message = call
        ? t('`{part}` rests on distinct counts per {grain}, which do not add up. For the {over} both counts must be taken anew.', parts)
        : t(
            '`{number}` is per {over} and rests on distinct counts per {grain}, which do not add up. For the {over} both counts must be taken anew.',
            parts,
          )
      report(call?.namePlace ?? facts.element.per ?? facts.element, message, { about: facts.element })
    }
    for (const goal of everyGoal(plan)) {
      if (goal.isDropped) continue
      for (const { aim, facts } of goal.aims) {
        const window = aim.target?.window
        if (!facts?.grain || !facts.isQuotient || !facts.hasDistinct || !window) continue
        if (daysIn(window) <= daysIn(periodAt(facts.grain, window.start)) * 1.1) continue
        const message = t(
          '`{number}` rests on distinct counts per {grain}, which do not add up, and its target is for {window}. State the target for one {grain}.',
          {
            number: facts.name,
            grain: facts.grain,
            window: window.text,
          },
        )
        report(window, message, { about: goal.goal, other: facts.name })
      }
    }
  },
})

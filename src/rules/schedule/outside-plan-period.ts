import { t } from '@vscode/l10n'
import { livingSteps } from '../../plan/alive.js'
import type { PlanElement } from '../../plan/elements.js'
import type { Sited } from '../../plan/place.js'
import type { PlainDate } from '../../plan/quantity.js'
import { schedule } from '../../plan/schedule.js'
import { levels, rule } from '../rule.js'

export const outsidePlanPeriod = rule({
  code: 'schedule/outside-plan-period',
  levels: levels('W', 'W', 'E'),
  summary: 'What the plan dates lies within its period.',
  why: 'The period says which time people, money and goals are planned for. Work outside of it is in nobody’s plan.',
  fix: 'Move it, or extend the period of the strategy.',
  bad: '[ ] task train_marketers "Train the marketers" for keepable_mail expects email_churn down wrapup @dana 4h start 2027-04-05 due 2027-04-16 after build_format',
  good: '[ ] task train_marketers "Train the marketers" for keepable_mail expects email_churn down wrapup @dana 4h start 2027-04-05 due 2027-04-09 after build_format',
  check(plan, report) {
    const period = plan.strategy?.period
    if (!period || period.end < period.start) return
    const judge = (element: PlanElement, name: string, at: Sited, start: PlainDate | undefined, end: PlainDate | undefined): void => {
      if (end !== undefined && end > period.end) {
        report(at, t('{name} ends on {end}, after the plan’s end {last}. Move it or extend the period.', { name, end, last: period.end }), {
          about: element,
        })
      } else if (start !== undefined && start < period.start) {
        report(
          at,
          t('{name} begins on {start}, before the plan begins on {first}. Move it or extend the period.', {
            name,
            start,
            first: period.start,
          }),
          {
            about: element,
          },
        )
      }
    }
    for (const step of livingSteps(plan)) {
      const dates = schedule(plan).of(step)
      const end = dates?.end
      const written = [step.due, step.mark === 'done' ? step.done : undefined].find((one) => one?.date === end) ?? step
      const isLate = end !== undefined && end > period.end
      judge(step, `\`${step.name}\``, isLate ? written : (step.start ?? written), dates?.start, end)
    }
    for (const campaign of plan.all('campaign')) {
      for (const send of campaign.sends) {
        if (send.date) judge(send, send.title ? `“${send.title.text}”` : t('This send'), send.date, send.date.date, send.date.date)
      }
    }
    for (const communication of plan.all('communication')) {
      const { on, every } = communication
      const until = every?.until
      const name = `\`${communication.name}\``
      if (until && until.date > period.end) judge(communication, name, until, on?.date, until.date)
      else if (on) judge(communication, name, on, on.date, on.date)
    }
  },
})

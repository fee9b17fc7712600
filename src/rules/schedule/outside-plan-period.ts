import { t } from '@vscode/l10n'
import { type PlanElement, stepKinds } from '../../plan/elements/elements.js'
import { isActive } from '../../plan/model/active.js'
import type { PlainDate } from '../../plan/quantity/quantity.js'
import { daysOf } from '../../plan/schedule/schedule.js'
import type { Sited } from '../../plan/text/place.js'
import { elementRule, levels } from '../engine/rule.js'

export const outsidePlanPeriod = elementRule({
  code: 'schedule/outside-plan-period',
  levels: levels('W', 'W', 'E'),
  summary: 'What the plan dates lies within its period.',
  why: 'The period says which time people, money and goals are planned for. Work outside of it is in nobody’s plan.',
  fix: 'Move it, or extend the period of the strategy.',
  bad: '[ ] task train_marketers "Train the marketers" for keepable_mail expects email_churn down wrapup @dana 4h start 2027-04-05 due 2027-04-16 after build_format',
  good: '[ ] task train_marketers "Train the marketers" for keepable_mail expects email_churn down wrapup @dana 4h start 2027-04-05 due 2027-04-09 after build_format',
  kinds: [...stepKinds, 'campaign', 'communication'],
  checkEach(plan, element, report) {
    const period = plan.strategy?.period
    if (!period || period.end < period.start) return
    const judge = (about: PlanElement, name: string, at: Sited, start: PlainDate | undefined, end: PlainDate | undefined): void => {
      if (end !== undefined && end > period.end) {
        report(at, t('{name} ends on {end}, after the plan’s end {last}. Move it or extend the period.', { name, end, last: period.end }), {
          about,
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
            about,
          },
        )
      }
    }
    switch (element.kind) {
      case 'campaign':
        for (const send of element.sends) {
          if (send.date) judge(send, send.title ? `“${send.title.text}”` : t('This send'), send.date, send.date.date, send.date.date)
        }
        break
      case 'communication': {
        const { on, every } = element
        const until = every?.until
        const name = `\`${element.name}\``
        if (until && until.date > period.end) judge(element, name, until, on?.date, until.date)
        else if (on) judge(element, name, on, on.date, on.date)
        break
      }
      default: {
        if (!isActive(element)) return
        const dates = daysOf(plan, element)
        const end = dates?.end
        const written = [element.due, element.mark === 'done' ? element.done : undefined].find((one) => one?.date === end) ?? element
        const isLate = end !== undefined && end > period.end
        judge(element, `\`${element.name}\``, isLate ? written : (element.start ?? written), dates?.start, end)
      }
    }
  },
})

import { t } from '@vscode/l10n'
import type { Ask, Communication, Task } from '../../plan/elements/elements.js'
import type { Fix } from '../../plan/elements/finding.js'
import { isActive } from '../../plan/model/active.js'
import type { Plan } from '../../plan/model/plan.js'
import { previousWorkingDay } from '../../plan/quantity/calendar.js'
import type { PlainDate } from '../../plan/quantity/quantity.js'
import { earliestStart } from '../../plan/schedule/earliest-start.js'
import { levels, rule } from '../engine/rule.js'
import { appendTo, replaceBy } from '../fixes/fixes.js'

export const inputNotInTime = rule({
  code: 'communication/input-not-in-time',
  levels: levels('-', 'I', 'W'),
  summary: 'Input for a task closes before the task starts.',
  why: 'An answer that comes when the work is under way is an answer that nobody can use.',
  fix: 'Set `until` to a day between the communication and the start of the task.',
  bad: `communication guideline "The new email guideline" to marketers {
  expect "The guideline is easier to follow"
  ask    "Tell us how" at "https://forms.brightleaf.example/email" until 2027-02-19 for build_format
  on     2027-01-12
  every  month
  via    email
  owner  dana
}`,
  good: `communication guideline "The new email guideline" to marketers {
  expect "The guideline is easier to follow"
  ask    "Tell us how" at "https://forms.brightleaf.example/email" until 2027-02-12 for build_format
  on     2027-01-12
  every  month
  via    email
  owner  dana
}`,
  inBrief: (count) => t('{count} questions do not close in time for the work that they are for', { count }),
  check(plan, report) {
    for (const communication of plan.all('communication')) {
      for (const ask of communication.asks) {
        const tasks = plan.findAll(ask.for, 'task').filter(isActive)
        const [task] = tasks
        if (!task) continue
        const work = earliestStart(plan, tasks)
        const finding = judge(communication, ask, work?.task ?? task, work?.start)
        if (!finding) continue
        report(ask.until ?? ask, finding, {
          about: communication,
          other: (work?.task ?? task).name,
          ...(work && {
            related: [
              {
                place: work.task.start?.place ?? work.task.place,
                message: t('`{task}` begins on {start}.', { task: work.task.name, start: work.start }),
              },
            ],
          }),
          fixes: closeInTime(plan, communication, ask, work?.start),
        })
      }
    }
  },
})

function judge(communication: Communication, ask: Ask, task: Task, start: PlainDate | undefined): string | undefined {
  const name = task.name
  if (!ask.until) {
    return start === undefined
      ? t('When input for `{name}` closes is not said. Add `until` with a day before the task starts.', { name })
      : t('When input for `{name}` closes is not said. Add `until` with a day before the task starts on {start}.', { name, start })
  }
  const until = ask.until.date
  if (start !== undefined && until >= start) {
    const values = { name, until, start }
    return until === start
      ? t('Input for `{name}` closes on {until}, the day on which the task starts. Answers would come too late; close it earlier.', values)
      : t('Input for `{name}` closes on {until}, after the task starts on {start}. Answers would come too late; close it earlier.', values)
  }
  if (communication.on && until < communication.on.date) {
    return t('Input for `{name}` closes on {until}, before `{communication}` goes out on {on}. Nobody could answer; close it later.', {
      name,
      until,
      communication: communication.name,
      on: communication.on.date,
    })
  }
  return undefined
}

function closeInTime(plan: Plan, communication: Communication, ask: Ask, start: PlainDate | undefined): readonly Fix[] {
  if (start === undefined) return []
  const last = previousWorkingDay(plan.calendar, start)
  if (communication.on && last < communication.on.date) return []
  if (ask.until) return [replaceBy(ask.until, last)]
  return [appendTo(ask.at ?? ask.text, ` until ${last}`)]
}

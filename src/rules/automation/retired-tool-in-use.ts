import { t } from '@vscode/l10n'
import type { PlanElement, Tool } from '../../plan/elements/elements.js'
import type { Ref } from '../../plan/elements/ref.js'
import type { Plan } from '../../plan/model/plan.js'
import { levels, rule } from '../engine/rule.js'

const tool = 'tool oldmailer "OldMailer" kind automation costs 900 USD per year owner ben retire'
const workflow =
  'workflow welcome "Welcome series" trigger "Form submitted" action "Three mails in ten days" watch email_churn owner ben using oldmailer'

export const retiredToolInUse = rule({
  code: 'automation/retired-tool-in-use',
  levels: levels('-', 'I', 'W'),
  summary: 'What still runs on a tool that is to be retired is moved by a task.',
  why: 'On the day the tool is switched off, everything that nobody moved stops.',
  fix: 'Plan the move as a task `using` the tool, or keep the tool.',
  bad: `${tool}
${workflow}`,
  good: `${tool}
${workflow}
[ ] task move_welcome "Move the welcome series" for keepable_mail {
  @chidi 4h
  start   2027-03-01
  due     2027-03-05
  expects email_churn down
  using   oldmailer
}`,
  check(plan, report) {
    if (!plan.all('tool').some(isRetired)) return
    const moved = new Set(
      plan
        .all('task')
        .filter((task) => task.mark !== 'done' && task.mark !== 'cancelled')
        .flatMap((task) => task.using.map((ref) => ref.name)),
    )
    for (const { element, ref } of usesOfTools(plan)) {
      const used = plan.find(ref, 'tool')
      if (!used || !isRetired(used) || moved.has(used.name)) continue
      report(
        ref,
        t('`{name}` still uses `{tool}`, which is to be retired, and no task moves it. Plan the move, or keep the tool.', {
          name: element.name,
          tool: used.name,
        }),
        {
          about: element,
          other: used.name,
          related: [{ place: used.place, message: t('`{tool}` is to be retired', { tool: used.name }) }],
        },
      )
    }
  },
})

function isRetired({ decision }: Tool): boolean {
  return decision?.decision === 'retire'
}

function usesOfTools(plan: Plan): readonly { readonly element: PlanElement; readonly ref: Ref }[] {
  const of = (element: PlanElement, refs: readonly (Ref | undefined)[]) => refs.flatMap((ref) => (ref ? [{ element, ref }] : []))
  return [
    ...plan.all('workflow').flatMap((element) => of(element, element.using)),
    ...plan.all('scoring').flatMap((element) => of(element, [...element.using, element.routes?.using])),
    ...plan.all('segment').flatMap((element) => of(element, [element.from])),
    ...plan.all('source').flatMap((element) => of(element, [element.from])),
    ...plan.all('measure').flatMap((element) => of(element, [element.from?.origin])),
  ]
}

import { t } from '@vscode/l10n'
import type { Goal } from '../../plan/elements/elements.js'
import { isActive } from '../../plan/model/active.js'
import { values } from '../../plan/model/once.js'
import type { Plan } from '../../plan/model/plan.js'
import { foundationOf } from '../../plan/numbers/trace.js'
import { elementRule, levels } from '../engine/rule.js'
import { addName } from '../fixes/add-name.js'

export const effectOffGoal = elementRule({
  code: 'coverage/effect-off-goal',
  levels: levels('-', 'I', 'I'),
  summary: 'The effect of a task shows in a number that its goal looks at.',
  why: 'An effect on a number that no goal of the task watches neither helps the goal nor is noticed.',
  fix: 'Name a number of the goal in `expects`, or add `watch` with this number to the goal.',
  bad: `[x] task audit_workflows "Audit the workflows in place" for keepable_mail @chidi 48h start 2027-01-04 due 2027-01-22 done 2027-01-22
  expects guideline_hit_rate up`,
  good: `[x] task audit_workflows "Audit the workflows in place" for keepable_mail @chidi 48h start 2027-01-04 due 2027-01-22 done 2027-01-22
  expects complaint_rate down`,
  inBrief: (count) => t('{count} expected effects concern numbers that no goal of their task looks at', { count }),
  kinds: ['task'],
  checkEach(plan, task, report) {
    if (!isActive(task)) return
    const goals = plan.findAll(task.for, 'goal')
    const [first] = goals
    if (!first || goals.length < task.for.length || task.expects.length === 0) return
    const views = goals.map((goal) => lookedAt(plan, goal))
    if (views.some((view) => !view.isCertain)) return
    for (const effect of task.expects) {
      const { name } = effect.number
      if (views.some((view) => view.names.has(name)) || !plan.find(effect.number, 'measure', 'metric')) continue
      const changes = addName(first, 'watch', first.watches, name)
      report(
        effect.number,
        t('`{task}` expects `{number}` {direction}, which none of its goals looks at. Name `{aim}`, or add `watch {number}` to `{goal}`.', {
          task: task.name,
          number: name,
          direction: effect.direction.direction,
          aim: first.aims[0]?.number.name ?? '',
          goal: first.name,
        }),
        {
          about: task,
          other: name,
          fixes:
            changes.length > 0
              ? [{ title: t('Watch `{number}` in `{goal}`', { number: name, goal: first.name }), changes, isSafe: false }]
              : [],
        },
      )
    }
  },
})

/** The numbers that a goal measures, guards or watches, with all that they rest on. A goal without a measurable is open to anything. */
interface View {
  readonly names: ReadonlySet<string>
  readonly isCertain: boolean
}

const views = values<Goal, View>()

function lookedAt(plan: Plan, goal: Goal): View {
  return views(plan).of(goal, () => {
    const own = [...goal.aims.map((aim) => aim.number), ...goal.guards.map((guard) => guard.number), ...goal.watches]
    const foundations = own.map((ref) => foundationOf(plan, ref.name))
    return {
      names: new Set(foundations.flatMap((one) => [...one.names])),
      isCertain: goal.aims.length > 0 && foundations.every((one) => one.isCertain),
    }
  })
}

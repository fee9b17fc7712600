import { t } from '@vscode/l10n'
import type { Step } from '../../plan/elements/elements.js'
import { isOpen } from '../../plan/model/active.js'
import type { Plan } from '../../plan/model/plan.js'
import { signOf } from '../../plan/quantity/exact.js'
import { progressOf } from '../../plan/schedule/progress.js'
import { stepsOf } from '../../plan/schedule/schedule.js'
import type { Node } from '../../plan/schedule/step-graph.js'
import { everyStepLink } from '../../plan/schedule/step-links.js'
import { levels, rule } from '../engine/rule.js'
import { dropAfter } from './schedule.js'

export const outOfSequence = rule({
  code: 'schedule/out-of-sequence',
  levels: levels('W', 'W', 'W'),
  summary: 'The marks follow the order that `after` states.',
  why: 'Either the work was done in another order, and the `after` is not true, or one of the marks is behind.',
  fix: 'Update the marks, or drop the `after`.',
  bad: '[x] task test_format "Test the new format" for keepable_mail expects email_churn down @chidi 4h start 2027-03-08 due 2027-03-12 done 2027-02-12 after build_format',
  good: '[x] task test_lists "Test the lists" for keepable_mail expects email_churn down @chidi 4h start 2027-02-08 due 2027-02-12 done 2027-02-12 after audit_workflows',
  check(plan, report) {
    for (const { step, ref, before } of everyStepLink(plan)) {
      const said = contradiction(plan, step, before)
      if (said === undefined) continue
      report(ref, said, {
        about: step,
        other: before.name,
        related: [{ place: before.place, message: t('`{before}` is waited for.', { before: before.name }) }],
        fixes: dropAfter(step, ref),
      })
    }
  },
})

function contradiction(plan: Plan, step: Step, before: Node): string | undefined {
  const words = { step: step.name, before: before.name }
  if (step.mark === 'done') {
    return isStillOpen(plan, before)
      ? t('`{step}` is done, and `{before}`, which it waits for, is open. Update the marks, or drop the `after`.', words)
      : undefined
  }
  if (!hasBegun(step) || !isToDo(plan, before)) return undefined
  return step.mark === 'doing'
    ? t('`{step}` is in progress, and `{before}`, which it waits for, has not begun. Update the marks, or drop the `after`.', words)
    : t('`{step}` has progress, and `{before}`, which it waits for, has not begun. Update the marks, or drop the `after`.', words)
}

function hasBegun(step: Step): boolean {
  return step.mark === 'doing' || (step.kind === 'task' && signOf(progressOf(step) ?? '0') > 0)
}

function isStillOpen(plan: Plan, node: Node): boolean {
  return node.kind === 'phase' ? stepsOf(plan, node).some(isOpen) : isOpen(node)
}

function isToDo(plan: Plan, node: Node): boolean {
  if (node.kind !== 'phase') return node.mark === 'todo'
  const living = stepsOf(plan, node).filter((step) => step.mark !== 'cancelled')
  return living.length > 0 && living.every((step) => step.mark === 'todo')
}

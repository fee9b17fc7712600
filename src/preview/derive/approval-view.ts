import type { Plan } from '../../plan/model/plan.js'
import { approvalsOf } from '../../plan/people/approvals.js'
import type { ApprovalView } from '../model.js'
import type { Naming } from './naming.js'

/** Every sign-off that the plan asks for, in order of the plan. */
export function approvalViews(plan: Plan, naming: Naming): readonly ApprovalView[] {
  return approvalsOf(plan).map(({ element, approval: { by, until, given } }) => ({
    of: naming.label(element),
    by: naming.answerers(by),
    until: until?.date,
    given: given?.date,
    isLate: given === undefined && until !== undefined && until.date < plan.statusDate.date,
  }))
}

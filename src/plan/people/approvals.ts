import type { Approval, Budget, Campaign, Communication, Goal, Milestone, Strategy, Task } from '../elements/elements.js'
import { isActive } from '../model/active.js'
import { once } from '../model/once.js'
import type { Plan } from '../model/plan.js'
import { answererBehind, isUnfilled } from './answering.js'

export type Approved = Strategy | Goal | Task | Milestone | Communication | Campaign | Budget

const kinds = ['strategy', 'goal', 'task', 'milestone', 'communication', 'campaign', 'budget'] as const

/** An approval and what it is for. */
export interface ApprovalUse {
  readonly approval: Approval
  readonly element: Approved
}

/** Every approval of what is neither cancelled nor dropped, in order of the plan. */
export const approvalsOf = once((plan: Plan): readonly ApprovalUse[] =>
  plan.allOf(...kinds).flatMap((element) => (isActive(element) ? element.approvals.map((approval) => ({ approval, element })) : [])),
)

/** True for an approval that is still to be given, by somebody: a role that nobody fills is reported by itself. */
export function isApprovalOpen(plan: Plan, { approval }: ApprovalUse): boolean {
  return approval.given === undefined && !approval.by.every((ref) => isUnfilled(plan, answererBehind(plan, ref)))
}

import { judgement } from '../../plan/judgement/judgement.js'
import { decisionText, verdictText } from '../../plan/judgement/words.js'
import type { Plan } from '../../plan/model/plan.js'
import type { JudgementView } from '../model.js'
import type { Naming } from './naming.js'

/** The judgement of the plan in words. */
export function judgementView(plan: Plan, naming: Naming): JudgementView {
  const { health, verdict, worstFirst, work, decisions } = judgement(plan)
  return {
    health,
    verdict: verdictText(verdict),
    worstFirst: worstFirst.map(({ facts }) => facts.goal.name),
    work,
    decisions: decisions.map((one) => ({
      kind: one.kind,
      text: decisionText(one),
      about: naming.label(one.about),
      owner: one.owner && naming.label(one.owner),
      date: one.date,
    })),
  }
}

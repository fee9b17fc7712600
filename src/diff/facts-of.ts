import type { PlanElement } from '../plan/elements/elements.js'
import type { Plan } from '../plan/model/plan.js'
import { commonAspects, commonFacts } from './facts/common.js'
import {
  factsOfCampaign,
  factsOfChannel,
  factsOfCommunication,
  factsOfReport,
  factsOfSegment,
  factsOfSend,
  factsOfSla,
  tellingAspects,
} from './facts/communication.js'
import type { Fact } from './facts/fact.js'
import {
  factsOfAssumption,
  factsOfJourney,
  factsOfJourneyStage,
  factsOfReview,
  factsOfRisk,
  factsOfScoring,
  factsOfStrategy,
  factsOfWorkflow,
  frameAspects,
} from './facts/frame.js'
import { factsOfGoal, factsOfObjective, factsOfProblem, goalAspects } from './facts/goal.js'
import { factsOfBudget, factsOfLine, factsOfTool, moneyAspects } from './facts/money.js'
import { factsOfActuals, factsOfBenchmark, factsOfMeasure, factsOfMetric, factsOfSource, numberAspects } from './facts/number.js'
import { factsOfPerson, factsOfRole, factsOfStakeholder, factsOfTeam, peopleAspects } from './facts/people.js'
import { factsOfDecision, factsOfMilestone, factsOfPhase, factsOfTask, workAspects } from './facts/work.js'
import type { Aspect } from './taxonomy.js'

/** Everything that an element can state, in the order of the documentation. */
export const aspects: readonly Aspect[] = [
  ...goalAspects,
  ...workAspects,
  ...peopleAspects,
  ...moneyAspects,
  ...tellingAspects,
  ...numberAspects,
  ...frameAspects,
  ...commonAspects,
]

/** All that an element states, its name and title left out. */
export function factsOf(element: PlanElement, plan: Plan): readonly Fact[] {
  return [...ownFacts(element, plan), ...commonFacts(element)]
}

function ownFacts(element: PlanElement, plan: Plan): readonly Fact[] {
  switch (element.kind) {
    case 'strategy':
      return factsOfStrategy(element)
    case 'objective':
      return factsOfObjective(element)
    case 'person':
      return factsOfPerson(element)
    case 'role':
      return factsOfRole(element)
    case 'team':
      return factsOfTeam(element)
    case 'stakeholder':
      return factsOfStakeholder(element)
    case 'source':
      return factsOfSource(element)
    case 'measure':
      return factsOfMeasure(element)
    case 'metric':
      return factsOfMetric(element)
    case 'benchmark':
      return factsOfBenchmark(element)
    case 'actuals':
      return factsOfActuals(element)
    case 'goal':
      return factsOfGoal(element, plan)
    case 'phase':
      return factsOfPhase(element)
    case 'task':
      return factsOfTask(element)
    case 'decision':
      return factsOfDecision(element)
    case 'milestone':
      return factsOfMilestone(element)
    case 'communication':
      return factsOfCommunication(element)
    case 'sla':
      return factsOfSla(element)
    case 'report':
      return factsOfReport(element)
    case 'channel':
      return factsOfChannel(element)
    case 'campaign':
      return factsOfCampaign(element)
    case 'send':
      return factsOfSend(element)
    case 'segment':
      return factsOfSegment(element)
    case 'tool':
      return factsOfTool(element)
    case 'budget':
      return factsOfBudget(element)
    case 'line':
      return factsOfLine(element)
    case 'problem':
      return factsOfProblem(element)
    case 'risk':
      return factsOfRisk(element)
    case 'assumption':
      return factsOfAssumption(element)
    case 'review':
      return factsOfReview(element)
    case 'journey':
      return factsOfJourney(element)
    case 'stage':
      return factsOfJourneyStage(element)
    case 'workflow':
      return factsOfWorkflow(element)
    case 'scoring':
      return factsOfScoring(element)
  }
}

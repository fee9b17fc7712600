import type { ElementBase, ElementKind, ElementOf, Objective, PlanElement, Score } from '../../plan/elements/elements.js'
import type { ElementNode } from '../generated/ast.js'
import type { ClauseSet } from './clause-set.js'
import { readDecision } from './decisions.js'
import { readActuals, readBenchmark, readMeasure, readMetric, readSource } from './element-numbers.js'
import * as others from './element-others.js'
import { readGoal, readMilestone, readPhase, readTask } from './element-work.js'

/** The element around the one that is being read. */
export interface Outer {
  readonly kind: ElementKind
  readonly name: string
  readonly path: readonly string[]
  /** The element itself, where it hands something on to what it holds: it is read first then. */
  readonly objective?: Objective | undefined
}

/** What an element is made from. */
export interface ElementInput {
  readonly base: ElementBase
  readonly set: ClauseSet
  readonly node: ElementNode
  readonly items: readonly ElementNode[]
  readonly children: { readonly scores: readonly Score[]; readonly elements: readonly PlanElement[] }
  readonly outer: Outer | undefined
}

/** Kinds that are read as a part of the element around them, and one that is read before what it holds. */
type Apart = 'stage' | 'score' | 'item' | 'objective'

const readers: { readonly [K in Exclude<ElementKind, Apart>]: (input: ElementInput) => ElementOf<K> } = {
  strategy: ({ base, set }) => others.readStrategy(base, set),
  person: ({ base, set }) => others.readPerson(base, set),
  role: ({ base, set }) => others.readRole(base, set),
  team: ({ base, set }) => others.readTeam(base, set),
  stakeholder: ({ base, set }) => others.readStakeholder(base, set),
  source: ({ base, set }) => readSource(base, set),
  measure: ({ base, set }) => readMeasure(base, set),
  metric: ({ base, set }) => readMetric(base, set),
  benchmark: ({ base, set }) => readBenchmark(base, set),
  actuals: ({ base, set, node }) => readActuals(base, set, node),
  goal: ({ base, set, outer }) => readGoal(base, set, outer?.objective),
  phase: ({ base, children }) =>
    readPhase(
      base,
      children.elements.map((child) => child.name).filter((name) => name !== ''),
    ),
  task: ({ base, set, node, items, outer }) => readTask(base, set, node, phaseAround(outer), items),
  milestone: ({ base, set, node, outer }) => readMilestone(base, set, node, phaseAround(outer)),
  decision: ({ base, set, node, outer }) => readDecision(base, set, node, phaseAround(outer)),
  communication: ({ base, set }) => others.readCommunication(base, set),
  sla: ({ base, set }) => others.readSla(base, set),
  report: ({ base, set }) => others.readReport(base, set),
  channel: ({ base, set }) => others.readChannel(base, set),
  campaign: ({ base, set, children }) => others.readCampaign(base, set, ofKind(children.elements, 'send')),
  send: ({ base, set, node }) => others.readSend(base, set, node),
  segment: ({ base, set }) => others.readSegment(base, set),
  tool: ({ base, set }) => others.readTool(base, set),
  budget: ({ base, set, children }) => others.readBudget(base, set, ofKind(children.elements, 'line')),
  line: ({ base, set, outer }) => others.readLine(base, set, outer?.kind === 'budget' ? outer.name : ''),
  problem: ({ base, set }) => others.readProblem(base, set),
  risk: ({ base, set }) => others.readRisk(base, set),
  assumption: ({ base, set }) => others.readAssumption(base, set),
  review: ({ base, set }) => others.readReview(base, set),
  journey: ({ base, children }) => others.readJourney(base, ofKind(children.elements, 'stage')),
  workflow: ({ base, set }) => others.readWorkflow(base, set),
  scoring: ({ base, set, children }) => others.readScoring(base, set, children.scores),
}

/** Reads an element of a kind that the grammar lets begin with its word. */
export function readElement(kind: ElementKind, input: ElementInput): PlanElement {
  const read = readers[kind as Exclude<ElementKind, Apart>] // the grammar has no such node for the parts, and an objective is read elsewhere
  return read(input)
}

function phaseAround(outer: Outer | undefined): string | undefined {
  return outer?.kind === 'phase' ? outer.name : undefined
}

function ofKind<K extends PlanElement['kind']>(elements: readonly PlanElement[], wanted: K): readonly ElementOf<K>[] {
  return elements.filter((element): element is ElementOf<K> => element.kind === wanted)
}

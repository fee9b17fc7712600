import type { Currency, Grain, Measurement, PlainDate, Span, WrittenUnit } from '../quantity/quantity.js'
import type { Place, Sited, Text, Word } from '../text/place.js'
import type { Fault } from './fault.js'
import type { Formula } from './formula.js'
import type { Ref } from './ref.js'

/** Every kind of element that a plan can hold; `line`, `stage`, `send`, `score` and `item` stand inside another element. */
export const elementKinds = [
  'strategy',
  'objective',
  'person',
  'role',
  'team',
  'stakeholder',
  'source',
  'measure',
  'metric',
  'benchmark',
  'actuals',
  'goal',
  'phase',
  'task',
  'milestone',
  'decision',
  'communication',
  'sla',
  'report',
  'channel',
  'campaign',
  'segment',
  'tool',
  'budget',
  'problem',
  'risk',
  'assumption',
  'review',
  'journey',
  'workflow',
  'scoring',
  'line',
  'stage',
  'send',
  'score',
  'item',
] as const
export type ElementKind = (typeof elementKinds)[number]

export type Mark = 'todo' | 'doing' | 'done' | 'blocked' | 'cancelled'
export type Stage = 'draft' | 'review' | 'approved' | 'running' | 'closed'
export type Level = 'low' | 'medium' | 'high'
export type Attitude = 'unaware' | 'resistant' | 'neutral' | 'supportive' | 'leading'
export type Aggregation = 'sum' | 'count' | 'distinct' | 'last' | 'average' | 'median' | 'max' | 'min'
export type Bound = 'at least' | 'at most'

/** `ignore "rule/code" because "reason" until DATE`. */
export interface Ignore extends Sited {
  readonly code: Text
  readonly because: Text | undefined
  readonly until: SitedDate | undefined
}

export interface SitedDate extends Sited {
  readonly date: PlainDate
}

/** `8w before launch`: a distance from the first day of what stands behind `before`, or from the last of what stands behind `after`. */
export interface RelativeDate extends Sited {
  readonly distance: Measurement
  readonly side: 'before' | 'after'
  /** A step or campaign, or the first or last day of the strategy. */
  readonly anchor: Ref | 'start' | 'end'
}

/** `approval ben, chidi until DATE given DATE`: a sign-off. */
export interface Approval extends Sited {
  readonly by: readonly Ref[]
  readonly until: SitedDate | undefined
  /** The day on which it was given; open without one. */
  readonly given: SitedDate | undefined
}

/** One clause as it stands in the text, readable or not. */
export interface GivenClause extends Sited {
  /** The canonical clause word of the vocabulary: `owner`, `measurable`, `@`, `=`, `#`, `[ ]`, `at least`. */
  readonly keyword: string
  /** The first name in the clause, part of the finding's identity. */
  readonly firstName: string | undefined
  /** False when the clause could not be read to its end; rules about what is missing stay silent for it. */
  readonly readable: boolean
}

/** What every element has. */
export interface ElementBase extends Sited {
  readonly kind: ElementKind
  /** Empty for elements without a name of their own (`actuals`, `send`, `score`, `item`), and where the name is missing in the text. */
  readonly name: string
  /** The place of the name, else of the title, else of the keyword. What is missing in an element is reported here. */
  readonly place: Place
  /** From the first character (mark or keyword) to the end of the last clause or the closing brace. */
  readonly extent: Place
  readonly title: Text | undefined
  /** Names from the outermost element inwards, this one included. */
  readonly path: readonly string[]
  /** The text of the `/** … *​/` comment in front. */
  readonly documentation: string | undefined
  readonly notes: readonly Text[]
  readonly links: readonly Text[]
  readonly tags: readonly Word[]
  readonly ignores: readonly Ignore[]
  /** Every clause in the order of the text. */
  readonly clauses: readonly GivenClause[]
  /** What is wrong with amounts in it, apart from the elements inside of it; the value itself is left out of the element then. */
  readonly valueFaults: readonly Fault[]
}

export interface Strategy extends ElementBase {
  readonly kind: 'strategy'
  readonly for: Text | undefined
  readonly summary: Text | undefined
  readonly period: Span | undefined
  /** The plan has no end. */
  readonly standing: Sited | undefined
  /** How often it is looked at again, and the days on which it was. */
  readonly reviewed: readonly Check[]
  readonly stage: (Sited & { readonly stage: Stage }) | undefined
  readonly asof: SitedDate | undefined
  readonly owners: readonly Ref[]
  readonly approvals: readonly Approval[]
  readonly supervisor: Ref | undefined
  readonly currency: (Sited & { readonly currency: Currency }) | undefined
  /** Days 1 (Monday) to 7, and the length of one day. */
  readonly workweek: (Sited & { readonly days: readonly number[]; readonly hours: Measurement }) | undefined
  readonly holidays: readonly Span[]
}

export interface Objective extends ElementBase {
  readonly kind: 'objective'
  readonly period: Span | undefined
  readonly relevantTo: readonly Ref[]
  readonly because: Text | undefined
  readonly owners: readonly Ref[]
  /** Holds for the goals in its braces, unless they say otherwise. */
  readonly aspirational: Aspirational | undefined
}

export interface Person extends ElementBase {
  readonly kind: 'person'
  readonly fills: readonly Ref[]
  /** Working time per `worksPer`, or a share of the workweek in percent or full-time posts (`fte`). */
  readonly works: Measurement | undefined
  /** A week where none is written. */
  readonly worksPer: Grain | undefined
  readonly away: readonly Span[]
  readonly skills: readonly Word[]
  readonly contact: Text | undefined
  readonly belongsTo: readonly Ref[]
}

export interface Role extends ElementBase {
  readonly kind: 'role'
  readonly duties: Text | undefined
  readonly skills: readonly Word[]
  readonly required: Sited | undefined
}

export interface Team extends ElementBase {
  readonly kind: 'team'
  readonly members: readonly Ref[]
  readonly owners: readonly Ref[]
  /** It works for us and is no part of us. */
  readonly external: Sited | undefined
  /** The hours of a team that is planned as one, as for a person. */
  readonly works: Measurement | undefined
  readonly worksPer: Grain | undefined
  readonly contacts: readonly Ref[]
}

/** Who does work: a person, or a team that is planned as one. */
export type Worker = Person | Team

export interface Stakeholder extends ElementBase {
  readonly kind: 'stakeholder'
  readonly is: Word | undefined
  readonly needs: Text | undefined
  readonly power: (Sited & { readonly level: Level }) | undefined
  readonly interest: (Sited & { readonly level: Level }) | undefined
  readonly attitude: (Sited & { readonly from: Attitude; readonly to: Attitude | undefined }) | undefined
  readonly contacts: readonly Ref[]
  readonly monitor: (Sited & { readonly because: Text | undefined }) | undefined
}

/** `every [n] GRAIN [until D]`. */
export interface Cadence extends Sited {
  readonly count: number
  readonly grain: Grain
  readonly until: SitedDate | undefined
}

export interface Source extends ElementBase {
  readonly kind: 'source'
  readonly from: Ref | undefined
  readonly file: Text | undefined
  /** The sheet of a spreadsheet. */
  readonly sheet: Text | undefined
  /** A table behind a connection of the configuration. */
  readonly table: (Sited & { readonly name: Text; readonly connection: Word | undefined }) | undefined
  /** The sign in front of decimals in its files. */
  readonly decimal: Text | undefined
  readonly dated: Word | undefined
  readonly every: Cadence | undefined
  readonly owners: readonly Ref[]
}

/** A value that a column is compared with: what was written, and the amount where it is one. */
export interface ColumnValue extends Text {
  readonly measurement: Measurement | undefined
}

/** What a column of a row must hold. */
export type Filter = Sited & { readonly column: Word } & (
    | { readonly operator: '=' | '!=' | '<' | '<=' | '>' | '>='; readonly value: ColumnValue }
    | { readonly operator: 'in'; readonly values: readonly ColumnValue[] }
    | { readonly operator: 'empty' | 'not empty' }
  )

export interface Measure extends ElementBase {
  readonly kind: 'measure'
  readonly in: WrittenUnit | undefined
  readonly per: (Sited & { readonly grain: Grain }) | undefined
  readonly aggregation: (Sited & { readonly aggregation: Aggregation }) | undefined
  readonly from: (Sited & { readonly origin: Ref; readonly column: Word | undefined }) | undefined
  readonly where: readonly Filter[]
  readonly partOf: Ref | undefined
  readonly atLeast: Measurement | undefined
}

export interface Metric extends ElementBase {
  readonly kind: 'metric'
  readonly in: WrittenUnit | undefined
  readonly per: (Sited & { readonly grain: Grain }) | undefined
  readonly better: (Sited & { readonly direction: 'lower' | 'higher' }) | undefined
  readonly bounds: (Sited & { readonly low: Measurement; readonly high: Measurement }) | undefined
  readonly observe: Cadence | undefined
  readonly owners: readonly Ref[]
  readonly kpi: Sited | undefined
  readonly stage: Ref | undefined
  readonly formula: (Sited & { readonly expression: Formula; readonly otherwise: 'none' | Measurement | undefined }) | undefined
}

/** A number of the plan. */
export type NumberElement = Measure | Metric

export interface Benchmark extends ElementBase {
  readonly kind: 'benchmark'
  readonly of: Ref | undefined
  readonly value: Measurement | undefined
  readonly window: Span | undefined
}

/** One measured value: `2027-01 0.776% (392 of 50_500)`. */
export interface ActualRow extends Sited {
  readonly period: Span
  readonly value: Measurement
}

export interface Actuals extends ElementBase {
  readonly kind: 'actuals'
  readonly of: Ref | undefined
  readonly rows: readonly ActualRow[]
}

export type Verb = 'increase' | 'decrease' | 'hold'

/** One `measurable` clause. */
export interface Aim extends Sited {
  /** The keyword's place with its whole clause is `place`; missing parts are reported at the number's name. */
  readonly number: Ref
  readonly verb: (Sited & { readonly verb: Verb }) | undefined
  readonly baseline: (Sited & { readonly value: Measurement; readonly window: Span | undefined }) | undefined
  /** `by`; the sign is in the amount, and `signed` says whether one was written. `window` is when the target that it makes is to be reached. */
  readonly change: (Sited & { readonly value: Measurement; readonly signed: boolean; readonly window: Span | undefined }) | undefined
  readonly target:
    | (Sited & { readonly bound: Bound | undefined; readonly value: Measurement; readonly window: Span | undefined })
    | undefined
}

export interface Guard extends Sited {
  readonly number: Ref
  readonly bound: Bound
  readonly value: Measurement
  readonly per: Grain | undefined
}

export interface Checkpoint extends Sited {
  readonly date: SitedDate
  readonly value: Measurement | undefined
}

export type Timebound =
  | (Sited & { readonly by: SitedDate })
  | (Sited & { readonly within: Measurement })
  | (Sited & { readonly period: Span })

/** `aspirational [60%]`: it counts as met from this share of the way from baseline to target. */
export interface Aspirational extends Sited {
  /** 70% where none is written. */
  readonly share: Measurement | undefined
}

/**
 * A goal in the braces of an objective has the objective among what it `supports`, and its owners, period, reason and how far it is aspirational
 * where it says nothing of its own; their places are those in the objective.
 */
export interface Goal extends ElementBase {
  readonly kind: 'goal'
  /** The name of the objective that holds it. */
  readonly objective: string | undefined
  readonly specific: Text | undefined
  readonly scope: readonly Ref[]
  readonly aims: readonly Aim[]
  readonly achievable: Text | undefined
  readonly given: readonly Ref[]
  readonly relevantTo: readonly Ref[]
  readonly because: Text | undefined
  readonly realistic: Text | undefined
  readonly timebound: Timebound | undefined
  readonly owners: readonly Ref[]
  readonly approvals: readonly Approval[]
  readonly guards: readonly Guard[]
  readonly watches: readonly Ref[]
  readonly checkpoints: readonly Checkpoint[]
  readonly supports: readonly Ref[]
  readonly aspirational: Aspirational | undefined
  readonly outcome: (Sited & { readonly outcome: 'met' | 'missed' | 'dropped'; readonly on: SitedDate | undefined }) | undefined
  readonly changes: readonly (Sited & { readonly date: SitedDate; readonly because: Text | undefined })[]
}

export interface Phase extends ElementBase {
  readonly kind: 'phase'
  /** Names of the tasks and milestones in it. */
  readonly steps: readonly string[]
}

export interface Assignment extends Sited {
  readonly actor: Ref
  readonly hours: Measurement | undefined
}

/** `expects NUMBER up|down [by VALUE]`. */
export interface Effect extends Sited {
  readonly number: Ref
  readonly direction: Sited & { readonly direction: 'up' | 'down' }
  /** Always positive as meant; the sign follows from the direction. */
  readonly by: Measurement | undefined
}

/** `[ ] "…" @person`. */
export interface ChecklistItem extends Sited {
  readonly mark: Mark
  readonly markPlace: Place
  readonly text: Text
  readonly actors: readonly Assignment[]
}

export interface StepBase extends ElementBase {
  readonly mark: Mark
  /** The mark's own place; where none is written, the empty place in front of the keyword. */
  readonly markPlace: Place
  readonly isMarkWritten: boolean
  /** The name of the phase that holds it. */
  readonly phase: string | undefined
  readonly for: readonly Ref[]
  readonly owners: readonly Ref[]
  readonly approvals: readonly Approval[]
  readonly due: SitedDate | undefined
  /** A `due` that counts from something else; `due` is undefined then. */
  readonly dueFrom: RelativeDate | undefined
  readonly after: readonly Ref[]
  readonly done: SitedDate | undefined
}

export interface Task extends StepBase {
  readonly kind: 'task'
  readonly assignments: readonly Assignment[]
  readonly consults: readonly Ref[]
  readonly informs: readonly Ref[]
  readonly affects: readonly Ref[]
  readonly requires: readonly Word[]
  readonly needsPeople: (Sited & { readonly people: number }) | undefined
  readonly start: SitedDate | undefined
  readonly startFrom: RelativeDate | undefined
  readonly effort: Measurement | undefined
  readonly takes: Measurement | undefined
  /** A ratio, `40%` is 0.4. */
  readonly progress: Measurement | undefined
  readonly category: Word | undefined
  readonly priority: (Sited & { readonly level: Level }) | undefined
  readonly expects: readonly Effect[]
  readonly using: readonly Ref[]
  readonly costs: readonly (Sited & { readonly value: Measurement; readonly from: Ref | undefined })[]
  readonly blocked: (Sited & { readonly because: Text | undefined }) | undefined
  readonly housekeeping: Sited | undefined
  readonly wrapup: Sited | undefined
  readonly evaluates: Span | undefined
  readonly items: readonly ChecklistItem[]
}

export interface Milestone extends StepBase {
  readonly kind: 'milestone'
  /** The word `milestone`. */
  readonly keyword: Sited
  /** Clauses that a milestone should not have, kept so that a rule can say so: its own hours, effort and start. */
  readonly assignments: readonly Assignment[]
  readonly effort: Measurement | undefined
  readonly start: SitedDate | undefined
  readonly startFrom: RelativeDate | undefined
}

/** A question that somebody has to settle. It takes place on the day on which it was decided, else on its due date. */
export interface Decision extends StepBase {
  readonly kind: 'decision'
  readonly options: readonly Text[]
  /** What it is about; its goals are those that it is `for`. */
  readonly about: readonly Ref[]
  /** What was decided; open without it. The day is that of `done`. */
  readonly decided: (Sited & { readonly text: Text; readonly because: Text | undefined }) | undefined
  /** `[x]` without a word on what was decided, which leaves it open. */
  readonly markedDone: Sited | undefined
  readonly assignments: readonly Assignment[]
  readonly start: undefined
  readonly startFrom: undefined
}

/** Work and moments that take place on days, and wait for each other. */
export type Step = Task | Milestone | Decision
export const stepKinds = ['task', 'milestone', 'decision'] as const satisfies readonly Step['kind'][]

/** Steps that take no time themselves. */
export function isMoment(step: Pick<Step, 'kind'>): step is Milestone | Decision {
  return step.kind !== 'task'
}

/** What can be waited for: a phase stands for all that it holds. */
export const waitedKinds = [...stepKinds, 'phase'] as const

export function isStep(element: { readonly kind: string } | undefined): element is Step {
  return isStepKind(element?.kind)
}

export function isStepKind(kind: string | undefined): kind is Step['kind'] {
  return (stepKinds as readonly (string | undefined)[]).includes(kind)
}

export interface Ask extends Sited {
  readonly text: Text
  readonly at: Text | undefined
  readonly until: SitedDate | undefined
  readonly for: readonly Ref[]
}

export interface Communication extends ElementBase {
  readonly kind: 'communication'
  readonly to: readonly Ref[]
  readonly expects: readonly Text[]
  readonly asks: readonly Ask[]
  readonly on: SitedDate | undefined
  readonly every: Cadence | undefined
  readonly via: readonly Ref[]
  readonly owners: readonly Ref[]
  readonly approvals: readonly Approval[]
  readonly about: readonly Ref[]
  readonly shows: readonly Ref[]
}

export interface Sla extends ElementBase {
  readonly kind: 'sla'
  readonly from: Ref | undefined
  readonly to: Ref | undefined
  readonly service: Text | undefined
  readonly within: Measurement | undefined
  readonly atLeast: (Sited & { readonly value: Measurement; readonly per: Grain | undefined }) | undefined
  readonly rate: (Sited & { readonly value: Measurement; readonly per: Grain | undefined }) | undefined
  readonly escalate: (Sited & { readonly to: Ref; readonly after: Measurement | undefined }) | undefined
  readonly measuredBy: Ref | undefined
  readonly owners: readonly Ref[]
}

export interface Report extends ElementBase {
  readonly kind: 'report'
  readonly to: readonly Ref[]
  readonly every: Cadence | undefined
  readonly within: Measurement | undefined
  readonly on: SitedDate | undefined
  readonly shows: readonly Ref[]
  readonly owners: readonly Ref[]
  readonly via: readonly Ref[]
  readonly is: Word | undefined
}

export interface Channel extends ElementBase {
  readonly kind: 'channel'
  /** How links in it are tagged. */
  readonly utm: (Sited & { readonly source: Text | undefined; readonly medium: Text | undefined }) | undefined
  readonly owners: readonly Ref[]
}

export interface Send extends ElementBase {
  readonly kind: 'send'
  readonly date: SitedDate | undefined
  readonly to: readonly Ref[]
}

export interface Campaign extends ElementBase {
  readonly kind: 'campaign'
  readonly via: readonly Ref[]
  readonly for: readonly Ref[]
  readonly period: Span | undefined
  readonly to: readonly Ref[]
  readonly watches: readonly Ref[]
  /** The tag of the campaign in links. */
  readonly utm: Text | undefined
  readonly owners: readonly Ref[]
  readonly approvals: readonly Approval[]
  readonly sends: readonly Send[]
}

export interface Segment extends ElementBase {
  readonly kind: 'segment'
  readonly rule: Text | undefined
  /** The wider segment that it is a part of. */
  readonly within: Ref | undefined
  readonly consent: Text | undefined
  readonly from: Ref | undefined
  readonly owners: readonly Ref[]
}

export interface Tool extends ElementBase {
  readonly kind: 'tool'
  readonly is: Word | undefined
  readonly costs: (Sited & { readonly value: Measurement; readonly per: Grain | undefined; readonly from: Ref | undefined }) | undefined
  readonly owners: readonly Ref[]
  readonly connects: readonly Ref[]
  readonly decision: (Sited & { readonly decision: 'keep' | 'adopt' | 'retire' }) | undefined
}

/** A row `P VALUE` of a budget or of one of its lines. */
export interface MoneyRow extends Sited {
  readonly period: Span
  readonly value: Measurement
}

export interface BudgetLine extends ElementBase {
  readonly kind: 'line'
  /** The name of the budget that holds it. */
  readonly budget: string
  readonly amount: Measurement | undefined
  /** What the line is of the budget's total, where no amount is written. */
  readonly share: Measurement | undefined
  readonly spent: Measurement | undefined
  readonly via: readonly Ref[]
  readonly category: Word | undefined
  readonly rows: readonly MoneyRow[]
}

export interface Budget extends ElementBase {
  readonly kind: 'budget'
  readonly total: Measurement | undefined
  readonly for: readonly Ref[]
  readonly owners: readonly Ref[]
  readonly approvals: readonly Approval[]
  readonly returns: readonly (Sited & { readonly text: Text; readonly value: Measurement })[]
  readonly rows: readonly MoneyRow[]
  readonly lines: readonly BudgetLine[]
}

export interface Problem extends ElementBase {
  readonly kind: 'problem'
  readonly hurts: readonly Ref[]
  readonly symptoms: readonly Text[]
  readonly solutions: readonly (Sited & { readonly text: Text; readonly by: readonly Ref[] })[]
}

/** `check D` or `check every GRAIN`. */
export type Check = (Sited & { readonly date: SitedDate }) | (Sited & { readonly every: Cadence })

export interface Risk extends ElementBase {
  readonly kind: 'risk'
  readonly likelihood: (Sited & { readonly level: Level }) | undefined
  readonly impact: (Sited & { readonly level: Level }) | undefined
  readonly owners: readonly Ref[]
  readonly response: (Sited & { readonly text: Text; readonly by: readonly Ref[] }) | undefined
  readonly about: readonly Ref[]
  readonly checks: readonly Check[]
}

export interface Assumption extends ElementBase {
  readonly kind: 'assumption'
  readonly about: readonly Ref[]
  readonly owners: readonly Ref[]
  readonly checks: readonly Check[]
}

export interface Review extends ElementBase {
  readonly kind: 'review'
  readonly on: SitedDate | undefined
  readonly about: readonly Ref[]
  readonly lessons: readonly Text[]
  readonly owners: readonly Ref[]
}

export interface JourneyStage extends ElementBase {
  readonly kind: 'stage'
  readonly journey: string
  readonly when: Text | undefined
}

export interface Journey extends ElementBase {
  readonly kind: 'journey'
  readonly stages: readonly JourneyStage[]
}

export interface Workflow extends ElementBase {
  readonly kind: 'workflow'
  readonly trigger: Text | undefined
  readonly actions: readonly Text[]
  readonly stage: Ref | undefined
  readonly watches: readonly Ref[]
  readonly using: readonly Ref[]
  readonly to: readonly Ref[]
  readonly owners: readonly Ref[]
}

export interface Score extends Sited {
  readonly text: Text
  readonly points: Measurement | undefined
}

export interface Scoring extends ElementBase {
  readonly kind: 'scoring'
  readonly threshold: Measurement | undefined
  readonly owners: readonly Ref[]
  readonly routes: (Sited & { readonly to: Ref; readonly using: Ref | undefined }) | undefined
  readonly using: readonly Ref[]
  readonly scores: readonly Score[]
}

export type PlanElement =
  | Strategy
  | Objective
  | Person
  | Role
  | Team
  | Stakeholder
  | Source
  | Measure
  | Metric
  | Benchmark
  | Actuals
  | Goal
  | Phase
  | Task
  | Milestone
  | Decision
  | Communication
  | Sla
  | Report
  | Channel
  | Campaign
  | Send
  | Segment
  | Tool
  | Budget
  | BudgetLine
  | Problem
  | Risk
  | Assumption
  | Review
  | Journey
  | JourneyStage
  | Workflow
  | Scoring

/** The element type of a kind. */
export type ElementOf<K extends PlanElement['kind']> = Extract<PlanElement, { kind: K }>

import type { Treatment, TreatmentGap } from '../plan/coverage/treatment.js'
import type { Attitude, Level, Mark, Stage } from '../plan/elements/elements.js'
import type { Severity } from '../plan/elements/finding.js'
import type { FacetName, Letter, LetterState } from '../plan/goals/smart-letters.js'
import type { DecisionKind } from '../plan/judgement/decisions.js'
import type { Health, Standing } from '../plan/judgement/target.js'
import type { Grain, PlainDate } from '../plan/quantity/quantity.js'

/**
 * All that the views show of a plan, derived and put into words: plain data that survives JSON, made by `planView`. The views read nothing
 * else, so that they look the same in the editor, on a page and in a test.
 */
export interface PlanView {
  readonly version: 1
  readonly name: string
  readonly title: string
  readonly isLibrary: boolean
  readonly at: At
  readonly for: string | undefined
  readonly summary: string | undefined
  readonly period: Days | undefined
  /** Says of a plan without an end that it is one, and how often it is looked at again. */
  readonly standing: string | undefined
  readonly stage: Stage
  readonly statusDate: PlainDate
  readonly statusOrigin: 'option' | 'asof' | 'clock'
  readonly owners: readonly Label[]
  readonly supervisor: Label | undefined
  /** What could not be read, and so is missing from the views. */
  readonly unreadable: readonly { readonly message: string; readonly at: At }[]
  readonly judgement: JudgementView
  readonly objectives: readonly Label[]
  readonly findings: readonly FindingView[]
  readonly problems: readonly ProblemView[]
  readonly goals: readonly GoalView[]
  readonly people: readonly PersonView[]
  readonly phases: readonly Label[]
  /** Tasks, milestones and decisions in the order of the plan. */
  readonly steps: readonly StepView[]
  readonly stakeholders: readonly StakeholderView[]
  readonly matrices: readonly MatrixView[]
  readonly numbers: readonly NumberView[]
  readonly calendar: CalendarView
  readonly workload: readonly WorkloadView[]
  readonly tellings: readonly TellingView[]
  readonly slas: readonly SlaView[]
  readonly approvals: readonly ApprovalView[]
  readonly budgets: readonly BudgetView[]
  readonly tools: readonly ToolView[]
  readonly journeys: readonly JourneyView[]
  /** Workflows that belong to no stage of a journey. */
  readonly looseWorkflows: readonly WorkflowView[]
  readonly scorings: readonly ScoringView[]
  readonly risks: readonly RiskView[]
  readonly lessons: readonly ReviewView[]
  /** What `At` counts. */
  readonly places: readonly PlaceView[]
}

/**
 * Where something stands, as an index of `places`. Places move with every letter that is typed before them, their numbers stay: so what says
 * the same is equal, and is not drawn again.
 */
export type At = number

/** Offsets as in `Place`; the line, from 1, where the caller knows the lines. */
export interface PlaceView {
  readonly file: string
  readonly start: number
  readonly end: number
  readonly line: number | undefined
}

/** First and last day, both included. */
export interface Days {
  readonly start: PlainDate
  readonly end: PlainDate
}

/** An element as others name it. */
export interface Label {
  readonly name: string
  readonly title: string
  readonly at: At
}

/** A number for drawing, in the unit of what it belongs to (25% is 25), and how people write it. */
export interface Amount {
  readonly value: number
  readonly text: string
}

export interface FindingView {
  readonly code: string
  readonly severity: Severity
  readonly message: string
  readonly at: At
  /** The element that it stands in. */
  readonly about: string | undefined
}

/** What the plan comes to on its status date. */
export interface JudgementView {
  readonly health: Health
  readonly verdict: string
  /** Names of the goals that are not dropped, the worst first. */
  readonly worstFirst: readonly string[]
  readonly work: { readonly all: number; readonly done: number; readonly late: number; readonly blocked: number }
  readonly decisions: readonly NeededDecisionView[]
}

/** Something that somebody has to decide or do. */
export interface NeededDecisionView {
  readonly kind: DecisionKind
  readonly text: string
  readonly about: Label
  readonly owner: Label | undefined
  readonly date: PlainDate | undefined
}

export interface ProblemView extends Label {
  readonly hurts: readonly Label[]
  readonly symptoms: readonly string[]
  readonly solutions: readonly { readonly text: string; readonly by: readonly Label[] }[]
}

export interface LetterView {
  readonly letter: Letter
  readonly state: LetterState['state']
  /** What the letter stands for, and what is there or absent, in a few words each. */
  readonly meaning: string
  readonly facets: readonly { readonly name: FacetName; readonly text: string; readonly isPresent: boolean }[]
}

export interface GoalView extends Label {
  readonly specific: string | undefined
  readonly start: PlainDate | undefined
  readonly deadline: PlainDate | undefined
  /** The objective or strategy that says so, where the goal does not. */
  readonly deadlineFrom: Label | undefined
  /** Days from the status date to the deadline; negative when it has passed. */
  readonly daysLeft: number | undefined
  readonly outcome: { readonly outcome: 'met' | 'missed' | 'dropped'; readonly on: PlainDate | undefined } | undefined
  readonly owners: readonly Label[]
  readonly scope: readonly Label[]
  readonly letters: readonly LetterView[]
  readonly health: Health
  /** The standing of its worst number in words. */
  readonly standing: string
  readonly aims: readonly AimView[]
  /** The index of the number that decides. */
  readonly worstAim: number | undefined
  readonly achievable: string | undefined
  readonly given: readonly Label[]
  readonly realistic: string | undefined
  readonly because: string | undefined
  readonly serves: readonly Label[]
  readonly problems: readonly Label[]
  readonly supports: readonly Label[]
  readonly guards: readonly {
    readonly number: Label
    readonly text: string
    readonly latest: Amount | undefined
    readonly isKept: boolean | undefined
  }[]
  readonly watches: readonly Label[]
  readonly campaigns: readonly Label[]
  /** With the value that is asked for, else the one on the path from baseline to target. */
  readonly checkpoints: readonly {
    readonly date: PlainDate
    readonly text: string | undefined
    readonly isOnPath: boolean
    readonly at: At
  }[]
  readonly notes: readonly string[]
  /** Names of its tasks; `steps` holds them. Cancelled ones are left out. */
  readonly tasks: readonly string[]
  readonly tasksDone: number
}

export interface AimView {
  readonly number: Label
  readonly verb: 'increase' | 'decrease' | 'hold' | undefined
  readonly baseline: Amount | undefined
  readonly baselineDays: Days | undefined
  readonly target: Amount | undefined
  /** The value from which an aspirational goal counts as met. */
  readonly metFrom: Amount | undefined
  readonly bound: 'at least' | 'at most' | undefined
  readonly targetDays: Days | undefined
  readonly change: string | undefined
  /** The latest value that has begun on the status date, beside the straight line from baseline to target. */
  readonly actual: Amount | undefined
  readonly actualPeriod: string | undefined
  readonly expected: Amount | undefined
  /** Actual less expected, as people read it. */
  readonly gap: string | undefined
  readonly standing: Standing
  /** The standing in words, and why it is not known. */
  readonly standingText: string
  readonly health: Health
  /** Where it ends at this pace, and with all effects that are promised. */
  readonly atPace: Amount | undefined
  readonly withEffects: Amount | undefined
  /** The share of the way from baseline to target that the actual has gone: below 0 it went back, above 1 beyond. */
  readonly way: number | undefined
  readonly at: At
}

export interface PersonView extends Label {
  readonly roles: readonly string[]
  /** Hours a week as written. */
  readonly works: string | undefined
  readonly away: readonly Days[]
  readonly skills: readonly string[]
}

export interface ItemView {
  readonly mark: Mark
  readonly text: string
  readonly actors: readonly Label[]
  readonly at: At
}

/** What there is to choose from, and what was chosen; open without that. */
export interface DecisionView {
  readonly options: readonly string[]
  readonly decided: string | undefined
  readonly because: string | undefined
}

export interface StepView extends Label {
  readonly kind: 'task' | 'milestone' | 'decision'
  readonly mark: Mark
  readonly phase: string | undefined
  readonly goals: readonly string[]
  readonly category: string | undefined
  readonly priority: Level | undefined
  /** Who answers for it. */
  readonly owner: Label | undefined
  /** Who works on it, with their hours as written. Teams stand for their persons. */
  readonly assignees: readonly (Label & { readonly hours: string | undefined })[]
  readonly start: PlainDate | undefined
  readonly end: PlainDate | undefined
  readonly isEndWritten: boolean
  /** The last day that the text gives it, relative dates worked out. */
  readonly until: PlainDate | undefined
  /** The last day on which it may end without moving the plan's end. */
  readonly latestEnd: PlainDate | undefined
  readonly done: PlainDate | undefined
  readonly after: readonly string[]
  /** Working days. */
  readonly length: number | undefined
  readonly slack: number | undefined
  /** On the path that decides when the plan's work ends. */
  readonly isCritical: boolean
  /** 0 to 1. */
  readonly progress: number | undefined
  /** Open on the status date although it should have ended. */
  readonly isLate: boolean
  /** Days from the status date to the end; negative when it has passed. */
  readonly daysLeft: number | undefined
  readonly blockedBecause: string | undefined
  readonly items: readonly ItemView[]
  readonly decision: DecisionView | undefined
  readonly expects: readonly string[]
  readonly costs: readonly string[]
  readonly notes: readonly string[]
  /** Findings about it, the gravest first. */
  readonly findings: readonly { readonly severity: Severity; readonly message: string; readonly isConflict: boolean }[]
}

export interface StakeholderView extends Label {
  readonly kind: string | undefined
  readonly needs: string | undefined
  readonly power: Level | undefined
  readonly interest: Level | undefined
  readonly attitude: { readonly from: Attitude; readonly to: Attitude | undefined } | undefined
  readonly contacts: readonly Label[]
  readonly isMonitored: boolean
  readonly isAffected: boolean
  readonly treatment: Treatment | undefined
  readonly gaps: readonly TreatmentGap[]
}

export type MatrixKind = 'goal' | 'number' | 'task' | 'communication' | 'sla' | 'report'

/** Stakeholders (rows, in the order of `stakeholders`) against the elements of a kind. */
export interface MatrixView {
  readonly kind: MatrixKind
  readonly columns: readonly Label[]
  /** One row a stakeholder: the columns that are true for it, by index, with what makes them so. */
  readonly rows: readonly {
    readonly stakeholder: string
    readonly isGap: boolean
    readonly cells: readonly { readonly column: number; readonly why: string }[]
  }[]
}

/** A point of a chart. */
export interface PointView extends Amount {
  readonly period: string
  readonly start: PlainDate
  readonly end: PlainDate
}

export interface NumberView extends Label {
  readonly kind: 'measure' | 'metric'
  readonly documentation: string | undefined
  readonly unit: string | undefined
  readonly grain: Grain | undefined
  readonly aggregation: string | undefined
  readonly better: 'lower' | 'higher' | undefined
  readonly isKpi: boolean
  readonly owners: readonly Label[]
  /** Presentation MathML, all texts in it escaped; undefined for measures. */
  readonly mathml: string | undefined
  readonly formula: string | undefined
  readonly restsOn: readonly Label[]
  readonly sources: readonly Label[]
  /** Which rows of its source count, as written: `channel in "email", "web"`. */
  readonly filters: readonly string[]
  readonly hasError: boolean
  readonly actuals: readonly PointView[]
  readonly benchmarks: readonly (Amount & { readonly title: string; readonly period: string | undefined })[]
  /** Straight lines from baseline to target, one an aim. */
  readonly paths: readonly { readonly goal: Label; readonly from: PointView; readonly to: PointView }[]
  readonly limits: readonly (Amount & { readonly goal: Label; readonly bound: 'at least' | 'at most' })[]
  readonly checkpoints: readonly (Amount & { readonly date: PlainDate; readonly goal: string })[]
}

export interface CalendarView {
  /** The days that the timeline shows: the plan's period and all steps. */
  readonly days: Days | undefined
  /** 1 (Monday) to 7. */
  readonly workdays: readonly number[]
  readonly holidays: readonly Days[]
}

export interface WorkloadView {
  readonly person: Label
  readonly total: string
  readonly weeks: readonly {
    readonly week: string
    readonly start: PlainDate
    readonly hours: Amount
    readonly capacity: Amount | undefined
    readonly isOver: boolean
    readonly tasks: readonly { readonly name: string; readonly title: string; readonly hours: string; readonly at: At }[]
  }[]
}

/** A communication or report. */
export interface TellingView extends Label {
  readonly kind: 'communication' | 'report' | 'campaign'
  readonly to: readonly Label[]
  readonly via: readonly Label[]
  readonly owners: readonly Label[]
  readonly cadence: string | undefined
  readonly rhythm: Grain | undefined
  /** Days on which it is due in the plan's period, as far as the text says; empty where only the rhythm is known. */
  readonly dates: readonly PlainDate[]
  /** The days between which it repeats. */
  readonly days: Days | undefined
  readonly expects: readonly string[]
  readonly asks: readonly { readonly text: string; readonly at: string | undefined; readonly until: PlainDate | undefined }[]
  readonly shows: readonly Label[]
  readonly about: readonly Label[]
}

/** Who signs off what. */
export interface ApprovalView {
  readonly of: Label
  readonly by: readonly Label[]
  readonly until: PlainDate | undefined
  /** The day on which it was given; open without one. */
  readonly given: PlainDate | undefined
  /** Open although its last day has passed. */
  readonly isLate: boolean
}

export interface SlaView extends Label {
  readonly from: Label | undefined
  readonly to: Label | undefined
  readonly service: string | undefined
  readonly promise: string
  readonly escalation: string | undefined
  readonly measuredBy: Label | undefined
  readonly latest: Amount | undefined
  readonly owners: readonly Label[]
}

export interface BudgetView extends Label {
  readonly currency: string | undefined
  readonly total: Amount | undefined
  readonly need: Amount | undefined
  readonly spent: Amount | undefined
  readonly committed: Amount | undefined
  readonly returns: Amount | undefined
  readonly romi: string | undefined
  readonly owners: readonly Label[]
  readonly lines: readonly (Label & {
    readonly amount: Amount | undefined
    /** As written where the amount is a share of the total: `40%`. */
    readonly share: string | undefined
    readonly need: Amount | undefined
    readonly spent: Amount | undefined
    readonly committed: Amount | undefined
    readonly draws: readonly { readonly by: Label; readonly amount: string | undefined }[]
    readonly periods: readonly { readonly period: string; readonly amount: string }[]
  })[]
  readonly periods: readonly { readonly period: string; readonly amount: string }[]
}

export interface ToolView extends Label {
  readonly kind: string | undefined
  readonly costs: string | undefined
  readonly decision: 'keep' | 'adopt' | 'retire' | undefined
  readonly owners: readonly Label[]
  readonly connects: readonly Label[]
}

export interface WorkflowView extends Label {
  readonly trigger: string | undefined
  readonly actions: readonly string[]
  readonly owners: readonly Label[]
  readonly watches: readonly Label[]
}

export interface JourneyView extends Label {
  readonly stages: readonly (Label & {
    readonly when: string | undefined
    readonly workflows: readonly WorkflowView[]
    readonly metrics: readonly Label[]
  })[]
}

export interface ScoringView extends Label {
  readonly threshold: Amount | undefined
  /** The sum of all positive points. */
  readonly reachable: number
  readonly routesTo: Label | undefined
  readonly scores: readonly { readonly text: string; readonly points: number | undefined; readonly at: At }[]
}

export interface RiskView extends Label {
  readonly kind: 'risk' | 'assumption'
  readonly likelihood: Level | undefined
  readonly impact: Level | undefined
  readonly response: string | undefined
  readonly responseBy: readonly Label[]
  readonly about: readonly Label[]
  readonly owners: readonly Label[]
  readonly checks: readonly string[]
}

export interface ReviewView extends Label {
  readonly on: PlainDate | undefined
  readonly about: readonly Label[]
  readonly lessons: readonly string[]
}

import type { ElementOf, PlanElement, Stage } from '../../plan/elements/elements.js'
import type { Fix, Related, Severity } from '../../plan/elements/finding.js'
import type { Plan } from '../../plan/model/plan.js'
import type { Place, Sited } from '../../plan/text/place.js'

export const families = [
  'plan',
  'smart',
  'coverage',
  'communication',
  'sla',
  'formula',
  'schedule',
  'budget',
  'report',
  'risk',
  'automation',
  'hygiene',
] as const
export type Family = (typeof families)[number]

/** A severity, or not shown. */
export type RuleLevel = Severity | 'off'

/** The level at each stage. `running` and `closed` follow `approved` unless they are named. */
export interface Levels {
  readonly draft: RuleLevel
  readonly review: RuleLevel
  readonly approved: RuleLevel
  readonly running?: RuleLevel
  readonly closed?: RuleLevel
}

const letters = { E: 'error', W: 'warning', I: 'information', H: 'hint', '-': 'off' } as const
type Letter = keyof typeof letters

/** The columns `draft`, `review`, `approved` of a rule's row as letters, with stages that differ from `approved`. */
export function levels(draft: Letter, review: Letter, approved: Letter, more: { running?: Letter; closed?: Letter } = {}): Levels {
  return {
    draft: letters[draft],
    review: letters[review],
    approved: letters[approved],
    ...(more.running && { running: letters[more.running] }),
    ...(more.closed && { closed: letters[more.closed] }),
  }
}

/** The level of a stage. */
export function levelAt(rows: Levels, stage: Stage): RuleLevel {
  if (stage === 'running') return rows.running ?? rows.approved
  if (stage === 'closed') return rows.closed ?? rows.approved
  return rows[stage]
}

/**
 * A text laid over the base plan: its elements replace those of the same name, others are added. With `files`, further files that it may
 * import; `stage` and `today` override the base plan's; `earlier` is the base revision for rules that compare two.
 */
export type Example =
  | string
  | {
      readonly text: string
      /** Names of base plan elements to leave out. */
      readonly without?: readonly string[]
      readonly files?: Readonly<Record<string, string>>
      readonly stage?: Stage
      readonly today?: string
      readonly earlier?: string
      /** True when the text is a whole file by itself and the base plan stays away (libraries, empty plans, several strategies). */
      readonly isWhole?: boolean
    }

export interface ReportDetails {
  /** The element that the sentence is about, when `at` is not an element itself; for draft summaries and `yieldsTo`. */
  readonly about?: PlanElement
  /** The other name involved, part of the finding's identity. */
  readonly other?: string
  readonly related?: readonly Related[]
  /** The preferred one first. */
  readonly fixes?: readonly Fix[]
  /** Where the row gives this form levels of its own. */
  readonly levels?: Levels
  readonly tags?: readonly ('unnecessary' | 'deprecated')[]
}

/** Reports one finding at a place: the clause, name or value that is wrong; an element for what it lacks (its name is marked). */
export type ReportFinding = (at: Sited | Place, message: string, details?: ReportDetails) => void

/** Thresholds that a team may change, with their defaults, and word lists that it may extend. */
export type RuleOptions = Readonly<Record<string, number | readonly string[]>>

export interface Rule<O extends RuleOptions = RuleOptions> {
  readonly code: `${Family}/${string}`
  readonly levels: Levels
  /** The condition holds the status date; the rule is silent in a closed plan unless `speaksWhenClosed`. */
  readonly isDated?: boolean
  readonly speaksWhenClosed?: boolean
  /** Also judged in a library, by itself. */
  readonly inLibraries?: boolean
  /** `ignore` and configuration cannot silence it. */
  readonly cannotBeIgnored?: boolean
  /** An older code that `ignore` and configuration still understand. */
  readonly aliases?: readonly string[]
  /** Codes of rules whose finding about the same element makes this one superfluous. */
  readonly yieldsTo?: readonly string[]
  /** Said about something shared only when every plan that holds it agrees (unused elements and imports). */
  readonly needsEveryPlan?: boolean
  /** One line: what a good plan has. */
  readonly summary: string
  readonly why: string
  /** How to mend it. */
  readonly fix: string
  readonly bad: Example
  readonly good: Example
  readonly options?: O
  /** The summary of a draft with more than three findings: "6 goals have no owner yet". The names are added by the engine. */
  readonly inBrief?: (count: number) => string
  readonly check: (plan: Plan, report: ReportFinding, options: O) => void
}

/** What a rule says of each element of some kinds, one by one. */
export interface ElementRule<O extends RuleOptions = RuleOptions> extends Rule<O> {
  readonly kinds: readonly PlanElement['kind'][]
  /** May rest on other elements, and of the schedule on the days of this one alone. */
  readonly checkEach: (plan: Plan, element: PlanElement, report: ReportFinding, options: O) => void
}

/** Declares a rule that looks at each element of some kinds, so that after an edit it is judged for those alone that have changed. */
export function elementRule<K extends PlanElement['kind'], O extends RuleOptions = RuleOptions>(
  definition: Omit<Rule<O>, 'check'> & {
    readonly kinds: readonly K[]
    readonly checkEach: (plan: Plan, element: ElementOf<K>, report: ReportFinding, options: O) => void
  },
): Rule {
  const { kinds, checkEach } = definition
  return rule<O>({
    ...definition,
    check(plan, report, options) {
      for (const element of plan.allOf(...kinds)) checkEach(plan, element, report, options)
    },
  })
}

/** True for a rule that was declared for each element. */
export function isElementRule(candidate: Rule): candidate is ElementRule {
  return 'checkEach' in candidate
}

/** Declares a rule. */
export function rule<O extends RuleOptions = RuleOptions>(definition: Rule<O>): Rule {
  return definition as unknown as Rule // the engine hands each rule its own options, so the wider parameter is safe
}

/** What a team has set: levels and thresholds. */
export interface RuleSettings {
  /** The level for a rule at a stage; undefined where the rule's own levels hold. */
  level(code: string, family: Family, stage: Stage): RuleLevel | undefined
  /** A threshold or word list; undefined where the rule's own holds. */
  option(code: string, name: string): number | readonly string[] | undefined
}

/** A finding before levels, summaries and identity. */
export interface RawFinding {
  readonly rule: Rule
  readonly place: Place
  readonly message: string
  readonly about: PlanElement | undefined
  readonly level: RuleLevel
  readonly details: ReportDetails
}

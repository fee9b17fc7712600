import { t } from '@vscode/l10n'
import type { PlanElement } from '../../plan/elements/elements.js'
import type { Finding, Related } from '../../plan/elements/finding.js'
import { type Interruptible, runToEnd } from '../../plan/model/interruptible.js'
import type { Plan } from '../../plan/model/plan.js'
import { compareText } from '../../plan/text/compare-text.js'
import { copyOf, type Place, type Sited } from '../../plan/text/place.js'
import { fingerprint, type Locator, locatorOf } from './fingerprint.js'
import { foundBefore } from './found-before.js'
import { Ignores } from './ignores.js'
import type { RawFinding, RuleSettings } from './rule.js'
import { type Family, isElementRule, levelAt, type ReportFinding, type Rule, type RuleLevel, type RuleOptions } from './rule.js'

export interface Judgement {
  /** In the order of rules.md 1.5. */
  readonly findings: readonly Finding[]
  /** Findings that an `ignore` silences. */
  readonly ignored: readonly Finding[]
}

const nothing: readonly RawFinding[] = []
const mostRelated = 20
/** A draft gives one summary for more findings than this. */
const mostInDraft = 3
const quickFamilies: ReadonlySet<Family> = new Set(['plan', 'formula'])
const summarisedFamilies: ReadonlySet<string> = new Set(['smart', 'coverage', 'communication'])
const summarisedRules: ReadonlySet<string> = new Set(['schedule/unassigned', 'schedule/due-date-missing'])

/** True for the rules about names, form and formulas: they need no schedule and no load, and speak of what is just being typed. */
export function isQuick(rule: Rule): boolean {
  return quickFamilies.has(familyOf(rule))
}

/** Judges a plan by all rules: the one engine behind the command line, the editor and the preview. */
export function judge(plan: Plan, rules: readonly Rule[], settings?: RuleSettings): Judgement {
  return runToEnd(judgingInSteps(plan, rules, settings))
}

/** The same rule by rule, for those who have other things to do in between. */
export function* judgingInSteps(plan: Plan, rules: readonly Rule[], settings?: RuleSettings): Interruptible<Judgement> {
  const judged = rules.filter((rule) => isJudged(rule, plan))
  const found: (readonly RawFinding[])[] = []
  for (const rule of judged) {
    found.push(findingsOf(plan, rule, settings))
    yield
  }
  return judgement(plan, rules, judged, found.flat(), settings)
}

/** Judges a plan by its quick rules alone. */
export function judgeQuickly(plan: Plan, rules: readonly Rule[], settings?: RuleSettings): Judgement {
  const judged = rules.filter((rule) => isQuick(rule) && isJudged(rule, plan))
  const found = judged.flatMap((rule) => findingsOf(plan, rule, settings))
  return judgement(plan, rules, judged, found, settings)
}

/** All rules are given besides the judged ones, since an `ignore` may name any. */
function judgement(
  plan: Plan,
  rules: readonly Rule[],
  judged: readonly Rule[],
  found: readonly RawFinding[],
  settings: RuleSettings | undefined,
): Judgement {
  const locator = locatorOf(plan)
  const raw = withoutConsequences(found)
  const shown = raw.filter((finding) => finding.level !== 'off')
  const ignores = new Ignores(plan, rules)
  const [open, silenced] = split(shown, (finding) => ignores.silences(finding))
  const about = ignores.findings(new Map(judged.map((rule) => [rule.code, levelOf(rule, rule.levels, plan, settings)])))
  const [openAbout, silencedAbout] = split(
    about.filter((finding) => finding.level !== 'off'),
    (finding) => ignores.silences(finding),
  )
  return {
    findings: finish(plan, locator, summarised(plan, [...open, ...openAbout])),
    ignored: finish(plan, locator, [...silenced, ...silencedAbout]),
  }
}

function split<T>(list: readonly T[], isSecond: (one: T) => boolean): [T[], T[]] {
  const first: T[] = []
  const second: T[] = []
  for (const one of list) (isSecond(one) ? second : first).push(one)
  return [first, second]
}

function isJudged(rule: Rule, plan: Plan): boolean {
  if (plan.isLibrary) return rule.inLibraries === true
  if (plan.stage === 'closed' && rule.isDated && !rule.speaksWhenClosed) return false
  return true
}

/** The level of a rule in a plan, configuration included. */
function levelOf(rule: Rule, levels: Rule['levels'], plan: Plan, settings: RuleSettings | undefined): RuleLevel {
  return settings?.level(rule.code, familyOf(rule), plan.stage) ?? levelAt(levels, plan.stage)
}

function familyOf(rule: Rule): Family {
  return rule.code.slice(0, rule.code.indexOf('/')) as Family // the code's type says so
}

/** What a rule finds; what it has found before, in this version of the plan or an earlier one, where that still holds. */
function findingsOf(plan: Plan, rule: Rule, settings: RuleSettings | undefined): readonly RawFinding[] {
  return foundBefore(plan, settings).of(plan, rule, () => finderOf(plan, rule, settings))
}

/** Runs a rule on the plan, or a rule for each element on one of them. */
function finderOf(plan: Plan, rule: Rule, settings: RuleSettings | undefined): (element?: PlanElement) => readonly RawFinding[] {
  const found: RawFinding[] = []
  const report: ReportFinding = (at, message, details = {}) => {
    const place = placeOf(at)
    const about = details.about ?? (isElement(at) ? at : undefined)
    found.push({ rule, place, message, about, level: levelOf(rule, details.levels ?? rule.levels, plan, settings), details })
  }
  const options = optionsOf(rule, settings)
  return (element) => {
    if (element && isElementRule(rule)) rule.checkEach(plan, element, report, options)
    else rule.check(plan, report, options)
    return found.length === 0 ? nothing : found.splice(0)
  }
}

function optionsOf(rule: Rule, settings: RuleSettings | undefined): RuleOptions {
  if (!rule.options) return {}
  return Object.fromEntries(Object.entries(rule.options).map(([name, value]) => [name, settings?.option(rule.code, name) ?? value]))
}

function placeOf(at: Sited | Place): Place {
  return 'place' in at ? at.place : at
}

function isElement(at: Sited | Place): at is PlanElement {
  return 'path' in at && 'extent' in at
}

/** One message per cause: drops what another rule's finding about the same element makes superfluous. */
function withoutConsequences(raw: readonly RawFinding[]): RawFinding[] {
  const causes = new Set<string>()
  for (const { rule, about, level } of raw) if (about && level !== 'off') causes.add(`${rule.code} ${about.path.join('/')}`)
  return raw.filter(({ rule, about }) => !about || !rule.yieldsTo?.some((code) => causes.has(`${code} ${about.path.join('/')}`)))
}

/** Replaces more than three findings of a rule in a draft by one at the strategy's name. */
function summarised(plan: Plan, findings: readonly RawFinding[]): RawFinding[] {
  const { strategy } = plan
  if (plan.stage !== 'draft' || !strategy) return [...findings]
  const groups = new Map<string, RawFinding[]>()
  for (const finding of findings) {
    const key = isSummarised(finding.rule) ? `${finding.rule.code} ${finding.level}` : ''
    const group = groups.get(key)
    if (group) group.push(finding)
    else groups.set(key, [finding])
  }
  return [...groups.entries()].flatMap(([key, group]) => {
    const [first] = group
    const elements = new Map(group.map((finding) => [finding.about?.path.join('/') ?? '', finding]))
    if (key === '' || !first || elements.size <= mostInDraft) return group
    const members = [...elements.values()].sort((a, b) => byPosition(a.place, b.place))
    const names = members
      .map(nameOf)
      .sort()
      .slice(0, 3)
      .map((name) => `\`${name}\``)
    const brief = first.rule.inBrief?.(members.length) ?? first.rule.summary
    const message = t('{brief}: {names} and {more} more.', { brief, names: names.join(', '), more: members.length - names.length })
    const related: Related[] = members.map((finding) => ({ place: finding.place, message: finding.message }))
    return [{ ...first, place: strategy.place, message, about: strategy, details: { related } }]
  })
}

function isSummarised(rule: Rule): boolean {
  return rule.inBrief !== undefined && (summarisedFamilies.has(familyOf(rule)) || summarisedRules.has(rule.code))
}

function nameOf(finding: RawFinding): string {
  return finding.about?.name || (finding.about?.path.at(-1) ?? finding.rule.code)
}

function byPosition(a: Place, b: Place): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1
  return a.start - b.start || a.end - b.end
}

/** Gives every finding its identity and puts all in order. */
function finish(plan: Plan, locator: Locator, findings: readonly RawFinding[]): Finding[] {
  const owner = plan.strategy?.name ?? ''
  const ordinals = new Map<string, number>()
  const sorted = [...findings].sort((a, b) => byPosition(a.place, b.place) || compareText(a.rule.code, b.rule.code))
  const finished = sorted.flatMap((raw): Finding[] => {
    if (raw.level === 'off') return []
    const spot = locator.spot(raw.place)
    const identity = [raw.rule.code, owner, ...(spot.element?.path ?? []), spot.clause ?? '', spot.firstName ?? '', raw.details.other ?? '']
    const key = JSON.stringify(identity)
    const ordinal = ordinals.get(key) ?? 0
    ordinals.set(key, ordinal + 1)
    return [
      {
        code: raw.rule.code,
        severity: raw.level,
        message: raw.message,
        place: copyOf(raw.place),
        related: shortened(raw.details.related ?? []),
        fixes: raw.details.fixes ?? [],
        fingerprint: fingerprint([...identity, ordinal]),
        tags: raw.details.tags ?? [],
      },
    ]
  })
  return finished.sort(inOrder)
}

/** The order of findings in every output: file, start, end, code, fingerprint. */
export function inOrder(a: Finding, b: Finding): number {
  return byPosition(a.place, b.place) || compareText(a.code, b.code) || compareText(a.fingerprint, b.fingerprint)
}

/** Related places in source order, at most twenty, and a count of the rest. */
function shortened(related: readonly Related[]): Related[] {
  const sorted = related.map(({ place, message }) => ({ place: copyOf(place), message })).sort((a, b) => byPosition(a.place, b.place))
  const last = sorted[mostRelated - 1]
  if (sorted.length <= mostRelated || !last) return sorted
  return [
    ...sorted.slice(0, mostRelated - 1),
    { place: last.place, message: t('{message} And {more} more.', { message: last.message, more: sorted.length - mostRelated }) },
  ]
}

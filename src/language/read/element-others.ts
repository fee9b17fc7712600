import { t } from '@vscode/l10n'
import type {
  Ask,
  Assumption,
  Budget,
  BudgetLine,
  Campaign,
  Channel,
  Check,
  Communication,
  ElementBase,
  Journey,
  JourneyStage,
  Objective,
  Person,
  Problem,
  Report,
  Review,
  Risk,
  Role,
  Score,
  Scoring,
  Segment,
  Send,
  Sla,
  Stakeholder,
  Strategy,
  Team,
  Tool,
  Workflow,
} from '../../plan/elements/elements.js'
import type { ElementNode } from '../generated/ast.js'
import { readApprovals } from './approvals.js'
import type { ClauseSet } from './clause-set.js'
import { readOrigin, readRows } from './element-numbers.js'
import { readAspirational, readRelevant } from './element-work.js'
import { readCadence, readChoice, readDate } from './values.js'

export function readStrategy(base: ElementBase, set: ClauseSet): Strategy {
  const { reading } = set
  const stage = set.one('stage', 'StageClause')
  const word =
    stage &&
    set.keep(
      stage,
      readChoice(reading, stage.ref?.target?.$refText, stage.ref ? reading.placeOf(stage.ref) : reading.placeOf(stage), 'stage', [
        'draft',
        'review',
        'approved',
        'running',
        'closed',
      ]),
    )
  const currency = set.word('currency')
  if (currency && !/^[A-Z]{3}$/.test(currency.word)) {
    reading.fault(
      'plan/syntax',
      currency.place,
      t('`{word}` is no currency. Write its three capitals, for example `EUR`.', { word: currency.word }),
    )
  }
  return {
    ...base,
    kind: 'strategy',
    for: set.text('for'),
    summary: set.text('summary'),
    period: set.span('period', true),
    standing: set.flag('standing'),
    reviewed: readChecks(set, 'reviewed'),
    stage: stage && word && { stage: word, place: set.place(stage) },
    asof: set.date('asof'),
    owners: set.refs('owner'),
    approvals: readApprovals(set),
    supervisor: set.ref('supervisor'),
    currency: currency && { currency: currency.word, place: currency.place },
    workweek: readWorkweek(set),
    holidays: set.spans('holidays'),
  }
}

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

function readWorkweek(set: ClauseSet): Strategy['workweek'] {
  const { reading } = set
  const node = set.one('workweek', 'WorkweekClause')
  if (!node) return undefined
  const first = readChoice(reading, node.first, reading.placeIn(node, 'first'), 'workweek', weekdays)
  const last = node.last === undefined ? first : readChoice(reading, node.last, reading.placeIn(node, 'last'), 'workweek', weekdays)
  const hours = set.value(node.hours, 'workweek')
  if (!first || !last || !hours) {
    set.missing(node, undefined)
    return undefined
  }
  const from = weekdays.indexOf(first)
  const count = ((weekdays.indexOf(last) - from + 7) % 7) + 1
  const days = Array.from({ length: count }, (_, index) => ((from + index) % 7) + 1).sort((a, b) => a - b)
  return { days, hours, place: set.place(node) }
}

export function readObjective(base: ElementBase, set: ClauseSet): Objective {
  return {
    ...base,
    kind: 'objective',
    period: set.span('period', true),
    ...readRelevant(set),
    owners: set.refs('owner'),
    aspirational: readAspirational(set),
  }
}

export function readPerson(base: ElementBase, set: ClauseSet): Person {
  const works = set.work('works')
  return {
    ...base,
    kind: 'person',
    fills: set.refs('fills'),
    works: works?.value,
    worksPer: works?.value && works.per,
    away: set.spans('away'),
    skills: set.words('skills', 'skill'),
    contact: set.text('contact'),
    belongsTo: set.refs('belongs to'),
  }
}

export function readRole(base: ElementBase, set: ClauseSet): Role {
  return { ...base, kind: 'role', duties: set.text('duties'), skills: set.words('skills', 'skill'), required: set.flag('required') }
}

export function readTeam(base: ElementBase, set: ClauseSet): Team {
  const works = set.work('works')
  return {
    ...base,
    kind: 'team',
    members: set.refs('members'),
    owners: set.refs('owner'),
    external: set.flag('external'),
    works: works?.value,
    worksPer: works?.value && works.per,
    contacts: set.refs('contact'),
  }
}

export function readStakeholder(base: ElementBase, set: ClauseSet): Stakeholder {
  const { reading } = set
  const needs = set.one('needs', 'NeedsClause')
  if (needs && !needs.text) {
    reading.fault(
      'plan/syntax',
      set.place(needs),
      t('What a stakeholder needs is said in a text, for example `needs "Leads worth calling"`.'),
    )
    set.missing(needs, undefined)
  }
  return {
    ...base,
    kind: 'stakeholder',
    is: set.word('kind', 'stakeholder kind'),
    needs: reading.text(needs?.text),
    power: set.level('power'),
    interest: set.level('interest'),
    attitude: readAttitude(set),
    contacts: set.refs('contact'),
    monitor: set.because('monitor'),
  }
}

const attitudes = ['unaware', 'resistant', 'neutral', 'supportive', 'leading'] as const

function readAttitude(set: ClauseSet): Stakeholder['attitude'] {
  const { reading } = set
  const node = set.one('attitude', 'AttitudeClause')
  if (!node) return undefined
  const from = set.keep(node, readChoice(reading, node.before, reading.placeIn(node, 'before'), 'attitude', attitudes))
  const to = readChoice(reading, node.after, reading.placeIn(node, 'after'), 'attitude … to', attitudes)
  return from && { from, to, place: set.place(node) }
}

export function readCommunication(base: ElementBase, set: ClauseSet): Communication {
  return {
    ...base,
    kind: 'communication',
    to: set.refs('to'),
    expects: set.texts('expect'),
    asks: readAsks(set),
    on: set.date('on'),
    every: set.cadence('every'),
    via: set.refs('via'),
    owners: set.refs('owner'),
    approvals: readApprovals(set),
    about: set.refs('about'),
    shows: set.refs('shows'),
  }
}

function readAsks(set: ClauseSet): Ask[] {
  const { reading } = set
  return set.all('ask', 'AskClause').flatMap((node) => {
    const text = set.keep(node, reading.text(node.text))
    if (!text) return []
    return {
      text,
      at: reading.text(node.at),
      until: readDate(reading, node.until, reading.placeIn(node, 'until')),
      for: reading.allRefs(node.refs, 'ask', set.takes('ask')),
      place: set.place(node),
    }
  })
}

export function readSla(base: ElementBase, set: ClauseSet): Sla {
  const { reading } = set
  const escalate = set.one('escalate to', 'EscalateClause')
  const to = escalate && set.keep(escalate, reading.ref(escalate.ref, 'escalate to', set.takes('escalate to')))
  const measured = set.one('measured by', 'MeasuredClause')
  return {
    ...base,
    kind: 'sla',
    from: readOrigin(set)?.origin,
    to: set.ref('to'),
    service: set.text('service'),
    within: set.measurement('within'),
    atLeast: set.rated('at least'),
    rate: set.rated('rate'),
    escalate: escalate && to && { to, after: set.value(escalate.after, 'escalate to'), place: set.place(escalate) },
    measuredBy: measured && set.keep(measured, reading.ref(measured.ref, 'measured by', set.takes('measured by'))),
    owners: set.refs('owner'),
  }
}

export function readReport(base: ElementBase, set: ClauseSet): Report {
  return {
    ...base,
    kind: 'report',
    to: set.refs('to'),
    every: set.cadence('every'),
    within: set.measurement('within'),
    on: set.date('on'),
    shows: set.refs('shows'),
    owners: set.refs('owner'),
    via: set.refs('via'),
    is: set.word('kind', 'report kind'),
  }
}

export function readChannel(base: ElementBase, set: ClauseSet): Channel {
  return { ...base, kind: 'channel', owners: set.refs('owner'), utm: readTags(set) }
}

/** `utm source "newsletter" medium "email"`. */
function readTags(set: ClauseSet): Channel['utm'] {
  const node = set.one('utm', 'UtmClause')
  if (!node) return undefined
  const [source, medium] = [set.reading.text(node.source), set.reading.text(node.medium)]
  if (!source && !medium) return set.wrongForm(node, 'utm')
  return { source, medium, place: set.place(node) }
}

/** `utm "spring_2027"`. */
function readTag(set: ClauseSet): Campaign['utm'] {
  const node = set.one('utm', 'UtmClause')
  return node && (set.reading.text(node.text) ?? set.wrongForm(node, 'utm'))
}

export function readCampaign(base: ElementBase, set: ClauseSet, sends: readonly Send[]): Campaign {
  return {
    ...base,
    kind: 'campaign',
    via: set.refs('via'),
    for: set.refs('for'),
    period: set.span('period'),
    to: set.refs('to'),
    watches: set.refs('watch'),
    utm: readTag(set),
    owners: set.refs('owner'),
    approvals: readApprovals(set),
    sends,
  }
}

export function readSend(base: ElementBase, set: ClauseSet, node: ElementNode): Send {
  return { ...base, kind: 'send', date: readDate(set.reading, node.date, set.reading.placeIn(node, 'date')), to: set.refs('to') }
}

export function readSegment(base: ElementBase, set: ClauseSet): Segment {
  const within = set.one('within', 'WithinClause')
  return {
    ...base,
    kind: 'segment',
    rule: set.text('rule'),
    within: within && set.nameOf(within, 'within'),
    consent: set.text('consent'),
    from: readOrigin(set)?.origin,
    owners: set.refs('owner'),
  }
}

export function readTool(base: ElementBase, set: ClauseSet): Tool {
  const costs = set.one('costs', 'CostsClause')
  const rated = set.rated('costs')
  const decision = set.one('decision', 'FlagClause')
  return {
    ...base,
    kind: 'tool',
    is: set.word('kind', 'tool kind'),
    costs: rated && { ...rated, from: set.reading.ref(costs?.ref, 'costs', set.takes('costs')) },
    owners: set.refs('owner'),
    connects: set.refs('connects'),
    decision: decision && { decision: decision.keyword as 'keep' | 'adopt' | 'retire', place: set.place(decision) }, // keywordOf sorts out the others
  }
}

export function readBudget(base: ElementBase, set: ClauseSet, lines: readonly BudgetLine[]): Budget {
  const { reading } = set
  return {
    ...base,
    kind: 'budget',
    total: set.measurement('total'),
    for: set.refs('for'),
    owners: set.refs('owner'),
    approvals: readApprovals(set),
    returns: set.all('returns', 'ReturnsClause').flatMap((node) => {
      const value = set.keep(node, set.value(node.value, 'returns'))
      const place = set.place(node)
      return value ? { text: reading.text(node.text) ?? { text: '', place }, value, place } : []
    }),
    rows: readRows(set),
    lines,
  }
}

export function readLine(base: ElementBase, set: ClauseSet, budget: string): BudgetLine {
  const clause = set.one('amount', 'AmountClause')
  const written = clause && set.keep(clause, set.value(clause.first, 'amount'))
  const isShare = written?.unit.symbol === '%'
  return {
    ...base,
    kind: 'line',
    budget,
    amount: isShare ? undefined : written,
    share: isShare ? written : undefined,
    spent: set.measurement('spent'),
    via: set.refs('via'),
    category: set.word('category', 'category'),
    rows: readRows(set),
  }
}

export function readProblem(base: ElementBase, set: ClauseSet): Problem {
  const { reading } = set
  return {
    ...base,
    kind: 'problem',
    hurts: set.refs('hurts'),
    symptoms: set.texts('symptom'),
    solutions: set.all('solution', 'SolutionClause').flatMap((node) => {
      const text = set.keep(node, reading.text(node.text))
      return text ? { text, by: reading.allRefs(node.refs, 'solution', set.takes('solution')), place: set.place(node) } : []
    }),
  }
}

function readChecks(set: ClauseSet, keyword: 'check' | 'reviewed' = 'check'): Check[] {
  const { reading } = set
  return set.all(keyword, 'CheckClause').flatMap((node): Check[] => {
    const place = set.place(node)
    if (node.cadence) {
      const every = set.keep(node, readCadence(reading, node.cadence))
      return every ? [{ every, place }] : []
    }
    const date = set.keep(node, readDate(reading, node.date, reading.placeIn(node, 'date')))
    return date ? [{ date, place }] : []
  })
}

export function readRisk(base: ElementBase, set: ClauseSet): Risk {
  const { reading } = set
  const response = set.one('response', 'SolutionClause')
  const text = response && set.keep(response, reading.text(response.text))
  return {
    ...base,
    kind: 'risk',
    likelihood: set.level('likelihood'),
    impact: set.level('impact'),
    owners: set.refs('owner'),
    response: response &&
      text && { text, by: reading.allRefs(response.refs, 'response', set.takes('response')), place: set.place(response) },
    about: set.refs('about'),
    checks: readChecks(set),
  }
}

export function readAssumption(base: ElementBase, set: ClauseSet): Assumption {
  return { ...base, kind: 'assumption', about: set.refs('about'), owners: set.refs('owner'), checks: readChecks(set) }
}

export function readReview(base: ElementBase, set: ClauseSet): Review {
  return { ...base, kind: 'review', on: set.date('on'), about: set.refs('about'), lessons: set.texts('lesson'), owners: set.refs('owner') }
}

export function readJourney(base: ElementBase, stages: readonly JourneyStage[]): Journey {
  return { ...base, kind: 'journey', stages }
}

export function readWorkflow(base: ElementBase, set: ClauseSet): Workflow {
  const stage = set.one('stage', 'StageClause')
  return {
    ...base,
    kind: 'workflow',
    trigger: set.text('trigger'),
    actions: set.texts('action'),
    stage: set.reading.ref(stage?.ref, 'stage', set.takes('stage')),
    watches: set.refs('watch'),
    using: set.refs('using'),
    to: set.refs('to'),
    owners: set.refs('owner'),
  }
}

const toolOnly = { kinds: ['tool'], words: 'tool' } as const

export function readScoring(base: ElementBase, set: ClauseSet, scores: readonly Score[]): Scoring {
  const { reading } = set
  const routes = set.one('routes to', 'RoutesClause')
  const to = routes && set.keep(routes, reading.ref(routes.ref, 'routes to', set.takes('routes to')))
  return {
    ...base,
    kind: 'scoring',
    threshold: set.measurement('threshold'),
    owners: set.refs('owner'),
    routes: routes && to && { to, using: reading.ref(routes.using, 'routes to', toolOnly), place: set.place(routes) },
    using: set.refs('using'),
    scores,
  }
}

import type { PlanElement } from '../plan/elements/elements.js'

/** What a change is about, in the order of a report. */
export const groups = ['goals', 'schedule', 'people', 'money', 'communication', 'numbers', 'checks'] as const
export type Group = (typeof groups)[number]

/** What a change does to the plan, the most important first. */
export const changeClasses = ['weakened', 'risk', 'strengthened', 'neutral'] as const
export type ChangeClass = (typeof changeClasses)[number]

/** What can happen to a fact. `up` and `down` are directions on the fact's scale. */
export const verbs = ['added', 'dropped', 'up', 'down', 'changed'] as const
export type Verb = (typeof verbs)[number]

/** The words for `up` and `down`. */
export const scales = {
  amount: { up: 'raised', down: 'lowered' },
  time: { up: 'later', down: 'earlier' },
  length: { up: 'longer', down: 'shorter' },
  bound: { up: 'tightened', down: 'loosened' },
  rhythm: { up: 'more-often', down: 'less-often' },
  state: { up: 'advanced', down: 'set-back' },
} as const satisfies Readonly<Record<string, { readonly up: string; readonly down: string }>>
export type Scale = keyof typeof scales
type ScaleWord = (typeof scales)[Scale]['up' | 'down']

/** The last word of a code. */
export type ChangeWord = 'added' | 'dropped' | 'changed' | 'renamed' | ScaleWord

const letters = { W: 'weakened', R: 'risk', S: 'strengthened', N: 'neutral' } as const satisfies Record<string, ChangeClass>
type Letter = keyof typeof letters

/** One kind of fact that an element can state, and what it means when it changes. */
export interface Aspect {
  /** `goal/target`; the code of a change is this and the word of what happened: `goal/target-lowered`. */
  readonly id: string
  /** `own`: the group of the element that states it. */
  readonly group: Group | 'own'
  /** With its article, for sentences. */
  readonly noun: () => string
  readonly classes: Readonly<Partial<Record<Verb, ChangeClass>>>
  readonly scale: Scale | undefined
  /** Facts without a partner of the same item are paired in order: a text that was reworded. */
  readonly isPaired: boolean
  /** Items are names of elements: nothing is said where the element itself was added or dropped. */
  readonly followsElements: boolean
  /** Nothing is said where the fact of this aspect with the same item was added or dropped. */
  readonly within: Aspect | undefined
  /** Tells in a word or two what the element was, when it is added or dropped; undefined where that needs no telling. */
  readonly brief: ((facts: readonly BriefFact[]) => string) | undefined
}

/** What a fact shows, and which of several it is. */
export interface BriefFact {
  readonly item: string
  readonly shown: string
}

const shownAlone = (facts: readonly BriefFact[]): string => facts.map(({ shown }) => shown).join(', ')

interface AspectDetails {
  readonly added?: Letter
  readonly dropped?: Letter
  readonly up?: Letter
  readonly down?: Letter
  readonly changed?: Letter
  readonly scale?: Scale
  readonly isPaired?: boolean
  readonly followsElements?: boolean
  readonly within?: Aspect
  /** `true`: what the facts show. */
  readonly brief?: true | ((facts: readonly BriefFact[]) => string)
}

/** Declares an aspect. The classes are letters: W weakened, R risk, S strengthened, N neutral. */
export function aspect(id: string, group: Aspect['group'], noun: () => string, details: AspectDetails): Aspect {
  const classes = Object.fromEntries(
    verbs.flatMap((verb) => {
      const letter = details[verb]
      return letter ? [[verb, letters[letter]] as const] : []
    }),
  )
  return {
    id,
    group,
    noun,
    classes,
    scale: details.scale,
    isPaired: details.isPaired === true,
    followsElements: details.followsElements === true,
    within: details.within,
    brief: details.brief === true ? shownAlone : details.brief,
  }
}

/** The word of what happened to a fact. */
export function wordOf({ scale }: Aspect, verb: Verb): ChangeWord {
  if (verb === 'up' || verb === 'down') return scale ? scales[scale][verb] : 'changed'
  return verb
}

export function codeOf(of: Aspect, verb: Verb): string {
  return `${of.id}-${wordOf(of, verb)}`
}

/** The verb seen from the other side. */
const mirrorVerb: Readonly<Record<Verb, Verb>> = { added: 'dropped', dropped: 'added', up: 'down', down: 'up', changed: 'changed' }

/** The class of an element that is added or dropped, and the group that it belongs to. */
export interface ElementClass {
  readonly group: Group
  readonly added: ChangeClass
  readonly dropped: ChangeClass
}

function kind(group: Group, added: Letter, dropped: Letter): ElementClass {
  return { group, added: letters[added], dropped: letters[dropped] }
}

export const elementClasses: Readonly<Record<PlanElement['kind'], ElementClass>> = {
  strategy: kind('goals', 'N', 'W'),
  objective: kind('goals', 'N', 'W'),
  goal: kind('goals', 'S', 'W'),
  problem: kind('goals', 'N', 'R'),
  phase: kind('schedule', 'N', 'N'),
  task: kind('schedule', 'N', 'R'),
  milestone: kind('schedule', 'S', 'R'),
  decision: kind('schedule', 'S', 'R'),
  person: kind('people', 'S', 'R'),
  role: kind('people', 'N', 'R'),
  team: kind('people', 'N', 'R'),
  stakeholder: kind('people', 'N', 'R'),
  budget: kind('money', 'N', 'R'),
  line: kind('money', 'N', 'R'),
  tool: kind('money', 'N', 'R'),
  communication: kind('communication', 'S', 'W'),
  sla: kind('communication', 'S', 'W'),
  report: kind('communication', 'S', 'W'),
  channel: kind('communication', 'N', 'R'),
  campaign: kind('communication', 'N', 'R'),
  send: kind('communication', 'N', 'R'),
  segment: kind('communication', 'N', 'R'),
  journey: kind('communication', 'N', 'R'),
  stage: kind('communication', 'N', 'R'),
  workflow: kind('communication', 'N', 'R'),
  scoring: kind('communication', 'N', 'R'),
  source: kind('numbers', 'N', 'R'),
  measure: kind('numbers', 'N', 'R'),
  metric: kind('numbers', 'N', 'R'),
  benchmark: kind('numbers', 'N', 'R'),
  actuals: kind('numbers', 'N', 'R'),
  risk: kind('checks', 'S', 'W'),
  assumption: kind('checks', 'S', 'W'),
  review: kind('checks', 'S', 'W'),
}

/** One line of the published taxonomy. */
export interface ChangeType {
  readonly code: string
  readonly mirror: string
  readonly class: ChangeClass
  readonly group: Group | 'own'
  /** The fact that changes; undefined where the element itself does. */
  readonly aspect: Aspect | undefined
}

/** Every change that there is. A code may stand for several kinds of elements. */
export function changeTypes(aspects: readonly Aspect[]): readonly ChangeType[] {
  const whole = Object.entries(elementClasses).flatMap(([name, { group, added, dropped }]): ChangeType[] => [
    { code: `${name}/added`, mirror: `${name}/dropped`, class: added, group, aspect: undefined },
    { code: `${name}/dropped`, mirror: `${name}/added`, class: dropped, group, aspect: undefined },
  ])
  const called = ['element/renamed', 'element/retitled'].map(
    (code): ChangeType => ({
      code,
      mirror: code,
      class: 'neutral',
      group: 'own',
      aspect: undefined,
    }),
  )
  const facts = aspects.flatMap((one) =>
    verbsOf(one).map(
      (verb): ChangeType => ({
        code: codeOf(one, verb),
        mirror: codeOf(one, mirrorVerb[verb]),
        class: classOf(one, verb),
        group: one.group,
        aspect: one,
      }),
    ),
  )
  return [...whole, ...called, ...facts]
}

/** What can happen to a fact of an aspect. */
function verbsOf({ classes, scale }: Aspect): readonly Verb[] {
  return verbs.filter((verb) => classes[verb] !== undefined || (verb === 'changed' && scale !== undefined))
}

/** The class of a change. Where an order is known but the two cannot be compared, the text has merely changed. */
export function classOf({ classes }: Aspect, verb: Verb): ChangeClass {
  return classes[verb] ?? 'neutral'
}

import { t } from '@vscode/l10n'
import type { PlanElement } from '../elements/elements.js'
import type { DecisionNeeded } from './decisions.js'
import type { GoalJudgement } from './goal.js'
import type { Verdict } from './judgement.js'
import type { Health, Standing, TargetJudgement, UnknownBecause } from './target.js'
import type { WorkJudgement } from './work.js'

/** The words of the judgement: every view, report and command says them alike. */
export function healthWord(health: Health): string {
  switch (health) {
    case 'met':
      return t('met')
    case 'on track':
      return t('on track')
    case 'at risk':
      return t('at risk')
    case 'off track':
      return t('off track')
    case 'missed':
      return t('missed')
    case 'unknown':
      return t('cannot be judged yet')
  }
}

function standingWord(standing: Standing): string {
  switch (standing) {
    case 'met':
      return t('met')
    case 'ahead':
      return t('ahead of plan')
    case 'on':
      return t('on plan')
    case 'behind':
      return t('behind plan')
    case 'unknown':
      return t('not known')
  }
}

function becauseWord(because: UnknownBecause): string {
  switch (because) {
    case 'no target':
      return t('no target')
    case 'no baseline':
      return t('no baseline')
    case 'no deadline':
      return t('no deadline')
    case 'no direction':
      return t('no direction')
    case 'no value':
      return t('no value yet')
    case 'value too old':
      return t('value too old')
  }
}

/** `behind plan`, `not known: no value yet`; of an outcome its word. */
export function standingOfTarget({ standing, because, health }: TargetJudgement): string {
  if (health === 'missed') return t('missed')
  return because === undefined ? standingWord(standing) : t('not known: {why}', { why: becauseWord(because) })
}

/** The same of a goal: that of its worst target, and why it is not known. */
export function standingOfGoal({ standing, health, targets }: GoalJudgement): string {
  if (health === 'missed') return t('missed')
  if (standing !== 'unknown') return standingWord(standing)
  const because = targets.find((target) => target.standing === 'unknown')?.because
  const why = because === undefined ? t('nothing measured') : becauseWord(because)
  return t('not known: {why}', { why })
}

/** `3 of 8 tasks done`. */
export function tasksDoneText({ all, done }: Pick<WorkJudgement, 'all' | 'done'>): string {
  return all === 1 ? t('{done} of 1 task done', { done }) : t('{done} of {all} tasks done', { done, all })
}

/** The verdict in one or two sentences. */
export function verdictText(verdict: Verdict): string {
  switch (verdict.type) {
    case 'no goal':
      return t('This plan has no goal yet.')
    case 'closed':
      return verdict.of === 1
        ? t('Closed: {met} of 1 goal met.', { met: verdict.met })
        : t('Closed: {met} of {count} goals met.', { met: verdict.met, count: verdict.of })
    case 'unknown':
      return unknownText(verdict)
    case 'judged':
      return judgedText(verdict)
  }
}

function unknownText({ missing, withoutTarget }: Extract<Verdict, { type: 'unknown' }>): string {
  const parts = [
    ...(withoutTarget > 0
      ? [withoutTarget === 1 ? t('1 goal without a target') : t('{count} goals without a target', { count: withoutTarget })]
      : []),
    ...[...missing].map(([because, count]) =>
      count === 1 ? t('1 target: {why}', { why: becauseWord(because) }) : t('{count} targets: {why}', { count, why: becauseWord(because) }),
    ),
  ]
  return t('Cannot be judged yet: {what}.', { what: parts.join(', ') })
}

function judgedText({ targets, atPace, withEffects, unjudged, late }: Extract<Verdict, { type: 'judged' }>): string {
  const pace =
    targets === 1
      ? atPace === 1
        ? t('At today’s pace the one target is reached.')
        : t('At today’s pace the one target is not reached.')
      : t('At today’s pace {count} of {all} targets are reached.', { count: atPace, all: targets })
  const effects =
    withEffects > atPace
      ? withEffects === 1
        ? t('If every planned effect arrives, 1 is.')
        : t('If every planned effect arrives, {count} are.', { count: withEffects })
      : ''
  const open = unjudged === 0 ? '' : unjudged === 1 ? t('1 cannot be judged yet.') : t('{count} cannot be judged yet.', { count: unjudged })
  const work = late === 0 ? '' : late === 1 ? t('1 step is late.') : t('{count} steps are late.', { count: late })
  return [pace, effects, open, work].filter((part) => part !== '').join(' ')
}

/** What has to be decided, in a sentence. */
export function decisionText({ kind, about, detail = '', date = '' }: DecisionNeeded): string {
  const title = titleOf(about)
  switch (kind) {
    case 'open':
      return t('Decide “{title}” until {date}.', { title, date })
    case 'effect':
      return t('Say how much “{title}” shall move `{number}`: the target is off track.', { title, number: detail })
    case 'value':
      return t('Record the latest value of “{title}”.', { title })
    case 'late':
      return t('“{title}” was due on {date}: finish it, or give it a new date.', { title, date })
    case 'overload':
      return t('{title} has more work than hours in {week}.', { title, week: detail })
    case 'gap':
      return t('“{title}” are not reached as their power and interest ask for.', { title })
    case 'risk':
      return date === ''
        ? t('What “{title}” is about is done: close it, or say what is left.', { title })
        : t('“{title}” was to be checked on {date}.', { title, date })
    case 'ignore':
      return t('The exception for {code} at “{title}” ended on {date}.', { code: detail, title, date })
    case 'line':
      return t('Nothing uses the money of “{title}”.', { title })
  }
}

function titleOf(element: PlanElement): string {
  return element.title?.text || element.name
}

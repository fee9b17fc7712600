import { t } from '@vscode/l10n'
import { compareText } from '../plan/text/compare-text.js'
import type { Place } from '../plan/text/place.js'
import type { Contact, Effect, FindingEffect, Reached } from './effects.js'
import { daysText, type Style, titled } from './sentence.js'

/** So many names or weeks are named, the others counted. */
const mostNamed = 3
const mostPlaces = 10

/** What a sentence about an effect knows beside it. */
export interface Surroundings {
  /** The name of the element that changed: the sentence need not say it again. */
  readonly own?: string | undefined
  readonly locate: (place: Place) => { readonly file: string; readonly start: { readonly line: number } }
}

/** One sentence that says what follows from a change. */
export function effectText(effect: Effect, style: Style, { own, locate }: Surroundings): string {
  switch (effect.type) {
    case 'end':
      return endText(effect, style)
    case 'moved':
      return movedText(effect, style)
    case 'slack':
      return slackText(effect)
    case 'coverage':
      return coverageText(effect, style)
    case 'load':
      return loadText(effect, style)
    case 'hours':
      return t('{person} has {new} h of work instead of {old} h.', {
        person: reachedText(effect.person, style),
        old: style.value(effect.old),
        new: style.value(effect.new),
      })
    case 'budget':
      return budgetText(effect, style)
    case 'target':
      return t('The target for {number} of {goal} comes to {new} instead of {old}.', {
        number: style.name(effect.number),
        goal: reachedText(effect.goal, style),
        old: style.value(effect.old),
        new: style.value(effect.new),
      })
    case 'needed':
      return neededText(effect, style, own)
    case 'finding':
      return findingText(effect, style, locate)
  }
}

function reachedText({ name, title }: Reached, style: Style): string {
  return title === undefined ? style.name(name) : titled(name, title, style)
}

function neededText(effect: Extract<Effect, { type: 'needed' }>, style: Style, own: string | undefined): string {
  const values = {
    goal: reachedText(effect.goal, style),
    number: style.name(effect.number),
    old: style.value(effect.old),
    new: style.value(effect.new),
  }
  return effect.goal.name === own
    ? t('The goal needs a change of {new} in {number} instead of {old}.', values)
    : t('{goal} needs a change of {new} in {number} instead of {old}.', values)
}

function endText(effect: Extract<Effect, { type: 'end' }>, style: Style): string {
  const values = { days: daysText(effect.days), old: style.value(effect.old), new: style.value(effect.new) }
  return effect.days > 0
    ? t('The critical path ends {days} later, on {new} instead of {old}.', values)
    : t('The critical path ends {days} earlier, on {new} instead of {old}.', values)
}

function slackText(effect: Extract<Effect, { type: 'slack' }>): string {
  const values = { old: daysText(effect.old), new: daysText(effect.new) }
  if (effect.new < 0 && effect.old < 0) return t('The critical path is {new} too long instead of {old}.', values)
  if (effect.new < 0 && effect.old === 0) return t('The critical path is {new} too long; before, it just fitted.', values)
  if (effect.new < 0) return t('The critical path is {new} too long; it had {old} of slack.', values)
  if (effect.old < 0 && effect.new === 0) return t('The critical path just fits again; it was {old} too long.', values)
  if (effect.old < 0) return t('The critical path fits again, with {new} of slack; it was {old} too long.', values)
  return t('The critical path has {new} of slack instead of {old}.', values)
}

function movedText({ steps }: Extract<Effect, { type: 'moved' }>, style: Style): string {
  const named = steps.slice(0, mostNamed).map((step) => {
    const values = { step: reachedText(step, style), days: daysText(step.days) }
    return step.days > 0 ? t('{step} {days} later', values) : t('{step} {days} earlier', values)
  })
  const names = named.join(', ')
  const more = steps.length - named.length
  return more === 0
    ? t('The earliest end of other work moves: {names}.', { names })
    : t('The earliest end of other work moves: {names}, and {more} more.', { names, more })
}

function coverageText({ stakeholder, contact, isLost }: Extract<Effect, { type: 'coverage' }>, style: Style): string {
  const who = reachedText(stakeholder, style)
  return isLost ? lostText(contact, who) : gainedText(contact, who)
}

function lostText(contact: Contact, who: string): string {
  switch (contact) {
    case 'goals':
      return t('No goal serves {who} any more.', { who })
    case 'communications':
      return t('No communication reaches {who} any more.', { who })
    case 'reports':
      return t('No report reaches {who} any more.', { who })
    case 'slas':
      return t('No SLA binds or serves {who} any more.', { who })
  }
}

function gainedText(contact: Contact, who: string): string {
  switch (contact) {
    case 'goals':
      return t('{who} is served by a goal now.', { who })
    case 'communications':
      return t('{who} is reached by a communication now.', { who })
    case 'reports':
      return t('{who} is reached by a report now.', { who })
    case 'slas':
      return t('{who} has an SLA now.', { who })
  }
}

function loadText({ person, weeks, isOver, hours }: Extract<Effect, { type: 'load' }>, style: Style): string {
  const more = weeks.length - mostNamed
  const shown = weeks.slice(0, mostNamed).map(style.value).join(', ')
  const named = more > 0 ? t('{shown} and {more} more', { shown, more }) : shown
  const values = { person: reachedText(person, style), weeks: named, hours: style.value(hours) }
  return isOver
    ? t('{person} has more work than time in {weeks}, by {hours} h.', values)
    : t('{person} has time enough again in {weeks}; it was short by {hours} h.', values)
}

function budgetText(effect: Extract<Effect, { type: 'budget' }>, style: Style): string {
  const values = {
    budget: reachedText(effect.budget, style),
    old: style.value(effect.old),
    new: style.value(effect.new),
    left: style.value(effect.left ?? ''),
  }
  if (effect.left === undefined) return t('{budget} has to pay {new} instead of {old}.', values)
  return effect.old === effect.new
    ? t('{budget} still has to pay {new}; {left} are left.', values)
    : t('{budget} has to pay {new} instead of {old}; {left} are left.', values)
}

function findingText(effect: FindingEffect, style: Style, locate: Surroundings['locate']): string {
  const { isIntroduced, finding } = effect
  const values = { message: messageOf(effect, style, locate), code: style.name(finding.code) }
  switch (finding.severity) {
    case 'error':
      return isIntroduced ? t('New error: {message} [{code}]', values) : t('Error resolved: {message} [{code}]', values)
    case 'warning':
      return isIntroduced ? t('New warning: {message} [{code}]', values) : t('Warning resolved: {message} [{code}]', values)
    default:
      return isIntroduced ? t('New remark: {message} [{code}]', values) : t('Remark resolved: {message} [{code}]', values)
  }
}

function messageOf({ finding, lost, isIntroduced }: FindingEffect, style: Style, locate: Surroundings['locate']): string {
  if (!lost) return style.value(finding.message)
  const values = {
    name: style.name(lost.name),
    count: lost.others.length + 1,
    places: placesText(
      [finding, ...lost.others].map(({ place }) => locate(place)),
      style,
    ),
  }
  return isIntroduced
    ? t('Nothing declares {name}, which stands in {count} places: {places}.', values)
    : t('{name}, which stands in {count} places, is declared now: {places}.', values)
}

/** `plan.mops:12, 40, people.mops:3`. */
function placesText(locations: readonly ReturnType<Surroundings['locate']>[], style: Style): string {
  const sorted = [...locations].sort((a, b) => compareText(a.file, b.file) || a.start.line - b.start.line)
  const shown = sorted.slice(0, mostPlaces).map(({ file, start }, index) => {
    return file === sorted[index - 1]?.file ? String(start.line) : `${style.value(file)}:${start.line}`
  })
  const more = sorted.length - shown.length
  return more > 0 ? t('{shown} and {more} more', { shown: shown.join(', '), more }) : shown.join(', ')
}

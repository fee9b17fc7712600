import { t } from '@vscode/l10n'
import type { Approval, ElementBase } from '../../plan/elements/elements.js'
import type { Ref } from '../../plan/elements/ref.js'
import { dayNumber } from '../../plan/quantity/days.js'
import { exact } from '../../plan/quantity/exact.js'
import { aspect } from '../taxonomy.js'
import { dateFact, type Fact, fact, namesFact, namesText, textFact, textFacts, wordFacts } from './fact.js'

const note = aspect('element/note', 'own', () => t('the note'), { added: 'N', dropped: 'N', changed: 'N', isPaired: true })
const link = aspect('element/link', 'own', () => t('the link'), { added: 'N', dropped: 'N', changed: 'N', isPaired: true })
const tag = aspect('element/tag', 'own', () => t('the tag'), { added: 'N', dropped: 'N', changed: 'N' })
const documentation = aspect('element/documentation', 'own', () => t('the documentation'), { added: 'N', dropped: 'N', changed: 'N' })
const ignore = aspect('element/ignore', 'checks', () => t('the ignored rule'), { added: 'W', dropped: 'S' })
const ignoreReason = aspect('element/ignore-reason', 'checks', () => t('the reason for ignoring the rule'), {
  added: 'N',
  dropped: 'R',
  changed: 'N',
  within: ignore,
})
const ignoreEnd = aspect('element/ignore-end', 'checks', () => t('the last day on which the rule is ignored'), {
  added: 'S',
  dropped: 'W',
  up: 'W',
  down: 'S',
  scale: 'time',
  within: ignore,
})
const owner = aspect('element/owner', 'people', () => t('the owner'), { added: 'S', dropped: 'W', changed: 'R' })

const approval = aspect('element/approval', 'people', () => t('the approval'), { added: 'S', dropped: 'W' })
const approvalEnd = aspect('element/approval-until', 'people', () => t('the last day for the approval'), {
  added: 'N',
  dropped: 'R',
  up: 'R',
  down: 'N',
  scale: 'time',
  within: approval,
})
const approvalGiven = aspect('element/approval-given', 'people', () => t('the day of the approval'), {
  added: 'S',
  dropped: 'W',
  up: 'N',
  down: 'N',
  scale: 'time',
  within: approval,
})

/** What any element may say. */
export const commonAspects = [note, link, tag, documentation, ignore, ignoreReason, ignoreEnd, owner, approval, approvalEnd, approvalGiven]

export function commonFacts(element: ElementBase): Fact[] {
  const { notes, links, tags, ignores, documentation: comment } = element
  return [
    ...textFacts(note, notes),
    ...textFacts(link, links),
    ...wordFacts(tag, tags),
    ...(comment === undefined ? [] : [fact(documentation, comment)]),
    ...ignores.flatMap(({ code, because, until }) => [
      fact(ignore, code.text, { item: code.text }),
      ...textFact(ignoreReason, because).map((one) => ({ ...one, item: code.text })),
      ...(until ? [fact(ignoreEnd, until.date, { item: code.text, rank: exact(dayNumber(until.date)), day: until.date })] : []),
    ]),
  ]
}

/** Each sign-off by those who give it. */
export function approvalFacts(approvals: readonly Approval[]): Fact[] {
  return approvals.flatMap(({ by, until, given }) => {
    const item = namesText(by)
    return [
      fact(approval, item, { item }),
      ...dateFact(approvalEnd, until).map((one) => ({ ...one, item })),
      ...dateFact(approvalGiven, given).map((one) => ({ ...one, item })),
    ]
  })
}

export function ownerFact(owners: readonly Ref[]): Fact[] {
  return namesFact(owner, owners)
}

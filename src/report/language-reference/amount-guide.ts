import { t } from '@vscode/l10n'
import type { AmountKind } from '../../language/table/amounts.js'
import type { ElementKind } from '../../plan/elements/elements.js'

/** What an amount of a kind looks like. A test reads each `accepted` and each `refused` in the place of `⟨⟩` in `where`. */
export interface AmountGuide {
  readonly kind: AmountKind
  readonly title: string
  readonly about: string
  readonly where: { readonly kind: ElementKind; readonly clause: string }
  readonly accepted: readonly string[]
  readonly refused: readonly string[]
}

export const amountGuides: readonly AmountGuide[] = [
  {
    kind: 'effort',
    title: t('Effort'),
    about: t(
      'Hours or days of work that somebody does. A `wd` is one working day of the strategy’s workweek; eight hours unless it says otherwise.',
    ),
    where: { kind: 'task', clause: 'effort ⟨⟩' },
    accepted: ['30h', '90min', '2wd', '0.5 wd', '12 hours'],
    refused: ['3 leads', '20%', '2 sprints', '500 EUR'],
  },
  {
    kind: 'weekly work',
    title: t('Weekly work'),
    about: t('The time that a person or team has for the plan: hours or days per week, a share of the workweek, or full-time posts.'),
    where: { kind: 'person', clause: 'works ⟨⟩' },
    accepted: ['16h per week', '2wd per week', '50%', '0.5 fte'],
    refused: ['2 sprints', '500 EUR', '200h per week'],
  },
  {
    kind: 'length',
    title: t('Length'),
    about: t(
      'Time that passes. `d`, `w`, `mo` and `y` are calendar time, `wd` working days, `wh` working hours. Both ends count: three months from 4 January end on 3 April.',
    ),
    where: { kind: 'task', clause: 'takes ⟨⟩' },
    accepted: ['10wd', '3d', '2w', '1mo', '1y', '48h', '2 weeks'],
    refused: ['3 leads', '2 sprints', '20%'],
  },
  {
    kind: 'money',
    title: t('Money'),
    about: t(
      'An amount and a currency. A bare number takes the strategy’s `currency`. `k` and `M` behind digits are thousands and millions, `_` may part thousands.',
    ),
    where: { kind: 'task', clause: 'costs ⟨⟩' },
    accepted: ['500 EUR', '12_000 USD', '10k EUR', '1.5M EUR'],
    refused: ['20%', '3h', '40 leads'],
  },
  {
    kind: 'share',
    title: t('Share'),
    about: t('A percentage from 0 to 100, with the counts behind it where they are known.'),
    where: { kind: 'task', clause: 'progress ⟨⟩' },
    accepted: ['0%', '70%', '100%'],
    refused: ['70', '3h', '120%'],
  },
  {
    kind: 'number',
    title: t('Value'),
    about: t(
      'A value of the number that the clause names, in its unit. A bare number leaves the unit out, but for a share, which needs its `%`. Counts may stand behind a quotient: `0.71% (358 of 50_423)`. A difference of shares is in `pp`.',
    ),
    where: { kind: 'goal', clause: 'measurable complaint_rate to ⟨⟩' },
    accepted: ['5%', 'at least 5%', 'at most 5.25%'],
    refused: ['5 EUR', '5 leads', '5h'],
  },
  {
    kind: 'points',
    title: t('Points'),
    about: t('What a score or a threshold counts in: a plain number, or one with `points`.'),
    where: { kind: 'scoring', clause: 'threshold ⟨⟩' },
    accepted: ['50', '50 points'],
    refused: ['50%', '50 EUR', '5h'],
  },
]

// biome-ignore-all lint/suspicious/noTemplateCurlyInString: a tab stop of a snippet looks like a template
import { amount, date, datesOrCadence, days, freeWord, name, oneOf, optional, period, sign, text } from './arguments.js'
import { approval, aspirational, clause, owner, relevant } from './clause.js'
import { kind } from './kind.js'
import { actor, person } from './references.js'

export const frameKinds = {
  strategy: kind(
    {
      about: 'The frame of a plan: who, when, how strict.',
      example: 'strategy spring "Spring plan" { period 2027-01-01 .. 2027-03-31 }',
      snippet: `strategy \${1:name} "\${2:Title}" {
  for        "\${3:Organisation}"
  period     \${4:⟨start⟩} .. \${5:⟨end⟩}
  stage      draft
  owner      \${6:person}
  supervisor \${7:person}
  currency   \${8:EUR}
}`,
      like: 'frame',
    },
    [
      clause('for', [text], 'for "Brightleaf Supply"', 'The organisation that the plan is for.'),
      clause('summary', [text], 'summary "Fewer mails, better mails"', 'The plan in a sentence or two.'),
      clause('period', [period], 'period 2027-01-04 .. 2027-04-09', 'First to last day of the plan.'),
      clause('standing', [], 'standing', 'It has no end, such as an agreement or a procedure: it needs no period and no goals.'),
      clause('reviewed*', datesOrCadence, 'reviewed 2027-01-10', 'How often a standing plan is looked at again, or a day on which it was.'),
      clause(
        'stage',
        [oneOf('draft', 'review', 'approved', 'running', 'closed')],
        'stage running',
        'How far the plan is: draft, review, approved, running or closed. It decides how strict the checks are.',
      ),
      clause('asof', [date], 'asof 2027-02-12', 'The status date: the "today" of a check.'),
      owner,
      clause('supervisor', [name(actor, person)], 'supervisor summer', 'The person who keeps the pace and hears the status.'),
      approval,
      clause('currency', [freeWord('currency')], 'currency EUR', 'The currency of all amounts.'),
      clause(
        'workweek',
        [oneOf(...weekdays()), optional(sign('..'), oneOf(...weekdays())), amount('effort', ['8h'])],
        'workweek mon..fri 8h',
        'The working days and the hours of one day.',
      ),
      clause('holidays', [days], 'holidays 2027-01-18, 2027-02-15', 'Days on which nobody works.'),
    ],
  ),
  objective: kind(
    {
      about: 'A business aim above the goals of the plan. Goals in its braces support it, and take its owner, period and reason.',
      example: 'objective retention "Keep the customers we have" owner cmo',
      snippet: 'objective ${1:name} "${2:Title}" owner ${3:person}',
      like: 'aim',
      holds: ['goal'],
    },
    [
      clause('period', [period], 'period 2027-Q1', 'When it runs; its goals run as long, unless they say otherwise.'),
      relevant,
      owner,
      aspirational,
    ],
  ),
}

function weekdays(): readonly string[] {
  return ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
}

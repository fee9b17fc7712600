import { amount, because, bound, date, either, name, names, oneOf, optional, per, period, text, window, word } from './arguments.js'
import { approval, aspirational, clause, owner, relevant } from './clause.js'
import { kind } from './kind.js'
import { number, takes } from './references.js'

const covered = takes('channel', 'campaign', 'segment', 'stage', 'tool', 'stakeholder')

export const goalKinds = {
  goal: kind(
    {
      about: 'A result to reach, with the five SMART letters as clauses.',
      example: 'goal fewer_leave "Fewer readers leave" { measurable email_churn to at most 0.60% }',
      snippet: `goal \${1:name} "\${2:What shall be different}" {
  specific   "\${3:What is in, what is out}" scope \${4:channel}
  measurable \${5:number} from \${6:⟨value⟩} in \${7:⟨before⟩} to \${8:⟨value⟩} in \${9:⟨last⟩}
  achievable "\${10:Why it can be reached}"
  relevant   to \${11:stakeholder} because "\${12:Why it matters to them}"
  timebound  \${13:⟨start⟩} .. \${14:⟨end⟩}
  owner      \${15:person}
}`,
      like: 'aim',
    },
    [
      clause('specific', [text], 'specific "Marketing email only"', 'The goal’s limits in words.'),
      clause('scope', [names(covered)], 'scope email', 'The channels, campaigns, segments, stages, tools or groups that it covers.'),
      clause(
        'measurable*',
        [
          name(number),
          optional(oneOf('increase', 'decrease', 'hold')),
          optional(word('from'), amount('number'), window),
          optional(word('by'), amount('number'), window),
          optional(word('to'), optional(bound), amount('number'), window),
        ],
        'measurable email_churn decrease from 0.80% in 2026-12 to at most 0.60% in 2027-03',
        'The number, where it starts and where it shall be.',
      ),
      clause('achievable', [text], 'achievable "The clean-up of 2025 cut it by a quarter"', 'Why it can be reached.'),
      clause(
        'given',
        [names(takes('benchmark', 'review', 'task', 'measure', 'metric'))],
        'given best_2025',
        'The evidence: a benchmark, review, task or number with actuals.',
      ),
      relevant,
      clause('realistic', [text], 'realistic "Two people have the time"', 'Why the team can work towards it.'),
      clause(
        'timebound',
        [either([word('by'), date], [word('within'), amount('length', ['3mo', '6mo', '1y'])], [period])],
        'timebound 2027-01-04 .. 2027-03-31',
        'By when: a date, a duration or a period.',
      ),
      owner,
      approval,
      clause(
        'guard*',
        [name(number), bound, amount('number'), per],
        'guard complaint_rate at most 0.10%',
        'A number that must not get worse.',
      ),
      clause('watch', [names(number)], 'watch open_rate', 'Numbers that are looked at.'),
      clause(
        'checkpoint*',
        [date, optional(word('at'), amount('number'))],
        'checkpoint 2027-02-26 at 0.70%',
        'A day on the way, and the value wished then.',
      ),
      clause(
        'supports',
        [names(takes('objective', 'problem', 'goal'))],
        'supports retention',
        'The objective, problem or goal that it helps.',
      ),
      aspirational,
      clause(
        'outcome',
        [oneOf('met', 'missed', 'dropped'), optional(word('on'), date)],
        'outcome met on 2027-03-31',
        'How it ended: met, missed or dropped.',
      ),
      clause(
        'changed*',
        [date, because],
        'changed 2027-02-01 because "The list was smaller"',
        'When and why a target moved after approval.',
      ),
    ],
  ),
}

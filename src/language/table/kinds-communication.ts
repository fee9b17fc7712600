// biome-ignore-all lint/suspicious/noTemplateCurlyInString: a tab stop of a snippet looks like a template
import { amount, cadence, date, freeWord, name, names, optional, per, text, word } from './arguments.js'
import { approval, clause, owner } from './clause.js'
import { kind } from './kind.js'
import { actor, anyElement, medium, number, person, step, widerAudience } from './references.js'

const promised = ['4wh', '1wd', '2wd', '5wd']

export const communicationKinds = {
  communication: kind(
    {
      about: 'Telling people what to expect.',
      example: 'communication guideline "The new guideline" to marketers { expect "It is easier to follow" on 2027-01-12 owner dana }',
      snippet: `communication \${1:name} "\${2:Title}" to \${3:stakeholder} {
  expect "\${4:What the audience can expect}"
  ask    "\${5:What they can answer}" until \${6:⟨end⟩}
  on     \${7:⟨today⟩}
  via    \${8:channel}
  owner  \${9:person}
}`,
      like: 'thing',
    },
    [
      clause('to', [names(actor)], 'to marketers', 'The audience.'),
      clause('expect*', [text], 'expect "The guideline is easier to follow"', 'What the audience can expect.'),
      clause(
        'ask*',
        [text, optional(word('at'), text), optional(word('until'), date), optional(word('for'), names(step))],
        'ask "Tell us how" at "https://example.org/form" until 2027-02-12',
        'How they give input, and until when.',
      ),
      clause('on', [date], 'on 2027-01-12', 'The day.'),
      clause('every', cadence, 'every month', 'The cadence.'),
      clause('via', [names(medium)], 'via email', 'The channel, tool or report that carries it.'),
      owner,
      approval,
      clause('about', [names(anyElement)], 'about build_format', 'What it is about.'),
      clause('shows', [names(number)], 'shows email_churn', 'The numbers in it.'),
    ],
  ),
  sla: kind(
    {
      about: 'A promise of one party to another.',
      example: 'sla answers "Answers" from mops_team to marketers service "Answer questions" within 2wd rate 95% per month',
      snippet: `sla \${1:name} "\${2:Title}" from \${3:team} to \${4:stakeholder} {
  service "\${5:What is promised}" within \${6:2wd} rate \${7:95%} per month
  escalate to \${8:person} after \${9:1wd}
  measured by \${10:number}
}`,
      like: 'thing',
    },
    [
      clause('from', [name(actor)], 'from mops_team', 'Who promises.'),
      clause('to', [name(actor)], 'to marketers', 'Who is served.'),
      clause('service', [text], 'service "Answer guideline questions"', 'What is promised.'),
      clause('within', [amount('length', promised)], 'within 2wd', 'The time in which it happens.'),
      clause('at least', [amount('quantity'), per], 'at least 180 per month', 'The amount that is delivered.'),
      clause('rate', [amount('share', ['95%', '90%', '99%']), per], 'rate 95% per month', 'The share of cases in which it is kept.'),
      clause(
        'escalate to',
        [name(actor, person), optional(word('after'), amount('length'))],
        'escalate to summer after 1wd',
        'Who is called when it is not kept.',
      ),
      clause('measured by', [name(number)], 'measured by answer_hit_rate', 'The number that shows whether it is kept.'),
      owner,
    ],
  ),
  report: kind(
    {
      about: 'Numbers that go to people.',
      example: 'report churn_report "Churn report" to leadership every month shows email_churn owner ben via email',
      snippet:
        'report ${1:name} "${2:Title}" to ${3:stakeholder} every ${4|month,week,quarter|} shows ${5:number} owner ${6:person} via ${7:channel}',
      like: 'thing',
    },
    [
      clause('to', [names(widerAudience)], 'to leadership', 'The audience.'),
      clause('every', cadence, 'every month', 'The cadence.'),
      clause('within', [amount('length', promised)], 'within 15wd', 'The time after each period’s end.'),
      clause('on', [date], 'on 2027-04-09', 'The day.'),
      clause('shows', [names(number)], 'shows email_churn, complaint_rate', 'The numbers in it.'),
      owner,
      clause('via', [names(medium)], 'via email', 'The channel or tool that carries it.'),
      clause('kind', [freeWord('report-kind')], 'kind dashboard', 'What kind of report it is.'),
    ],
  ),
}

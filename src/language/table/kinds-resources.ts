// biome-ignore-all lint/suspicious/noTemplateCurlyInString: a tab stop of a snippet looks like a template
import { amount, either, freeWord, name, names, optional, per, period, text, word } from './arguments.js'
import { approval, clause, owner } from './clause.js'
import { kind } from './kind.js'
import { goal, line, medium, number, takes, tool, widerAudience } from './references.js'

export const resourceKinds = {
  channel: kind(
    {
      about: 'A way to reach people.',
      example: 'channel email "Email" owner ben',
      snippet: 'channel ${1:name} "${2:Title}" owner ${3:person}',
      like: 'thing',
    },
    [
      owner,
      clause(
        'utm',
        [either([word('source'), text, optional(word('medium'), text)], [word('medium'), text])],
        'utm source "newsletter" medium "email"',
        'How links in it are tagged: `utm_source` and `utm_medium`.',
      ),
    ],
  ),
  campaign: kind(
    {
      about: 'Messages with one purpose in one period.',
      example: 'campaign spring "Spring programme" via email for keepable_mail period 2027-03 .. 2027-04',
      snippet: 'campaign ${1:name} "${2:Title}" via ${3:channel} for ${4:goal} period ${5:⟨start⟩} .. ${6:⟨end⟩} owner ${7:person}',
      like: 'thing',
      holds: ['send'],
    },
    [
      clause('via', [names(medium)], 'via email', 'The channels.'),
      clause('for', [names(goal)], 'for keepable_mail', 'The goals that it serves.'),
      clause('period', [period], 'period 2027-03 .. 2027-04', 'When it runs.'),
      clause('to', [names(widerAudience)], 'to customers', 'The audience.'),
      clause('watch', [names(number)], 'watch open_rate', 'Numbers that are looked at.'),
      clause('utm', [text], 'utm "spring_2027"', 'How links in its messages are tagged: `utm_campaign`.'),
      owner,
      approval,
    ],
  ),
  send: kind(
    {
      about: 'One message of a campaign.',
      example: 'send 2027-03-09 "Spring 1" to loyal',
      snippet: 'send ${1:⟨today⟩} "${2:Title}" to ${3:segment}',
      like: 'thing',
      inside: 'campaign',
    },
    [clause('to', [names(takes('segment', 'stakeholder'))], 'to loyal', 'Who gets it.')],
  ),
  segment: kind(
    {
      about: 'A part of an audience, by a rule.',
      example: 'segment loyal "Loyal readers" rule "Opened five of the last six" from hubrunner owner ben',
      snippet: 'segment ${1:name} "${2:Title}" rule "${3:Who belongs to it}" from ${4:tool} owner ${5:person}',
      like: 'thing',
    },
    [
      clause('rule', [text], 'rule "Opened five of the last six"', 'Who belongs to it.'),
      clause('within', [name(takes('segment'))], 'within customers_list', 'The wider segment that it is a part of.'),
      clause('consent', [text], 'consent "double opt-in"', 'How its people agreed to be written to; it holds for the segments within it.'),
      clause('from', [name(tool)], 'from hubrunner', 'The tool that builds it.'),
      owner,
    ],
  ),
  tool: kind(
    {
      about: 'A product that the team works with.',
      example: 'tool hubrunner "HubRunner" kind automation costs 72_000 USD per year owner ben keep',
      snippet: 'tool ${1:name} "${2:Title}" kind ${3:automation} costs ${4:0 EUR} per year owner ${5:person} ${6|keep,adopt,retire|}',
      like: 'thing',
    },
    [
      clause('kind', [freeWord('tool-kind')], 'kind automation', 'What kind of tool it is.'),
      clause(
        'costs',
        [amount('money'), per, optional(word('from'), name(line))],
        'costs 72_000 USD per year',
        'What it costs, and the budget line that pays.',
      ),
      owner,
      clause('connects', [names(tool)], 'connects crm', 'The tools that it exchanges data with.'),
      clause('decision', [], 'keep', 'keep, adopt or retire.', ['keep', 'adopt', 'retire']),
    ],
  ),
  budget: kind(
    {
      about: 'Money for a purpose.',
      example: 'budget q1_money "Quarter one" total 6_000 USD { line design "Template design" 6_000 USD }',
      snippet: 'budget ${1:name} "${2:Title}" total ${3:0 EUR} owner ${4:person} {\n  line ${5:name} "${6:Title}" ${7:0 EUR}\n}',
      like: 'container',
      holds: ['line'],
    },
    [
      clause('total', [amount('money')], 'total 6_000 USD', 'All of it.'),
      clause('for', [names(takes('goal', 'campaign'))], 'for keepable_mail', 'The goals or campaigns that it is for.'),
      owner,
      approval,
      clause('returns*', [optional(text), amount('money')], 'returns "Attributed gross margin" 18_000 USD', 'What it brings in.'),
      clause('row*', [period, amount('money')], '2027-Q1 270_000 EUR', 'The total of a period.', []),
    ],
  ),
  line: kind(
    {
      about: 'A part of a budget.',
      example: 'line design "Template design" 3_500 USD spent 1_200 USD',
      snippet: 'line ${1:name} "${2:Title}" ${3:0 EUR}',
      like: 'part',
      inside: 'budget',
    },
    [
      clause('amount', [amount('money or share')], '3_500 USD', 'The amount of the line, or its share of the total such as `40%`.', []),
      clause('spent', [amount('money')], 'spent 1_200 USD', 'What is spent by now.'),
      clause('via', [names(medium)], 'via email', 'The channels that it is for.'),
      clause('category', [freeWord('category')], 'category content', 'A word to group by.'),
      clause('row*', [period, amount('money')], '2027-01 900 USD', 'The amount of a period.', []),
    ],
  ),
}

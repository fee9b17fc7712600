// biome-ignore-all lint/suspicious/noTemplateCurlyInString: a tab stop of a snippet looks like a template
import { date, datesOrCadence, level, names, optional, text, word } from './arguments.js'
import { clause, owner } from './clause.js'
import { kind } from './kind.js'
import { actor, anyElement, takes } from './references.js'

const check = clause('check*', datesOrCadence, 'check 2027-02-26', 'When it is looked at again.')
const about = (usage: string, meaning: string) => clause('about', [names(anyElement)], usage, meaning)

export const reasonKinds = {
  problem: kind(
    {
      about: 'What hurts whom, and what answers it.',
      example: 'problem unwanted "Unwanted mail" hurts customers symptom "0.8% leave" solution "Clean lists" by keepable_mail',
      snippet: `problem \${1:name} "\${2:What hurts}" {
  hurts    \${3:stakeholder}
  symptom  "\${4:How it shows}"
  solution "\${5:What answers it}" by \${6:goal}
}`,
      like: 'thing',
    },
    [
      clause('hurts', [names(actor)], 'hurts customers', 'Who suffers.'),
      clause('symptom*', [text], 'symptom "0.8% leave every month"', 'How it shows.'),
      clause(
        'solution*',
        [text, optional(word('by'), names(anyElement))],
        'solution "Clean lists" by keepable_mail',
        'What answers it, and which goal or task does so.',
      ),
    ],
  ),
  risk: kind(
    {
      about: 'What could go wrong.',
      example: 'risk outage "Vendor outage" likelihood low impact high owner ben response "Send in two halves" check 2027-02-26',
      snippet: `risk \${1:name} "\${2:What could go wrong}" {
  likelihood \${3|low,medium,high|}
  impact     \${4|low,medium,high|}
  owner      \${5:person}
  response   "\${6:What is done about it}"
  check      \${7:⟨end⟩}
}`,
      like: 'thing',
    },
    [
      clause('likelihood', [level], 'likelihood low', 'low, medium or high.'),
      clause('impact', [level], 'impact high', 'low, medium or high.'),
      owner,
      clause(
        'response',
        [text, optional(word('by'), names(takes('task', 'milestone', 'decision')))],
        'response "Send in two halves" by build_format',
        'What is done about it, and in which task.',
      ),
      about('about build_format', 'What it threatens.'),
      check,
    ],
  ),
  assumption: kind(
    {
      about: 'What is taken for granted.',
      example: 'assumption list_size "The list stays at 50 000" check 2027-02-26 owner ben',
      snippet: 'assumption ${1:name} "${2:What is taken for granted}" owner ${3:person} check ${4:⟨end⟩}',
      like: 'thing',
    },
    [about('about keepable_mail', 'What rests on it.'), owner, check],
  ),
  review: kind(
    {
      about: 'What was learned.',
      example: 'review q1_review "What we learned" on 2027-04-09 about keepable_mail lesson "Shorter subjects work"',
      snippet: 'review ${1:name} "${2:Title}" on ${3:⟨end⟩} about ${4:goal} lesson "${5:What the next plan should know}"',
      like: 'thing',
    },
    [
      clause('on', [date], 'on 2027-04-09', 'The day.'),
      about('about keepable_mail', 'What it looks back at.'),
      clause('lesson*', [text], 'lesson "Shorter subject lines keep readers"', 'What the next plan should know.'),
      owner,
    ],
  ),
}

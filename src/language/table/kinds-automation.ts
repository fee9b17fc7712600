// biome-ignore-all lint/suspicious/noTemplateCurlyInString: a tab stop of a snippet looks like a template
import { amount, name, names, optional, text, word } from './arguments.js'
import { clause, owner } from './clause.js'
import { kind } from './kind.js'
import { actor, journeyStage, number, tool, widerAudience } from './references.js'

export const automationKinds = {
  journey: kind(
    {
      about: 'The stages of a customer on the way to a purchase.',
      example: 'journey buying { stage awareness "Awareness" when "Any form" }',
      snippet: 'journey ${1:name} {\n  stage ${2:awareness} "${3:Awareness}" when "${4:Any form}"\n}',
      like: 'series',
      holds: ['stage'],
    },
    [],
  ),
  stage: kind(
    {
      about: 'A stage of a journey.',
      example: 'stage awareness "Awareness" when "Any form"',
      snippet: 'stage ${1:name} "${2:Title}" when "${3:When somebody enters it}"',
      like: 'choice',
      inside: 'journey',
    },
    [clause('when', [text], 'when "Score of 35"', 'When somebody enters it.')],
  ),
  workflow: kind(
    {
      about: 'Something that a tool does by itself.',
      example: 'workflow welcome "Welcome series" trigger "Form submitted" action "Three mails" stage awareness watch email_churn',
      snippet: 'workflow ${1:name} "${2:Title}" trigger "${3:What starts it}" action "${4:What it does}" owner ${5:person} using ${6:tool}',
      like: 'thing',
    },
    [
      clause('trigger', [text], 'trigger "Form submitted"', 'What starts it.'),
      clause('action*', [text], 'action "Three mails in ten days"', 'What it does.'),
      clause('stage', [name(journeyStage)], 'stage awareness', 'The journey stage that it serves.'),
      clause('watch', [names(number)], 'watch email_churn', 'Numbers that are looked at.'),
      clause('using', [names(tool)], 'using hubrunner', 'The tools that run it.'),
      clause('to', [names(widerAudience)], 'to prospects', 'Whom it reaches.'),
      owner,
    ],
  ),
  scoring: kind(
    {
      about: 'Points that a lead collects.',
      example: 'scoring lead_score "Lead score" threshold 65 routes to sales { score "Pricing page" 15 }',
      snippet:
        'scoring ${1:name} "${2:Title}" threshold ${3:65} owner ${4:person} routes to ${5:stakeholder} {\n  score "${6:Pricing page}" ${7:15}\n}',
      like: 'thing',
      holds: ['score'],
    },
    [
      clause('threshold', [amount('points')], 'threshold 65', 'The points at which a lead is handed over.'),
      owner,
      clause(
        'routes to',
        [name(actor), optional(word('using'), name(tool))],
        'routes to sales using crm',
        'Who gets the lead, and in which tool.',
      ),
      clause('using', [names(tool)], 'using crm', 'The tools that hold the score.'),
    ],
  ),
  score: kind(
    {
      about: 'Points for one thing that a lead does or is.',
      example: 'score "Pricing page" 15',
      snippet: 'score "${1:What the lead does}" ${2:10}',
      like: 'thing',
      inside: 'scoring',
    },
    [clause('amount', [amount('points')], '15', 'The points.', [])],
  ),
}

// biome-ignore-all lint/suspicious/noTemplateCurlyInString: a tab stop of a snippet looks like a template
import { amount, because, date, freeWord, freeWords, level, name, names, oneOf, optional, period, text, texts, word } from './arguments.js'
import { approval, clause, owner } from './clause.js'
import { kind } from './kind.js'
import { actor, anyElement, goal, line, number, stakeholder, step, tool } from './references.js'
import { when } from './when.js'

const serves = clause('for', [names(goal)], 'for keepable_mail', 'The goals that it serves.')

export const workKinds = {
  phase: kind(
    {
      about: 'Tasks that belong together.',
      example: 'phase build "Build" { task write_page "Write the page" }',
      snippet: 'phase ${1:name} "${2:Title}" {\n  $0\n}',
      like: 'group',
      holds: ['task', 'milestone', 'decision'],
    },
    [],
  ),
  task: kind(
    {
      about: 'A piece of work.',
      example: '[ ] task write_page "Write the page" for more_leads @dana 8h start 2027-01-11 due 2027-01-20',
      snippet: `[ ] task \${1:name} "\${2:Title}" for \${3:goal} {
  @\${4:person} \${5:8h}
  start \${6:⟨today⟩}
  due   \${7:⟨end⟩}
}`,
      like: 'step',
      holds: ['item'],
    },
    [
      serves,
      clause('@*', [name(actor), optional(amount('effort'))], '@ben 30h', 'Who does it, with their hours.'),
      owner,
      clause('start', [when], 'start 2027-02-16', 'The first day: a date, or a distance such as `2wd after kickoff`.'),
      clause('due', [when], 'due 2027-03-05', 'The last day: a date, or a distance such as `8w before launch`.'),
      clause('after', [names(step)], 'after audit_workflows', 'What must be done before.'),
      clause('effort', [amount('effort')], 'effort 60h', 'The whole effort, shared by all who do it.'),
      clause('takes', [amount('length')], 'takes 10wd', 'How long it lasts.'),
      clause('consults', [names(actor)], 'consults sales', 'Who is asked.'),
      clause('informs', [names(actor)], 'informs sales', 'Who is told.'),
      approval,
      clause('affects', [names(stakeholder)], 'affects marketers', 'Whose work it changes.'),
      clause('requires', [freeWords('skill')], 'requires email, templates', 'The skills that it takes.'),
      clause('needs', [amount('people'), optional(word('people'))], 'needs 2 people', 'How many people it takes.'),
      clause(
        'expects*',
        [name(number), oneOf('up', 'down'), optional(word('by'), amount('number'))],
        'expects email_churn down by 0.08pp',
        'What it changes, and by how much.',
      ),
      clause('using', [names(tool)], 'using hubrunner', 'The tools that it uses.'),
      clause(
        'costs*',
        [amount('money'), optional(word('from'), name(line))],
        'costs 3_500 USD from design',
        'What it costs, and the budget line that pays.',
      ),
      clause('category', [freeWord('category')], 'category content', 'A word to group by.'),
      clause('priority', [level], 'priority high', 'How much it matters beside the others: low, medium or high. It moves no dates.'),
      clause('progress', [amount('share')], 'progress 40%', 'How far it is.'),
      clause('done', [date], 'done 2027-03-04', 'The day on which it was done.'),
      clause('blocked', [because], 'blocked because "The vendor is silent"', 'Why it does not move.'),
      clause('housekeeping', [], 'housekeeping', 'It serves no goal, on purpose.'),
      clause('wrapup', [], 'wrapup', 'It looks back, so it may end after its goals’ deadlines.'),
      clause('evaluates', [period], 'evaluates 2027-Q1', 'The period whose numbers it reads.'),
    ],
  ),
  milestone: kind(
    {
      about: 'A moment that matters.',
      example: '[ ] milestone format_live "New format live" due 2027-03-08 after build_format',
      snippet: '[ ] milestone ${1:name} "${2:Title}" due ${3:⟨end⟩}',
      like: 'step',
    },
    [
      serves,
      owner,
      approval,
      clause('due', [when], 'due 2027-03-08', 'The day: a date, or a distance such as `2w after launch`.'),
      clause('after', [names(step)], 'after build_format', 'What must be done before.'),
      clause('done', [date], 'done 2027-03-08', 'The day on which it was reached.'),
    ],
  ),
  decision: kind(
    {
      about: 'A question that somebody has to settle. Work may wait for it with `after`.',
      example: 'decision vendor "Which email vendor?" { options "Stay", "Move" owner ben due 2027-02-01 }',
      snippet: `decision \${1:name} "\${2:What has to be decided?}" {
  options "\${3:One way}", "\${4:Another}"
  owner   \${5:person}
  due     \${6:⟨today⟩}
}`,
      like: 'step',
    },
    [
      clause('options', [texts], 'options "Stay", "Move"', 'What there is to choose from.'),
      owner,
      clause('due', [when], 'due 2027-02-01', 'Until when it has to be decided: a date, or a distance such as `2w before launch`.'),
      clause('after', [names(step)], 'after build_format', 'What must be known before.'),
      clause('about', [names(anyElement)], 'about hubrunner', 'What it is about.'),
      clause(
        'decided',
        [text, optional(word('on'), date), because],
        'decided "Stay" on 2027-01-28 because "Moving costs a quarter"',
        'What was decided, on which day and why. Without it the decision is open.',
      ),
    ],
  ),
  item: kind(
    {
      about: 'A step of a task’s checklist.',
      example: '[ ] "Test in three clients" @dana',
      snippet: '[ ] "${1:What is to do}"',
      like: 'step',
      inside: 'task',
    },
    [clause('@*', [name(actor), optional(amount('effort'))], '@dana', 'Who does it.')],
  ),
}

// biome-ignore-all lint/suspicious/noTemplateCurlyInString: a tab stop of a snippet looks like a template
import { amount, because, days, freeWord, freeWords, level, names, oneOf, optional, per, text, word } from './arguments.js'
import { clause, owner } from './clause.js'
import { kind } from './kind.js'
import { actor, person, takes } from './references.js'

const attitude = oneOf('unaware', 'resistant', 'neutral', 'supportive', 'leading')

export const peopleKinds = {
  person: kind(
    {
      about: 'Somebody who works in the plan.',
      example: 'person ben "Ben Cole" works 24h per week skills email, lists',
      snippet: 'person ${1:name} "${2:Full name}" works ${3:40h} per week',
      like: 'actor',
    },
    [
      clause('fills', [names(takes('role'))], 'fills email_operations', 'The roles that the person fills.'),
      clause('works', [amount('weekly work'), per], 'works 24h per week', 'Hours per week for this plan.'),
      clause('away*', [days], 'away 2027-03-08 .. 2027-03-12', 'Days on which the person is not there.'),
      clause('skills', [freeWords('skill')], 'skills email, lists', 'What the person can do.'),
      clause('contact', [text], 'contact "ben@example.org"', 'How to reach the person.'),
      clause('belongs to', [names(takes('stakeholder', 'team'))], 'belongs to sales', 'The stakeholder groups and teams of the person.'),
    ],
  ),
  role: kind(
    {
      about: 'A function that a person fills.',
      example: 'role email_operations "Email operations" duties "Owns sends, lists and templates" required',
      snippet: 'role ${1:name} "${2:Title}" duties "${3:What the role does}"',
      like: 'actor',
    },
    [
      clause('duties', [text], 'duties "Owns sends, lists and templates"', 'What the role does.'),
      clause('skills', [freeWords('skill')], 'skills email', 'What the role needs to be able to do.'),
      clause('required', [], 'required', 'The plan needs somebody in this role.'),
    ],
  ),
  team: kind(
    {
      about: 'Several people who work together.',
      example: 'team mops_team "Marketing operations" members summer, ben',
      snippet: 'team ${1:name} "${2:Title}" members ${3:person}',
      like: 'actor',
    },
    [
      clause('members', [names(person)], 'members summer, ben', 'The people of the team.'),
      owner,
      clause('external', [], 'external', 'It works for us and is no part of us, so it needs no members.'),
      clause(
        'works',
        [amount('weekly work'), per],
        'works 30h per week',
        'The hours per week for this plan of a team that is planned as one, such as an agency.',
      ),
      clause('contact', [names(actor)], 'contact ben', 'Who speaks with them on our side.'),
    ],
  ),
  stakeholder: kind(
    {
      about: 'A group that affects the plan or is affected by it.',
      example: 'stakeholder sales "Sales" kind employee needs "Leads worth calling"',
      snippet: `stakeholder \${1:name} "\${2:Title}" {
  kind     \${3|customer,employee,client,leadership,partner,external|}
  needs    "\${4:What the group wants solved}"
  power    \${5|low,medium,high|}
  interest \${6|low,medium,high|}
  contact  \${7:person}
}`,
      like: 'actor',
    },
    [
      clause(
        'kind',
        [freeWord('stakeholder-kind')],
        'kind employee',
        'customer, employee, client, leadership, partner, external, or a word of your own.',
      ),
      clause('needs', [text], 'needs "Leads worth calling"', 'What the group wants solved.'),
      clause('power', [level], 'power high', 'low, medium or high.'),
      clause('interest', [level], 'interest high', 'low, medium or high.'),
      clause(
        'attitude',
        [attitude, optional(word('to'), attitude)],
        'attitude neutral to supportive',
        'unaware, resistant, neutral, supportive or leading; today, and as wished.',
      ),
      clause('contact', [names(actor)], 'contact chidi', 'Who speaks for them on our side.'),
      clause(
        'monitor',
        [because],
        'monitor because "They notice nothing before May"',
        'No goal and no communication is owed to this group.',
      ),
    ],
  ),
}

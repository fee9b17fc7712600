import { levels, rule } from '../engine/rule.js'
import { reportFaults } from './plan.js'

export const typographicCharacter = rule({
  code: 'plan/typographic-character',
  levels: levels('E', 'E', 'E'),
  inLibraries: true,
  summary: 'Texts stand between straight quotes, numbers have a decimal point and a plain minus.',
  why: 'Curly quotes, dashes and decimal commas come with pasted text and are read differently from country to country.',
  fix: 'Take the quick fix, or type the plain character. Inside a text every character is welcome.',
  bad: 'benchmark best_2025 "Our best month" of email_churn is 0,55% in 2025-09',
  good: 'benchmark best_2025 "Our best month" of email_churn is 0.55% in 2025-09',
  check: reportFaults('plan/typographic-character'),
})

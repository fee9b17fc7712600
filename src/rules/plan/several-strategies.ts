import { levels, rule } from '../engine/rule.js'
import { reportFaults } from './plan.js'

export const severalStrategies = rule({
  code: 'plan/several-strategies',
  levels: levels('E', 'E', 'E'),
  inLibraries: true,
  cannotBeIgnored: true,
  summary: 'A plan has one strategy.',
  why: 'Period, stage, currency and calendar come from the strategy. With two of them, none of these is certain.',
  fix: 'Keep one strategy in a file, and import a shared library instead of another plan.',
  bad: {
    text: 'import "year.mops"',
    files: { 'year.mops': 'strategy year_2027 "The year 2027" period 2027 owner summer supervisor summer' },
  },
  good: {
    text: `import "channels.mops"
campaign spring "Spring programme" via web for keepable_mail period 2027-03 owner ben`,
    files: { 'channels.mops': 'channel web "Website" owner ben' },
  },
  check: reportFaults('plan/several-strategies'),
})

import { levels, rule } from '../engine/rule.js'
import { reportFaults } from './plan.js'

export const unresolvedImport = rule({
  code: 'plan/unresolved-import',
  levels: levels('E', 'E', 'E'),
  inLibraries: true,
  cannotBeIgnored: true,
  summary: 'Every imported file exists and can be read.',
  why: 'Names from a file that is not there are unknown, so much of the plan cannot be checked.',
  fix: 'Correct the path, which is relative to the file that imports, or create the file.',
  bad: 'import "channels.mops"',
  good: {
    text: `import "channels.mops"
campaign spring "Spring programme" via web for keepable_mail period 2027-03 owner ben`,
    files: { 'channels.mops': 'channel web "Website" owner ben' },
  },
  check: reportFaults('plan/unresolved-import'),
})

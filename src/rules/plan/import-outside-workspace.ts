import { levels, rule } from '../engine/rule.js'
import { reportFaults } from './plan.js'

export const importOutsideWorkspace = rule({
  code: 'plan/import-outside-workspace',
  levels: levels('E', 'E', 'E'),
  inLibraries: true,
  summary: 'Imports stay inside the workspace.',
  why: "A file outside the workspace is not on other people's machines, so they could not open the plan.",
  fix: 'Move the file into the workspace and import it by its relative path.',
  bad: 'import "../../shared/people.mops"',
  good: {
    text: `import "channels.mops"
campaign spring "Spring programme" via web for keepable_mail period 2027-03 owner ben`,
    files: { 'channels.mops': 'channel web "Website" owner ben' },
  },
  check: reportFaults('plan/import-outside-workspace'),
})

import { t } from '@vscode/l10n'
import { redundantWaits } from '../../plan/schedule/redundant-waits.js'
import { levels, rule } from '../engine/rule.js'
import { dropAfter } from './schedule.js'

export const redundantDependency = rule({
  code: 'schedule/redundant-dependency',
  levels: levels('I', 'I', 'I'),
  inLibraries: true,
  summary: 'No task waits for something that it waits for already.',
  why: 'A superfluous line hides which dependency really counts.',
  fix: 'Drop the superfluous name.',
  bad: '[ ] milestone format_live "New format live" for keepable_mail due 2027-03-08 after build_format, audit_workflows',
  good: '[ ] milestone format_live "New format live" for keepable_mail due 2027-03-08 after build_format',
  check(plan, report) {
    for (const { step, ref, by } of redundantWaits(plan)) {
      const words = { step: step.name, before: ref.name, by: by?.name ?? '' }
      report(
        ref,
        by
          ? t('`{step}` waits for `{before}` already by way of `{by}`. One line is enough.', words)
          : t('`{step}` waits for `{before}` twice. Once is enough.', words),
        { about: step, other: ref.name, fixes: dropAfter(step, ref, true), tags: ['unnecessary'] },
      )
    }
  },
})

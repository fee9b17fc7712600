import { t } from '@vscode/l10n'
import { levels, rule } from '../engine/rule.js'
import { removeAt } from '../fixes/fixes.js'

const users = new Set(['campaign', 'send', 'workflow', 'report'])

export const unusedSegment = rule({
  code: 'automation/unused-segment',
  levels: levels('-', 'I', 'I'),
  summary: 'Every segment is used by something.',
  why: 'Segments that nobody uses are kept up to date for nothing, and hide the ones that matter.',
  fix: 'Remove the segment, or name it where it is used.',
  bad: 'segment loyal "Loyal readers" rule "Opened five of the last six" consent "double opt-in" from hubrunner owner ben',
  good: `segment loyal "Loyal readers" rule "Opened five of the last six" consent "double opt-in" from hubrunner owner ben
campaign spring "Spring programme" via email for keepable_mail period 2027-03 owner ben { send 2027-03-09 "Spring 1" to loyal }`,
  check(plan, report) {
    const used = new Set<string>()
    for (const { ref, element } of plan.refs) if (users.has(element.kind)) used.add(ref.name)
    for (const goal of plan.all('goal')) for (const ref of goal.scope) used.add(ref.name)
    for (const segment of plan.all('segment')) {
      if (used.has(segment.name)) continue
      report(segment, t('Nothing uses the segment `{name}`. Remove it, or name where it is used.', { name: segment.name }), {
        fixes: [removeAt(segment.extent, t('Remove `{name}`', { name: segment.name }))],
        tags: ['unnecessary'],
      })
    }
  },
})

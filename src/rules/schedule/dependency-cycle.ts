import { t } from '@vscode/l10n'
import { schedule } from '../../plan/schedule/schedule.js'
import { levels, rule } from '../engine/rule.js'
import { dropAfter } from './schedule.js'

export const dependencyCycle = rule({
  code: 'schedule/dependency-cycle',
  levels: levels('E', 'E', 'E'),
  inLibraries: true,
  summary: 'No task waits for itself, directly or by way of others.',
  why: 'In a loop everybody waits for somebody else, and no date can be computed for it or for what comes behind.',
  fix: 'Drop one name from the `after` clauses along the loop, or write a date that counts from a step as a date.',
  bad: `[ ] task write_pages "Write the pages" for keepable_mail expects email_churn down @dana 4h start 2027-03-08 due 2027-03-12 after test_pages
[ ] task test_pages "Test the pages" for keepable_mail expects email_churn down @ben 4h start 2027-03-15 due 2027-03-19 after write_pages`,
  good: `[ ] task write_pages "Write the pages" for keepable_mail expects email_churn down @dana 4h start 2027-03-08 due 2027-03-12
[ ] task test_pages "Test the pages" for keepable_mail expects email_churn down @ben 4h start 2027-03-15 due 2027-03-19 after write_pages`,
  check(plan, report) {
    for (const { path, waits } of schedule(plan).loops) {
      const [first] = path
      const [wait, ...others] = waits
      if (!first || !wait) continue
      const names = [...path, first].map(({ name }) => `\`${name}\``).join(' → ')
      report(
        wait.ref,
        waits.every(({ step, ref }) => step.after.includes(ref)) ? said(first.name, names, waits.length) : saidOfDates(first.name, names),
        {
          about: wait.step,
          related: others.map(({ step, ref }) => ({
            place: ref.place,
            message: t('`{step}` waits for `{other}`.', { step: step.name, other: ref.name }),
          })),
          fixes: [...waits].reverse().flatMap(({ step, ref }) => dropAfter(step, ref)),
        },
      )
    }
  },
})

function saidOfDates(name: string, path: string): string {
  return t(
    '`{name}` waits for itself: {path}. A date that counts from a step waits for it too. Write one of the dates, or drop an `after`.',
    {
      name,
      path,
    },
  )
}

function said(name: string, path: string, count: number): string {
  if (count === 1) return t('`{name}` waits for itself: {path}. Drop the `after`.', { name, path })
  if (count === 2) return t('`{name}` waits for itself: {path}. Drop one of the two `after`.', { name, path })
  return t('`{name}` waits for itself: {path}. Drop one of the {count} `after`.', { name, path, count })
}

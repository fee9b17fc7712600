import { t } from '@vscode/l10n'
import { numbers } from '../../plan/numbers/numbers.js'
import { nextPeriod, type Period, periodAt } from '../../plan/quantity/periods.js'
import type { Grain, Span } from '../../plan/quantity/quantity.js'
import { levels, rule } from '../engine/rule.js'

export const actualGrainMismatch = rule({
  code: 'report/actual-grain-mismatch',
  levels: levels('I', 'W', 'W'),
  inLibraries: true,
  summary: 'An actual is of one period of its number.',
  why: 'A value of another length cannot be compared with the others, nor always be computed from them.',
  fix: 'Give one value for each period of the number, or change the grain of the number.',
  bad: 'actuals complaint_rate { 2026-Q4 0.05% }',
  good: 'actuals complaint_rate { 2026-12 0.05% }',
  check(plan, report) {
    for (const block of plan.all('actuals')) {
      const number = plan.find(block.of, 'measure', 'metric')
      const facts = number && numbers(plan).get(number.name)
      if (!number || !facts?.grain || facts.isInLoop || facts.hasError) continue
      for (const row of block.rows) {
        const whole = periodAt(facts.grain, row.period.start)
        if (whole.start === row.period.start && whole.end === row.period.end) continue
        const parts = { name: number.name, grain: facts.grain, period: row.period.text, advice: adviceFor(facts.grain, row.period, whole) }
        report(row.period, t('`{name}` is measured per {grain}, and this actual is for {period}. {advice}', parts), {
          about: block,
          other: row.period.text,
        })
      }
    }
  },
})

function adviceFor(grain: Grain, given: Span, first: Period): string {
  const periods = [first]
  while (periods.length < 13 && (periods.at(-1) ?? first).end < given.end) periods.push(nextPeriod(periods.at(-1) ?? first))
  const last = periods.at(-1) ?? first
  const isExact = first.start === given.start && last.end === given.end && periods.length > 1
  if (isExact) return t('Give the {count} values from {first} to {last}.', { count: periods.length, first: first.text, last: last.text })
  return t('Give a whole {grain}, such as {first}.', { grain, first: first.text })
}

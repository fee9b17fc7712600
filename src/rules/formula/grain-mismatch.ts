import { t } from '@vscode/l10n'
import { formulaText } from '../../plan/formula/formula-text.js'
import type { ProblemOf } from '../../plan/formula/problem.js'
import { compareGrains } from '../../plan/formula/type.js'
import type { NumberFacts } from '../../plan/numbers/numbers.js'
import { divide, formatExact } from '../../plan/quantity/exact.js'
import { hoursIn } from '../../plan/quantity/units.js'
import { levels, type ReportFinding, rule } from '../engine/rule.js'
import { replaceBy } from '../fixes/fixes.js'
import { partText, problemsOf } from './formula.js'

export const grainMismatch = rule({
  code: 'formula/grain-mismatch',
  levels: levels('E', 'E', 'E'),
  inLibraries: true,
  summary: 'Numbers that are computed with each other are taken for equal spans of time.',
  why: 'A month’s unsubscribes over a quarter’s recipients give a rate that is three times too small, and nothing in the number shows it.',
  fix: 'Roll the finer one up, for example `sum(unsubscribes over quarter)`, or measure both for the same span.',
  bad: `measure sent_in_quarter "Messages sent" in messages per quarter sum at least 1 from email_platform
metric complaint_share "Complaints, of all messages" in % per quarter kpi = spam_complaints / sent_in_quarter`,
  good: `measure sent_in_quarter "Messages sent" in messages per quarter sum at least 1 from email_platform
metric complaint_share "Complaints, of all messages" in % per quarter kpi = sum(spam_complaints over quarter) / sent_in_quarter`,
  check(plan, report) {
    for (const { facts, problem } of problemsOf(plan, 'formula/grain-mismatch')) {
      if ('over' in problem) reportRollUp(facts, problem, report)
      else reportPair(facts, problem, report)
    }
  },
})

type Problem = ProblemOf<'formula/grain-mismatch'>

function reportRollUp(facts: NumberFacts, { node, grain, over }: Extract<Problem, { over: unknown }>, report: ReportFinding): void {
  const message =
    grain === over
      ? t('`{call}` changes nothing: its number is per {grain} already. Roll up over a longer span, or leave the function out.', {
          call: formulaText(node),
          grain,
        })
      : t('`{call}` cannot be computed: its number is per {grain}, which is longer than a {over}. Roll up over a longer span.', {
          call: formulaText(node),
          grain,
          over,
        })
  report(node.namePlace, message, { about: facts.element, other: node.name })
}

function reportPair(facts: NumberFacts, problem: Exclude<Problem, { over: unknown }>, report: ReportFinding): void {
  const { node, left, right, leftGrain, rightGrain, rollUp } = problem
  const isLeftFiner = compareGrains(leftGrain, rightGrain) < 0
  const parts = {
    left: partText(left),
    right: partText(right),
    leftGrain,
    rightGrain,
    times: timesText(isLeftFiner ? [leftGrain, rightGrain] : [rightGrain, leftGrain]),
    repair: rollUp ? `sum(${partText(rollUp.operand)} over ${rollUp.over})` : '',
  }
  const isQuotient = problem.isFlow && node.type === 'binary' && node.operator === '/'
  const why = !isQuotient
    ? t('`{left}` is per {leftGrain} and `{right}` per {rightGrain}, so they cannot be computed with each other.', parts)
    : isLeftFiner
      ? t('`{left}` is per {leftGrain} and `{right}` per {rightGrain}: the result is about {times} times too small.', parts)
      : t('`{left}` is per {leftGrain} and `{right}` per {rightGrain}: the result is about {times} times too large.', parts)
  const how = rollUp ? t('Use `{repair}`.', parts) : t('Measure both for the same span.')
  const place = node.type === 'binary' ? node.operatorPlace : node.type === 'call' ? node.namePlace : node.place
  report(place, `${why} ${how}`, {
    about: facts.element,
    other: parts.right,
    fixes: rollUp ? [replaceBy(rollUp.operand, parts.repair)] : [],
  })
}

function timesText([finer, coarser]: readonly [Parameters<typeof hoursIn>[0], Parameters<typeof hoursIn>[0]]): string {
  return formatExact(divide(hoursIn(coarser), hoursIn(finer)) ?? '1', 0)
}

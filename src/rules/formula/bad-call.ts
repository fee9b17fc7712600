import { t } from '@vscode/l10n'
import type { Fix } from '../../plan/elements/finding.js'
import { formulaFunctions } from '../../plan/elements/formula.js'
import { isFormulaFunction, mostArguments } from '../../plan/formula/calls.js'
import { formulaText } from '../../plan/formula/formula-text.js'
import type { ProblemOf } from '../../plan/formula/problem.js'
import { suggestions } from '../../plan/text/distance.js'
import { levels, rule } from '../engine/rule.js'
import { replaceBy } from '../fixes/fixes.js'
import { didYouMean } from '../wording/wording.js'
import { partText, problemsOf } from './formula.js'

export const badCall = rule({
  code: 'formula/bad-call',
  levels: levels('E', 'E', 'E'),
  inLibraries: true,
  summary: 'Functions are called with what they take.',
  why: 'A call that the language does not know has no value, and neither has any metric built on it.',
  fix: 'Use min, max, abs, round, sum, average, median, last, previous, change, growth or cumulative, with the arguments they take.',
  bad: 'metric complaint_growth "Growth of the complaints" in % per month kpi = growth(spam_complaints, delivered)',
  good: 'metric complaint_growth "Growth of the complaints" in % per month kpi = growth(spam_complaints)',
  check(plan, report) {
    for (const { facts, problem } of problemsOf(plan, 'formula/bad-call')) {
      const { message, fixes } = said(problem)
      report(problem.call.namePlace, message, { about: facts.element, other: problem.call.name, fixes })
    }
  },
})

function said({ call, fault }: ProblemOf<'formula/bad-call'>): { message: string; fixes: readonly Fix[] } {
  const parts = { name: call.name, call: formulaText(call), first: call.args[0] ? partText(call.args[0]) : '…', count: call.args.length }
  switch (fault) {
    case 'unknown': {
      const near = suggestions(call.name, formulaFunctions)
      const message = `${t('There is no function `{name}`.', parts)}${didYouMean(near)}`
      return { message, fixes: near.map((text) => replaceBy({ place: call.namePlace }, text)) }
    }
    case 'count': {
      if (call.args.length === 0)
        return { message: t('`{name}` takes a number, and none is given. Write for example `{name}(leads)`.', parts), fixes: [] }
      const most = isFormulaFunction(call.name) ? mostArguments(call.name) : 1
      const kept = `${call.name}(${call.args.slice(0, most).map(formulaText).join(', ')})`
      const message =
        most === 1
          ? t('`{name}` takes one number, and {count} are given. Write `{kept}`.', { ...parts, kept })
          : t('`{name}` takes at most {most} numbers, and {count} are given. Write `{kept}`.', { ...parts, most, kept })
      return { message, fixes: [replaceBy(call, kept)] }
    }
    case 'number':
      return {
        message:
          call.name === 'round'
            ? t(
                'The second argument of `round` is how many digits stay, a whole number up to 20. Write for example `round({first}, 2)`.',
                parts,
              )
            : t('`{name}` goes over the values of a number in time, and `{first}` holds no measure or metric. Name one.', parts),
        fixes: [],
      }
    case 'over':
      return {
        message: t('`{call}` cannot roll up `over` a grain. Only sum, average, median, last, min and max of one number can.', parts),
        fixes: [],
      }
    case 'grain':
      return {
        message: t('`{call}` looks at the period before, and `{first}` has no grain. Add `per month` or another grain to it.', parts),
        fixes: [],
      }
  }
}

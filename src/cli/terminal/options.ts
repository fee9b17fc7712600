import { t } from '@vscode/l10n'
import { localDay } from '../../language/local-day.js'
import type { Stage } from '../../plan/elements/elements.js'
import { isDate } from '../../plan/quantity/days.js'
import type { PlainDate } from '../../plan/quantity/quantity.js'
import { suggestions } from '../../plan/text/distance.js'
import { choice, didYouMean } from '../../rules/wording/wording.js'
import { UsageError } from './usage-error.js'

const stages = ['draft', 'review', 'approved', 'running', 'closed'] as const satisfies readonly Stage[]

/** One of several words; throws with what was meant. */
export function oneOf<W extends string>(option: string, written: string, words: readonly W[]): W {
  const found = words.find((word) => word === written)
  if (found !== undefined) return found
  const advice = didYouMean(suggestions(written, words))
  throw new UsageError(`${t('{option} takes {words}, not `{written}`.', { option, words: choice(words), written })}${advice}`)
}

/** The `--today` of a command. */
export function dateOption(written: string | undefined): PlainDate | undefined {
  if (written === undefined || isDate(written)) return written
  throw new UsageError(t('--today takes a date such as 2027-03-31, and `{written}` is none.', { written }))
}

/** The `--stage` of a command. */
export function stageOption(written: string | undefined): Stage | undefined {
  return written === undefined ? undefined : oneOf('--stage', written, stages)
}

/** What the clock says, which everything that a plan does not date goes by. */
export function clock(): PlainDate {
  return localDay()
}

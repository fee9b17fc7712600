import { t } from '@vscode/l10n'
import type { PlanTemplate } from './frame.js'

/** No plan, but what several plans import. */
export const numbers: PlanTemplate = {
  title: () => t('Library of numbers'),
  summary: () => t('measures and metrics that several plans import'),
  months: 0,
  text: ({ owner, ownerTitle }) =>
    `// A library of numbers that several plans import: \`import "numbers.mops"\`. A file without a strategy is judged for names, units and formulas only.

person ${owner} "${ownerTitle}"

source mails "Mail platform" every month owner ${owner}
measure delivered "Mails delivered" in mails per month sum from mails
measure opened "Mails opened" in mails per month sum from mails
measure clicked "Mails clicked" in mails per month sum from mails

metric open_rate "Open rate" in % per month higher is better bounds 0% .. 100% observe every month
  = opened / delivered else none
metric click_to_open "Clicks per opened mail" in % per month higher is better bounds 0% .. 100% observe every month
  = clicked / opened else none
`,
}

import { t } from '@vscode/l10n'
import { levels, rule } from '../engine/rule.js'
import { appendTo, replaceBy } from '../fixes/fixes.js'
import { placeholderReason } from '../wording/placeholder-reason.js'

export const ignoreWithoutReason = rule({
  code: 'hygiene/ignore-without-reason',
  levels: levels('W', 'W', 'W'),
  inLibraries: true,
  cannotBeIgnored: true,
  summary: 'Every `ignore` says why.',
  why: 'Without the reason nobody can tell later whether the exception still holds.',
  fix: 'Add `because` with the reason.',
  bad: 'segment loyal "Loyal readers" rule "Opened five of the last six" from hubrunner owner ben ignore "automation/unused-segment"',
  good: `segment loyal "Loyal readers" rule "Opened five of the last six" from hubrunner owner ben
  ignore "automation/unused-segment" because "The campaign that uses it comes next quarter"`,
  check(plan, report) {
    for (const element of plan.elements) {
      for (const ignore of element.ignores) {
        if (ignore.because && !isPlaceholder(ignore.because.text)) continue
        const reason = `"${t('Why it does not matter here')}"`
        report(ignore, t('This `ignore` gives no reason, so nobody can tell later whether it still holds. Add `because`.'), {
          about: element,
          other: ignore.code.text,
          fixes: [ignore.because ? replaceBy(ignore.because, reason) : appendTo(ignore.code, ` because ${reason}`)],
        })
      }
    }
  },
})

/** No text, or the one that a fix or the editor has put there to be replaced. */
function isPlaceholder(reason: string): boolean {
  return reason.trim() === '' || reason.trim() === placeholderReason()
}

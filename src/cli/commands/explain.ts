import { t } from '@vscode/l10n'
import { suggestions } from '../../plan/text/distance.js'
import { explainRule } from '../../report/explanation.js'
import { plainText } from '../../report/plain-text.js'
import { rules } from '../../rules/generated/registry.js'
import { unknownRuleMessage } from '../../rules/plan/unknown-rule.js'
import { UsageError } from '../terminal/usage-error.js'

/** `mops explain CODE`. */
export function explain(code: string): void {
  const rule = rules.find((one) => one.code === code || one.aliases?.includes(code))
  if (rule) {
    process.stdout.write(explainRule(rule))
    return
  }
  const near = nearCodes(code)
  throw new UsageError(`${unknownRuleMessage(plainText(code), near)}${near.length > 0 ? '' : ` ${t('`mops rules` prints it.')}`}`)
}

/** Codes whose name or whole is what was written, or nearly so. */
function nearCodes(written: string): readonly string[] {
  const ofName = rules.filter((rule) => nameOf(rule.code) === written).map((rule) => rule.code)
  if (ofName.length > 0) return ofName
  const whole = suggestions(
    written,
    rules.map((rule) => rule.code),
  )
  if (whole.length > 0) return whole
  const names = new Set(
    suggestions(
      nameOf(written),
      rules.map((rule) => nameOf(rule.code)),
    ),
  )
  return rules
    .filter((rule) => names.has(nameOf(rule.code)) || nameOf(rule.code) === nameOf(written))
    .map((rule) => rule.code)
    .slice(0, 2)
}

function nameOf(code: string): string {
  return code.slice(code.indexOf('/') + 1)
}

import { t } from '@vscode/l10n'
import { suggestions } from '../plan/distance.js'
import { explainRule } from '../report/explanation.js'
import { plainText } from '../report/plain-text.js'
import { rules } from '../rules/generated/registry.js'
import { unknownRuleMessage } from '../rules/plan/unknown-rule.js'
import { UsageError } from './usage-error.js'

/** `mops explain CODE`. */
export function explain(code: string): void {
  const rule = rules.find((one) => one.code === code || one.aliases?.includes(code))
  if (rule) {
    process.stdout.write(explainRule(rule))
    return
  }
  const ofName = rules.filter((one) => one.code.endsWith(`/${code}`)).map((one) => one.code)
  const near = ofName.length > 0 ? ofName.slice(0, 2) : suggestions(code, rules.map((one) => one.code))
  throw new UsageError(`${unknownRuleMessage(plainText(code), near)}${near.length > 0 ? '' : ` ${t('`mops rules` prints it.')}`}`)
}

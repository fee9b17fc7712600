import { rulesAsJson, rulesAsText } from '../../report/rule-list.js'
import { rules } from '../../rules/generated/registry.js'
import { oneOf } from '../terminal/options.js'

/** `mops rules`. */
export function listRules({ format }: { readonly format: string }): void {
  process.stdout.write(oneOf('--format', format, ['text', 'json']) === 'json' ? rulesAsJson(rules) : rulesAsText(rules))
}

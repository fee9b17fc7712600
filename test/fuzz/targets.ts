import { overlaid } from '../../src/language/workspace/example-plan.js'
import { rules } from '../../src/rules/generated/registry.js'
import { formattedText } from './formatted-text.js'
import { planText } from './plan-text.js'
import { serverMessages } from './server-messages.js'
import { settingsFiles } from './settings-files.js'

type Target = (text: string) => void | Promise<void>

/** What can be fuzzed; each throws when a promise is broken that holds for every input. Named like the folders of `corpus`. */
export const targets: Readonly<Record<string, Target>> = {
  plan: planText,
  format: formattedText,
  messages: serverMessages,
  settings: settingsFiles,
}

/** Inputs to begin with besides the corpus. */
export function seeds(): Readonly<Record<keyof typeof targets, readonly string[]>> {
  const examples = rules
    .flatMap(({ bad, good }) => [bad, good])
    .map((example) => (typeof example === 'string' ? { text: example } : example))
  const whole = examples.filter((_, index) => index % 16 === 0)
  const texts = [...examples.map(({ text }) => text), ...whole.map(({ text, without }) => overlaid(text, without))]
  return { plan: texts, format: texts, messages: [], settings: [] }
}

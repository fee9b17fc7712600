import { createInterface } from 'node:readline/promises'
import { t } from '@vscode/l10n'
import { planExtension } from '../../language/node/files.js'
import { type Answers, filled, usualAnswers } from '../../language/templates/frame.js'
import { planTemplates, type TemplateName, templateNames } from '../../language/templates/templates.js'
import { isDate } from '../../plan/quantity/days.js'
import { parsePeriod } from '../../plan/quantity/periods.js'
import type { PlainDate } from '../../plan/quantity/quantity.js'
import { nameFrom } from '../../plan/text/name-from.js'
import { plainText } from '../../report/plain-text.js'
import { clock, oneOf } from '../terminal/options.js'
import { UsageError } from '../terminal/usage-error.js'
import { createFile } from '../terminal/write-file.js'

export interface InitOptions {
  readonly template?: string
  readonly title?: string
  readonly for?: string
  readonly owner?: string
  readonly start?: string
}

/** `mops init`: writes a new plan from a template; asks on a terminal for what no option says. */
export async function init(written: string | undefined, options: InitOptions): Promise<void> {
  const ask = process.stdin.isTTY && process.stdout.isTTY ? asking() : undefined
  try {
    const template = await templateOf(options, ask)
    const usual = usualAnswers(clock())
    const title = options.title ?? (await ask?.text(t('Title of the plan'), usual.title)) ?? usual.title
    const answers: Answers = {
      title,
      organisation: options.for ?? (await ask?.text(t('For whom: the organisation'), usual.organisation)) ?? usual.organisation,
      owner: options.owner ?? (await ask?.text(t('Who answers for it'), usual.owner)) ?? usual.owner,
      start: startDate(options.start ?? (await ask?.text(t('It begins on'), usual.start)) ?? usual.start),
    }
    const text = filled(planTemplates[template], answers)
    if (written === '-') {
      process.stdout.write(text)
      return
    }
    const file = written ?? `${nameFrom(title, t('plan')).replaceAll('_', '-')}${planExtension}`
    createFile(file, file, text)
    process.stdout.write(`${t('Wrote {file}. Next: mops check {file}', { file: plainText(file) })}\n`)
  } finally {
    ask?.close()
  }
}

interface Asking {
  readonly text: (question: string, usual: string) => Promise<string>
  readonly close: () => void
}

function asking(): Asking {
  const lines = createInterface({ input: process.stdin, output: process.stdout })
  return {
    text: async (question, usual) => (await lines.question(`${question} [${usual}] `)).trim() || usual,
    close: () => lines.close(),
  }
}

async function templateOf({ template }: InitOptions, ask: Asking | undefined): Promise<TemplateName> {
  if (template !== undefined) return oneOf('--template', template, templateNames)
  if (!ask) return 'quarter'
  const list = templateNames.map((name, at) => `  ${at + 1}  ${name}: ${planTemplates[name].summary()}`)
  process.stdout.write(`${list.join('\n')}\n`)
  const answer = await ask.text(t('Template, by number or name'), '1')
  return templateNames[Number(answer) - 1] ?? oneOf(t('The template'), answer, templateNames)
}

function startDate(written: string): PlainDate {
  if (isDate(written)) return written
  const period = parsePeriod(written)
  if (period.ok) return period.start
  throw new UsageError(
    t('A plan begins on a date such as 2027-04-01 or in a period such as 2027-Q2, and `{written}` is none.', { written }),
  )
}

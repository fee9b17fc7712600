import { t } from '@vscode/l10n'
import { judgeExample } from '../language/workspace/example-plan.js'
import { type Example, type Family, families, levelAt, type Rule } from '../rules/engine/rule.js'
import { basePlan } from '../rules/examples/base-plan.mops.js'
import { exampleFiles, exampleOutput, exampleText } from './example-output.js'
import { remarks } from './explanation.js'
import { stagesInOrder } from './levels-text.js'

/** What each family of rules looks after. */
const subjects: Readonly<Record<Family, () => string>> = {
  plan: () => t('The text, its names and its frame'),
  smart: () => t('Goals that are specific, measurable, attainable, relevant and bounded in time'),
  coverage: () => t('Nobody forgotten, nothing without purpose'),
  communication: () => t('People are told before, and can answer'),
  sla: () => t('Promises between teams'),
  formula: () => t('Numbers that can be computed and compared'),
  schedule: () => t('Dates, order and people’s time'),
  budget: () => t('Money adds up'),
  report: () => t('Results are shown and recorded'),
  risk: () => t('What could go wrong'),
  automation: () => t('Workflows, journeys, scoring, tools'),
  hygiene: () => t('Order and care in the text'),
}

/** The pages below `docs/rules` that belong to no single rule, in Markdown, by their path. */
export function commonPages(rules: readonly Rule[]): ReadonlyMap<string, string> {
  return new Map([
    ['README.md', index(rules)],
    ['base-plan.md', basePlanPage()],
  ])
}

function index(rules: readonly Rule[]): string {
  const sections = families.map((family) => {
    const rows = rules
      .filter((rule) => rule.code.startsWith(`${family}/`))
      .map((rule) => `| [\`${rule.code}\`](${rule.code}.md) | ${inCell(rule.summary)} | ${levelCells(rule)} |`)
    const head = `| ${t('rule')} | ${t('what a good plan has')} | ${stagesInOrder.join(' | ')} |\n|---|---|${stagesInOrder.map(() => '---').join('|')}|`
    return `## ${family}\n\n${subjects[family]()}.\n\n${head}\n${rows.join('\n')}`
  })
  const introduction = t(
    'The checker has {count} rules in {families} families. Each page shows a text that the rule reports, what it says about it, a text without the fault, and how to turn the rule off.',
    { count: rules.length, families: families.length },
  )
  const stages = t(
    'The columns are the stages of a plan: a draft may be full of holes, an approved plan may not. A dash means that the rule is silent.',
  )
  const base = t(
    'The texts are laid over a small [base plan](base-plan.md), which gets no finding: an element replaces the one of the same name, others are added.',
  )
  const source = t('These pages are generated from the rules by `npm run docs`.')
  return `${[`# ${t('Rules')}`, introduction, stages, base, source, ...sections].join('\n\n')}\n`
}

function basePlanPage(): string {
  const introduction = t(
    'The texts of the rule pages are laid over this plan: an element replaces the one of the same name, others are added.',
  )
  return `${[`# ${t('Base plan')}`, introduction, block('mops', basePlan.trim()), `[${t('All rules')}](README.md)`].join('\n\n')}\n`
}

function levelCells(rule: Rule): string {
  return stagesInOrder.map((stage) => levelCell(rule, stage)).join(' | ')
}

function levelCell(rule: Rule, stage: (typeof stagesInOrder)[number]): string {
  const isSettled = stage === 'closed' && rule.isDated && !rule.speaksWhenClosed
  const level = levelAt(rule.levels, stage)
  return isSettled || level === 'off' ? '–' : level
}

/** The page of a rule in Markdown. Made from the rule alone: its examples are run. */
export function ruleText(rule: Rule): string {
  const family = rule.code.slice(0, rule.code.indexOf('/'))
  const notes = remarks(rule)
  const parts = [
    `# ${rule.code}`,
    rule.summary,
    rule.why,
    `| ${stagesInOrder.join(' | ')} |\n|${stagesInOrder.map(() => '---').join('|')}|\n| ${levelCells(rule)} |`,
    ...(notes.length > 0 ? [notes.map((note) => `- ${note}`).join('\n')] : []),
    `## ${t('What it reports')}`,
    ...exampleParts(rule.bad),
    t('`mops check` says:'),
    block('text', exampleOutput(rule)),
    `## ${t('How to mend it')}`,
    rule.fix,
    ...quickFixes(rule),
    t('Nothing is reported here:'),
    ...exampleParts(rule.good),
    `## ${t('How to turn it off')}`,
    ...turningOff(rule),
    `[${t('All rules')}](../README.md#${family})`,
  ]
  return `${parts.join('\n\n')}\n`
}

/** An example with all that it was judged under. */
function exampleParts(example: Example): string[] {
  const { stage, today, earlier, isWhole, without = [] }: Partial<Exclude<Example, string>> = typeof example === 'string' ? {} : example
  const conditions = [
    ...(stage ? [t('at stage {stage}', { stage })] : []),
    ...(today ? [t('on {date}', { date: today })] : []),
    ...(without.length > 0 ? [t('in a plan without {names}', { names: without.map((name) => `\`${name}\``).join(', ') })] : []),
  ]
  const blocks =
    exampleText(example) === ''
      ? [isWhole ? t('An empty file.') : t('The [base plan](../base-plan.md) as it is.')]
      : [block('mops', exampleText(example))]
  return [
    ...(conditions.length > 0 ? [t('Judged {conditions}:', { conditions: conditions.join(', ') })] : []),
    ...(earlier?.trim() === '' && !isWhole ? [t('Before the change, the plan was the [base plan](../base-plan.md). After it:')] : []),
    ...(earlier?.trim() ? [t('Before the change:'), block('mops', earlier.trim()), t('After it:')] : []),
    ...blocks,
    ...exampleFiles(example).flatMap(([path, text]) => [
      t('With `{path}`:', { path }),
      block(path.endsWith('.mops') ? 'mops' : 'text', text),
    ]),
    ...(isWhole ? [t('The file holds nothing else.')] : []),
  ]
}

function quickFixes(rule: Rule): string[] {
  const fixes = judgeExample(rule.bad)
    .findings.filter(({ code }) => code === rule.code)
    .flatMap((finding) => finding.fixes)
  const titles = new Map(fixes.map((fix) => [fix.title, fix.isSafe]))
  if (titles.size === 0) return []
  const lines = [...titles].map(([title, isSafe]) => `- ${title}${isSafe ? ` (${t('also by `mops check --fix`')})` : ''}`)
  return [t('Quick fixes for the text above:'), lines.join('\n')]
}

function turningOff(rule: Rule): string[] {
  const inConfiguration = [t('For all plans, in `mops.config.json`:'), block('json', `{ "rules": { "${rule.code}": "off" } }`)]
  if (rule.cannotBeIgnored) return [t('It cannot be silenced for one element.'), ...inConfiguration]
  return [t('For one element and what it holds, in the element:'), block('mops', `ignore "${rule.code}" because "…"`), ...inConfiguration]
}

/** A fenced block, with a fence that does not occur in the text. */
function block(language: string, text: string): string {
  const fence = '`'.repeat(Math.max(3, ...[...text.matchAll(/`+/g)].map(([run]) => run.length + 1)))
  return `${fence}${language}\n${text}\n${fence}`
}

function inCell(text: string): string {
  return text.replaceAll('|', '\\|')
}

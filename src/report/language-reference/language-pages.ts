import { t } from '@vscode/l10n'
import { everyArgument } from '../../language/table/arguments.js'
import { type ClauseEntry, commonClauses } from '../../language/table/clause.js'
import { kindWord } from '../../language/table/references.js'
import { vocabulary } from '../../language/table/vocabulary.js'
import { type ElementKind, elementKinds } from '../../plan/elements/elements.js'
import type { Rule } from '../../rules/engine/rule.js'
import { type AmountGuide, amountGuides } from './amount-guide.js'
import { clauseForm } from './clause-form.js'
import { rulesByKind } from './clause-rules.js'
import { type ClauseSample, type ClauseSamples, inElement, sampleKey } from './clause-samples.js'

/** The pages below `docs/language` in Markdown, by their path. Made from the language table, the rules and texts that are checked. */
export function languagePages(rules: readonly Rule[], samples: ClauseSamples): ReadonlyMap<string, string> {
  const byKind = rulesByKind(rules)
  const pages = elementKinds.map((kind) => [`${kind}.md`, kindPage(kind, byKind.get(kind) ?? [], samples)] as const)
  return new Map([['README.md', index()], ['every-element.md', commonPage(samples)], ['amounts.md', amountsPage()], ...pages])
}

function index(): string {
  const rows = elementKinds.map(
    (kind) => `| [${kindWord(kind)}](${kind}.md) | ${inCell(vocabulary[kind].about)} | ${clauseNames(vocabulary[kind].clauses)} |`,
  )
  return page([
    `# ${t('The language')}`,
    t(
      'A `.mops` file is a list of elements. Each begins with its kind and a name, then a title in quotes, and has clauses behind it or in braces.',
    ),
    block('task write_guide "Write the guide" for fewer_leave {\n  @dana 12h\n  due 2027-02-12\n  note "Two pages at most"\n}'),
    t(
      'A file with a `strategy` is a plan. With a `period` it ends; a `standing` plan, such as a service level or a scoring model, does not. A file without a strategy is a library: `import "library.mops"` in a plan makes its elements known there.',
    ),
    [
      `- ${t('Names are words of letters, digits and `_`. They are written the same everywhere: in what names them and in what they name.')}`,
      `- ${t('The order of elements and clauses is free, a line may hold several clauses, and a list is parted by commas.')}`,
      `- ${t('`//` begins a comment, `/** … */` in front of an element describes it.')}`,
      `- ${t('`[ ]` in front of a step is its mark: `[ ]` to do, `[/]` begun, `[x]` done, `[!]` blocked, `[-]` cancelled.')}`,
      `- ${t('Days are `2027-03-09`, periods `2027`, `2027-Q2`, `2027-03`, `2027-W09`, or `2027-01-04 .. 2027-03-31`: [dates](../dates.md).')}`,
      `- ${t('Amounts have a unit: [amounts](amounts.md).')}`,
      `- ${t('What every element may have stands on [a page of its own](every-element.md).')}`,
    ].join('\n'),
    t('In the forms of clauses, `⟨…⟩` is something to put, `[…]` may be left out, and `|` parts what one chooses from.'),
    `## ${t('Elements')}`,
    `| ${t('element')} | ${t('what it is')} | ${t('clauses')} |\n|---|---|---|\n${rows.join('\n')}`,
    made(),
  ])
}

function clauseNames(clauses: readonly ClauseEntry[]): string {
  const own = clauses.filter((one) => !commonClauses.includes(one))
  return own.map(({ keyword }) => `\`${keyword}\``).join(' ')
}

function kindPage(kind: ElementKind, rules: readonly Rule[], samples: ClauseSamples): string {
  const { about, example, clauses, holds, inside } = vocabulary[kind]
  const own = clauses.filter((one) => !commonClauses.includes(one))
  const places = [
    ...(inside ? [t('It stands inside a {kind}.', { kind: `[${kindWord(inside)}](${inside}.md)` })] : []),
    ...(holds.length > 0
      ? [t('It may hold in its braces: {kinds}.', { kinds: holds.map((one) => `[${kindWord(one)}](${one}.md)`).join(', ') })]
      : []),
  ]
  return page([
    `# ${kindWord(kind)}`,
    about,
    block(example),
    ...(places.length > 0 ? [places.join(' ')] : []),
    ...(own.length > 0 ? [`## ${t('Clauses')}`] : []),
    ...own.flatMap((clause) => clauseParts(kind, clause, samples.get(sampleKey(kind, clause.keyword)))),
    t('Like every element it may have {clauses}: [what every element may have](every-element.md).', {
      clauses: commonClauses.map(({ keyword }) => `\`${keyword}\``).join(', '),
    }),
    ...(rules.length > 0 ? [`## ${t('Rules that look at it')}`, rules.map(ruleLine).join('\n')] : []),
    made(),
  ])
}

function commonPage(samples: ClauseSamples): string {
  const sampleOf = ({ keyword }: ClauseEntry) =>
    elementKinds.flatMap((kind) => samples.get(sampleKey(kind, keyword)) ?? []).toSorted((a, b) => b.text.length - a.text.length)[0]
  return page([
    `# ${t('What every element may have')}`,
    ...commonClauses.flatMap((clause) => clauseParts('task', clause, sampleOf(clause))),
    made(),
  ])
}

function clauseParts(kind: ElementKind, clause: ClauseEntry, sample: ClauseSample | undefined): string[] {
  const amounts = amountGuides.filter((guide) =>
    everyArgument(clause.arguments).some((one) => one.type === 'amount' && one.amount === guide.kind),
  )
  const takes = clause.takes && clause.takes.kinds.length > 3 ? [t('Names: {kinds}.', { kinds: clause.takes.words })] : []
  const remarks = [
    clause.about,
    ...(clause.isMany ? [t('May be given several times.')] : []),
    ...takes,
    ...amounts.map((guide) =>
      t('What an amount looks like: {link}.', { link: `[${guide.title.toLowerCase()}](amounts.md#${anchor(guide)})` }),
    ),
  ]
  return [
    `### \`${clause.keyword}\``,
    remarks.join(' '),
    block(clauseForm(clause), 'text'),
    ...(sample ? [block(sample.text), t('From {file}.', { file: `\`${sample.file}\`` })] : [block(inElement(kind, clause.usage))]),
  ]
}

function amountsPage(): string {
  const sections = amountGuides.flatMap(({ title, about, where, accepted, refused }) => [
    `## ${title}`,
    about,
    t('In `{clause}` of a {kind}: {accepted}. An error: {refused}.', {
      clause: where.clause.replace('⟨⟩', '…'),
      kind: kindWord(where.kind),
      accepted: listOf(accepted),
      refused: listOf(refused),
    }),
  ])
  return page([
    `# ${t('Amounts')}`,
    t(
      'Each clause expects one kind of amount. Another kind is an error at the value ([formula/value-unit-mismatch](../rules/formula/value-unit-mismatch.md)), and nothing is computed from it.',
    ),
    ...sections,
    made(),
  ])
}

function listOf(values: readonly string[]): string {
  return values.map((value) => `\`${value}\``).join(', ')
}

function anchor({ title }: AmountGuide): string {
  return title.toLowerCase().replaceAll(' ', '-')
}

function ruleLine({ code, summary }: Rule): string {
  return `- [\`${code}\`](../rules/${code}.md) ${summary}`
}

function made(): string {
  return t('Made from the language table by `npm run docs`. [All elements](README.md)')
}

function page(parts: readonly string[]): string {
  return `${parts.join('\n\n')}\n`
}

function block(text: string, language = 'mops'): string {
  return `\`\`\`${language}\n${text}\n\`\`\``
}

function inCell(text: string): string {
  return text.replaceAll('|', '\\|')
}

import { t } from '@vscode/l10n'
import { type CompletionItem, CompletionItemKind, type CompletionList, InsertTextFormat } from 'vscode-languageserver'
import { standardMetrics } from '../../plan/dictionary/dictionary.js'
import { type ElementKind, isStepKind, type PlanElement } from '../../plan/elements/elements.js'
import { nextPeriod } from '../../plan/quantity/periods.js'
import { rules } from '../../rules/generated/registry.js'
import type { ClauseEntry } from '../table/clause.js'
import { kindWord } from '../table/references.js'
import { insideOf, vocabulary, wordsOf } from '../table/vocabulary.js'
import { relativePath } from '../workspace/imports.js'
import { slotsIn } from './clause-slots.js'
import { type CursorContext, cursorContext, type OpenElement, type Token } from './cursor-context.js'
import { filledSnippet, withoutTabStops } from './element-snippets.js'
import { hoverOfElement } from './hover-element.js'
import { touches } from './places.js'
import { answeringAt, type Provider } from './provider.js'
import type { FileView } from './session.js'
import { type Offer, offersFor, standardText } from './slot-items.js'
import { standardMetricLines } from './standard-metric-text.js'

export interface CompletionOptions {
  /** The client understands tab stops. */
  readonly hasSnippets: boolean
  /** The client's command that opens the list again behind an inserted clause word. */
  readonly again: string | undefined
}

/** Only what may stand at the cursor: clauses that the element may still have, names of the right kind, values, whole elements. */
export const completion: Provider = {
  capabilities: { completionProvider: { resolveProvider: true, triggerCharacters: ['@', '#', '"', '.', ',', ' ', '[', '='] } },
  attach(server) {
    const { connection, session, options, client } = server
    const how: CompletionOptions = {
      hasSnippets: client.textDocument?.completion?.completionItem?.snippetSupport === true,
      again: options.clientCommands === undefined ? undefined : 'editor.action.triggerSuggest',
    }
    const nothing: CompletionList = { isIncomplete: false, items: [] }
    connection.onCompletion(
      answeringAt(
        server,
        nothing,
        (view, offset) => ({ isIncomplete: false, items: completionsAt(view, offset, how) }),
        'for the document',
      ),
    )
    connection.onCompletionResolve((item) => {
      const data: { readonly uri?: string; readonly name?: string } = item.data ?? {}
      const view = data.uri === undefined ? undefined : session.view(data.uri)
      const element = data.name === undefined ? undefined : view?.plan.byName(data.name)
      return view && element ? { ...item, documentation: { kind: 'markdown', value: hoverOfElement(element, view.plan) } } : item
    })
  },
}

/** What may be written at an offset, best first. */
export function completionsAt(view: FileView, offset: number, how: CompletionOptions): CompletionItem[] {
  const bracket = openBracket(view.text, offset)
  const context = cursorContext(view.text, startOf(view, offset), offset - bracket.before)
  if (context.isInComment) return []
  const range = {
    start: view.folder.positionAt(view.path, offset - bracket.before - context.prefix.length),
    end: view.folder.positionAt(view.path, offset + bracket.behind),
  }
  if (bracket.before > 0)
    return beginning(view, context, how)
      .filter(({ insertText }) => insertText?.startsWith('[ ]'))
      .map((offer, rank) => finished({ ...offer, filterText: '[ ]' }, rank, range, how))
  const offers = context.openText ? textOffers(view, context, offset) : offersAt(view, context, offset, how)
  const inText = context.openText && { start: view.folder.positionAt(view.path, context.openText.from), end: range.end }
  return offers.map((offer, rank) => finished(offer, rank, inText ?? range, how))
}

/** A check mark that is being typed at the start of a line: how much of it stands around the cursor, which an editor may have closed. */
function openBracket(text: string, offset: number): { readonly before: number; readonly behind: number } {
  const before = /(?:^|\n)[ \t]*(\[ ?)$/.exec(text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset))?.[1]?.length ?? 0
  return { before, behind: before > 0 && text[offset] === ']' ? 1 : 0 }
}

function finished(offer: Offer, rank: number, range: { start: object; end: object }, how: CompletionOptions): CompletionItem {
  const { insertText, insertTextFormat, ...item } = offer
  const isSnippet = insertTextFormat === InsertTextFormat.Snippet
  const text = insertText ?? offer.label
  return {
    ...item,
    sortText: String(rank).padStart(4, '0'),
    textEdit: { range: range as never, newText: isSnippet && !how.hasSnippets ? withoutTabStops(text) : text }, // a range of two positions
    ...(isSnippet && how.hasSnippets && { insertTextFormat }),
  }
}

/** The beginning of the top-level element around or in front of an offset. */
function startOf({ file }: FileView, offset: number): number {
  let start = 0
  for (const element of file.elements) {
    if (element.extent.start >= offset) break
    if (element.path.length <= 1) start = element.extent.start
  }
  return start
}

function offersAt(view: FileView, context: CursorContext, offset: number, how: CompletionOptions): readonly Offer[] {
  if (context.isImport) return []
  const open = context.elements.at(-1)
  const { clause, head } = context
  const element = open && elementAt(view, open)
  if (open && clause) {
    const slots = slotsIn(open.kind, clause.keyword, clause.rest)
    const isEnd = slots.length === 0 || slots.some(({ type }) => type === 'end') // behind what does not fit another clause may begin
    if (isEnd && context.isAtLineStart) return beginning(view, context, how)
    const taken = new Set(clause.rest.filter(({ type }) => type === 'word').map(({ text }) => text))
    const spot = { view, offset, element, taken, keyword: clause.keyword }
    const values = slots.flatMap((slot) => offersFor(slot, spot))
    return isEnd ? [...values, ...beginning(view, context, how)] : values
  }
  if (open && head) {
    if (context.isAtLineStart && head.length > 0) return beginning(view, context, how)
    return headOffers(view, open, head, offset, element, context, how)
  }
  return beginning(view, context, how)
}

/** Behind the kind and the name of an element. */
function headOffers(
  view: FileView,
  open: OpenElement,
  head: readonly Token[],
  offset: number,
  element: PlanElement | undefined,
  context: CursorContext,
  how: CompletionOptions,
): readonly Offer[] {
  if (open.kind === 'actuals' && head.length === 0)
    return offersFor(
      { type: 'names', kinds: ['measure', 'metric'] },
      { view, offset, element, taken: new Set(), keyword: 'actuals' },
    ).filter(({ additionalTextEdits }) => additionalTextEdits === undefined)
  if (open.kind === 'send' && head.length === 0)
    return offersFor({ type: 'dates' }, { view, offset, element, taken: new Set(), keyword: 'send' })
  if (open.kind === 'metric' && head.length === 0) return standardHeads(view)
  if (head.length === 0 && open.kind !== 'score') return []
  return beginning(view, context, how)
}

/** Behind `metric `: the standard metrics, each with its whole declaration and the measures that the plan lacks. */
function standardHeads(view: FileView): readonly Offer[] {
  return standardMetrics
    .filter(({ key, isMeasure }) => !isMeasure && !view.plan.byName(key))
    .map((metric) => ({
      label: metric.key,
      kind: CompletionItemKind.Function,
      detail: t('standard metric'),
      labelDetails: { description: metric.title.en },
      documentation: { kind: 'markdown', value: standardText(metric, view) },
      insertText: standardMetricLines(metric, view.plan)
        .join('\n')
        .replace(/^metric /, ''),
    }))
}

/** Where a clause or an element may begin. */
function beginning(view: FileView, context: CursorContext, how: CompletionOptions): readonly Offer[] {
  const open = context.elements.at(-1)
  const around = context.elements.filter(({ hasBraces }) => hasBraces).at(-1)
  const element = open && elementAt(view, open)
  if (context.mark) return elementOffers(view, around?.kind, context).filter(({ label }) => isStepKind(label) && label !== 'decision')
  const clauses = open && !(open.kind === 'actuals' && !open.hasBraces) ? clauseOffers(open.kind, element, how) : []
  const isNewElementPossible = open === undefined || open.hasBraces || context.isAtLineStart
  const elements = isNewElementPossible ? elementOffers(view, around?.kind, context) : []
  return open && !open.hasBraces && !around && context.isAtLineStart ? [...elements, ...clauses] : [...clauses, ...elements]
}

function elementAt({ file }: FileView, { start, kind }: OpenElement): PlanElement | undefined {
  return file.elements.find((element) => element.extent.start === start && element.kind === kind)
}

/** The clauses that an element may still have. */
function clauseOffers(kind: ElementKind, element: PlanElement | undefined, how: CompletionOptions): readonly Offer[] {
  const given = new Set(element?.clauses.map(({ keyword }) => keyword))
  if (given.has('at most')) given.add('at least')
  return vocabulary[kind].clauses
    .filter(({ keyword, isMany }) => isMany || !given.has(keyword))
    .flatMap((clause) => clauseOffer(clause.keyword === 'row' ? { ...clause, usage: nextRow(element) ?? clause.usage } : clause, how))
}

/** The row that comes next in a list of values: the period behind the last one. */
function nextRow(element: PlanElement | undefined): string | undefined {
  if (element?.kind !== 'actuals' && element?.kind !== 'line' && element?.kind !== 'budget') return undefined
  const last = element.rows.at(-1)
  const { grain } = last?.period ?? {}
  return last && grain && `${nextPeriod({ grain, end: last.period.end }).text} ${last.value.text.replace(/\s*\(.*$/, '')}`
}

function clauseOffer(clause: ClauseEntry, how: CompletionOptions): readonly Offer[] {
  const { keyword, usage, about } = clause
  const documentation = { kind: 'markdown' as const, value: `${about}\n\n\`\`\`mops\n${usage}\n\`\`\`` }
  const common = { kind: CompletionItemKind.Keyword, documentation }
  if (keyword === 'row') return [{ ...common, label: usage, insertText: snippetOf(usage), insertTextFormat: InsertTextFormat.Snippet }]
  if (clause.writtenAs) {
    const [next] = clause.arguments
    const behind = next?.type === 'words' ? ` ${next.words.join(' ')}` : ''
    return wordsOf(clause).map((word) => ({ ...common, label: `${word}${behind}` }))
  }
  const rest = usage.slice(usage.indexOf(keyword) + keyword.length)
  if (rest === '') return [{ ...common, label: keyword }]
  if (keyword === 'ignore')
    return [{ ...common, label: keyword, insertText: 'ignore "$1" because "$2"', insertTextFormat: InsertTextFormat.Snippet }]
  if (/^ (?:because )?"/.test(rest)) {
    const insertText = `${keyword}${rest.startsWith(' because') ? ' because' : ''} "$1"`
    return [{ ...common, label: keyword, insertText, insertTextFormat: InsertTextFormat.Snippet }]
  }
  const gap = keyword === '@' || keyword === '#' ? '' : ' '
  return [
    {
      ...common,
      label: keyword,
      insertText: `${keyword}${gap}`,
      ...(how.again !== undefined && { command: { title: '', command: how.again } }),
    },
  ]
}

function snippetOf(usage: string): string {
  const [period = '', ...value] = usage.split(' ')
  return `\${1:${period}} \${2:${value.join(' ')}}`
}

/** Whole elements that may begin here, with tab stops. */
function elementOffers(view: FileView, around: ElementKind | undefined, context: CursorContext): readonly Offer[] {
  const kinds = around ? vocabulary[around].holds : topLevelKinds(view)
  const own = kinds.map((kind): Offer => {
    const { about, example, snippet: empty } = vocabulary[kind]
    const snippet = filledSnippet(empty, view.plan)
    const label = kind === 'item' ? t('checklist item') : kind
    return {
      label,
      filterText: kind === 'item' ? '[ ] item' : kind,
      kind: CompletionItemKind.Snippet,
      detail: t('new {kind}', { kind: kindWord(kind) }),
      documentation: { kind: 'markdown', value: `${about}\n\n\`\`\`mops\n${example}\n\`\`\`` },
      insertText: context.mark ? snippet.replace(/^\[ \] /, '') : snippet,
      insertTextFormat: InsertTextFormat.Snippet,
    }
  })
  return around ? own : [...own, importOffer()]
}

function topLevelKinds({ plan, path }: FileView): readonly ElementKind[] {
  const hasStrategy = plan.strategy !== undefined && (plan.strategy.place.file === path || plan.root !== path)
  const kinds = Object.keys(vocabulary) as ElementKind[] // its keys are the kinds
  return kinds.filter((kind) => insideOf(kind) === undefined && !(kind === 'strategy' && hasStrategy))
}

function importOffer(): Offer {
  return {
    label: 'import',
    kind: CompletionItemKind.Keyword,
    insertText: 'import "$1"',
    insertTextFormat: InsertTextFormat.Snippet,
    documentation: t('Makes the names of another file visible.'),
  }
}

/** Inside of quotes: paths behind `import`, rules behind `ignore`. */
function textOffers(view: FileView, context: CursorContext, offset: number): readonly Offer[] {
  if (context.isImport) return importPaths(view)
  if (context.clause?.keyword === 'ignore' && context.clause.rest.length === 0) return ruleCodes(view, offset)
  return []
}

function importPaths({ folder, path, file }: FileView): readonly Offer[] {
  const known = new Set(file.imports.map(({ target }) => target))
  const others = folder.engine.paths.filter((one) => one !== path && !known.has(one))
  const depth = (one: string) => relativePath(path, one).split('/').length
  return others
    .sort((a, b) => depth(a) - depth(b) || (a < b ? -1 : 1))
    .map((one) => ({ label: relativePath(path, one), kind: CompletionItemKind.File }))
}

/** The rules that speak here first, then all others. */
function ruleCodes(view: FileView, offset: number): readonly Offer[] {
  const around = view.file.elements.filter(({ extent }) => extent.start <= offset && offset <= extent.end + 1)
  const spoken = new Set(
    view.folder
      .judgedPlan(view.plan.root)
      ?.findings.filter(
        ({ place }) =>
          place.file === view.path &&
          !touches(place, offset) &&
          around.some(({ extent }) => extent.start <= place.start && place.end <= extent.end),
      )
      .map(({ code }) => code),
  )
  const codes = [...rules]
    .filter(({ cannotBeIgnored }) => !cannotBeIgnored)
    .sort((a, b) => Number(spoken.has(b.code)) - Number(spoken.has(a.code)))
  return codes.map(({ code, summary, why }) => ({
    label: code,
    kind: CompletionItemKind.EnumMember,
    documentation: { kind: 'markdown', value: `${summary}\n\n${why}` },
    ...(spoken.has(code) && { detail: t('speaks here') }),
  }))
}

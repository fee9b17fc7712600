import { t } from '@vscode/l10n'
import { type CodeAction, CodeActionKind } from 'vscode-languageserver'
import type { Goal, PlanElement } from '../../plan/elements/elements.js'
import { scopesOf, suggestedMeasurable, suggestedScope, suggestedStakeholder } from '../../plan/goals/suggestions.js'
import { defaultPerson } from '../../plan/model/defaults.js'
import { isGiven } from '../../plan/model/given-clauses.js'
import type { TextEdit } from '../edits/text-edit.js'
import { editsOfChange } from '../edits/text-edits.js'
import { format } from '../format/format.js'
import { documentationBefore } from '../parse/documentation.js'
import { relativePath } from '../workspace/imports.js'
import { editContext } from './commands.js'
import { workspaceEdit } from './edits-for-client.js'
import { elementsAround } from './places.js'
import type { FileView } from './session.js'

/** What can be done with the element at an offset, whether or not something is wrong with it. */
export function refactorings(view: FileView, offset: number): CodeAction[] {
  const around = elementsAround(view.file, offset)
  const [outer] = around
  const inner = around.at(-1)
  return [
    ...(inner?.kind === 'goal' ? smartClauses(view, inner) : []),
    ...(inner ? [...withBraces(view, inner), ...withoutBraces(view, inner)] : []),
    ...(outer ? moves(view, outer) : []),
  ]
}

function action(view: FileView, title: string, kind: string, edits: readonly TextEdit[]): CodeAction {
  return { title, kind, edit: workspaceEdit(view.folder, edits) }
}

/** Adds the SMART clauses that a goal lacks, each with what the plan suggests. */
function smartClauses(view: FileView, goal: Goal): CodeAction[] {
  const { plan } = view
  const period = plan.strategy?.period
  const scope = suggestedScope(plan, goal) ?? scopesOf(plan)[0]?.name
  const stakeholder = suggestedStakeholder(plan)
  const suggested: readonly (readonly [string, string])[] = [
    ['specific', `specific "${t('What is in, what is out')}"`],
    ['scope', scope ? `scope ${scope}` : ''],
    ['measurable', suggestedMeasurable(plan) ?? ''],
    ['achievable', `achievable "${t('Why it can be reached')}"`],
    ['relevant', stakeholder ? `relevant to ${stakeholder} because "${t('Why it matters to them')}"` : ''],
    ['timebound', period ? `timebound ${period.start} .. ${period.end}` : `timebound by ${plan.statusDate.date}`],
    ['owner', defaultPerson(plan) ? `owner ${defaultPerson(plan)}` : ''],
  ]
  const lacking = suggested.filter(([keyword, text]) => text !== '' && !isGiven(goal, keyword))
  if (lacking.length === 0) return []
  const edits = lacking.flatMap(([, text]) => editsOfChange({ type: 'insert-clause', into: goal.extent, text }, editContext(view)))
  return [action(view, t('Add the missing SMART clauses'), CodeActionKind.RefactorRewrite, edits)]
}

function bodyOf(view: FileView, element: PlanElement): { readonly text: string; readonly hasBraces: boolean } {
  const text = view.text.slice(element.extent.start, element.extent.end)
  return { text, hasBraces: text.endsWith('}') }
}

/** Inline clauses go into braces, one on a line. */
function withBraces(view: FileView, element: PlanElement): CodeAction[] {
  const { text, hasBraces } = bodyOf(view, element)
  const [first] = element.clauses
  if (hasBraces || !first || element.kind === 'stage' || element.kind === 'send') return []
  const head = text.slice(0, first.place.start - element.extent.start).trimEnd()
  const opened = formatted(view, element, `${head} {\n${text.slice(first.place.start - element.extent.start)}\n}`)
  return [action(view, t('Put the clauses into braces'), CodeActionKind.RefactorRewrite, [{ ...element.extent, text: opened }])]
}

const widest = 120

/** Clauses in braces go onto one line, when nothing but clauses stands there and they fit. */
function withoutBraces(view: FileView, element: PlanElement): CodeAction[] {
  const { text, hasBraces } = bodyOf(view, element)
  const holdsMore = view.file.elements.some(
    (one) => one !== element && one.extent.start > element.extent.start && one.extent.end < element.extent.end,
  )
  const isPlain = element.kind !== 'actuals' && element.kind !== 'scoring' && !(element.kind === 'task' && element.items.length > 0)
  if (!hasBraces || holdsMore || !isPlain || /\/\/|\/\*|"""/.test(text)) return []
  const [first] = element.clauses
  const head = text.slice(
    0,
    text.indexOf('{', first && first.place.start < element.extent.start + text.indexOf('{') ? first.place.end - element.extent.start : 0),
  )
  const clauses = element.clauses.map(({ place }) => view.text.slice(place.start, place.end).replace(/\s+/g, ' '))
  const before = element.clauses.filter(({ place }) => place.start < element.extent.start + head.length).length
  const line = [head.trim().replace(/\s+/g, ' '), ...clauses.slice(before)].join(' ')
  if (line.length > widest) return []
  return [action(view, t('Put the clauses on one line'), CodeActionKind.RefactorRewrite, [{ ...element.extent, text: line }])]
}

function formatted(view: FileView, element: PlanElement, text: string): string {
  const lineStart = view.text.lastIndexOf('\n', element.extent.start - 1) + 1
  const indentation = /^[ \t]*/.exec(view.text.slice(lineStart, element.extent.start))?.[0] ?? ''
  return format(text).trimEnd().split('\n').join(`\n${indentation}`)
}

const mostTargets = 6

/** A top-level element moves with its documentation to another file of the plan, or to a new one that is then imported. */
function moves(view: FileView, element: PlanElement): CodeAction[] {
  const { plan, path, folder, text } = view
  if (element.kind === 'strategy' || element.name === '') return []
  const start = documentationBefore(text, element.extent.start)?.start ?? element.extent.start
  const moved = text.slice(start, element.extent.end)
  const newline = text.indexOf('\n', element.extent.end)
  const isAlone = text.slice(element.extent.end, newline < 0 ? undefined : newline).trim() === ''
  const cut: TextEdit = { file: path, start, end: isAlone && newline >= 0 ? newline + 1 : element.extent.end, text: '' }
  const append = (file: string): TextEdit => {
    const target = folder.text(file) ?? ''
    const gap = target === '' || target.endsWith('\n') ? '' : '\n'
    return { file, start: target.length, end: target.length, text: `${gap}${moved}\n` }
  }
  const others = plan.files.map((file) => file.path).filter((file) => file !== path)
  const known = others
    .slice(0, mostTargets)
    .map((file) => action(view, t('Move to `{file}`', { file: relativePath(path, file) }), 'refactor.move', [cut, append(file)]))
  const fresh = freePath(view, element.name)
  const importLine: TextEdit = { file: path, start: 0, end: 0, text: `import "${relativePath(path, fresh)}"\n` }
  return [
    ...known,
    action(view, t('Move to the new file `{file}`', { file: relativePath(path, fresh) }), 'refactor.move', [
      importLine,
      cut,
      append(fresh),
    ]),
  ]
}

function freePath({ path, folder }: FileView, name: string): string {
  const base = path.includes('/') ? path.slice(0, path.lastIndexOf('/') + 1) : ''
  let candidate = `${base}${name}.mops`
  for (let number = 2; folder.text(candidate) !== undefined; number++) candidate = `${base}${name}_${number}.mops`
  return candidate
}

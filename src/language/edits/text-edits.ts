import type { Mark } from '../../plan/elements/elements.js'
import type { Change, Fix } from '../../plan/elements/finding.js'
import type { Plan } from '../../plan/model/plan.js'
import type { Place } from '../../plan/text/place.js'
import { insertClause } from './insert-clause.js'
import type { TextEdit } from './text-edit.js'

/** What edits are made in: the texts of the files, and the plan whose names may be changed. */
export interface EditContext {
  readonly text: (file: string) => string | undefined
  readonly plan: Plan | undefined
}

const markSigns: Readonly<Record<Mark, string>> = { todo: '[ ]', doing: '[~]', done: '[x]', blocked: '[!]', cancelled: '[-]' }

/** The text edits of a fix; they leave comments and layout around them alone. A file that is not known gives no edits. */
export function editsOfFix(fix: Fix, context: EditContext): TextEdit[] {
  return fix.changes.flatMap((change) => editsOfChange(change, context))
}

/** The text edits of one change. */
export function editsOfChange(change: Change, context: EditContext): TextEdit[] {
  if (change.type === 'create-file')
    return context.text(change.path) === undefined ? [{ file: change.path, start: 0, end: 0, text: change.text }] : []
  if (change.type === 'rename') return rename(change, context)
  const place = placeOf(change)
  const source = context.text(place.file)
  if (source === undefined) return []
  switch (change.type) {
    case 'replace':
      return [{ ...place, text: change.text }]
    case 'append':
      return [{ file: place.file, start: place.end, end: place.end, text: change.text }]
    case 'set-mark':
      return [{ ...place, text: place.start === place.end ? `${markSigns[change.mark]} ` : markSigns[change.mark] }]
    case 'remove':
      return [removal(source, place)]
    case 'remove-name':
      return [nameRemoval(source, place, change.clause)]
    case 'insert-clause':
      return [insertClause(source, place, change.text)]
    case 'insert-element':
      return [elementInsertion(source, place, change.text)]
  }
}

function placeOf(change: Exclude<Change, { type: 'create-file' | 'rename' }>): Place {
  switch (change.type) {
    case 'insert-clause':
      return change.into
    case 'insert-element':
      return change.after
    case 'set-mark':
      return change.markPlace
    default:
      return change.place
  }
}

/** Renames the declaration; references follow when they mean this element and not another of the same name. */
function rename(change: Extract<Change, { type: 'rename' }>, { plan }: EditContext): TextEdit[] {
  const declaration: TextEdit = { ...change.from, text: change.to }
  const element = plan?.byName(change.name)
  if (!plan || !element || element.place.start !== change.from.start || element.place.file !== change.from.file) return [declaration]
  const references = plan.refs.filter(({ ref }) => ref.name === change.name).map(({ ref }) => ({ ...ref.place, text: change.to }))
  return [declaration, ...references]
}

/** Removes a range; the whole line when nothing else stands on it, else also the space in front. Looks no farther than that, since a line may be long. */
function removal(source: string, place: Place): TextEdit {
  const blankStart = startOfBlanks(source, place.start)
  const blankEnd = endOfBlanks(source, place.end)
  const beginsLine = blankStart === 0 || source[blankStart - 1] === '\n'
  const endsLine = blankEnd === source.length || source[blankEnd] === '\n'
  if (beginsLine && endsLine) return { file: place.file, start: blankStart, end: Math.min(blankEnd + 1, source.length), text: '' }
  if (beginsLine) return { ...place, end: blankEnd, text: '' }
  return { ...place, start: blankStart, text: '' }
}

/** Where the blanks of a line begin that end at an offset. */
function startOfBlanks(source: string, offset: number): number {
  let start = offset
  while (start > 0 && isBlank(source[start - 1])) start--
  return start
}

/** Where the blanks of a line end that begin at an offset. */
function endOfBlanks(source: string, offset: number): number {
  let end = offset
  while (end < source.length && isBlank(source[end])) end++
  return end
}

function isBlank(character: string | undefined): boolean {
  return character !== undefined && character !== '\n' && character.trim() === ''
}

function nameRemoval(source: string, name: Place, clause: Place): TextEdit {
  const behind = /^\s*,\s*/.exec(source.slice(name.end, clause.end))
  if (behind) return { ...name, end: name.end + behind[0].length, text: '' }
  const before = source.slice(clause.start, name.start).trimEnd()
  if (before.endsWith(',')) return { ...name, start: clause.start + before.slice(0, -1).trimEnd().length, text: '' }
  return removal(source, clause)
}

/** Puts an element on lines of its own behind another, with its indentation. */
function elementInsertion(source: string, after: Place, text: string): TextEdit {
  const lineStart = source.lastIndexOf('\n', after.start - 1) + 1
  const indentation = /^[ \t]*/.exec(source.slice(lineStart, after.start))?.[0] ?? ''
  const newline = source.indexOf('\n', after.end)
  const at = newline < 0 ? source.length : newline > 0 && source[newline - 1] === '\r' ? newline - 1 : newline
  const isLarge = source.slice(after.start, after.end).includes('\n') || text.trim().includes('\n')
  const lines = text
    .trim()
    .split('\n')
    .map((line) => (line.trim() === '' ? '' : `${indentation}${line}`))
  const rest = source.slice(after.end, at)
  const isAlone = rest.trim() === '' || rest.trimStart().startsWith('//')
  const start = isAlone ? at : after.end
  return { file: after.file, start, end: start, text: `\n${isLarge ? '\n' : ''}${lines.join('\n')}${isAlone ? '' : '\n'}` }
}

/** Applies edits to the text of one file. Edits that overlap an earlier one are left out and returned. */
export function applyEdits(source: string, edits: readonly TextEdit[]): { readonly text: string; readonly leftOut: readonly TextEdit[] } {
  const sorted = edits
    .map((edit, index) => ({ edit, index }))
    .sort((a, b) => a.edit.start - b.edit.start || a.edit.end - b.edit.end || a.index - b.index)
  const leftOut: TextEdit[] = []
  let text = ''
  let position = 0
  for (const { edit } of sorted) {
    if (edit.start < position) {
      leftOut.push(edit)
      continue
    }
    text += source.slice(position, edit.start) + edit.text
    position = edit.end
  }
  return { text: text + source.slice(position), leftOut }
}

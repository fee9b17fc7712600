import { describe, expect, test } from 'vitest'
import { format } from '../../src/language/format/format.js'
import { carriedOut } from '../../src/language/intents/carried-out.js'
import { consider } from '../../src/language/intents/consider.js'
import { type Intent, type IntentContext, isRefused } from '../../src/language/intents/intent.js'
import { readPlanText } from '../../src/language/read/read-file.js'
import { clauseOf, insideOf } from '../../src/language/table/vocabulary.js'
import { Workspace } from '../../src/language/workspace/workspace.js'
import { elementKinds, type PlanElement } from '../../src/plan/elements/elements.js'
import { dateOf } from '../../src/plan/quantity/days.js'
import { schedule } from '../../src/plan/schedule/schedule.js'
import { plans, texts } from '../example-files.js'
import { comments, said } from '../meaning.js'

const today = '2027-02-12'
const workspace = new Workspace()
for (const [name, text] of texts) workspace.setText(name, text)

function contextOf(root: string, changed: ReadonlyMap<string, string> = new Map()): IntentContext {
  const own = changed.size === 0 ? workspace : workspace.beside()
  if (own !== workspace) for (const [name, text] of texts) own.setText(name, changed.get(name) ?? text)
  const plan = own.plan(root, { clock: today })
  if (!plan) throw new Error(root)
  return { plan, text: (file) => own.text(file), today }
}

function keyOf(element: PlanElement, context: IntentContext) {
  if (element.kind === 'actuals') {
    const same = context.plan.all('actuals').filter((one) => one.of?.name === element.of?.name)
    return { name: element.of?.name ?? '', kind: element.kind, at: same.indexOf(element) }
  }
  return { name: element.name }
}

/** Applies intents, holds what every edit must keep, and gives the texts. */
function done(intents: readonly Intent[], context: IntentContext, what: string): ReadonlyMap<string, string> {
  const result = carriedOut(intents, context)
  if (isRefused(result)) throw new Error(`${what}: ${result.refused}`)
  for (const [file, text] of result.texts) {
    const before = context.text(file) ?? ''
    if (format(before) === before) expect(format(text), what).toBe(text)
    expect(comments(text), what).toEqual(comments(before))
    expect(readPlanText(file, text).faults.length, what).toBe(readPlanText(file, before).faults.length)
  }
  return result.texts
}

/** The values of all clauses of an element, as they stand behind the word. */
function valuesOf(element: PlanElement, context: IntentContext) {
  const counts = new Map<string, number>()
  return element.clauses.flatMap(({ keyword, place }) => {
    const entry = clauseOf(element.kind, keyword)
    const at = counts.get(keyword) ?? 0
    counts.set(keyword, at + 1)
    if (!entry || element.kind === 'send') return []
    const text = (context.text(place.file) ?? '').slice(place.start, place.end)
    const value = entry.writtenAs ? text : text.replace(new RegExp(`^${keyword.replaceAll(' ', '\\s+')}`), '').trim()
    return [{ keyword, at, value, text }]
  })
}

const named = (context: IntentContext) => context.plan.elements.filter((one) => one.name !== '' || one.kind === 'actuals')

describe.each(plans)('in %s', (root) => {
  test('every clause can be written as it stands, and nothing changes', () => {
    const context = contextOf(root)
    for (const element of named(context))
      for (const { keyword, at, value, text } of valuesOf(element, context)) {
        const what = `${element.kind} ${element.name} ${keyword} ${value}`
        if (/\n/.test(text) || /\/\/|\/\*/.test(text.replace(/"[^"]*"/g, ''))) continue
        if (['progress', 'done', 'blocked'].includes(keyword)) continue
        const result = carriedOut([{ type: 'edit', element: keyOf(element, context), clause: keyword, at, value }], context)
        expect(isRefused(result) ? result.refused : [...result.texts.keys()], what).toEqual([])
      }
  })

  test('every clause can be removed and written again, which says the same', () => {
    const context = contextOf(root)
    const seen = new Map<string, number>()
    for (const element of named(context))
      for (const { keyword, at, value, text } of valuesOf(element, context)) {
        if (/\n/.test(text) || ['progress', 'done', 'blocked'].includes(keyword)) continue
        const kind = `${element.kind} ${keyword}`
        seen.set(kind, (seen.get(kind) ?? 0) + 1)
        if ((seen.get(kind) ?? 0) > 2) continue // two of each kind; each makes a plan anew
        const what = `${element.kind} ${element.name} ${keyword} ${value}`
        const key = keyOf(element, context)
        const without = carriedOut([{ type: 'edit', element: key, clause: keyword, at }], context)
        // Some clauses cannot be missing: the reader says so, and that is why they stay.
        if (isRefused(without)) continue
        done([{ type: 'edit', element: key, clause: keyword, at }], context, what)
        const after = contextOf(root, without.texts)
        const again = done([{ type: 'edit', element: key, clause: keyword, value }], after, `${what} again`)
        const [file] = [...without.texts.keys()]
        expect(skeletonOf(again.get(file ?? '') ?? ''), what).toEqual(skeletonOf(texts.get(file ?? '') ?? ''))
      }
  })

  test('every title can be changed, and back again gives the text', () => {
    const context = contextOf(root)
    for (const element of named(context)) {
      if (!element.title || element.kind === 'actuals') continue
      const key = keyOf(element, context)
      const longer = `${element.title.text} "changed" \\ here`
      const there = done([{ type: 'edit', element: key, clause: 'title', value: longer }], context, `title of ${element.name}`)
      const back = carriedOut(
        [{ type: 'edit', element: key, clause: 'title', value: element.title.text }],
        withTexts(context, there, element),
      )
      if (isRefused(back)) throw new Error(back.refused)
      const file = element.place.file
      // A line that became too long is opened into braces, which the way back leaves open.
      if (lines(there.get(file)) === lines(texts.get(file))) expect(back.texts.get(file), element.name).toBe(texts.get(file))
      else expect(said(back.texts.get(file) ?? '')).toBe(said(texts.get(file) ?? ''))
    }
  })

  test('every state can be set, and back again leaves open what was open', () => {
    const context = contextOf(root)
    for (const step of context.plan.allOf('task', 'milestone'))
      for (const value of ['done', 'done 2027-02-01', 'doing', 'todo', 'cancelled', 'blocked "The "vendor" is silent"'])
        done([{ type: 'edit', element: { name: step.name }, clause: 'mark', value }], context, `${step.name} ${value}`)
  })

  test('every element can be removed, and no name is left behind', () => {
    const context = contextOf(root)
    const lost = unknownNames(context)
    for (const element of named(context)) {
      const what = `without ${element.kind} ${element.name}`
      const result = carriedOut([{ type: 'remove', element: keyOf(element, context) }], context)
      if (isRefused(result)) expect(result.refused, what).toMatch(/formula|without its strategy|needed by/)
      else expect(unknownNames(contextOf(root, result.texts)), what).toEqual(lost)
    }
  })

  test('an element of every kind can be added, and removed again gives the text', () => {
    const context = contextOf(root)
    for (const kind of elementKinds) {
      if (kind === 'strategy' || kind === 'actuals' || kind === 'send' || kind === 'score' || kind === 'item') continue
      const inside = insideOf(kind)
      const into = inside && context.plan.all(inside as 'budget' | 'journey')[0]?.name
      if (inside && into === undefined) continue
      const added = done([{ type: 'add', kind, title: 'Something new', into }], context, `new ${kind}`)
      const after = contextOf(root, added)
      const name = after.plan.elements.find((one) => one.title?.text === 'Something new')?.name
      expect(name, kind).toMatch(/^something_new/)
      const gone = done([{ type: 'remove', element: { name: name ?? '' } }], after, `removed ${kind}`)
      // A large element gets a blank line in front, which stays where there was none.
      for (const [file, text] of gone) expect(text.replace(/\n\n/g, '\n'), kind).toBe(texts.get(file)?.replace(/\n\n/g, '\n'))
    }
  })
})

function withTexts(context: IntentContext, changed: ReadonlyMap<string, string>, { place }: PlanElement): IntentContext {
  const own = workspace.beside()
  for (const { path } of context.plan.files)
    own.setText(path, (path === place.file ? changed.get(path) : undefined) ?? texts.get(path) ?? '')
  const plan = own.plan(context.plan.root, { clock: today })
  if (!plan) throw new Error(context.plan.root)
  return { plan, text: (file) => own.text(file), today }
}

function lines(text: string | undefined): number {
  return text?.split('\n').length ?? 0
}

function unknownNames({ plan }: IntentContext): readonly string[] {
  return plan.refs.filter(({ ref }) => !plan.isKnown(ref)).map(({ ref }) => ref.name)
}

/** The words of a text, whatever their order and layout. */
function skeletonOf(text: string): readonly string[] {
  return text.replace(/[{}]/g, ' ').split(/\s+/).filter(Boolean).sort()
}

const frame = `strategy spring "Spring" period 2027-01-04 .. 2027-04-09 stage running owner ben

person ben "Ben" works 24h per week
person dana "Dana" works 24h per week

measure leads "Leads" in leads per month sum

actuals leads {
  2027-01 40
}

goal more "More" measurable leads from 40 in 2027-01 to 60 in 2027-03 timebound by 2027-03-31 owner ben

[ ] task first "First" for more @ben 8h start 2027-02-15 due 2027-02-19
[ ] task second "Second" for more @ben 8h start 2027-02-22 due 2027-02-26 after first
[ ] task third "Third" for more @dana 8h start 2027-03-22 due 2027-03-31 after second
`

function surroundings(text: string) {
  const own = new Workspace()
  own.setText('plan.mops', text)
  const settings = { clock: today }
  const judged = own.judgeRoot('plan.mops', settings)
  if (!judged) throw new Error('no plan')
  return { workspace: own, settings, judged, context: { plan: judged.plan, text: (file: string) => own.text(file), today } }
}

function changedBy(text: string, ...list: readonly Intent[]): string {
  const result = consider(list, surroundings(text))
  return isRefused(result) ? `refused: ${result.refused}` : (result.texts.get('plan.mops') ?? text)
}

const edit = (name: string, clause: string, value?: string, at?: number): Intent => ({ type: 'edit', element: { name }, clause, value, at })

describe('an edit', () => {
  test.each<[string, Intent, string, string]>([
    ['a date', edit('first', 'due', '2027-02-18'), 'due 2027-02-19', 'due 2027-02-18'],
    ['an owner', edit('first', 'owner', 'dana'), '@ben 8h start 2027-02-15', '@ben 8h owner dana start 2027-02-15'],
    ['hours', edit('third', '@', 'dana 16h', 0), '@dana 8h', '@dana 16h'],
    ['a title without quotes', edit('more', 'title', 'More leads'), '"More"', '"More leads"'],
    ['a target', edit('more', 'measurable', 'leads from 40 in 2027-01 to 80 in 2027-03', 0), 'to 60', 'to 80'],
    ['a measured value of a new period', edit('leads', 'actual', '2027-02 44'), '  2027-01 40\n', '  2027-01 40\n  2027-02 44\n'],
    ['a measured value of an earlier period', edit('leads', 'actual', '2026-12 31'), '  2027-01 40\n', '  2026-12 31\n  2027-01 40\n'],
    ['a measured value of the same period', edit('leads', 'actual', '2027-01 41'), '2027-01 40\n', '2027-01 41\n'],
    ['a name with all that names it', edit('ben', 'name', 'benno'), '', ''],
  ])('writes %s', (_, intent, old, now) => {
    const expected = old === '' ? frame.replace(/\bben\b/g, 'benno').replace('dana  ', 'dana ') : frame.replace(old, now)
    expect(skeletonOf(changedBy(frame, intent))).toEqual(skeletonOf(format(expected)))
  })

  test.each<[string, Intent, RegExp]>([
    ['an empty title', edit('first', 'title', ' '), /cannot be empty/],
    ['a value that brings another clause', edit('first', 'due', '2027-02-18 owner dana'), /says more than that/],
    ['a value that would hide the rest of the line', edit('first', 'start', '2027-02-18 //'), /comment/],
    ['a day that the calendar has not', edit('first', 'due', '2027-02-31'), /2027-02-31/],
    ['an unknown person', edit('first', 'owner', 'dan'), /`dan`.*Did you mean `dana`/],
    ['a task that would wait for itself', edit('first', 'after', 'third'), /waits for itself: `\w+` → `\w+` → `\w+` → `\w+`/],
    ['a unit that does not fit', edit('leads', 'actual', '2027-02 3%'), /%/],
    ['a clause that the kind has not', edit('first', 'priotity', 'high'), /Did you mean `priority`/],
    ['what is gone', edit('fourth', 'due', '2027-02-18'), /not in the plan any more/],
    ['a name that is taken', edit('first', 'name', 'second'), /taken already/],
    ['a period without an amount', edit('leads', 'actual', '2027-02'), /its period and its amount/],
  ])('is refused for %s', (_, intent, reason) => {
    expect(changedBy(frame, intent)).toMatch(reason)
    expect(changedBy(frame, intent)).toMatch(/^refused/)
  })

  test('goes through in a text that is not formatted, which stays as it is elsewhere', () => {
    const loose = frame.replace('@ben 8h start', '@ben   8h    start').replace('person ben "Ben"', 'person   ben "Ben"')
    expect(changedBy(loose, edit('first', 'due', '2027-02-18'))).toBe(loose.replace('2027-02-19', '2027-02-18'))
  })

  test('keeps carriage returns', () => {
    const text = frame.replaceAll('\n', '\r\n')
    expect(changedBy(text, edit('leads', 'actual', '2027-02 44'))).toBe(
      text.replace('  2027-01 40\r\n', '  2027-01 40\r\n  2027-02 44\r\n'),
    )
  })
})

describe('before a change', () => {
  const verdict = (intents: readonly Intent[], push = false) => {
    const result = consider(intents, surroundings(frame), push)
    if (isRefused(result)) throw new Error(result.refused)
    return result
  }

  test('the verdict says what breaks, and which tasks would have to move', () => {
    const move = [edit('first', 'start', '2027-02-22'), edit('first', 'due', '2027-02-26')]
    const alone = verdict(move)
    expect(alone.verdict.isHarmful).toBe(true)
    expect(alone.verdict.lines.map(({ text }) => text).join('\n')).toMatch(/`second`/)
    expect(alone.pushed.map(({ name, days }) => [name, days])).toEqual([['second', 5]])
    const all = verdict(move, true)
    expect(all.texts.get('plan.mops')).toContain('start 2027-03-01 due 2027-03-05 after first')
    expect(all.verdict.lines.map(({ text }) => text)).toEqual(['Moves one task: Second +5 wd', 'Deadlines kept, 0 working days left'])
    expect(all.verdict.isHarmful).toBe(false)
  })

  test('a missed deadline comes first, in one line', () => {
    const { verdict: said } = verdict([edit('third', 'due', '2027-04-02')])
    expect(said.lines[0]).toEqual({ tone: 'bad', text: 'More: the work ends 2 working days after the deadline' })
  })

  test('too much work is said with its week', () => {
    const { verdict: said } = verdict([edit('first', '@', 'ben 30h', 0)])
    expect(said.lines).toContainEqual({ tone: 'warning', text: 'Ben: 30 of 24 h in week 7' })
  })

  test('the days that it says are those that the schedule then has', () => {
    const { pushed } = verdict([edit('first', 'due', '2027-03-12')], true)
    const after = surroundings(changedTexts([edit('first', 'due', '2027-03-12')]))
    for (const { name, start, end } of pushed)
      expect([name, schedule(after.judged.plan).of(name)?.start, schedule(after.judged.plan).of(name)?.end]).toEqual([
        name,
        dateOf(start),
        dateOf(end),
      ])
    expect(pushed.length).toBe(1)
  })

  function changedTexts(intents: readonly Intent[]): string {
    return verdict(intents, true).texts.get('plan.mops') ?? ''
  }
})

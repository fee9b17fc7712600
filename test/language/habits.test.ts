import { describe, expect, it } from 'vitest'
import { editsOfFix } from '../../src/language/edits/text-edits.js'
import { meaningOf } from '../../src/language/format/meaning.js'
import { readPlanText } from '../../src/language/read/read-file.js'
import { reread } from '../../src/language/read/reread.js'
import { clauseOf, vocabulary } from '../../src/language/table/vocabulary.js'
import { Workspace } from '../../src/language/workspace/workspace.js'
import type { Finding, Fix } from '../../src/plan/elements/finding.js'
import { judge } from '../../src/rules/engine/judge.js'
import { rules } from '../../src/rules/generated/registry.js'
import { Desk } from '../lsp/kit.js'
import { habits } from './habits.js'

const around = `person ann "Ann Lee" works 40h per week
person ben "Ben Cole" works 40h per week
person mara "Mara Lindt" works 40h per week
tool crm "CRM" kind crm owner ann
stakeholder customers "Customers" kind customer
channel email "Email" owner ann
measure leads "Leads" in leads per month sum
metric churn "Churn" in % per month lower is better
goal grow "Grow" measurable leads to 500 in 2027-03
task prep "Prepare" @ben 4h start 2027-01-11 due 2027-01-12
task prep2 "Prepare more" @ben 4h start 2027-01-11 due 2027-01-12
`

const hosts: Readonly<Record<keyof typeof habits, (line: string) => string>> = {
  task: (line) => `task write "Write" {\n  @ann 8h\n  start 2027-01-11\n  ${line}\n}\n`,
  'goal with a number': (line) => `goal more "More" {\n  measurable leads to 500 in 2027-03\n  ${line}\n}\n`,
  goal: (line) => `goal more "More" {\n  ${line}\n}\n`,
  strategy: (line) => `strategy spring "Spring" {\n  ${line}\n}\n`,
  file: (line) => `${line}\n`,
}

const rows = Object.entries(habits).flatMap(([host, list]) =>
  list.map(([written, meant]) => {
    const inside = hosts[host as keyof typeof habits] // the keys are the hosts
    return { name: `${written} (${host})`, text: around + inside(written), wished: around + inside(meant) }
  }),
)

/** The rules that speak about what cannot be read, and about names that nothing declares. */
const ofReading = rules.filter(({ code }) =>
  /^plan\/(?:syntax|unknown-clause|clause-not-allowed|duplicate-clause|typographic-character|invalid-date|period-reversed|unknown-name)$/.test(
    code,
  ),
)

function judged(text: string) {
  const workspace = new Workspace()
  workspace.setText('plan.mops', text)
  const plan = workspace.plan('plan.mops', { clock: '2027-02-12' })
  if (!plan) throw new Error('There is no plan.')
  return { plan, findings: judge(plan, ofReading).findings }
}

function withFix(text: string, fix: Fix): string {
  const edits = editsOfFix(fix, { text: () => text, plan: undefined }).sort((a, b) => b.start - a.start)
  return edits.reduce((done, { start, end, text: added }) => done.slice(0, start) + added + done.slice(end), text)
}

const meaning = (text: string) => meaningOf({ ...readPlanText('plan.mops', text), faults: [] })
const flat = (text: string) => text.replace(/\s+/g, ' ').trim()

function only(findings: readonly Finding[]): Finding {
  expect(findings.map(({ message }) => message)).toHaveLength(1)
  const [finding] = findings
  if (!finding) throw new Error('There is no finding.')
  return finding
}

describe('what people write by habit', () => {
  it('is known in more than 160 forms', () => {
    expect(rows.length).toBeGreaterThan(160)
  })

  it.each(rows)('gives one finding, whose fix is what was meant: $name', ({ text, wished }) => {
    const finding = only(judged(text).findings)
    const [fix] = finding.fixes
    if (!fix) throw new Error(`There is no fix for: ${finding.message}`)
    expect(flat(withFix(text, fix))).toBe(flat(wished))
    expect(judged(wished).findings.map(({ message }) => message)).toEqual([])
  })

  it.each(rows)('is read as it was meant: $name', ({ text, wished }) => {
    expect(meaning(text)).toBe(meaning(wished))
  })

  // Every letter of every row takes a minute: each row is typed in some run of a few, and every habit has rows beside it of its kind.
  it.each(rows.filter((_, index) => index % 13 === 3))('is read the same when it is typed letter by letter: $name', ({ text }) => {
    let typed = 'person ann "Ann Lee"\n'
    let read = readPlanText('plan.mops', typed)
    for (const letter of text.slice(around.length)) {
      read = reread(read, typed, typed + letter)
      typed += letter
    }
    expect(read).toEqual(readPlanText('plan.mops', typed))
  })
})

describe('a clause of any element', () => {
  const forms: readonly (readonly [name: string, write: (keyword: string, rest: string) => string])[] = [
    ['a colon', (keyword, rest) => `${keyword}: ${rest}`],
    ['a capital', (keyword, rest) => `${capital(keyword)} ${rest}`],
    ['capitals and an equals sign', (keyword, rest) => `${keyword.toUpperCase()} = ${rest}`],
    ['an arrow', (keyword, rest) => `${keyword} -> ${rest}`],
    ['a bullet', (keyword, rest) => `- ${keyword} ${rest}`],
    ['a bullet, a capital and a colon', (keyword, rest) => `* ${capital(keyword)}: ${rest}`],
    ['a number', (keyword, rest) => `1. ${keyword} ${rest}`],
    ['a semicolon', (keyword, rest) => `${keyword} ${rest};`],
    ['a comma', (keyword, rest) => `${keyword} ${rest},`],
    ['Markdown', (keyword, rest) => `**${capital(keyword)}:** ${rest}`],
    ['JSON', (keyword, rest) => `"${keyword}": ${rest},`],
    ['a comment behind #', (keyword, rest) => `${keyword} ${rest} # why`],
  ]
  const scoped = new Set(['actuals', 'send', 'score', 'item', 'stage', 'line'])
  const clauses = Object.entries(vocabulary).flatMap(([kind, entry]) =>
    scoped.has(kind)
      ? []
      : entry.clauses.flatMap(({ keyword, usage }) =>
          /^\p{L}/u.test(keyword) && usage.startsWith(`${keyword} `) ? [{ kind, keyword, rest: usage.slice(keyword.length).trim() }] : [],
        ),
  )
  const wrapped = (kind: string, line: string) => `${kind} some "Some" {\n  ${line}\n  note "last"\n}\nperson next "Next"\n`

  it.each(forms)('is understood with %s', (_, write) => {
    const wrong = clauses.filter(({ kind, keyword, rest }) => {
      const text = wrapped(kind, write(keyword, rest))
      return readPlanText('plan.mops', text).faults.length !== 1 || meaning(text) !== meaning(wrapped(kind, `${keyword} ${rest}`))
    })
    expect(wrong.map(({ kind, keyword, rest }) => `${kind}: ${write(keyword, rest)}`)).toEqual([])
  })

  it('is understood with its date in any usual form', () => {
    const dates = ['31.12.2027', '12/31/2027', 'Dec 31, 2027', '31. Dezember 2027', '31 dicembre 2027', '2027/12/31', '"2027-12-31"']
    const dated = ['start', 'due', 'done', 'on', 'asof', 'check', 'checkpoint', 'period', 'away', 'holidays', 'timebound', 'evaluates']
    const wrong = clauses.flatMap(({ kind, keyword }) =>
      dated.includes(keyword) && clauseOf(kind as 'task', keyword) // any kind
        ? dates.filter((date) => {
            const text = wrapped(kind, `${keyword} ${date}`)
            return readPlanText('plan.mops', text).faults.length !== 1 || meaning(text) !== meaning(wrapped(kind, `${keyword} 2027-12-31`))
          })
        : [],
    )
    expect(wrong).toEqual([])
  })

  function capital(word: string): string {
    return word.charAt(0).toUpperCase() + word.slice(1)
  }
})

describe('what has no single meaning', () => {
  const inTask = (line: string) => around + hosts.task(line)

  it('has two fixes where day and month can be swapped, and neither is assumed', () => {
    const { plan, findings } = judged(inTask('due 03/04/2027'))
    const { fixes } = only(findings)
    expect(fixes.map((fix) => flat(withFix(inTask('due 03/04/2027'), fix)))).toEqual(
      ['2027-04-03', '2027-03-04'].map((date) => flat(inTask(`due ${date}`))),
    )
    const task = plan.elements.find(({ name }) => name === 'write')
    expect(task?.kind === 'task' && task.due).toBeUndefined()
    expect(task?.clauses.find(({ keyword }) => keyword === 'due')?.readable).toBe(false)
  })

  it.each([
    ['tomorrow', '2027-02-13'],
    ['in 2 weeks', '2027-02-26'],
    ['next Friday', '2027-02-19'],
    ['end of March', '2027-03-31'],
    ['15 March', '2027-03-15'],
    ['KW 12', '2027-03-28'],
    ['Q2', '2027-06-30'],
    ['next month', '2027-03-31'],
    ['morgen', '2027-02-13'],
    ['dopodomani', '2027-02-14'],
  ])('is a day from the status date: due %s', (written, date) => {
    const text = inTask(`due ${written}`)
    const [fix] = only(judged(text).findings).fixes
    expect(fix && flat(withFix(text, fix))).toBe(flat(inTask(`due ${date}`)))
  })

  it.each(['TBD', 'asap', 'offen', 'da definire', '???'])('is no date, and nothing follows: due %s', (written) => {
    const text = inTask(`due ${written}`)
    const [fix] = only(judged(text).findings).fixes
    expect(fix && judged(withFix(text, fix)).findings).toEqual([])
    expect(
      judged(text)
        .plan.elements.find(({ name }) => name === 'write')
        ?.clauses.some(({ keyword }) => keyword === 'due'),
    ).toBe(true)
  })
})

describe('no message', () => {
  it('lists the clauses that an element can have', () => {
    for (const kind of Object.keys(vocabulary))
      for (const line of ['xyzzy 5', 'frobnicate "x"', 'threshold 5', 'guard x at most 3%']) {
        const { findings } = judged(`${kind} some "Some" {\n  ${line}\n}\n`)
        for (const { message } of findings) expect(message).not.toMatch(/can have|(?:[a-z ]+, ){3}/)
      }
  })
})

describe('a server', () => {
  it('says about a text of habits that is typed what it says about one that is opened', async () => {
    const text = `${around}Ziel mehr "Mehr" {\n  KPI: leads to >= 500\n  Verantwortlich: Mara Lindt\n  scadenza 31.12.2027\n}\n- [x] Write the page\n`
    const desk = new Desk(new Map([['plan.mops', around]]))
    desk.type('plan.mops', around)
    await desk.findings()
    for (let end = around.length + 1; end <= text.length; end++) {
      desk.type('plan.mops', text.slice(0, end))
      if (end % 9 === 0 || end === text.length) {
        const afresh = new Desk(new Map([['plan.mops', text.slice(0, end)]]))
        expect(await desk.findings()).toEqual(await afresh.findings())
      }
    }
  })
})

import { expect, test } from 'vitest'
import { Workspace } from '../../src/language/workspace/workspace.js'
import { deceptive, looksLike } from '../../src/plan/text/look-alike.js'

const head = 'strategy s "S" { period 2027-Q1 asof 2027-01-04 owner ana stage draft }\n'

function findings(text: string, columns?: readonly string[]) {
  const workspace = new Workspace()
  workspace.setText('plan.mops', head + text)
  const data = columns && new Map([['data.csv', { columns }]])
  return workspace.judge({ clock: '2027-01-04', data }).findings
}

function about(code: string, text: string, columns?: readonly string[]): string[] {
  return findings(text, columns)
    .filter((finding) => finding.code === code)
    .map(({ message }) => message)
}

const steps = (name: string) => `person ana "Ana"\n[ ] task t "T" @${name} start 2027-01-11 due 2027-01-12\n`

test('a name is the same whether its letters are typed in one piece or in two', () => {
  for (const [declared, used] of [
    ['gr\u00F6\u00DFe', 'gro\u0308\u00DFe'],
    ['gro\u0308\u00DFe', 'gr\u00F6\u00DFe'],
    ['\u00E9lan', 'e\u0301lan'],
  ]) {
    const codes = findings(`person ana "Ana"\nperson ${declared} "One"\n[ ] task t "T" @${used} start 2027-01-11 due 2027-01-12\n`)
    expect(codes.map(({ code }) => code)).not.toContain('plan/unknown-name')
  }
})

test('two names that differ in how they are typed alone are one name twice', () => {
  expect(about('plan/duplicate-name', 'person ana "Ana"\nperson gr\u00F6n "One"\nperson gro\u0308n "Two"\n')).toHaveLength(1)
})

test.each([
  ['\u0430na', '`\u0430` in `\u0430na` is the Cyrillic letter U+0430.'],
  ['an\u03B1', '`\u03B1` in `an\u03B1` is the Greek letter U+03B1.'],
  ['\uFF41na', '`\uFF41` in `\uFF41na` is the character U+FF41.'],
])('a use that looks like another name says which letter it is: %s', (name, how) => {
  const [message, ...others] = about('plan/unknown-name', steps(name))

  expect(message).toBe(
    `\`${name}\` is not a person, team, role or stakeholder of this plan. It looks like \`ana\` and is another name. ${how}`,
  )
  expect(others).toEqual([])
})

test('two names that look the same are reported once, with the letters', () => {
  expect(about('plan/look-alike-name', 'person ana "Ana"\nchannel web "Web"\nchannel w\u0435b "Other"\n')).toEqual([
    '`w\u0435b` and `web` look the same and are two names. `\u0435` in `w\u0435b` is the Cyrillic letter U+0435. Rename one of them.',
  ])
})

test('names of one alphabet never look like others', () => {
  expect(
    about(
      'plan/look-alike-name',
      'person ana "Ana"\nperson \u0430\u043D\u043D\u0430 "\u0410\u043D\u043D\u0430"\nperson anna "Anna"\nperson gr\u00FCn "A"\nperson grun "B"\n',
    ),
  ).toEqual([])
})

test('a column with an invisible character is no riddle', () => {
  const text = 'person ana "Ana"\nsource d "D" file "data.csv" dated day owner ana\nmeasure clicks "Clicks" in clicks sum from d.clicks\n'

  expect(about('formula/data-missing', text, ['day', 'clicks\u200B'])).toEqual([
    '`data.csv` has no column `clicks`. One that looks the same has another name. `clicks\\u{200b}` holds the invisible character U+200B.',
  ])
  expect(about('formula/data-missing', text.replaceAll('d.clicks', 'd.gr\u00F6n'), ['day', 'gro\u0308n'])).toEqual([])
})

test('"Did you mean" never repeats what was written', () => {
  for (const name of ['\u0430na', 'an\u0430', '\u0430n\u0430', '\uFF41\uFF4E\uFF41', 'an\u03B1', 'ana\u00AD'])
    for (const { message } of findings(steps(name))) expect(message).not.toContain('Did you mean `ana`')
})

test('look and letters are told without regard to length', () => {
  expect(looksLike('\u0430\u0435\u043E', 'aeo')).toBe(true)
  expect(looksLike('aeo', 'aeo')).toBe(false)
  expect(deceptive('\u0430n\u0430\u200B')).toEqual(['\u0430', '\u200B'])
})

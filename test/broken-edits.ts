import fc from 'fast-check'

const pieces = [
  ...[
    '',
    '"',
    '"""',
    '""',
    '{',
    '}',
    '/*',
    '*/',
    '//',
    ' ',
    '\n',
    '\r\n',
    ',',
    'a, ',
    '=',
    '@',
    '+',
    '(',
    ')',
    '§',
    'x',
    'ben',
    '2027-01-05',
    '[x] ',
  ],
  ...[
    ' owner ben',
    '\nowner',
    'owner\n',
    '\ngoal x',
    '\ngoal x {',
    '\n[ ] task t "T"',
    'phase p {\n',
    '\ntsak y "Y" {\n',
    'import "a.mops"\n',
  ],
  ...['\n/** What it is for. */\n', '/** x */'],
]

/** A stretch of a text, at a part of its length, that makes way for another. */
export interface BrokenEdit {
  readonly at: number
  readonly length: number
  readonly text: string
}

/** Edits that leave most texts broken: braces, texts and comments that open or close, elements and clauses that are begun, unknown words. */
export const brokenEdit: fc.Arbitrary<BrokenEdit> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.oneof(fc.constant(0), fc.nat(5), fc.nat(200)),
  text: fc.constantFrom(...pieces),
})

export function broken(text: string, { at, length, text: added }: BrokenEdit): string {
  const start = Math.floor(at * text.length)
  return text.slice(0, start) + added + text.slice(start + length)
}

/** One of each kind of fault as whole lines, for a place between two elements. */
export const standingFaults: Readonly<Record<string, string>> = {
  'an unknown element': 'tsak lost "Lost" due 2027-02-01\n',
  'an unknown element with braces': 'tsak lost "Lost" {\n  goal inner "Inner"\n}\n',
  'a brace without an end': 'goal half "Half" {\n  owner ben\n',
  'nested braces without an end': 'phase half "Half" {\n  [ ] task half_task "Half" {\n    due 2027-02-01\n',
  'a brace that closes nothing': '}\n',
  'a text without an end': 'channel open "Open\n',
  'a long text without an end': 'channel long """Long\n',
  'a clause that breaks off': '[ ] task cut "Cut" after\n',
  'a parenthesis without an end': 'metric ratio "Ratio" in % = (a + b\n',
  'a character without a meaning': 'channel odd "Odd" § owner ben\n',
}

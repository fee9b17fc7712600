import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { format } from '../../src/language/format/format.js'
import { readPlanText } from '../../src/language/read/read-file.js'
import { reread } from '../../src/language/read/reread.js'
import { folder, mops } from './mops.js'

const plan = (day: string) => `strategy s "S" {
  period 2027-01-01 .. 2027-03-31
${day}  owner lead
}
person lead "Lead" works 10h per week
`
const conflict = `<<<<<<< HEAD
  asof   2027-01-05
||||||| base
=======
  asof   2027-01-06
>>>>>>> b1
`

describe('a file in which a merge has stopped', () => {
  test.each([
    ['two sides', conflict],
    ['Windows line ends', conflict.replaceAll('\n', '\r\n')],
    ['a marker that was forgotten', '>>>>>>> b1\n'],
    ['a marker without a branch', '<<<<<<<\n'],
  ])('has one finding, at its first marker: %s', (_, stopped) => {
    const { stdout, status } = mops(['check', '--format', 'json'], { cwd: folder({ 'plan.mops': plan(stopped) }) })
    const { findings } = JSON.parse(stdout)

    expect(findings).toMatchObject([{ code: 'plan/unresolved-merge', severity: 'error', range: { start: { line: 3, column: 1 } } }])
    expect(status).toBe(1)
  })

  test('is named where it is imported, and no name waits for another finding', () => {
    const root = folder({
      'plan.mops': 'import "people.mops"\nstrategy s "S" { period 2027-Q1 owner lead stage draft }\n',
      'people.mops': `${conflict}person lead "Lead"\n`,
    })
    const { findings } = JSON.parse(mops(['check', 'plan.mops', '--format', 'json'], { cwd: root }).stdout)
    const codes = findings.map(({ code }: { code: string }) => code)

    expect(codes).toContain('plan/unresolved-import')
    expect(codes).not.toContain('plan/unknown-name')
  })

  test.each([['fmt'], ['status'], ['done', 't'], ['export', '--format', 'csv', 'plan.mops'], ['diff', 'old.mops', 'plan.mops']])(
    'is left alone by mops %s, which says why',
    (...words) => {
      const root = folder({ 'plan.mops': plan(conflict), 'old.mops.txt': plan('') })
      if (words[0] === 'diff') words[1] = 'old.mops.txt'

      const { status, stderr } = mops(words, { cwd: root })

      expect(stderr).toBe(
        'mops: `plan.mops` holds an unresolved merge. Keep one of the two sides at each conflict, then run the command again.\n',
      )
      expect(status).toBe(2)
      expect(readFileSync(path.join(root, 'plan.mops'), 'utf8')).toBe(plan(conflict))
    },
  )

  test('is not formatted by the editor, and read like any other once it is resolved', () => {
    const [before, after] = [plan(conflict), plan('  asof   2027-01-05\n')]

    expect(format(before)).toBe(before)
    expect(reread(readPlanText('plan.mops', before), before, after)).toEqual(readPlanText('plan.mops', after))
    expect(reread(readPlanText('plan.mops', after), after, before)).toEqual(readPlanText('plan.mops', before))
  })

  test('is none for arrows and rulers in comments and texts', () => {
    const text = plan('  // <<<<<<< see below >>>>>>>\n  /*\n=======\n  */\n  note "<<<<<<< HEAD"\n')

    expect(readPlanText('plan.mops', text).faults).toEqual([])
  })
})

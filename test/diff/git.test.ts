import { mkdirSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { diffSchema } from '../../src/report/diff-schema.js'
import { folder, git, gitOutput, launcher, mops, put } from '../cli/mops.js'
import { midPlan, texts } from '../example-files.js'
import { edited, pullRequest } from './compare.js'

// Every test starts processes of its own, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 120_000 })

const plan = `strategy small "Small" {
  period 2027-01-04 .. 2027-03-31
  asof   2027-02-12
  owner  ben
}
import "people.mops"
measure clicks "Clicks" in clicks per month sum
goal more "More clicks" {
  measurable clicks from 100 in 2026-12 to at least 200 in 2027-03
  timebound  2027-01-04 .. 2027-03-31
  owner      ben
}
communication news "The news" to readers every month owner ben
`.replace(/^(strategy[^}]*}\n)(import .*\n)/, '$2$1')
const people = `person ben "Ben" works 24h per week
stakeholder readers "Readers" kind customer needs "News"
`
const lower = plan.replace('at least 200', 'at least 150')
const loweredTarget =
  'weakened: Goal “More clicks” (`more`): the target for “Clicks” (`clicks`) was lowered from at least 200 to at least 150.'

function repository(files: Readonly<Record<string, string | Uint8Array>> = { 'plan.mops': plan, 'people.mops': people }): string {
  const root = folder(files)
  git(root, 'init', '-q', '-b', 'main')
  commit(root)
  return root
}

function commit(root: string): void {
  git(root, 'add', '-A')
  git(root, 'commit', '-q', '-m', 'c')
}

describe('what is compared', () => {
  test('without words HEAD and the working tree', () => {
    const root = repository()
    put(root, { 'plan.mops': lower })

    const { stdout, status } = mops(['diff'], { cwd: root })

    expect(stdout).toContain(loweredTarget)
    expect(stdout).toContain('1 weakened; from HEAD to the working tree.')
    expect(status).toBe(0)
  })

  test('a revision and the working tree, two revisions, and a range', () => {
    const root = repository()
    put(root, { 'plan.mops': lower })
    git(root, 'checkout', '-q', '-b', 'lower')
    commit(root)

    for (const words of [['main'], ['main', 'lower'], ['main..lower'], ['main...lower'], ['main..'], ['HEAD~1', 'HEAD']])
      expect(mops(['diff', ...words], { cwd: root }).stdout, words.join(' ')).toContain(loweredTarget)
    expect(mops(['diff', 'lower', 'main'], { cwd: root }).stdout).toContain('strengthened: Goal')
  })

  test('three dots compare with the commit from which both come, also behind a merge', () => {
    const root = repository()
    git(root, 'checkout', '-q', '-b', 'lower')
    put(root, { 'plan.mops': lower })
    commit(root)
    git(root, 'checkout', '-q', 'main')
    put(root, { 'people.mops': people.replace('24h', '32h') })
    commit(root)
    git(root, 'checkout', '-q', 'lower')

    expect(mops(['diff', 'main..lower'], { cwd: root }).stdout).toContain('weekly working time')
    expect(mops(['diff', 'main...lower'], { cwd: root }).stdout).not.toContain('weekly working time')
    git(root, 'merge', '-q', '-m', 'm', 'main')
    const merged = mops(['diff', 'main...lower'], { cwd: root }).stdout
    expect(merged).toContain(loweredTarget)
    expect(merged).not.toContain('weekly working time')
  })

  test('two files and two folders, inside and outside of a repository', () => {
    const files = { 'old/plan.mops': plan, 'old/people.mops': people, 'new/plan.mops': lower, 'new/people.mops': people }
    for (const root of [folder(files), repository(files)]) {
      expect(mops(['diff', 'old', 'new'], { cwd: root }).stdout).toContain(loweredTarget)
      const { stdout } = mops(['diff', 'old/plan.mops', 'new/plan.mops'], { cwd: root })
      expect(stdout).toContain(loweredTarget)
      expect(stdout).toContain('1 weakened; from old/plan.mops to new/plan.mops.')
    }
  })

  test('paths choose the plans, and what they import counts', () => {
    const other = plan.replace('strategy small', 'strategy other')
    const root = repository({ 'a/plan.mops': plan, 'a/people.mops': people, 'b/plan.mops': other, 'b/people.mops': people })
    put(root, { 'a/plan.mops': lower, 'b/people.mops': people.replace('24h', '16h') })

    expect(mops(['diff', 'HEAD', 'a'], { cwd: root }).stdout).not.toContain('b/plan.mops')
    expect(mops(['diff', 'HEAD', 'b/plan.mops'], { cwd: root }).stdout).toMatch(/^b\/plan\.mops [\s\S]*lowered from 24 h to 16 h/)
    expect(mops(['diff'], { cwd: path.join(root, 'a') }).stdout).toContain(loweredTarget)
  })

  test('what two plans say about a library stands once', () => {
    const shared = plan.replace('people.mops', '../people.mops')
    const root = repository({
      'a/plan.mops': shared,
      'b/plan.mops': shared.replace('strategy small', 'strategy other'),
      'people.mops': people,
    })
    put(root, { 'people.mops': people.replace('"Ben"', '"Ben Cole"') })

    expect(mops(['diff'], { cwd: root }).stdout.match(/has another title/g)).toHaveLength(1)
  })
})

test('a pull request on the mid example is told by its four changes, whatever else happens to the text', async () => {
  const files = Object.fromEntries([...texts].filter(([name]) => name.startsWith('one-automation-tool/')))
  const root = repository(files)
  git(root, 'checkout', '-q', '-b', 'feature')
  const changed = edited(files[midPlan] ?? '', pullRequest)
  put(root, { [midPlan]: `// Agreed in the meeting.\n${changed.replaceAll('  owner  jonas', '  owner     jonas // as before')}` })
  commit(root)

  const { stdout, status } = mops(['diff', 'main', 'feature', '--format', 'markdown'], { cwd: root })

  await expect(stdout).toMatchFileSnapshot('../golden/diff/pull-request.md')
  expect(status).toBe(0)
})

describe('files that move', () => {
  test('a plan whose file was renamed is the same plan', () => {
    const root = repository()
    renameSync(path.join(root, 'plan.mops'), path.join(root, 'spring.mops'))
    put(root, { 'spring.mops': lower })

    const { stdout } = mops(['diff'], { cwd: root })

    expect(stdout).toContain(`spring.mops “Small”\n\nGoals\n  ${loweredTarget}`)
    expect(stdout).toContain('1 weakened; from')
  })

  test('elements that move to another file change nothing', () => {
    const root = repository()
    put(root, { 'plan.mops': `${plan}${people}`.replace('import "people.mops"\n', '') })
    rmSync(path.join(root, 'people.mops'))

    expect(mops(['diff'], { cwd: root }).stdout).toBe('No change of meaning from HEAD to the working tree.\n')
  })

  test('a plan that is new and one that is gone', () => {
    const root = repository()
    rmSync(path.join(root, 'plan.mops'))
    put(root, { 'other/plan.mops': 'strategy other "Other" { period 2027-01-04 .. 2027-03-31 }\n' })

    const { stdout } = mops(['diff'], { cwd: root })

    expect(stdout).toContain('neutral: Strategy “Other” (`other`) is new')
    expect(stdout).toContain('weakened: Strategy “Small” (`small`) was dropped')
  })

  test('paths with spaces and letters of any alphabet', () => {
    const root = repository({ 'Pläne 2027/größe é.mops': plan, 'Pläne 2027/people.mops': people })
    put(root, { 'Pläne 2027/größe é.mops': lower })

    const { stdout } = mops(['diff', 'HEAD', 'Pläne 2027'], { cwd: root })

    expect(stdout).toContain('Pläne 2027/größe é.mops “Small”')
    expect(stdout).toContain(loweredTarget)
  })

  test('a submodule is compared with the commit that the repository held', () => {
    const library = repository({ 'people.mops': people })
    const root = folder({ 'plan.mops': plan.replace('people.mops', 'lib/people.mops') })
    git(root, 'init', '-q', '-b', 'main')
    git(root, '-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', library, 'lib')
    commit(root)
    put(root, { 'lib/people.mops': people.replace('24h', '16h') })

    const change = 'weekly working time was lowered from 24 h to 16 h'
    expect(mops(['diff'], { cwd: root }).stdout).toContain(change)
    git(path.join(root, 'lib'), 'commit', '-q', '-a', '-m', 'c')
    expect(mops(['diff', 'HEAD'], { cwd: root }).stdout).toContain(change)
    commit(root)
    expect(mops(['diff', 'HEAD~1', 'HEAD'], { cwd: root }).stdout).toContain(change)
    expect(mops(['diff'], { cwd: root }).stdout).toContain('No change of meaning')
  })
})

describe('what git does not have', () => {
  test.each([
    ['an unknown base', ['nowhere'], /^mops: git knows no revision `nowhere`\. There is no file or folder of this name either\.\n$/],
    ['an unknown path', ['HEAD', 'missing.mops'], /^mops: There is no file or folder `missing\.mops`\.\n$/],
    ['an unknown end of a range', ['HEAD..nowhere'], /^mops: git knows no revision `nowhere`\.\n$/],
  ])('%s', (_, words, message) => {
    const { stderr, stdout, status } = mops(['diff', ...words], { cwd: repository() })

    expect(stderr).toMatch(message)
    expect(stdout).toBe('')
    expect(status).toBe(2)
  })

  test('a shallow clone says how to get the base', () => {
    const origin = repository()
    put(origin, { 'plan.mops': lower })
    commit(origin)
    const root = path.join(folder({}), 'clone')
    git(origin, 'clone', '-q', '--depth', '1', `file://${origin}`, root)

    const { stderr, status } = mops(['diff', 'HEAD~1'], { cwd: root })

    expect(stderr).toMatch(/this clone is shallow.*git fetch --unshallow/)
    expect(status).toBe(2)
    expect(mops(['diff'], { cwd: root }).stdout).toContain('No change of meaning')
  })

  test('a folder in no repository', () => {
    const { stderr, status } = mops(['diff'], { cwd: folder({ 'plan.mops': plan }) })

    expect(stderr).toMatch(/^mops: mops diff needs a git repository, and `.*` is in none\.\n$/)
    expect(status).toBe(2)
  })

  test('a repository without a commit', () => {
    const root = folder({ 'plan.mops': plan })
    git(root, 'init', '-q')

    expect(mops(['diff'], { cwd: root }).stderr).toMatch(/^mops: git knows no revision `HEAD`\.\n$/)
  })
})

describe('how it ends', () => {
  test.each([
    ['never', 0, 0],
    ['weakened', 1, 0],
    ['risk', 1, 1],
  ])('--fail-on %s', (failOn, weakened, risk) => {
    const root = repository()
    put(root, { 'plan.mops': lower })
    expect(mops(['diff', '--fail-on', failOn], { cwd: root }).status).toBe(weakened)
    put(root, { 'plan.mops': plan, 'people.mops': people.replace('24h', '16h') })
    expect(mops(['diff', '--fail-on', failOn], { cwd: root }).status).toBe(risk)
  })

  test('JSON follows the published schema, with the places on both sides', () => {
    const root = repository()
    put(root, { 'plan.mops': lower.replace('measure clicks', '\nmeasure clicks') })

    const report = diffSchema.parse(JSON.parse(mops(['diff', '--format', 'json'], { cwd: root }).stdout))

    expect(report.summary).toEqual({ weakened: 1, risk: 0, strengthened: 0, neutral: 0 })
    expect(report.plans[0]?.changes[0]).toMatchObject({
      code: 'goal/target-lowered',
      item: 'clicks',
      old: 'at least 200',
      before: { file: 'plan.mops', start: { line: 8 } },
      after: { file: 'plan.mops', start: { line: 9 } },
    })
  })
})

describe('as the diff driver of git', () => {
  function driven(files?: Readonly<Record<string, string>>): string {
    const root = repository(files)
    put(root, { '.gitattributes': '*.mops diff=mops\n' })
    commit(root)
    git(root, 'config', 'diff.mops.command', `"${process.execPath}" "${launcher}" diff --git-driver`)
    return root
  }

  test('git diff and git log -p speak in sentences', () => {
    const root = driven({ 'a b/plän.mops': plan, 'a b/people.mops': people })
    put(root, { 'a b/plän.mops': lower })

    expect(gitOutput(root, 'diff')).toContain(loweredTarget)
    commit(root)
    expect(gitOutput(root, 'log', '-p', '--ext-diff', '-1')).toContain(loweredTarget)
  })

  test('a new, a deleted, a renamed and a reformatted file', () => {
    const root = driven()
    put(root, { 'new.mops': 'person dana "Dana"\n', 'people.mops': `// nothing else\n${people}` })
    rmSync(path.join(root, 'plan.mops'))
    git(root, 'add', '-A')
    const output = gitOutput(root, 'diff', '--cached')
    expect(output).toContain('Person “Dana” (`dana`) is new.')
    expect(output).toContain('people.mops: no change of meaning.')
    expect(output).toContain('Strategy “Small” (`small`) was dropped')
    git(root, 'reset', '-q', '--hard')
    mkdirSync(path.join(root, 'moved'))
    git(root, 'mv', 'people.mops', 'moved/people.mops')
    expect(gitOutput(root, 'diff', '--cached', '-M')).toContain('no change of meaning')
  })
})

describe('as the diff driver of git, what a file imports', () => {
  const hours = (count: number) => people.replace('24h', `${count}h`)
  const task = (due: string) => `${plan}[ ] task one "One" @ben 40h start 2027-02-15 due ${due} owner ben\n`
  const overload = /more work than time in .*, by ([\d.]+) h/

  /** The plan moves a task while the person has 24 h a week; later the file of people goes another way, three times. */
  function history() {
    const root = repository({ 'plan.mops': task('2027-03-05'), 'people.mops': people, '.gitattributes': '*.mops diff=mops\n' })
    git(root, 'config', 'diff.mops.command', `"${process.execPath}" "${launcher}" diff --git-driver`)
    put(root, { 'plan.mops': task('2027-02-19') })
    commit(root)
    return root
  }
  const shownBy = (root: string, ...words: string[]) => gitOutput(root, ...words, '--', 'plan.mops')

  test.each([
    ['changed since', hours(80)],
    ['gone since', undefined],
    ['broken since', 'person ben "Ben" works works {{\n'],
  ])('comes from the commits, also where it is %s', (_, later) => {
    const root = history()
    const then = shownBy(root, 'log', '-p', '--ext-diff', '-1')
    expect(then).toMatch(overload)
    if (later === undefined) rmSync(path.join(root, 'people.mops'))
    else put(root, { 'people.mops': later })

    expect(shownBy(root, 'log', '-p', '--ext-diff', '-1')).toBe(then)
    expect(shownBy(root, 'diff', 'HEAD~1', 'HEAD')).toMatch(overload)
    commit(root)
    expect(overload.exec(shownBy(root, 'diff', 'HEAD~2', 'HEAD~1'))?.[1]).toBe(overload.exec(then)?.[1])
  })

  test('comes from what is staged, and from the working tree for what lies there', () => {
    const root = history()
    put(root, { 'plan.mops': task('2027-03-05') })
    git(root, 'add', '-A')
    put(root, { 'plan.mops': task('2027-02-19'), 'people.mops': hours(80) })

    expect(shownBy(root, 'diff', '--cached')).toMatch(/time enough again/)
    expect(shownBy(root, 'diff')).not.toMatch(overload)
  })

  test('is told where git shows that file, and not again with every plan', () => {
    const root = history()
    put(root, { 'plan.mops': task('2027-02-26'), 'people.mops': hours(16) })

    const text = gitOutput(root, 'diff')

    expect(text.match(/weekly working time was lowered/g)).toHaveLength(1)
    expect(text).toMatch(/^plan\.mops “Small”/m)
  })

  test('leaves out what follows from the change where it is not found, and says so', () => {
    const root = history()
    rmSync(path.join(root, 'people.mops'))
    put(root, { 'plan.mops': task('2027-03-05') })

    const text = shownBy(root, 'diff')

    expect(text).toMatch(
      /^There is no file or folder `people\.mops`\. Of `plan\.mops`, which imports it, only what stands in it is compared/,
    )
    expect(text).toContain('the date moved')
    expect(text).not.toMatch(/→|dropped/)
  })
})

describe('a side that is broken', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['a brace too many', plan.replace('goal more', '} goal more')],
    ['an open string', plan.replace('"The news"', '"The news')],
    ['a kind that is misspelled', plan.replace('goal more', 'gaol more')],
    [
      'a merge that has stopped',
      plan.replace('goal more', '<<<<<<< ours\ngoal more').replace('communication news', '=======\n>>>>>>> theirs\ncommunication news'),
    ],
  ]

  test.each(cases)('is said, and no sentence rests on it: %s', (_, broken) => {
    const other = plan.replace('strategy small', 'strategy other')
    const root = repository({ 'plan.mops': plan, 'people.mops': people, 'other.mops': other })
    put(root, { 'plan.mops': broken, 'other.mops': other.replace('at least 200', 'at least 150') })

    const { stdout, stderr } = mops(['diff'], { cwd: root })
    const { unread } = diffSchema.parse(JSON.parse(mops(['diff', '--format', 'json'], { cwd: root }).stdout))
    expect(unread).toEqual([expect.stringContaining('`plan.mops`')])
    expect(mops(['diff', '--format', 'markdown'], { cwd: root }).stdout).toMatch(/^> .*plan\\?\.mops/m)
    expect(stdout).toContain('lowered from at least 200')
    expect(stdout).not.toMatch(/dropped|is new|added/)
    expect(stderr).toMatch(/^mops: .*`plan\.mops`/)
    expect(mops(['diff', '--fail-on', 'risk', 'HEAD', 'plan.mops'], { cwd: root })).toMatchObject({ status: 2, stdout: '' })

    commit(root)
    put(root, { 'plan.mops': plan })
    const back = mops(['diff', 'HEAD', 'plan.mops'], { cwd: root })
    expect(back).toMatchObject({ status: 2, stdout: '' })
    expect(back.stderr).toMatch(/^mops: .*`plan\.mops`/)
  })

  test.each(cases)('is said by the driver of git as well: %s', (_, broken) => {
    const root = repository({ 'plan.mops': plan, 'people.mops': people, '.gitattributes': '*.mops diff=mops\n' })
    git(root, 'config', 'diff.mops.command', `"${process.execPath}" "${launcher}" diff --git-driver`)
    put(root, { 'plan.mops': broken })

    const text = gitOutput(root, 'diff')

    expect(text).toContain('`plan.mops`')
    expect(text).not.toMatch(/dropped|is new|added|no change of meaning/)
  })

  test('as an import takes along what follows, and not what the plan says itself', () => {
    const root = repository()
    put(root, { 'plan.mops': lower, 'people.mops': `${people}person {{ "x\n` })

    const { stdout, stderr } = mops(['diff', 'HEAD', 'plan.mops'], { cwd: root })

    expect(stdout).toContain(loweredTarget)
    expect(stdout).not.toMatch(/→|dropped/)
    expect(stderr).toMatch(/^mops: Line \d of `people\.mops` is not understood/)
  })

  test('keeps nobody from a comparison where the fault is as old as the base', () => {
    const root = repository({ 'plan.mops': plan.replace('people.mops', 'faulty.mops'), 'faulty.mops': `${people}goal {{ "x\n` })
    put(root, { 'plan.mops': lower.replace('people.mops', 'faulty.mops') })

    const { stdout, stderr } = mops(['diff', 'HEAD', 'plan.mops'], { cwd: root })

    expect(stdout).toContain(loweredTarget)
    expect(stderr).toBe('')
  })
})

describe('a file that cannot be read', () => {
  const broken = new Uint8Array([0x73, 0xff, 0xfe, 0x20])

  test.each(['before', 'after'])('keeps nobody from what the others say, and is not taken for dropped or added: %s', (side) => {
    const root = repository({
      'plan.mops': plan,
      'people.mops': people,
      'other.mops': side === 'before' ? broken : plan.replace('small', 'other'),
    })
    put(root, { 'plan.mops': lower, 'other.mops': side === 'before' ? plan.replace('small', 'other') : broken })

    const { status, stdout, stderr } = mops(['diff'], { cwd: root })

    expect(stdout).toContain(loweredTarget)
    expect(stdout).not.toMatch(/dropped|added|new/i)
    expect(stderr).toBe('mops: `other.mops` is not UTF-8 text.\n')
    expect(status).toBe(0)
    expect(mops(['diff', '--fail-on', 'risk'], { cwd: root }).status).toBe(1)
  })

  test('is wrong usage where it is all that there is', () => {
    const root = repository({ 'plan.mops': plan })
    put(root, { 'plan.mops': broken })
    expect(mops(['diff', 'HEAD', 'plan.mops'], { cwd: root })).toEqual({
      status: 2,
      stdout: '',
      stderr: 'mops: `plan.mops` is not UTF-8 text.\n',
    })
  })
})

describe('a plan that moves with its data', () => {
  const source = (file: string) => `${plan}source mails "Mails" file "${file}" owner ben\n`

  test.each([
    ['mended for the new folder', 'plans/q1.mops', 'data/mails.csv', '../data/mails.csv', 'plans/2027/q1.mops', '../../data/mails.csv'],
    ['moved along', 'plans/q1.mops', 'plans/mails.csv', 'mails.csv', 'plans/2027/q1.mops', '../mails.csv'],
    ['written another way', 'q1.mops', 'data/mails.csv', 'data/mails.csv', 'q1.mops', './data/../data/mails.csv'],
  ])('has not changed: the path is %s', (_, from, data, before, to, after) => {
    const root = repository({ [from]: source(before).replace('people.mops', '/people.mops'), [data]: 'date\n' })
    rmSync(path.join(root, from))
    put(root, { [to]: source(after).replace('people.mops', '/people.mops') })
    commit(root)

    expect(mops(['diff', 'HEAD~1', 'HEAD'], { cwd: root }).stdout).not.toContain('csv')
  })
})

import { mkdirSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { LoadedWorkspace } from '../../src/language/workspace/loaded-workspace.js'
import { memoryFiles } from '../../src/language/workspace/memory-files.js'
import { folder, mops, put } from './mops.js'

vi.setConfig({ testTimeout: 120_000 })

const plan = 'strategy a "A" {\n  period 2027-01-04 .. 2027-03-31\n  owner ben\n}\nperson ben "Ben"\n'
const json = (value: unknown) => JSON.stringify(value)

/** A workspace in memory with its configurations, and what is said about them. */
async function loaded(files: Readonly<Record<string, string>>) {
  const all = new Map(Object.entries(files))
  const workspace = new LoadedWorkspace(memoryFiles(all))
  const plans = [...all.keys()].filter((name) => name.endsWith('.mops'))
  await workspace.load(plans)
  await workspace.complete()
  const said = workspace.looseFindings().map(({ place, message }) => `${place.file}: ${message}`)
  const level = (code: `${'smart' | 'plan'}/${string}`, file = plans[0] ?? '') =>
    workspace.configuration(file)?.level(code, code.startsWith('smart') ? 'smart' : 'plan', 'review')
  return { workspace, said, level, option: (code: string, name: string) => workspace.configuration(plans[0] ?? '')?.option(code, name) }
}

describe('a configuration that extends others', () => {
  test('takes what it does not set itself, level and options each by themselves; the later of two wins', async () => {
    const { level, option, said } = await loaded({
      'plan.mops': plan,
      'mops.config.json': json({ extends: ['./loose.json', './shared/strict.json'], rules: { 'smart/too-many-goals': { max: 3 } } }),
      'loose.json': json({ rules: { smart: 'hint', plan: 'hint' } }),
      'shared/strict.json': json({
        extends: '../base.json',
        rules: { smart: 'error', 'smart/too-many-goals': { level: 'warning', max: 9 } },
      }),
      'base.json': json({ rules: { 'smart/vague-statement': 'off', smart: 'information' } }),
    })
    expect(said).toEqual([])
    expect([
      level('smart/owner-missing'),
      level('plan/goal-missing'),
      level('smart/vague-statement'),
      level('smart/too-many-goals'),
    ]).toEqual(['error', 'hint', 'off', 'warning'])
    expect(option('smart/too-many-goals', 'max')).toBe(3)
  })

  test('takes the file of a package that is installed in its folder or in one above', async () => {
    const files = {
      'team/plans/plan.mops': plan,
      'team/plans/mops.config.json': json({ extends: ['@acme/plans', 'house/strict.json'] }),
      'node_modules/@acme/plans/mops.config.json': json({ rules: { smart: 'error' } }),
      'team/node_modules/house/strict.json': json({ rules: { plan: 'off' } }),
      'node_modules/house/strict.json': json({ rules: { plan: 'error' } }),
    }
    const { level, said } = await loaded(files)
    expect(said).toEqual([])
    expect([level('smart/owner-missing'), level('plan/goal-missing')]).toEqual(['error', 'off'])
  })

  const cases: readonly (readonly [string, unknown, Readonly<Record<string, string>>, string])[] = [
    ['a missing file', './strict.json', {}, 'There is no file `./strict.json` here'],
    ['a missing package', '@acme/plans', {}, 'There is no package with `@acme/plans`'],
    ['a path that leads outside', '../../etc/strict.json', {}, 'lies outside the workspace'],
    ['a package name that leads outside', 'house/../../../strict.json', {}, 'lies outside the workspace'],
    ['an absolute path', '/etc/passwd', {}, 'lies outside the workspace'],
    ['itself', './mops.config.json', {}, 'takes its settings from this file'],
    [
      'a circle',
      './a.json',
      { 'a.json': json({ extends: './b.json' }), 'b.json': json({ extends: './a.json' }) },
      'by `mops.config.json` → `a.json` → `b.json`',
    ],
    ['a number', 3, {}, '`3` is no file'],
    ['a list with a number', ['./a.json', 3], { 'a.json': json({}) }, '3'],
    ['a file that is no JSON', './a.json', { 'a.json': '{ "rules": ' }, 'a.json: This is no valid JSON'],
    ['a rule that there is not', './a.json', { 'a.json': json({ rules: { 'smart/nonsense': 'off' } }) }, 'a.json: '],
  ]
  test.each(cases)('says once what is wrong with %s, and holds all the same', async (_, extended, more, message) => {
    const { said, level } = await loaded({
      'plan.mops': plan,
      'mops.config.json': json({ extends: extended, rules: { smart: 'off' } }),
      ...more,
    })
    expect(said).toEqual([expect.stringContaining(message)])
    expect(level('smart/owner-missing')).toBe('off')
  })

  test('is read again when a file that it takes from comes, changes or goes', async () => {
    const files = new Map([
      ['plan.mops', plan],
      ['mops.config.json', json({ extends: './strict.json' })],
    ])
    const workspace = new LoadedWorkspace(memoryFiles(files))
    await workspace.load(['plan.mops'])
    const level = async () => {
      expect(workspace.forget('strict.json')).toBe(true)
      await workspace.complete()
      return workspace.configuration('plan.mops')?.level('smart/owner-missing', 'smart', 'review')
    }
    await workspace.complete()
    expect(workspace.looseFindings()).toHaveLength(1)
    files.set('strict.json', json({ rules: { smart: 'error' } }))
    expect(await level()).toBe('error')
    files.set('strict.json', json({ rules: { smart: 'hint' } }))
    expect(await level()).toBe('hint')
    files.delete('strict.json')
    expect(await level()).toBeUndefined()
  })

  test('holds no more than so many files in a row', async () => {
    const chain = Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`c${at}.json`, json({ extends: `./c${at + 1}.json` })]))
    const { said } = await loaded({ 'plan.mops': plan, 'mops.config.json': json({ extends: './c0.json' }), ...chain })
    expect(said.join()).toContain('More than 20 files')
  })

  test('is never read through a link that leads outside the workspace', () => {
    const outside = folder({ 'strict.json': json({ rules: { smart: 'error' } }) })
    const root = folder({ 'plan.mops': plan, 'mops.config.json': json({ extends: '@acme/plans/strict.json' }) })
    mkdirSync(path.join(root, 'node_modules/@acme'), { recursive: true })
    symlinkSync(outside, path.join(root, 'node_modules/@acme/plans'))
    const { status, stdout } = mops(['config'], { cwd: root })
    expect(stdout).toContain('@acme/plans/strict.json` lies outside the workspace')
    expect(status).toBe(1)
  })
})

describe('mops config', () => {
  const root = folder({
    'plans/plan.mops': plan,
    'plans/mops.config.json': json({ extends: '../house.json', rules: { smart: 'warning' } }),
    'house.json': json({ rules: { 'smart/too-many-goals': { level: { draft: 'off', approved: 'error' }, max: 3 } } }),
  })

  test('prints what holds and which file says so', () => {
    const { stdout, status } = mops(['config', 'plans/plan.mops'], { cwd: root })
    expect(stdout).toBe(`plans/mops.config.json
  extends ../house.json

smart/too-many-goals      draft off, approved error  house.json
smart/too-many-goals max  3                          house.json
smart                     warning                    plans/mops.config.json
`)
    expect(status).toBe(0)
  })

  test('prints the same as data', () => {
    const { stdout } = mops(['config', 'plans', '--format', 'json'], { cwd: root })
    expect(JSON.parse(stdout)).toMatchObject({
      file: 'plans/mops.config.json',
      extends: ['../house.json'],
      settings: [
        { for: 'smart/too-many-goals', level: { from: 'house.json' }, options: { max: { set: 3, from: 'house.json' } } },
        { for: 'smart', level: { set: 'warning', from: 'plans/mops.config.json' } },
      ],
      problems: [],
    })
  })

  test('says that nothing is set, that a path is not there, and where a problem stands', () => {
    expect(mops(['config'], { cwd: folder({ 'plan.mops': plan }) })).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('No `mops.config.json` holds here'),
    })
    expect(mops(['config', 'gone'], { cwd: root })).toMatchObject({ status: 2, stderr: expect.stringContaining('gone') })
    put(root, { 'other/mops.config.json': json({ extends: './gone.json' }) })
    expect(mops(['config', 'other'], { cwd: root })).toMatchObject({
      status: 1,
      stdout: expect.stringContaining('other/mops.config.json:1:12 There is no file `./gone.json`'),
    })
  })

  test('and `mops check` follow the same settings', () => {
    expect(mops(['check', 'plans'], { cwd: root }).stdout).not.toContain('There is no')
  })
})

import { expect, test } from 'vitest'
import { readConfiguration } from './read-configuration.js'
import { levels, type Rule, rule } from './rule.js'

function ruleOf(code: Rule['code'], more: Partial<Rule> = {}): Rule {
  return rule({ code, levels: levels('W', 'W', 'W'), summary: '', why: '', fix: '', bad: '', good: '', check: () => {}, ...more })
}

const rules = [
  ruleOf('schedule/over-capacity', { aliases: ['schedule/overload'] }),
  ruleOf('smart/too-many-goals', { options: { max: 7 } }),
  ruleOf('smart/vague-statement', { options: { words: [] } }),
]

function read(settings: unknown) {
  return readConfiguration('mops.config.json', typeof settings === 'string' ? settings : JSON.stringify(settings), rules)
}

function problems(settings: unknown) {
  const text = typeof settings === 'string' ? settings : JSON.stringify(settings)
  return readConfiguration('mops.config.json', text, rules).problems.map(
    ({ code, place, message }) => `${text.slice(place.start, place.end)} [${code}] ${message}`,
  )
}

test('a file that holds nothing but `null` sets nothing', () => {
  expect(problems('null')).toHaveLength(1)
  expect(read('null').level('schedule/over-capacity', 'schedule', 'draft')).toBeUndefined()
  expect(read({ rules: null }).level('schedule/over-capacity', 'schedule', 'draft')).toBeUndefined()
})

test('a rule wins over its family', () => {
  const { level } = read({ rules: { schedule: 'error', 'schedule/over-capacity': 'hint' } })

  expect(level('schedule/over-capacity', 'schedule', 'draft')).toBe('hint')
  expect(level('schedule/orphan-task', 'schedule', 'draft')).toBe('error')
  expect(level('smart/vague-statement', 'smart', 'draft')).toBeUndefined()
})

test('`default` brings back the rule’s own level under a family that is set', () => {
  const { level } = read({ rules: { schedule: 'off', 'schedule/over-capacity': 'default' } })

  expect(level('schedule/over-capacity', 'schedule', 'draft')).toBeUndefined()
})

test('a level by stage holds for the stages it names, and `approved` also for those that follow it', () => {
  const { level } = read({ rules: { schedule: { level: { draft: 'off', approved: 'error' } } } })

  expect(level('schedule/over-capacity', 'schedule', 'draft')).toBe('off')
  expect(level('schedule/over-capacity', 'schedule', 'review')).toBeUndefined()
  expect(level('schedule/over-capacity', 'schedule', 'running')).toBe('error')
})

test('thresholds and word lists are settings', () => {
  const { option } = read({ rules: { 'smart/too-many-goals': { max: 9 }, 'smart/vague-statement': { words: ['synergy'] } } })

  expect(option('smart/too-many-goals', 'max')).toBe(9)
  expect(option('smart/vague-statement', 'words')).toEqual(['synergy'])
  expect(option('schedule/over-capacity', 'max')).toBeUndefined()
})

test('an older code of a rule is understood', () => {
  expect(read({ rules: { 'schedule/overload': 'off' } }).level('schedule/over-capacity', 'schedule', 'draft')).toBe('off')
})

test('an unknown code is told at its key, with the code that was meant', () => {
  expect(problems({ rules: { 'schedule/overcapacity': 'off' } })).toEqual([
    '"schedule/overcapacity" [plan/unknown-rule] There is no rule `schedule/overcapacity`. Did you mean `schedule/over-capacity`?',
  ])
})

test('wrong keys, levels and values are told at their place, and the rest holds', () => {
  const settings = {
    rulez: {},
    rules: {
      schedule: 'warn',
      smart: 3,
      'smart/too-many-goals': { max: 'many', leve: 'off' },
      'schedule/over-capacity': 'off',
    },
  }

  expect(problems(settings)).toEqual([
    '"rulez" [plan/syntax] There is no setting `rulez` here. Did you mean `rules`?',
    '"warn" [plan/syntax] There is no level `warn`. It can be `default`, `off`, `error`, `warning`, `information` or `hint`.',
    '3 [plan/syntax] `3` is no setting of a rule. Write a level such as `warning`, or an object with `level`.',
    '"many" [plan/syntax] `"many"` does not fit here. Write a number.',
    '"leve" [plan/syntax] There is no setting `leve` here. Did you mean `level`?',
  ])
  expect(read(settings).level('schedule/over-capacity', 'schedule', 'draft')).toBe('off')
  expect(read(settings).level('schedule/x', 'schedule', 'draft')).toBeUndefined()
})

test('text that is no JSON, and an empty file, are told once and set nothing', () => {
  expect(problems('{ "rules": ')).toHaveLength(1)
  expect(problems('')).toEqual([' [plan/syntax] This file is empty. Remove it, or write `{ "rules": {} }`.'])
  expect(problems('[]')).toHaveLength(1)
})

test('comments and a last comma are forgiven', () => {
  expect(problems('{\n  // our team\n  "rules": { "schedule": "off", },\n}')).toEqual([])
})

import { t } from '@vscode/l10n'
import { findNodeAtLocation, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser'
import type { z } from 'zod'
import type { Fault } from '../../plan/elements/fault.js'
import { suggestions } from '../../plan/text/distance.js'
import type { Place } from '../../plan/text/place.js'
import { unknownRuleMessage } from '../plan/unknown-rule.js'
import { choice, didYouMean } from '../wording/wording.js'
import type { Configuration } from './configuration.js'
import { configurationSchema } from './configuration-schema.js'
import { families, type Rule } from './rule.js'
import { byPresentCode, type LevelSetting, mergedSettings, ruleSettings, type SetLevel, type Setting } from './settings.js'

type WrittenSetting = SetLevel | { readonly level?: LevelSetting; readonly [option: string]: unknown }

/**
 * Reads a `mops.config.json`: JSON, in which comments and a last comma are forgiven. What is wrong becomes a problem with its place, and
 * everything else holds.
 */
export function readConfiguration(path: string, text: string, rules: readonly Rule[]): Configuration {
  const errors: ParseError[] = []
  const tree = parseTree(text, errors, { allowTrailingComma: true })
  const [broken] = errors
  if (!tree || broken) return withoutSettings(path, [syntaxProblem(path, text, broken)])
  const value = plainValue(tree)
  const checked = configurationSchema(rules).safeParse(value)
  const problems = checked.success ? [] : checked.error.issues.flatMap((issue) => problemsOf(issue, { path, text, tree, rules }))
  const sound = Object.entries(rulesOf(value)).filter(([key]) => isSound(key, checked.error?.issues ?? []))
  const settings = byPresentCode(new Map(sound.map(([key, setting]) => [key, settingFrom(setting, path)])), rules)
  return { path, problems: sorted(problems), extends: extendsOf({ path, text, tree, rules }), settings, ...ruleSettings(settings) }
}

/** A configuration with what it takes from others in front of its own settings, and what was wrong with taking it. */
export function withTaken(own: Configuration, taken: readonly Configuration[], problems: readonly Fault[]): Configuration {
  const settings = mergedSettings([...taken, own].map((one) => one.settings))
  return { ...own, problems: sorted([...own.problems, ...problems]), settings, ...ruleSettings(settings) }
}

function withoutSettings(path: string, problems: readonly Fault[]): Configuration {
  return { path, problems, extends: [], settings: new Map(), level: () => undefined, option: () => undefined }
}

function settingFrom(setting: WrittenSetting, from: string): Setting {
  if (typeof setting === 'string') return { level: { set: setting, from }, options: new Map() }
  const { level, ...options } = setting
  const words = Object.entries(options).flatMap(([name, set]) =>
    typeof set === 'number' || isWords(set) ? [[name, { set, from }] as const] : [],
  )
  return { level: level === undefined ? undefined : { set: level, from }, options: new Map(words) }
}

function extendsOf(source: Source): Configuration['extends'] {
  const node = nodeAt(source, ['extends'])
  const written = node?.type === 'array' ? (node.children ?? []) : node ? [node] : []
  return written.flatMap((one) =>
    typeof one.value === 'string'
      ? [{ written: one.value, place: { file: source.path, start: one.offset, end: one.offset + one.length } }]
      : [],
  )
}

function rulesOf(value: unknown): Record<string, WrittenSetting> {
  const rules = isRecord(value) ? value.rules : undefined
  return isRecord(rules) ? (rules as Record<string, WrittenSetting>) : {} // only what the schema accepted is used
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isWords(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string')
}

/** A setting with a fault in it is left out as a whole. */
function isSound(key: string, issues: readonly z.core.$ZodIssue[]): boolean {
  return !issues.some(
    (issue) => issue.path[0] === 'rules' && (issue.path[1] === key || (issue.path.length === 1 && isUnknownKey(issue, key))),
  )
}

function isUnknownKey(issue: z.core.$ZodIssue, key: string): boolean {
  return issue.code === 'unrecognized_keys' && issue.keys.includes(key)
}

interface Source {
  readonly path: string
  readonly text: string
  readonly tree: Node
  readonly rules: readonly Rule[]
}

function problemsOf(issue: z.core.$ZodIssue, source: Source, outer: readonly PropertyKey[] = []): Fault[] {
  const keys = [...outer, ...issue.path]
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownKey(key, keys, source))
    case 'invalid_union':
      return unionProblems(issue, keys, source)
    case 'invalid_value':
      return [wrongWord(issue.values.map(String), keys, source)]
    default:
      return [fault(source, placeOfValue(source, keys), t('{value} does not fit here. {expected}', wordsFor(issue, keys, source)))]
  }
}

/** A setting is a word or an object: what was written says which was meant. */
function unionProblems(issue: z.core.$ZodIssueInvalidUnion, keys: readonly PropertyKey[], source: Source): Fault[] {
  const node = nodeAt(source, keys)
  const wanted = issue.errors.find((issues) => issues.some((one) => one.code === 'invalid_value') === (node?.type === 'string'))
  const meant = node?.type === 'string' || node?.type === 'object' ? wanted : undefined
  if (meant && meant.length > 0) return meant.flatMap((one) => problemsOf(one, source, keys))
  const value = node ? source.text.slice(node.offset, node.offset + node.length) : ''
  if (keys[0] === 'extends')
    return [
      fault(
        source,
        placeOfValue(source, keys),
        t('`{value}` is no file. Write a path such as `"./strict.json"`, the name of a package, or a list of them.', { value }),
      ),
    ]
  return [
    fault(
      source,
      placeOfValue(source, keys),
      t('`{value}` is no setting of a rule. Write a level such as `warning`, or an object with `level`.', { value }),
    ),
  ]
}

function unknownKey(key: string, keys: readonly PropertyKey[], source: Source): Fault {
  const place = placeOfKey(source, [...keys, key])
  if (keys.length === 1 && keys[0] === 'rules') {
    const codes = [...families, ...source.rules.map((rule) => rule.code)]
    const near = suggestions(key, codes)
    return {
      code: 'plan/unknown-rule',
      place,
      message: unknownRuleMessage(key, near),
      related: [],
      fixes: near.map((one) => ({
        title: t('Use `{code}`', { code: one }),
        isSafe: false,
        changes: [{ type: 'replace' as const, place, text: JSON.stringify(one) }],
      })),
    }
  }
  const known = keysAt(keys, source)
  const advice = didYouMean(suggestions(key, known)) || ` ${t('It can be {known}.', { known: choice(known.map((one) => `\`${one}\``)) })}`
  return fault(source, place, `${t('There is no setting `{key}` here.', { key })}${known.length > 0 ? advice : ''}`)
}

function keysAt(keys: readonly PropertyKey[], { rules }: Source): string[] {
  if (keys.length === 0) return ['extends', 'rules']
  if (keys.length > 2) return ['draft', 'review', 'approved', 'running', 'closed']
  return ['level', ...Object.keys(rules.find((rule) => rule.code === keys[1])?.options ?? {})]
}

function wrongWord(values: readonly string[], keys: readonly PropertyKey[], source: Source): Fault {
  const node = nodeAt(source, keys)
  const value = String(node?.value)
  const advice =
    didYouMean(suggestions(value, values)) || ` ${t('It can be {values}.', { values: choice(values.map((one) => `\`${one}\``)) })}`
  return fault(source, placeOfValue(source, keys), `${t('There is no level `{value}`.', { value })}${advice}`)
}

function wordsFor(issue: z.core.$ZodIssue, keys: readonly PropertyKey[], source: Source): { value: string; expected: string } {
  const node = nodeAt(source, keys)
  const value = `\`${node ? source.text.slice(node.offset, node.offset + Math.min(node.length, 40)) : ''}\``
  if (issue.code === 'too_small') return { value, expected: t('Write a number of at least {minimum}.', { minimum: String(issue.minimum) }) }
  const kind = issue.code === 'invalid_type' ? issue.expected : ''
  if (kind === 'number') return { value, expected: t('Write a number.') }
  if (kind === 'array') return { value, expected: t('Write a list of words.') }
  if (kind === 'string') return { value, expected: t('Write a text.') }
  return { value, expected: t('Write an object in braces.') }
}

function fault({ path }: Source, range: Omit<Place, 'file'>, message: string): Fault {
  return { code: 'plan/syntax', place: { ...range, file: path }, message, related: [], fixes: [] }
}

function syntaxProblem(path: string, text: string, error: ParseError | undefined): Fault {
  const start = Math.min(error?.offset ?? 0, text.length)
  const end = Math.min(start + Math.max(error?.length ?? 1, 1), text.length)
  const message = text.trim()
    ? t('This is no valid JSON ({reason}), so nothing of this file holds. Correct it.', {
        reason: error ? printParseErrorCode(error.error) : '',
      })
    : t('This file is empty. Remove it, or write {example}.', { example: '`{ "rules": {} }`' })
  return { code: 'plan/syntax', place: { file: path, start, end }, message, related: [], fixes: [] }
}

function nodeAt({ tree }: Source, keys: readonly PropertyKey[]): Node | undefined {
  return findNodeAtLocation(
    tree,
    keys.map((key) => (typeof key === 'number' ? key : String(key))),
  )
}

function placeOfValue(source: Source, keys: readonly PropertyKey[]): Place {
  return placeOf(source, nodeAt(source, keys))
}

function placeOfKey(source: Source, keys: readonly PropertyKey[]): Place {
  return placeOf(source, nodeAt(source, keys)?.parent?.children?.[0])
}

function placeOf({ path, tree }: Source, node: Node | undefined): Place {
  const { offset, length } = node ?? { offset: tree.offset, length: 1 }
  return { file: path, start: offset, end: offset + length }
}

/** Like `getNodeValue`, but safe against keys such as `__proto__`. */
function plainValue(node: Node): unknown {
  if (node.type === 'array') return (node.children ?? []).map(plainValue)
  if (node.type !== 'object') return node.value
  const entries = (node.children ?? []).flatMap(({ children: [key, value] = [] }) => (key && value ? [[key.value, plainValue(value)]] : []))
  return Object.fromEntries(entries)
}

function sorted(problems: readonly Fault[]): Fault[] {
  return [...problems].sort((a, b) => a.place.start - b.place.start || (a.message < b.message ? -1 : 1))
}

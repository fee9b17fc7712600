import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { format } from '../src/language/format/format.js'
import { rules } from '../src/rules/generated/registry.js'
import { allForms } from './language/all-forms.js'
import { comments, said } from './meaning.js'

const examples = path.resolve(import.meta.dirname, '../examples')

function plansBelow(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const file = path.join(folder, name)
    return statSync(file).isDirectory() ? plansBelow(file) : file.endsWith('.mops') ? [file] : []
  })
}

function check(text: string): void {
  const formatted = format(text)
  expect(format(formatted)).toBe(formatted)
  expect(comments(formatted)).toEqual(comments(text))
  const before = said(text)
  expect(said(formatted)).toBe(before)
}

describe('what we hand out is formatted', () => {
  it.each(plansBelow(examples).map((file) => [path.relative(examples, file), file]))('%s', (_name, file) => {
    const text = readFileSync(file ?? '', 'utf8')
    expect(format(text)).toBe(text)
  })
})

describe('formatting changes neither the plan nor its comments, and twice is once', () => {
  it.each(plansBelow(examples).map((file) => [path.relative(examples, file), file]))('in %s', (_name, file) => {
    check(readFileSync(file ?? '', 'utf8'))
  })

  it.each(Object.entries(allForms))('in every form of %s', (_name, text) => {
    check(text)
  })

  it.each(rules.map((rule) => [rule.code, rule] as const))('in the examples of %s', (_code, rule) => {
    for (const example of [rule.bad, rule.good]) check(typeof example === 'string' ? example : example.text)
  })
})

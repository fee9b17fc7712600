import { describe, expect, it } from 'vitest'
import { basePlan } from '../src/rules/base-plan.mops.js'
import { rules } from '../src/rules/generated/registry.js'
import type { Example } from '../src/rules/rule.js'
import { judgeExample } from './example-plan.js'

function said(example: Example): string[] {
  const { findings, text } = judgeExample(example)
  return findings.map(({ code, severity, message, place }) => `${code} ${severity} at «${text.slice(place.start, place.end)}»: ${message}`)
}

describe('the base plan', () => {
  it('yields no finding at all', () => {
    expect(said({ text: basePlan, isWhole: true })).toEqual([])
  })
})

describe.each(rules.map((rule) => [rule.code, rule] as const))('%s', (code, rule) => {
  it('fires on its bad example and nothing else does', () => {
    const lines = said(rule.bad)
    expect(
      lines.filter((line) => line.startsWith(`${code} `)),
      lines.join('\n'),
    ).not.toEqual([])
    expect(lines.filter((line) => !line.startsWith(`${code} `))).toEqual([])
  })

  it('leaves its good example without any finding', () => {
    expect(said(rule.good)).toEqual([])
  })
})

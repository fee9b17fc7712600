import { describe, expect, it } from 'vitest'
import type { Finding } from '../src/plan/elements/finding.js'
import type { Example } from '../src/rules/engine/rule.js'
import { basePlan } from '../src/rules/examples/base-plan.mops.js'
import { rules } from '../src/rules/generated/registry.js'
import { judgeExample } from './example-plan.js'

function said(example: Example): string[] {
  return linesOf(judgeExample(example))
}

function linesOf({ findings, text }: ReturnType<typeof judgeExample>): string[] {
  return findings.map(({ code, severity, message, place }) => `${code} ${severity} at «${text.slice(place.start, place.end)}»: ${message}`)
}

/** The sentences of a finding in which a name or a number has not been put. */
function unfilled({ message, related, fixes }: Finding): string[] {
  const sentences = [message, ...related.map((one) => one.message), ...fixes.map((fix) => fix.title)]
  return sentences.filter((sentence) => /\{\w+\}|\b(?:undefined|null|NaN)\b/.test(sentence))
}

describe('the base plan', () => {
  it('yields no finding at all', () => {
    expect(said({ text: basePlan, isWhole: true })).toEqual([])
  })
})

describe.each(rules.map((rule) => [rule.code, rule] as const))('%s', (code, rule) => {
  it('fires on its bad example and nothing else does', () => {
    const judged = judgeExample(rule.bad)
    const lines = linesOf(judged)
    expect(judged.findings.flatMap(unfilled)).toEqual([])
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

it.each(rules.flatMap(({ code, inBrief }) => (inBrief ? [[code, inBrief] as const] : [])))('%s says in brief how many', (_, inBrief) => {
  expect(inBrief(12)).toMatch(/^[^{}]*\b12 [^{}]+$/)
})

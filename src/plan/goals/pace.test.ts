import { describe, expect, it } from 'vitest'
import type { AimFacts } from '../numbers/aims.js'
import { expectedOn } from './pace.js'

// Only what the straight line reads.
const facts = {
  baseline: '100',
  target: '60',
  baselineWindow: { start: '2026-12-01', end: '2026-12-31' },
  targetWindow: { start: '2027-02-01', end: '2027-02-09' },
} as unknown as AimFacts

describe('the line from baseline to target', () => {
  it('runs straight from the end of the baseline window to the end of the target window', () => {
    expect(expectedOn(facts, '2027-01-10')).toBe('90')
    expect(expectedOn(facts, '2027-01-01')).toBe('99')
  })

  it('stays at its ends before and after', () => {
    expect(expectedOn(facts, '2026-11-01')).toBe('100')
    expect(expectedOn(facts, '2027-06-01')).toBe('60')
  })

  it('is unknown without a baseline, and where the target comes first', () => {
    expect(expectedOn({ ...facts, baseline: undefined }, '2027-01-10')).toBeUndefined()
    expect(expectedOn({ ...facts, targetWindow: { start: '2026-12-01', end: '2026-12-31' } }, '2027-01-10')).toBeUndefined()
  })
})

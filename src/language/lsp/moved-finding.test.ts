import { describe, expect, it } from 'vitest'
import type { Finding } from '../../plan/elements/finding.js'
import { movedFinding } from './moved-finding.js'

const change = { start: 10, oldEnd: 14, delta: 3 }

function finding(start: number, end: number, related: Finding['related'] = []): Finding {
  const place = { file: 'plan.mops', start, end }
  return { code: 'smart/no-owner', severity: 'warning', message: 'm', place, related, fixes: [], fingerprint: 'f', tags: [] }
}

function placeAfter(start: number, end: number): readonly number[] | undefined {
  const place = movedFinding(finding(start, end), change)?.place
  return place && [place.start, place.end]
}

describe('a finding after a change of its file', () => {
  it('stays in front of the change, and moves behind it', () => {
    expect(placeAfter(2, 9)).toEqual([2, 9])
    expect(placeAfter(15, 20)).toEqual([18, 23])
  })

  it('grows with a change inside', () => {
    expect(placeAfter(4, 30)).toEqual([4, 33])
  })

  it('is gone where the change touches an end of it', () => {
    const ends = [placeAfter(2, 10), placeAfter(2, 12), placeAfter(11, 13), placeAfter(12, 20), placeAfter(14, 20), placeAfter(10, 30)]
    expect([...ends, placeAfter(4, 14)]).toEqual(Array.from({ length: 7 }, () => undefined))
  })

  it('takes its related places along, but for those in the change; other files stand still', () => {
    const at = (file: string, start: number, end: number) => ({ place: { file, start, end }, message: `${file} ${start}` })
    const moved = movedFinding(finding(20, 24, [at('plan.mops', 30, 31), at('plan.mops', 11, 12), at('people.mops', 11, 12)]), change)
    expect(moved?.related).toEqual([
      { place: { file: 'plan.mops', start: 33, end: 34 }, message: 'plan.mops 30' },
      { place: { file: 'people.mops', start: 11, end: 12 }, message: 'people.mops 11' },
    ])
  })
})

import { describe, expect, it } from 'vitest'
import { fixesOf, said } from './said.js'

const scoring = (head: string, ...scores: readonly string[]) => `scoring lead_score "Lead score" ${head} {\n  ${scores.join('\n  ')}\n}`

describe('a scoring', () => {
  it('may be reached exactly', () => {
    expect(said('automation', scoring('threshold 35 owner ben routes to sales', 'score "Page" 15', 'score "Form" 20'))).toEqual([])
  })

  it('does not count negative scores as help', () => {
    const text = scoring('threshold 35 owner ben routes to sales', 'score "Page" 15', 'score "Form" 20', 'score "Left" -10')
    expect(said('automation', text)).toEqual([])
  })

  it('names all that is missing in one message', () => {
    expect(said('automation', 'scoring lead_score "Lead score"')).toEqual([
      '`lead_score` has no owner, routes to nobody, has no threshold and has no score, so a qualified lead may wait. Add `owner`, `routes to marketers`, `threshold` and `score`.',
    ])
  })
})

describe('a campaign', () => {
  it('is judged by a watched number as well as by a goal', () => {
    expect(said('automation', 'campaign spring "Spring" via email watch email_churn period 2027-03 owner ben')).toEqual([])
  })

  it('gets all that is missing by one fix', () => {
    expect(fixesOf('automation/campaign-incomplete', 'campaign spring "Spring" owner ben')).toEqual([
      ['via email', 'period 2027-01-04 .. 2027-04-09', 'for keepable_mail'],
    ])
  })
})

describe('tools', () => {
  const tool = (name: string, kind: string, decision: string) =>
    `tool ${name} "${name}" kind ${kind} costs 0 USD per year owner ben ${decision}`

  it('of one kind are named together', () => {
    expect(said('automation', [tool('a', 'automation', 'adopt'), tool('b', 'automation', 'keep')].join('\n'))).toEqual([
      '`a`, `b` and `hubrunner` are 3 automation tools to keep. Decide which one leads, or say in a note how they differ.',
    ])
  })

  it('that are retired do not overlap', () => {
    expect(said('automation', tool('a', 'automation', 'retire'))).toEqual([])
  })
})

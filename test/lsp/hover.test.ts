import { describe, expect, it } from 'vitest'
import { hoverAt, withFindings } from '../../src/language/lsp/hover.js'
import { at } from './kit.js'

async function shown(text: string, answer = hoverAt): Promise<string | undefined> {
  const { view, offset } = await at(text)
  const hover = answer(view, offset)
  return hover ? (hover.contents as { value: string }).value : undefined
}

const frame = `strategy spring "Spring" { period 2027-01-04 .. 2027-04-09 stage running asof 2027-02-12 owner ben }
/** Does the mailing. */
person ben "Ben Cole" works 24h per week
measure clicks "Clicks" in clicks per month sum
measure sent "Sent" in clicks per month sum
metric rate "Rate" in % per month = clicks / sent else none
metric twice "Twice" in % per month = rate * 2
actuals clicks { 2027-01 500 }
`

describe('hover', () => {
  it('tells the letters, the target and the tasks of a goal', async () => {
    const text = await shown(
      `${frame}goal mo│re "More clicks" { measurable clicks increase from 400 in 2026-12 by +25% in 2027-03 owner ben }\n[x] task a "A" for more\n[ ] task b "B" for more`,
    )
    expect(text).toContain('**goal** `more` — More clicks')
    expect(text).toMatch(/S .* · M .* · A .* · R missing .* · T /)
    expect(text).toContain('from 400 clicks to 500 clicks')
    expect(text).toContain('1 of 2 tasks done')
  })

  it('tells the formula of a metric to its measures, its unit and the latest value', async () => {
    expect(await shown(frame.replace('metric twice', 'metric tw│ice'))).toContain('clicks / sent')
    const text = await shown(frame.replace('= clicks /', '= cli│cks /'))
    expect(text).toContain('**measure** `clicks`')
    expect(text).toContain('Latest value: 500 in 2027-01')
  })

  it('tells when a task is, why, and its slack', async () => {
    const steps = '[ ] task a "A" @ben start 2027-02-15 due 2027-02-19\n[ ] task b│ "B" @ben takes 2wd after a\n'
    expect(await shown(frame + steps)).toMatch(/2027-02-22 \.\. 2027-02-23 \(computed: after `a`\)\n\n\d+ working days of slack/)
  })

  it('tells the load of a person, with the documentation in front of it', async () => {
    const text = await shown(`${frame}[ ] task a "A" @be│n 30h start 2027-02-15 due 2027-02-19\n`)
    expect(text).toContain('Does the mailing.')
    expect(text).toContain('Fullest week: 2027-W07 with 30.0 h of 24.0 h')
    expect(text).toContain('Too much in 2027-W07.')
  })

  it('tells what a keyword means, with an example', async () => {
    expect(await shown(`${frame}task a "A" du│e 2027-02-19`)).toContain('**due** The last day: ')
    expect(await shown(`${frame}ta│sk a "A" due 2027-02-19`)).toContain('A piece of work.')
    expect(await shown(`${frame}task a "A" due 2027-0│2-19`)).toBeUndefined()
  })

  it('tells the rule of a finding and of a code', async () => {
    expect(await shown(`${frame}task a "A" @bn│e 3h`, withFindings)).toContain('**plan/unknown-name**')
    expect(await shown(`${frame}task a "A" ignore "schedule/un│assigned" because "x"`)).toContain('### schedule/unassigned')
  })
})

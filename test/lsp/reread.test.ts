import { readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readPlanText } from '../../src/language/read/read-file.js'
import { reread } from '../../src/language/read/reread.js'
import { broken, brokenEdit, standingFaults } from '../broken-edits.js'

const examples = path.resolve(import.meta.dirname, '../../examples')
const whole = readFileSync(path.join(examples, 'campaign-client.mops'), 'utf8')
const plan = whole.slice(0, whole.indexOf('\n', whole.indexOf('measure ')))

describe('reading only what has changed', () => {
  it('gives what reading everything gives, whatever the edits', () => {
    fc.assert(
      fc.property(fc.array(brokenEdit, { minLength: 1, maxLength: 6 }), (edits) => {
        let text = plan
        let read = readPlanText('plan.mops', text)
        for (const edit of edits) {
          const next = broken(text, edit)
          read = reread(read, text, next)
          text = next
          expect(read).toEqual(readPlanText('plan.mops', text))
        }
      }),
      { numRuns: 80 },
    )
  })

  it('gives what reading everything gives, whatever lines are dropped, doubled or change places', () => {
    const place = fc.double({ min: 0, max: 1, noNaN: true })
    const move = fc.record({ what: fc.constantFrom('drop', 'double', 'swap'), at: place, to: place })
    fc.assert(
      fc.property(fc.array(move, { minLength: 1, maxLength: 12 }), (moves) => {
        let text = whole
        let read = readPlanText('plan.mops', text)
        for (const { what, at, to } of moves) {
          const lines = text.split('\n')
          const [here, there] = [Math.floor(at * lines.length), Math.floor(to * lines.length)]
          const [line = '', other = ''] = [lines[here], lines[there]]
          if (what === 'drop') lines.splice(here, 1)
          else if (what === 'double') lines.splice(there, 0, line)
          else {
            lines[here] = other
            lines[there] = line
          }
          const next = lines.join('\n')
          read = reread(read, text, next)
          text = next
          expect(read).toEqual(readPlanText('plan.mops', text))
        }
      }),
      { numRuns: 60 },
    )
  })

  it('reads all again when a brace goes that closed an element', () => {
    const text = [
      'strategy s "S" {',
      '}',
      'stakeholder client "The client" kind client',
      'stakeholder chiefs "The chiefs" kind leadership',
      '  @ ben',
      'measure sent "Mails sent" in mails per month sum',
    ].join('\n')
    const next = text.replace('\n}', '')
    expect(reread(readPlanText('plan.mops', text), text, next)).toEqual(readPlanText('plan.mops', next))
  })

  it('leaves elements behind an edit the same objects, at their new places', () => {
    const text = plan.replace('campaign ', '\n\ncampaign ')
    const before = readPlanText('plan.mops', plan)
    const last = before.elements.at(-1)
    const start = last?.place.start ?? 0
    const read = reread(before, plan, text)
    expect(read.elements.at(-1)).toBe(last)
    expect(last?.place.start).toBe(start + 2)
  })

  it('keeps elements that two lists share one object', () => {
    const text = plan.replace('campaign ', '\n\ncampaign ')
    const read = reread(readPlanText('plan.mops', plan), plan, text)
    for (const use of read.refs) expect(read.elements).toContain(use.element)
  })

  it.each(Object.entries(standingFaults))('leaves all other elements the same objects while %s stands in the text', (_, fault) => {
    const at = plan.indexOf('\ncampaign ') + 1
    const text = plan.slice(0, at) + fault + plan.slice(at)
    const last = plan.lastIndexOf('\n', plan.length - 2) + 1
    let before = readPlanText('plan.mops', text)
    let now = text
    for (const [index, added] of ['// One line more.\n', 'xyzzy\n', 'goal\n', '/** What it is. */\n'].entries()) {
      const next =
        index % 2 === 0 ? added + now : now.slice(0, last + now.length - plan.length) + added + now.slice(last + now.length - plan.length)
      const old = before.elements
      before = reread(before, now, next)
      now = next
      expect(before).toEqual(readPlanText('plan.mops', next))
      // What stands first or last in the text is where the edit is.
      const kept = before.elements.filter((element) => old.includes(element))
      expect(kept.length).toBeGreaterThanOrEqual(old.length - 3)
    }
  })
})

import { readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readPlanText } from '../../src/language/read/read-file.js'
import { reread } from '../../src/language/read/reread.js'

const examples = path.resolve(import.meta.dirname, '../../examples')
const whole = readFileSync(path.join(examples, 'campaign-client.mops'), 'utf8')
const plan = whole.slice(0, whole.indexOf('\n', whole.indexOf('measure ')))

const pieces = [
  '',
  '"',
  '"""',
  '{',
  '}',
  '/*',
  '*/',
  '//',
  ' owner ben',
  'ben',
  '\n',
  '\ngoal x',
  'import "a.mops"\n',
  ', ',
  '[x] ',
  '2027-01-05',
  '@',
  '=',
  'x',
  ' ',
  '(',
  'phase p {\n',
]

const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.oneof(fc.constant(0), fc.nat(5), fc.nat(200)),
  text: fc.constantFrom(...pieces),
})

describe('reading only what has changed', () => {
  it('gives what reading everything gives, whatever the edits', () => {
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 6 }), (edits) => {
        let text = plan
        let read = readPlanText('plan.mops', text)
        for (const { at, length, text: added } of edits) {
          const start = Math.floor(at * text.length)
          const next = text.slice(0, start) + added + text.slice(start + length)
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
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Desk } from './kit.js'

const texts = [
  '',
  'person ben "Ben Cole" works 24h per week\nperson dana "Dana"\n',
  'import "people.mops"\nimport "numbers.mops"\nstrategy spring "Spring" period 2027-01-04 .. 2027-04-09 owner ben stage approved\ntask write "Write" @ben 300h start 2027-01-04 due 2027-01-15\n',
  'measure clicks "Clicks" in clicks per month sum\nmetric rate "Rate" in % = clicks / sent else none\n',
  'import "plan.mops"\nstrategy other "Other" owner dana\ngoal more "More clicks" measurable clicks increase by +25%\n',
  'task write "Again" @bne { [ ] "One" }\nimport "nowhere.mops"\n',
  'goal g "G" { ignore "smart/no-owner" because "x"\n measurable rate to 5%\n} }',
]
const paths = ['plan.mops', 'people.mops', 'numbers.mops', 'other.mops']

const edit = fc.oneof(
  fc.record({ type: fc.constant('whole' as const), path: fc.constantFrom(...paths), text: fc.constantFrom(...texts) }),
  fc.record({
    type: fc.constant('part' as const),
    path: fc.constantFrom(...paths),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.nat(12),
    text: fc.constantFrom('', '"', '{', '}', ' owner ben', 'ben', '\n', 'goal x', '2027-01-05', '@dana'),
  }),
  fc.record({ type: fc.constant('close' as const), path: fc.constantFrom(...paths) }),
  fc.record({
    type: fc.constant('disk' as const),
    path: fc.constantFrom(...paths),
    text: fc.option(fc.constantFrom(...texts), { nil: undefined }),
  }),
  fc.record({ type: fc.constant('look' as const), path: fc.constantFrom(...paths) }),
)

describe('after any sequence of edits', () => {
  it('the findings are those of a cold start', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 12 }), async (edits) => {
        const disk = new Map([
          ['plan.mops', texts[2] ?? ''],
          ['people.mops', texts[1] ?? ''],
        ])
        const desk = new Desk(disk)
        const open = new Map<string, string>()
        for (const one of edits) {
          if (one.type === 'whole') open.set(one.path, one.text)
          else if (one.type === 'part') {
            const text = open.get(one.path) ?? disk.get(one.path) ?? ''
            const at = Math.floor(one.at * text.length)
            open.set(one.path, text.slice(0, at) + one.text + text.slice(at + one.length))
          }
          if (one.type === 'whole' || one.type === 'part') desk.type(one.path, open.get(one.path) ?? '')
          else if (one.type === 'close') {
            if (open.delete(one.path)) desk.session.close(desk.uri(one.path))
          } else if (one.type === 'disk') {
            if (one.text === undefined) disk.delete(one.path)
            else disk.set(one.path, one.text)
            desk.session.fileChanged(desk.uri(one.path), one.text === undefined)
          } else await desk.findings()
        }
        const afresh = new Desk(new Map([...disk, ...open]))
        expect(await desk.findings()).toEqual(await afresh.findings())
      }),
      { numRuns: 60 },
    )
  })
})

import { describe, expect, test, vi } from 'vitest'
import { folder, git, mops, put } from './mops.js'

vi.setConfig({ testTimeout: 120_000 })

const plan = `strategy spring "Spring" {
  period 2027-01-04 .. 2027-03-31
  owner ann
  supervisor sue
  approval cmo until 2027-01-02
}
person ann "Ann" contact "@ann"
person sue "Sue"
person ben "Ben"
person dan "Dan"
role cmo "Marketing lead"
person max "Max" fills cmo
stakeholder shops "The shops" kind employee contact dan
objective sales "More sales" {
  owner ben
  goal more "More sign-ups" {
    measurable visits to 5
    relevant to shops because "They ask"
  }
}
measure visits "Visits" in visits per month sum
[ ] task write "Write" for more @dan 4h due 2027-02-01
[ ] task rest "Rest" @ann 4h due 2027-02-01
`

function changed(from: string, to: string) {
  const root = folder({ 'plan.mops': plan })
  git(root, 'init', '-q', '-b', 'main')
  git(root, 'add', '-A')
  git(root, 'commit', '-q', '-m', 'first')
  put(root, { 'plan.mops': plan.replace(from, to) })
  return (...more: string[]) => mops(['owners', '--today', '2027-01-11', ...more], { cwd: root })
}

/** The people of a change, each with how they are concerned and by what. */
function people(from: string, to: string) {
  const { plans } = JSON.parse(changed(from, to)('--format', 'json').stdout)
  return Object.fromEntries(
    plans[0].people.map(({ name, reasons }: { name: string; reasons: { concern: string; about: string }[] }) => [
      name,
      reasons.map(({ concern, about }) => `${concern} ${about}`),
    ]),
  )
}

describe('mops owners', () => {
  test('names who approves first, then those who answer for, supervise, work on and speak for what changed', () => {
    expect(people('to 5', 'to 4')).toEqual({
      max: ['approves spring'],
      ann: ['owns spring'],
      ben: ['owns more', 'owns sales'],
      sue: ['supervises spring'],
      dan: ['speaks for shops'],
    })
    expect(Object.keys(people('to 5', 'to 4'))[0]).toBe('max')
  })

  test('names those who do a task that changed, and the owner of its goal', () => {
    expect(
      people('[ ] task write "Write" for more @dan 4h due 2027-02-01', '[ ] task write "Write" for more @dan 4h due 2027-02-08'),
    ).toMatchObject({
      dan: ['works on write'],
      ben: ['owns more', 'owns write'],
    })
  })

  test('names those of the earlier plan for what is gone', () => {
    expect(people('[ ] task write "Write" for more @dan 4h due 2027-02-01\n', '')).toMatchObject({ dan: ['works on write'] })
  })

  test('prints blocks for a terminal, and boxes for a pull request', () => {
    const run = changed('to 5', 'to 4')
    expect(run().stdout).toBe(`Spring (plan.mops)
  Max
    approves “Spring”, since “More sign-ups” changed
  Ann <@ann>
    answers for “Spring”, since “More sign-ups” changed
  Ben
    answers for “More sign-ups”
    answers for “More sales”, since “More sign-ups” changed
  Sue
    supervises “Spring”, since “More sign-ups” changed
  Dan
    speaks for “The shops”, since “More sign-ups” changed
`)
    const { stdout } = run('--format', 'markdown')
    expect(stdout).toContain('- [ ] **Max**: approves')
    expect(stdout).not.toContain('[ ] **Ben**')
  })

  test('says that nothing has changed, and who answers for a plan without a change', () => {
    expect(changed('Nobody writes this', '')().stdout).toBe('No plan has changed.\n')
    const { stdout, status } = mops(['owners', '--of', 'plan.mops'], { cwd: folder({ 'plan.mops': plan }) })
    expect(stdout).toBe(`Spring (plan.mops)
  Max
    approves “Spring”
  Ann <@ann>
    answers for “Spring”
  Ben
    answers for “More sign-ups”
  Sue
    supervises “Spring”
`)
    expect(status).toBe(0)
  })
})

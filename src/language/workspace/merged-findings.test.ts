import { describe, expect, it } from 'vitest'
import type { Severity } from '../../plan/elements/finding.js'
import { Workspace } from './workspace.js'

/** Two plans that import one file with an unknown name, each with a severity of its own for that. */
function severitiesOfShared(first: Severity, second: Severity): string[] {
  const workspace = new Workspace()
  const plan = (name: string) => `import "shared.mops"\nstrategy ${name} "${name}" period 2027-01-04 .. 2027-03-31\n`
  workspace.setText('a.mops', plan('first'))
  workspace.setText('b.mops', plan('second'))
  workspace.setText('shared.mops', 'channel email "Email" owner nobody\n')
  const levels = new Map([
    ['a.mops', first],
    ['b.mops', second],
  ])
  const settings = new Map([...levels].map(([root, severity]) => [root, { level: () => severity, option: () => undefined }]))
  const { findings } = workspace.judge({ clock: '2027-02-12', configuration: (root) => settings.get(root) })
  return findings.filter(({ code }) => code === 'plan/unknown-name').map(({ severity, place }) => `${place.file} ${severity}`)
}

describe('what two plans say about a file that they share', () => {
  it('stands once, as grave as the graver of the two has it, whichever comes first', () => {
    expect(severitiesOfShared('hint', 'error')).toEqual(['shared.mops error'])
    expect(severitiesOfShared('error', 'hint')).toEqual(['shared.mops error'])
    expect(severitiesOfShared('warning', 'information')).toEqual(['shared.mops warning'])
    expect(severitiesOfShared('information', 'warning')).toEqual(['shared.mops warning'])
    expect(severitiesOfShared('hint', 'information')).toEqual(['shared.mops information'])
  })
})

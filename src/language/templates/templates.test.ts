import { describe, expect, test } from 'vitest'
import { format } from '../format/format.js'
import { Workspace } from '../workspace/workspace.js'
import { filled, usualAnswers } from './frame.js'
import { planTemplates, templateNames } from './templates.js'

function findings(text: string, today: string): string[] {
  const workspace = new Workspace()
  workspace.setText('plan.mops', text)
  const { findings: found } = workspace.judge({ clock: today, today })
  // Nothing imports a library that was just written.
  const isNew = (code: string) => code === 'formula/unused' && !/^strategy /m.test(text)
  return found.filter(({ code }) => !isNew(code)).map(({ code, severity, message }) => `${severity} ${code} ${message}`)
}

const answers = { title: 'Next steps', organisation: 'Brightleaf Supply', owner: 'Mara Lindt', start: '2027-04-01' }

describe.each(templateNames)('the template %s', (name) => {
  test.each(['2027-01-01', '2027-04-01', '2028-02-29', '2026-10-01', '2027-05-17'])(
    'that begins on %s checks clean as a draft',
    (start) => {
      expect(findings(filled(planTemplates[name], { ...answers, start }), start)).toEqual([])
    },
  )

  test('has no findings on the day on which it is written, and is formatted', () => {
    const text = filled(planTemplates[name], usualAnswers('2026-11-22'))

    expect(findings(text, '2026-11-22')).toEqual([])
    expect(format(text)).toBe(text)
  })

  test('takes any text for an answer', () => {
    const text = filled(planTemplates[name], { ...answers, title: 'Sales', owner: '"Ö" \\ Größe\n2', organisation: '€ // "x"' })

    expect(findings(text, answers.start)).toEqual([])
  })
})

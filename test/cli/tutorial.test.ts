import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { format } from '../../src/language/format/format.js'
import { planAtEnd, plansOn, withAnswers } from '../../src/report/worked-page.js'
import { folder, mops } from './mops.js'

const page = readFileSync(path.resolve(import.meta.dirname, '../../docs/tutorial.md'), 'utf8')

function answer(words: readonly string[], plan: string): string {
  return mops(words, { cwd: folder({ 'tours.mops': plan }) }).stdout
}

describe('the tutorial', () => {
  it('shows what mops answers today; `npm run docs` writes it', () => {
    expect(withAnswers(page, answer)).toBe(page)
  })

  it('ends with a plan in which nothing is wrong', () => {
    const cwd = folder({ 'tours.mops': planAtEnd(page) })
    expect(mops(['check', 'tours.mops', '--today', '2027-05-10', '--fail-on', 'warning'], { cwd })).toMatchObject({ status: 0 })
  })

  it('has its texts as the formatter writes them', () => {
    for (const text of plansOn(page)) expect(format(`${text}\n`)).toBe(`${text}\n`)
  })

  it('says in prose what the answers show', () => {
    const answers = [...page.matchAll(/```console\n([\s\S]*?)```/g)].map(([, text = '']) => text)
    const says = [
      'plan/goal-missing',
      'smart/baseline-missing',
      'schedule/due-before-predecessor',
      'coverage/affected-without-communication',
    ]
    says.forEach((code, at) => {
      expect(answers[at]).toContain(code)
    })
    expect(answers[5]).toContain('schedule/overdue')
  })
})
